"""Groups of the database's types."""

from __future__ import annotations

INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")
NUMERIC = (*INTEGERS, "UHUGEINT", "BIGNUM", "FLOAT", "DOUBLE", "DECIMAL", "BOOLEAN")
TEXT = ("VARCHAR", "ENUM", '"NULL"', "NULL")
NESTED = ("STRUCT", "MAP", "UNION")


def _kind(type_name: str) -> str:
    return type_name.split("(")[0].strip().upper()


def is_text(type_name: str) -> bool:
    """Whether a column's type is text, or holds nothing but nulls."""
    return _kind(type_name) in TEXT


def is_number(type_name: str) -> bool:
    """Whether a column's type is a number or a boolean."""
    return _kind(type_name) in NUMERIC


def is_integer(type_name: str) -> bool:
    """Whether a column's type is a whole number or a boolean."""
    return _kind(type_name) in (*INTEGERS, "UHUGEINT", "BIGNUM", "BOOLEAN")


def is_list(type_name: str) -> bool:
    """Whether a column's type is a list of values."""
    return type_name.endswith("]")


def is_nested(type_name: str) -> bool:
    """Whether a column holds several values a row."""
    return is_list(type_name) or type_name.startswith(NESTED)
