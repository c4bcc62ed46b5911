"""Transforms in the channels of marks of a spec: what is no transform, and what the one that is meant does not take."""

from __future__ import annotations

import re
from collections.abc import Mapping

from inspect_viz._generated.transforms import TRANSFORMS
from inspect_viz._spec.errors import wrong_type
from inspect_viz._spec.expressions import sql_texts
from inspect_viz._spec.nodes import Transform
from inspect_viz._spec.references import literal
from inspect_viz._spec.transforms import from_mapping

from ._columns import Columns
from ._references import REFERENCE, UNKNOWN, References

PYTHON = {python: mosaic for python, (mosaic, _) in TRANSFORMS.items() if python != mosaic}
SELECT = re.compile(r"\bselect\b", re.IGNORECASE)


def check_transform(
    where: str, name: str, value: Mapping[str, object], references: References, columns: Columns, table: str
) -> None:
    """Raises ValueError for a dict that Mosaic would not read, or SQL that the table cannot answer."""
    if "column" in value:
        if not isinstance(value["column"], str):
            raise ValueError(str(wrong_type(where, f"{name}: column", value["column"], "a column's name")))
        return
    if "value" in value:
        inner = value["value"]
        return check_transform(where, name, inner, references, columns, table) if isinstance(inner, Mapping) else None
    given = references.resolved(value)
    if given is not UNKNOWN:
        assert isinstance(given, Mapping)
        for text in sql_texts(_read(where, name, given)):
            _check_sql(f"{where}: {name}", text, references, columns, table)


def _read(where: str, name: str, value: Mapping[str, object]) -> Transform:
    for key in value:
        if key in PYTHON:
            raise ValueError(f"{where}: {name}: {key!r} is the name in Python; in specs it is {PYTHON[key]!r}.")
    try:
        return from_mapping(where, name, value)
    except (TypeError, ValueError) as error:
        told = str(error)
        raise ValueError(told if told.startswith(where) else f"{where}: {name}: {told}") from None


def _check_sql(where: str, text: str, references: References, columns: Columns, table: str) -> None:
    """Of tables that SQL makes, and of SQL that asks other tables, nothing is told here."""
    if SELECT.search(text):
        return
    values = {found[0]: references.first(found[0]) for found in REFERENCE.finditer(text)}
    if UNKNOWN in values.values():
        return
    asked = REFERENCE.sub(lambda found: literal(values[found[0]]), text)  # type: ignore[arg-type]
    problem = columns.problem_of(table, asked)
    if problem is not None:
        raise ValueError(f"{where}: the expression {text!r} cannot be read: {problem}")
