"""The pictures of a page, and the names of their fragments: equal for equal pictures of equal rows alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from inspect_viz import _sql as sql
from inspect_viz._spec import Picture, compile
from inspect_viz._spec.nodes import InputNode, walk
from inspect_viz._util.text import well_formed

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Drawable
    from inspect_viz.data import Data


class Member:
    """A picture of a page.

    Args:
        component: The picture.
        number: Its number in the page.
        named: The pictures that were named with it.
    """

    def __init__(self, component: Drawable, number: int, named: Named) -> None:
        self.component, self.number, self._named = component, number, named

    @property
    def name(self) -> str:
        """The name of its fragment."""
        return f"{self._named.digest}-{self.number}"

    @cached_property
    def alone(self) -> Picture:
        """The picture as it is without the others."""
        return compile(self.component)

    @cached_property
    def title(self) -> str:
        """The title of the picture, else the label of its first input, else its number."""
        inputs = [node for node in walk(self.component.node) if isinstance(node, InputNode)]
        labels = [str(node.options["label"]) for node in inputs if node.options.get("label")]
        return well_formed(self.alone.title or next(iter(labels), f"picture {self.number + 1}"))


class Named:
    """Pictures that a page was told at once; documents may hold several pages, so their rows count, too.

    Args:
        components: The pictures.
        before: Those that the page knew already.
    """

    def __init__(self, components: Sequence[Drawable], before: Sequence[Member] = ()) -> None:
        self.members = [Member(component, len(before) + i, self) for i, component in enumerate(components)]
        self._before = before[-1] if before else None

    @cached_property
    def digest(self) -> str:
        """What tells them from others."""
        pictures = [member.alone for member in self.members]
        told = [self._before.name if self._before else "", [picture.spec for picture in pictures], _rows(pictures)]
        text = json.dumps(told, sort_keys=True, default=str)
        return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _rows(pictures: Sequence[Picture]) -> list[object]:
    """What the pictures read: for each table the columns, and what all its rows together are."""
    tables: dict[int, tuple[Data, set[str]]] = {}
    for picture in pictures:
        for name, data in picture.tables.items():
            tables.setdefault(id(data), (data, set()))[1].update(picture.columns.get(name, data.columns))
    order = list(tables)
    places = [[order.index(id(data)) for data in picture.tables.values()] for picture in pictures]
    return [places, [_fingerprint(data, columns) for data, columns in tables.values()]]


def _fingerprint(data: Data, columns: set[str]) -> list[object]:
    """Number and sum of hashes of rows, whatever their order; None where they cannot be read, as their picture says."""
    found = [column for column in data.columns if column in columns]
    hashed = sql.call("sum", sql.call("hash", sql.literal(0), *map(sql.name, found)).cast("HUGEINT"))
    try:
        return [found, *data.reader.ask(sql.select(sql.call("count", sql.ALL), hashed, source="data"))[0]]
    except Exception:
        return [found, None]
