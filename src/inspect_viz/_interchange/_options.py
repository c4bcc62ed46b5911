"""Options of marks and attributes of plots in a spec: their names, and values that are plain."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from inspect_viz._spec.arguments import CHANNELS, Call, Kinds
from inspect_viz._spec.kinds import literal_values
from inspect_viz._util.suggest import did_you_mean, listing

LAX = (*CHANNELS, "object", "str", "Sequence[object]", "SortOrder", "Interpolate")
"""Kinds that take any text."""
PLAIN = ("float", "bool", "None")
"""Kinds that take no text at all."""


def check_options(where: str, place: str, what: str, given: Mapping[str, object], known: Mapping[str, Kinds]) -> None:
    """Raises ValueError for a name that is not known, with the nearest, or a text that is none of those accepted."""
    for name, value in given.items():
        if name not in known:
            raise unknown_option(f"{where}: {place}", what, name, known)
        if isinstance(value, str | bool | int | float) and not is_reference(value):
            _check_value(f"{where}: {place}", name, value, known[name])


def unknown_option(where: str, what: str, name: str, known: Collection[str]) -> ValueError:
    """The error that names the nearest option, or all."""
    hint = did_you_mean(name, known) or f" It takes {listing(sorted(known))}."
    return ValueError(f"{where}: {what} has no option {name!r}.{hint}")


def is_reference(value: object) -> bool:
    """Whether a value is that of a param."""
    return isinstance(value, str) and value.startswith("$")


def _check_value(where: str, name: str, value: object, kinds: Kinds) -> None:
    """Texts are checked where only some are accepted, numbers and truth where they are all of a kind."""
    if any(kind in LAX for kind in kinds) or not (any(map(literal_values, kinds)) or {*kinds} <= {*PLAIN}):
        return
    try:
        Call(where).value(name, value, kinds)
    except TypeError as error:
        raise ValueError(str(error)) from None
