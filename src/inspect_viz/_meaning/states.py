"""What tells that something happened to a sample."""

from __future__ import annotations

from inspect_viz._sql import Expression, call, name

from .types import is_list, is_number, is_text


def happened(column: str, kind: str) -> Expression:
    """Whether a column says that something happened: text, true, a number other than zero, a list of something.

    Args:
        column: Its name.
        kind: Its type.
    """
    value = name(column)
    if is_text(kind):
        return value.as_text().differs("")
    if kind == "BOOLEAN":
        return value
    if is_number(kind):
        return value.differs(0)
    return call("len", value).above(0) if is_list(kind) else value.is_given()
