"""Options of marks and attributes of plots in a spec: their names, and values that are plain."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from inspect_viz._spec.arguments import CHANNELS, Call, Kinds
from inspect_viz._spec.kinds import literal_values
from inspect_viz._spec.names import snake
from inspect_viz._util.suggest import did_you_mean, listing

from ._references import UNKNOWN, References

FREE = (*CHANNELS, "Channels", "object", "SortOrder")
"""Kinds that are not checked here."""
LAX = (*FREE, "str", "Sequence[object]", "Interpolate")
"""Kinds that take any text."""
PLAIN = ("float", "bool", "None")
"""Kinds that take no text at all."""
SIZES = ("width", "height")
"""Of plots in specs, which are of no size where they are there for their legends."""


def check_options(
    where: str,
    place: str,
    what: str,
    given: Mapping[str, object],
    known: Mapping[str, Kinds],
    references: References,
) -> None:
    """Raises ValueError for a name that is not known, with the nearest, or a value that is not accepted."""
    for name, value in given.items():
        if name not in known:
            raise unknown_option(f"{where}: {place}", what, name, known)
        held = references.resolved(value)
        if held is not None and held is not UNKNOWN:
            _check_value(f"{where}: {place}", name, value, held, known[name])


def unknown_option(where: str, what: str, name: str, known: Collection[str]) -> ValueError:
    """The error that names the nearest option, or all."""
    hint = did_you_mean(name, known) or f" It takes {listing(sorted(known))}."
    return ValueError(f"{where}: {what} has no option {name!r}.{hint}")


def is_reference(value: object) -> bool:
    """Whether a value is that of a param."""
    return isinstance(value, str) and value.startswith("$")


def _check_value(where: str, name: str, value: object, held: object, kinds: Kinds) -> None:
    """What channels show, and orders, are not checked here; nor are texts where some kind takes any text."""
    free = LAX if isinstance(held, str) else FREE
    is_told = any(map(literal_values, kinds)) or {*kinds} <= {*PLAIN} or not isinstance(held, str)
    if any(kind in free for kind in kinds) or not is_told or (name in SIZES and held == 0):
        return
    nested = {snake(str(key)): inner for key, inner in held.items()} if isinstance(held, Mapping) else held
    try:
        Call(where).value(name, nested, kinds)
    except (TypeError, ValueError) as error:
        told = str(error).removeprefix(f"{where}: ")
        said = f"{name} is {value}, but {told}" if is_reference(value) else told
        raise ValueError(f"{where}: {said}") from None
