"""What a reader has made of a picture in its page: read from its address or from what "Copy view" gives."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast, get_args, get_type_hints
from urllib.parse import parse_qs, urlsplit

from inspect_viz._util.suggest import did_you_mean, listing

from ._groups import LEVELS, Columns
from ._order import NAMES
from ._orders import names_of_role

if TYPE_CHECKING:
    from inspect_viz._spec.sidecar import CellNotes, KeepNotes, OrderNotes

    from ._roles import Roles

KEYS = ("samples", "models", "versus", "baseline", "keep", "group", "level", "selected", "of")
"""`of` tells pictures apart, and `selected` what is outlined in a page; pictures on paper need neither."""
_OF = ("samples", "models")
_SHOWN = 3


@dataclass(frozen=True)
class State:
    """A state whose parts are known to be right but for names of samples and models."""

    samples: Mapping[str, object] | None = None
    models: Mapping[str, object] | None = None
    versus: tuple[str, ...] | None = None
    baseline: str | None = None
    is_alone: bool = False
    """Nothing is compared with a baseline, whatever the caller says."""

    keep: Mapping[str, Sequence[str]] | None = None
    group: tuple[str, ...] | None = None
    level: str | None = None

    def over(self, group: Columns, level: object, baseline: object) -> tuple[Columns, object, object]:
        """What a caller chose, or this state where it says otherwise."""
        return (
            group if self.group is None else self.group,
            self.level or level,
            None if self.is_alone else self.baseline or baseline,
        )

    def in_notes(self, notes: CellNotes, roles: Roles, sort: object) -> CellNotes:
        """The notes of a mark as this state has them.

        Args:
            notes: Those of the picture as it would be drawn without.
            roles: The columns behind the cells.
            sort: The order that the caller gave, which holds where the state has none.

        Raises:
            ValueError: If a name is not one of the data.
        """
        if self.samples is None and self.models is None and self.versus is None and self.keep is None:
            return notes
        known = {of: names_of_role(roles, of) for of in _OF}
        kept = _keep(self.keep, known)
        orders: dict[str, Any] = {}
        for of in _OF:
            given = getattr(self, of)
            if given is not None:
                orders[of] = _order(of, given, known, notes)
            elif kept and getattr(notes, of) is None and isinstance(sort, str) and sort in NAMES:
                orders[of] = _mean((of == "models") == (notes.sample_axis == "x"), sort == "descending")
        if self.versus is not None:
            orders["versus"] = tuple(_known("versus", name, known["models"]) for name in self.versus)
        return replace(notes, keep=kept, **orders)


def checked_state(state: object) -> State:
    """A state as a caller gives it: None for nothing, a dict, the text of one, or an address that holds one.

    Raises:
        TypeError: If it is none of these.
        ValueError: If it holds what no state has.
    """
    if state is None:
        return State()
    given = _read(state) if isinstance(state, str) else state
    if not isinstance(given, Mapping):
        raise TypeError(f"state={state!r} must be a dict, its text as a page copies it, or an address")
    for key in given:
        if key not in KEYS:
            raise ValueError(f"state: {key!r} is not known; accepted: {listing(KEYS)}.{did_you_mean(key, KEYS)}")
    return State(
        samples=_part(given, "samples"),
        models=_part(given, "models"),
        versus=_versus(given),
        baseline=_baseline(given.get("baseline")),
        is_alone=("baseline" in given and given["baseline"] is None) or bool(given.get("versus")),
        keep=_lists(_part(given, "keep")),
        group=None if given.get("group") is None else _texts("group", given["group"]),
        level=_level(given.get("level")),
    )


def _read(text: str) -> object:
    """The state in a text: json, or the fragment of an address."""
    told = text.strip()
    if not told.startswith("{"):
        found = parse_qs(urlsplit(told).fragment or told.lstrip("#"))
        views = [values[0] for key, values in found.items() if key.startswith("view")]
        if not views:
            raise ValueError(f"state={text!r} holds no view: it needs '#view=...', or the text that a page copies")
        told = views[0]
    try:
        return json.loads(told)
    except ValueError as error:
        raise ValueError(f"state={text!r} cannot be read: {error}") from None


def _part(given: Mapping[str, object], key: str) -> Mapping[str, object] | None:
    value = given.get(key)
    if value is not None and not isinstance(value, Mapping):
        raise TypeError(f"state[{key!r}]={value!r} must be a dict")
    return value


def _level(value: object) -> str | None:
    if value is not None and value not in LEVELS:
        raise ValueError(f"state['level']={value!r} must be one of {listing(LEVELS)}.{did_you_mean(value, LEVELS)}")
    return None if value is None else str(value)


def _texts(key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Sequence) or not all(isinstance(one, str) for one in value):
        raise TypeError(f"state[{key!r}]={value!r} must be a list of names")
    return tuple(value)


def _baseline(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"state['baseline']={value!r} must be the name of a model")
    return value


def _versus(given: Mapping[str, object]) -> tuple[str, ...] | None:
    if "versus" not in given:
        return None
    if given["versus"] is None:
        return ()
    pair = _texts("versus", given["versus"])
    if len(set(pair)) != 2 or len(pair) != 2:
        raise ValueError(f"state['versus']={list(pair)!r} must be two different models")
    return pair


def _lists(keep: Mapping[str, object] | None) -> Mapping[str, Sequence[str]] | None:
    if keep is None:
        return None
    for key in keep:
        if key not in _OF:
            raise ValueError(f"state['keep']: {key!r} is not known; accepted: {listing(_OF)}.{did_you_mean(key, _OF)}")
    return {key: _texts(f"keep.{key}", names) for key, names in keep.items() if names is not None}


def _known(key: str, name: str, names: Sequence[str]) -> str:
    if name not in names:
        raise ValueError(
            f"state[{key!r}]: {name!r} is not in the data; there are {listing(names[:_SHOWN])}"
            f"{', ...' if len(names) > _SHOWN else ''}.{did_you_mean(name, names)}"
        )
    return name


def _column(of: str, column: object, notes: CellNotes) -> str:
    """A column that the picture has of its samples."""
    known = [own.name for own in notes.attributes if own.of == of == "samples"]
    if not isinstance(column, str) or column not in known:
        told = f"there are {listing(known)}" if known else "the picture has none"
        raise ValueError(
            f"state[{of!r}]: column={column!r} must be a column of samples in group= or bars=; {told}."
            f"{did_you_mean(column, known)}"
        )
    return column


def _keep(keep: Mapping[str, Sequence[str]] | None, known: Mapping[str, Sequence[str]]) -> KeepNotes | None:
    from inspect_viz._spec.sidecar import KeepNotes

    if not keep:
        return None
    for of, names in keep.items():
        missing = set(names) - set(known[of])
        if missing:
            _known("keep", next(name for name in names if name in missing), known[of])
    return KeepNotes(**{of: tuple(names) for of, names in keep.items()})


def _mean(is_falling: bool, is_turned: bool) -> OrderNotes:
    from inspect_viz._spec.sidecar import OrderNotes

    return OrderNotes(by="mean", falling=True if is_falling != is_turned else None)


def _order(of: str, given: Mapping[str, object], known: Mapping[str, Sequence[str]], notes: CellNotes) -> OrderNotes:
    from inspect_viz._spec.sidecar import OrderNotes

    accepted = get_args(get_type_hints(OrderNotes)["by"])
    by = given.get("by")
    if by not in accepted:
        raise ValueError(f"state[{of!r}]: by={by!r} must be one of {listing(accepted)}.{did_you_mean(by, accepted)}")
    falling = True if given.get("falling") is True else None
    if by == "model":
        return OrderNotes(by="model", model=_known(of, str(given.get("model")), known["models"]), falling=falling)
    if by == "column":
        return OrderNotes(by="column", column=_column(of, given.get("column"), notes), falling=falling)
    if by == "given":
        first = _texts(f"{of}.first", given.get("first", ()))
        return OrderNotes(by="given", first=tuple(_known(of, name, known[of]) for name in first))
    return OrderNotes(by=cast(Any, by), falling=falling)


__all__ = ["State", "checked_state"]
