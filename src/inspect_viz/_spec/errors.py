"""Errors about one argument of one call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inspect_viz._util.suggest import did_you_mean, listing

ELSEWHERE = {"limits": " Pictures take it when they are drawn: save(..., limits=...), show, to_html and write_* do."}
"""Names that belong to other functions, and to which."""


def shown(value: object, limit: int = 60) -> str:
    """A value as an error message shows it."""
    text = repr(value)
    text = text if len(text) <= limit else f"{text[: limit - 3]}..."
    return text if isinstance(value, str | int | float | bool | None) else f"{text} ({type(value).__name__})"


def unknown_name(where: str, what: str, name: object, names: Iterable[str]) -> TypeError:
    """An option or attribute that does not exist."""
    known = list(names)
    hint = ELSEWHERE.get(str(name)) or did_you_mean(name, known) or f" It takes {listing(sorted(known))}."
    return TypeError(f"{where}: unknown {what} {name!r}.{hint}")


def unknown_value(where: str, argument: str, value: object, accepted: Sequence[str], extra: str = "") -> ValueError:
    """A text that is not among the accepted ones."""
    also = f" or {extra}" if extra else ""
    return ValueError(
        f"{where}: {argument} must be one of {listing(accepted, 60)}{also}, not {shown(value)}."
        f"{did_you_mean(value, accepted)}"
    )


def is_one(value: object, accepted: Sequence[str]) -> bool:
    """Whether a value, of any type, is one of some texts."""
    return isinstance(value, str) and value in accepted


def one_of(where: str, argument: str, value: object, accepted: Sequence[str]) -> str:
    """The text that is among the accepted ones; raises ValueError for anything else."""
    if is_one(value, accepted):
        return str(value)
    raise unknown_value(where, argument, value, accepted)


def unknown_column(where: str, argument: str, value: str, columns: Sequence[str], extra: str = "") -> ValueError:
    """A text that is no column of the data."""
    also = f" and no {extra}" if extra else ""
    return ValueError(
        f"{where}: {argument}={shown(value)} is no column of the data{also}.{did_you_mean(value, columns)}"
        f" The columns are {listing(columns, 20)}."
    )


def wrong_type(where: str, argument: str, value: object, accepted: str) -> TypeError:
    """A value of a type that the argument does not take."""
    return TypeError(f"{where}: {argument} must be {accepted}, not {shown(value)}.")
