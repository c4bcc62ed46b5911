"""Rows as a table: sorted, filtered, in pages, and chosen to say which rows other views show."""

from __future__ import annotations

from ._column import Column, column
from ._style import Pagination, TableStyle
from ._table import table

__all__ = ["Column", "Pagination", "TableStyle", "column", "table"]
