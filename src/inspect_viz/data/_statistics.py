"""Files of statistics programs (Stata, SAS, SPSS), read by pyreadstat."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ._columns import arrow_column
from ._errors import FileError, needs
from ._loaded import LoadedSource, loaded

READERS = {
    ".dta": "read_dta",
    ".sas7bdat": "read_sas7bdat",
    ".xpt": "read_xport",
    ".sav": "read_sav",
    ".zsav": "read_sav",
    ".por": "read_por",
}


def statistics_source(path: str, ending: str) -> LoadedSource:
    """The source for such a file; codes are their labels where each code of the column has one.

    Raises:
        ImportError: If pyreadstat is missing.
        FileError: If it is damaged or another kind of file.
    """
    with needs("pyreadstat", f"{ending} files"):
        import pyreadstat

    read: Callable[..., tuple[Mapping[str, Sequence[Any]], Any]] = getattr(pyreadstat, READERS[ending])
    try:
        values, about = read(path, output_format="dict")
    except Exception as error:
        reason = str(error).partition("Could not")[0] or type(error).__name__
        raise FileError(f"The file {os.path.basename(path)!r} cannot be read as {ending}: {reason}") from error
    labels: Mapping[str, Mapping[Any, str]] = about.variable_value_labels
    columns = [arrow_column(_labelled(column, labels.get(name, {}))) for name, column in values.items()]
    return loaded(path, list(values), columns, statistics_source, ending)


def _labelled(values: Sequence[Any], labels: Mapping[Any, str]) -> Sequence[Any]:
    given = {value for value in values if value is not None}
    return [labels.get(value) for value in values] if labels and given <= labels.keys() else values
