"""Checks of single arguments."""

from __future__ import annotations

from inspect_viz._spec.arguments import Fixed, kinds_of
from inspect_viz._spec.errors import one_of, shown, wrong_type

ALIGNS = ("left", "right", "center", "justify")


def check_number(where: str, name: str, value: object) -> float:
    """A finite number."""
    found = Fixed(where).value(name, value, kinds_of("float"))
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise wrong_type(where, name, value, "a number")
    return found


def check_positive(where: str, name: str, value: object) -> None:
    if check_number(where, name, value) <= 0:
        raise ValueError(f"{where}: {name} must be greater than 0, not {shown(value)}.")


def check_not_negative(where: str, name: str, value: object) -> None:
    if check_number(where, name, value) < 0:
        raise ValueError(f"{where}: {name} must be 0 or more, not {shown(value)}.")


def check_whole(where: str, name: str, value: object) -> None:
    """A whole number above zero."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise wrong_type(where, name, value, "a whole number above 0")


def check_flag(where: str, name: str, value: object) -> None:
    if not isinstance(value, bool):
        raise wrong_type(where, name, value, "true or false")


def check_text(where: str, name: str, value: object) -> None:
    if not isinstance(value, str):
        raise wrong_type(where, name, value, "text")


def check_align(where: str, name: str, value: object) -> None:
    check_among(where, name, value, ALIGNS)


def check_among(where: str, name: str, value: object, accepted: tuple[str, ...]) -> None:
    one_of(where, name, value, accepted)
