"""Names and values as SQL text that cannot be anything else."""

from __future__ import annotations

from datetime import date, datetime


def quote_identifier(name: str) -> str:
    """`name` as a quoted SQL identifier, whatever characters it holds.

    Raises:
        ValueError: If it is empty or holds a NUL character, which SQL cannot name.
    """
    if not name or "\x00" in name:
        raise ValueError(f"A column name must be text without NUL characters and not be empty, but is {name!r}.")
    return '"' + name.replace('"', '""') + '"'


def quote_literal(value: object) -> str:
    """A text, number, boolean, date, time stamp or None as an SQL literal.

    Raises:
        TypeError: For any other kind of value.
    """
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"'{value!r}'::DOUBLE"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, datetime | date):
        return _moment(value)
    raise TypeError(f"A value in SQL must be text, a number, a boolean, a date or None, not {type(value).__name__}.")


def _text(value: str) -> str:
    pieces = ["'" + piece.replace("'", "''") + "'" for piece in value.split("\x00")]
    return pieces[0] if len(pieces) == 1 else "(" + " || chr(0) || ".join(pieces) + ")"


def _moment(value: date) -> str:
    if not isinstance(value, datetime):
        return f"DATE '{value.isoformat()}'"
    kind = "TIMESTAMP" if value.tzinfo is None else "TIMESTAMPTZ"
    return f"{kind} '{value.isoformat(sep=' ')}'"
