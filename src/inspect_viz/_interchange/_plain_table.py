"""A table as Mosaic's own: names of columns, their sides and widths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

SIDES = ("left", "right", "center", "justify")
OPTIONS = ("input", "from", "as", "filterBy", "height", "maxWidth", "rowBatch")
SILENT = {"select": "none"}
"""Options of ours whose usual value says nothing."""


def plain_table(part: Json, unsaid: list[str]) -> Json:
    """The input; what it cannot say is added to `unsaid`."""
    columns = {name: column for column in part.get("columns", ()) if (name := _name(column["value"])) is not None}
    if len(columns) < len(part.get("columns", ())):
        unsaid.append("columns of tables that are expressions")
    if any(column.get("label", name) != name for name, column in columns.items()):
        unsaid.append("headings of columns")
    known = ("value", "label", "align", "width")
    if any(key not in known for column in columns.values() for key in column):
        unsaid.append("formats and looks of columns")
    if any(key not in OPTIONS and key != "columns" and SILENT.get(key) != value for key, value in part.items()):
        unsaid.append("pages, looks and selecting of tables")
    align = {name: column["align"] for name, column in columns.items() if column.get("align") in SIDES}
    width = {name: column["width"] for name, column in columns.items() if "width" in column}
    looks = {key: of for key, of in (("align", align), ("width", width)) if of}
    return {**{key: part[key] for key in OPTIONS if key in part}, "columns": list(columns), **looks}


def _name(value: object) -> str | None:
    """The column that is shown as it is."""
    if isinstance(value, Mapping) and list(value) == ["column"]:
        value = value["column"]
    return value if isinstance(value, str) and not value.startswith("$") else None
