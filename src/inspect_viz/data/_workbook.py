"""Sheets of workbooks (Excel, OpenDocument), read by fastexcel."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from inspect_viz._util.suggest import did_you_mean, listing

from ._errors import FileError, needs
from ._loaded import LoadedSource, loaded

_UNNAMED = "__UNNAMED__"


def sheet_source(path: str, sheet: str | int | None) -> LoadedSource:
    """The source for one sheet of a workbook, whose first row holds the names of the columns.

    Args:
        path: Path of the workbook.
        sheet: Name or number, from 0; the first one where not given.

    Raises:
        ImportError: If fastexcel is missing.
        FileError: If it is no workbook, has no such sheet, or the sheet is empty.
    """
    with needs("fastexcel", "workbooks"):
        import fastexcel

    name = os.path.basename(path)
    try:
        book = fastexcel.read_excel(path)
        chosen = _chosen(name, book.sheet_names, sheet)
        with _quiet():
            batch = book.load_sheet(chosen, schema_sample_rows=None).to_arrow()
    except fastexcel.FastExcelError as error:
        raise FileError(f"The workbook {name!r} cannot be read: {str(error).splitlines()[0]}") from error
    if not batch.num_columns:
        raise FileError(f"The sheet {chosen!r} of {name!r} is empty.")
    names = ["" if column.startswith(_UNNAMED) else column for column in batch.schema.names]
    return loaded(path, names, batch.columns, sheet_source, sheet)


def _chosen(name: str, sheets: list[str], sheet: str | int | None) -> str:
    if isinstance(sheet, bool) or not isinstance(sheet, str | int | None):
        raise TypeError(f"sheet={sheet!r} must be the name of a sheet, or its number from 0")
    if isinstance(sheet, str):
        if sheet not in sheets:
            raise FileError(
                f"sheet={sheet!r} is not among the sheets of {name!r}: {listing(sheets)}.{did_you_mean(sheet, sheets)}"
            )
        return sheet
    number = sheet or 0
    if not 0 <= number < len(sheets):
        raise FileError(f"sheet={number!r} must be from 0 to {len(sheets) - 1}: {name!r} has {listing(sheets)}.")
    return sheets[number]


@contextmanager
def _quiet() -> Iterator[None]:
    """Without a warning for each column that has no values."""
    logger: Any = logging.getLogger("fastexcel")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
