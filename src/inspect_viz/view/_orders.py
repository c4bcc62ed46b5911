"""Orders of samples and models in words: by a statistic, a model, a column, or as listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from inspect_viz._meaning.types import is_nested
from inspect_viz._util.suggest import did_you_mean, listing

from ._models import checked_model
from ._order import CHANNELS, NAMES, Order, Sort, is_adjusted, sort_order, with_mean
from ._samples import names_of

if TYPE_CHECKING:
    from inspect_viz._spec.sidecar import OrderNotes

    from ._roles import Roles

ROLES = ("samples", "models")
STATISTICS = {
    "samples": ("disagreement", "discrimination", "flips", "similarity"),
    "models": ("flips", "similarity"),
}
OTHERS = ("mean", "natural", "data")
FOR_BOTH = ("mean", "natural", "data", "flips", "similarity")
_SHOWN = 3


@dataclass(frozen=True)
class Orders:
    """What a mark of cells is told of the order of its bands."""

    sort: Order
    adjusted: bool
    samples: OrderNotes | None = None
    models: OrderNotes | None = None
    channels: Mapping[str, str] = field(default_factory=dict)
    """Columns that bands stand by."""

    versus: tuple[str, ...] = ()
    """Two models that are compared."""


@dataclass(frozen=True)
class Versus:
    """An order by who of two models does better."""

    a: object
    b: object
    others: bool
    """Whether the other models stay."""


@dataclass(frozen=True)
class _Wish:
    """One axis: Plot's option, and what stands instead of it."""

    sort: Order | None
    notes: OrderNotes | None = None
    column: str | None = None


def find_orders(sort: Sort | Sequence[object] | Versus, roles: Roles, across: bool) -> Orders:
    """The orders that a caller asked for.

    Args:
        sort: As `sample_heatmap` takes it, or two models that are compared.
        roles: The columns behind the cells.
        across: Whether samples stand on x.

    Raises:
        TypeError, ValueError: If it is none.
    """
    if isinstance(sort, Versus):
        return _compared(sort, roles)
    axes = dict(zip(ROLES, "xy" if across else "yx", strict=True))
    given = _by_role(sort, axes)
    if given is None:
        return Orders(sort_order(sort), is_adjusted(sort))  # type: ignore[arg-type]
    wishes = {role: _wish(role, given.get(role, "mean"), axes[role], roles) for role in ROLES}
    return Orders(
        {axes[role]: wish.sort for role, wish in wishes.items()},
        True,
        wishes["samples"].notes,
        wishes["models"].notes,
        {wish.column: wish.column for wish in wishes.values() if wish.column},
    )


def _compared(sort: Versus, roles: Roles) -> Orders:
    from inspect_viz._spec.sidecar import OrderNotes

    a, b = (checked_model(roles.data, roles.model, *given) for given in (("a", sort.a), ("b", sort.b)))
    if a == b:
        raise ValueError(f"a and b are the same model, {a!r}; they must differ")
    alone = None if sort.others else OrderNotes(by="given", first=(a, b), limit=2)
    return Orders(sort_order("ascending"), True, models=alone, versus=(a, b))


def _by_role(sort: object, axes: Mapping[str, str]) -> dict[str, object] | None:
    """The wish of each role; None for what Plot's own option says."""
    if isinstance(sort, str):
        word = sort.removeprefix("-")
        if sort in NAMES or word in CHANNELS:
            return None
        return dict.fromkeys(ROLES, sort) if word in FOR_BOTH else {"samples": sort}
    if isinstance(sort, Sequence):
        return {"samples": sort}
    if not isinstance(sort, Mapping):
        return None
    if "value" in sort:
        return None if str(sort["value"]).removeprefix("-") in CHANNELS else {"samples": sort}
    names = {**{axis: role for role, axis in axes.items()}, **{role: role for role in ROLES}}
    if not any(key in ROLES or (key in names and _is_word(value)) for key, value in sort.items()):
        return None
    for key in (key for key in sort if key not in names):
        raise ValueError(f"sort: {key!r} is not an axis; accepted: {listing(names)}.{did_you_mean(key, names)}")
    return {names[key]: value for key, value in sort.items()}


def _is_word(value: object) -> bool:
    """Whether Plot's own option cannot say it."""
    if isinstance(value, Mapping):
        value = value.get("value")
    if isinstance(value, str):
        return value.removeprefix("-") not in CHANNELS
    return isinstance(value, Sequence)


def _wish(role: str, given: object, axis: str, roles: Roles) -> _Wish:
    if given is None:
        return _Wish(None)
    if isinstance(given, Mapping):
        return _mapped(role, given, axis, roles)
    if isinstance(given, str):
        return _named(role, given, axis, roles, {})
    if isinstance(given, Sequence):
        return _listed(role, given, axis, roles)
    raise TypeError(f"sort[{role!r}]={given!r} must be an order in words, a list of names, a dict, or None")


def _mapped(role: str, given: Mapping[str, object], axis: str, roles: Roles) -> _Wish:
    value = given.get("value")
    if not isinstance(value, str):
        raise TypeError(f"sort[{role!r}]={dict(given)!r}: value={value!r} must be an order in words")
    if value.removeprefix("-") in CHANNELS:
        return _Wish(with_mean(dict(given)))
    unknown = [key for key in given if key not in ("value", "order", "limit")]
    if unknown:
        hint = did_you_mean(unknown[0], ("value", "order", "limit"))
        raise ValueError(f"sort[{role!r}]: {unknown[0]!r} is not accepted beside value={value!r}.{hint}")
    turned = given.get("order", "ascending")
    if turned not in NAMES:
        raise ValueError(f"sort[{role!r}]: order={turned!r} must be {listing(NAMES)}")
    word = value if turned == "ascending" else value[1:] if value.startswith("-") else f"-{value}"
    limit = given.get("limit")
    if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 1):
        raise ValueError(f"sort[{role!r}]: limit={limit!r} must be a whole number from 1 on")
    return _named(role, word, axis, roles, {} if limit is None else {"limit": limit})


def _default(axis: str, falling: bool = False) -> Order:
    """The best model and the easiest sample at the top right."""
    return {"value": "fill", "reduce": "mean", "order": "descending" if (axis == "y") != falling else "ascending"}


def _named(role: str, word: str, axis: str, roles: Roles, limit: dict[str, Any]) -> _Wish:
    from inspect_viz._spec.sidecar import OrderNotes

    falling, named = word.startswith("-"), word.removeprefix("-")
    direction = "descending" if falling else "ascending"
    if named == "data":
        return _Wish({"value": None, **limit} if limit else None)
    if named == "mean":
        return _Wish({**_default(axis, falling), **limit})
    if named == "natural":
        return _Wish({"value": axis, "reduce": "first", "order": direction, **limit})
    default = _default(axis)
    if named in STATISTICS[role]:
        return _Wish(default, OrderNotes(by=named, falling=falling or None, **limit))  # type: ignore[arg-type]
    models = names_of_role(roles, "models")
    for text, is_turned in ((word, False), (named, falling)):
        if role == "samples" and text in models:
            return _Wish(default, OrderNotes(by="model", model=text, falling=is_turned or None, **limit))
    if role == "samples" and named in roles.data.columns:
        return _column(named, direction, roles, limit)
    accepted = (*OTHERS, *STATISTICS[role])
    also = f", a model ({listing(models[:_SHOWN])}, ...) or a column" if role == "samples" else ""
    near = (*accepted, *NAMES, *CHANNELS, *(models + list(roles.data.columns) if role == "samples" else []))
    raise ValueError(
        f"sort={word!r} is not an order of {role}; accepted: {listing(accepted)}{also}, a list of names, "
        f"{listing(NAMES)}, or None.{did_you_mean(named, near)}"
    )


def _column(named: str, direction: str, roles: Roles, limit: dict[str, Any]) -> _Wish:
    kind = roles.data.reader.types[named]
    if is_nested(kind):
        raise ValueError(f"sort={named!r} has the type {kind}; samples stand by one text or number each")
    return _Wish({"value": named, "reduce": "first", "order": direction, **limit}, column=named)


def _listed(role: str, given: Sequence[object], axis: str, roles: Roles) -> _Wish:
    from inspect_viz._spec.sidecar import OrderNotes

    names, known = [str(entry) for entry in given], names_of_role(roles, role)
    missing = [entry for entry in names if entry not in set(known)]
    if missing:
        more = ", ..." if len(missing) > _SHOWN else ""
        hint = did_you_mean(missing[0], known)
        verb = "is" if len(missing) == 1 else "are"
        raise ValueError(f"sort: {listing(missing[:_SHOWN])}{more} {verb} not among the {role} of the data.{hint}")
    return _Wish(_default(axis), OrderNotes(by="given", first=tuple(names)))


def names_of_role(roles: Roles, role: str) -> list[str]:
    """The names of samples or models, as the axis shows them."""
    own = roles.sample.name if role == "samples" else roles.model.name
    return names_of(roles.data, own)


__all__ = ["Orders", "Versus", "find_orders", "names_of_role"]
