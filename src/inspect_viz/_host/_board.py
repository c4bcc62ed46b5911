"""What is chosen in this process: one value of a param or a selection, wherever pictures show it."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from inspect_viz._params import Param, Selection
from inspect_viz._util.each import call_each

Variable = Param | Selection
Json = dict[str, Any]


@dataclass(frozen=True)
class Selected:
    """What a selection selects.

    Args:
        values: Column to the interval `(low, high)` of its values, or to a list of single values.
        sql: All conditions together, for `Data.where` and SQL of one's own; None where every row is selected.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    sql: str | None = field(default=None, compare=False)

    def __bool__(self) -> bool:
        return bool(self.values) or self.sql is not None


class Shown(Protocol):
    """A place where the picture is shown."""

    def choose(self, state: Mapping[str, Json]) -> None:
        """Let the picture follow what was chosen elsewhere."""

    def widen(self) -> None:
        """Let it answer to what other pictures set that are shown now."""


class Following(Protocol):
    """A picture that hears of changes."""

    def follow(self, before: Mapping[Variable, Any], teller: Shown | None) -> Iterable[Callable[[], object]]:
        """What is to be called as variables have other values than before, as some place has told."""


lock = threading.RLock()
values: weakref.WeakKeyDictionary[Variable, Any] = weakref.WeakKeyDictionary()
told: weakref.WeakKeyDictionary[Variable, Json] = weakref.WeakKeyDictionary()
"""Those of readers, as pages have told them."""

_pictures: weakref.WeakValueDictionary[int, Any] = weakref.WeakValueDictionary()


def join(picture: Following) -> None:
    """Let a picture hear of changes, as long as it lives."""
    _pictures[id(picture)] = picture


def others(picture: Following) -> list[Any]:
    """The other pictures that were shown, first ones first."""
    return [other for other in _pictures.values() if other is not picture]


def put(changed: Mapping[Variable, tuple[Any, Json | None]], teller: Shown | None = None) -> None:
    """Take values over, each perhaps with what a page told, and let all pictures follow but the teller's place.

    All of them hear; then what handlers have raised is raised.
    """
    before = {variable: held(variable) for variable in changed}
    for variable, (value, state) in changed.items():
        values[variable] = value
        told.pop(variable, None)
        if state is not None:
            told[variable] = {key: item for key, item in state.items() if key != "echo"}
    call_each(call for picture in list(_pictures.values()) for call in picture.follow(before, teller))


def held(variable: Variable) -> Any:
    """What is chosen now, or at first."""
    if variable in values:
        return values[variable]
    return variable.default if isinstance(variable, Param) else Selected()
