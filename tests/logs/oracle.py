"""What `inspect_ai.analysis.samples_df` makes of logs, and how a table of ours differs from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from inspect_ai.log import EvalLog

DATED = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}[:-]\d{2}[:-]\d{2}")
"""How the name of a `.json` file begins that `samples_df` takes for a log."""

DEVIATIONS: list[tuple[re.Pattern[str], str]] = [
    (re.compile(r"score_.*_kind", re.DOTALL), "extra columns: the kind of each score"),
    (re.compile(r"score_.*_.*", re.DOTALL), "extra columns: the keys of scores that are dicts; reasons"),
    (re.compile("invalidation"), "an extra column: who declared samples invalid and why"),
    (re.compile(r"score_.*\[.*\]", re.DOTALL), "extra columns: the same where a scorer has that name"),
]
"""Columns that only we have, by name, and why.

What else may differ, each of them in one place below:

* a table without samples has its columns (theirs has none): `differences`;
* a missing value in a column of several kinds is null (theirs is the text "nan"): `_same_or_missing`;
* whole numbers beyond 64 bits with gaps are text (theirs are rounded): `_is_long`;
* keys with a line break, and `metadata` beside a sample's key `eval`, stand where the others stand: `_order`.
"""

SHOWN = 5
"""So many differing rows of a column are named."""


def expected(paths: Sequence[Path], full: bool = False) -> pa.Table:
    """The table of `samples_df` with the columns of a whole log, the logs in the order of their paths.

    Free `.json` names, which `samples_df` passes over, are read as headers and given as objects; it reads the samples
    from the paths in them, so that `log` says the same for all. A path must not have held other samples before:
    inspect_ai remembers the `.json` log that it read last.
    """
    from inspect_ai.analysis import EvalConfiguration, EvalInfo, EvalModel, EvalTask, SampleSummary, samples_df

    columns = SampleSummary + EvalModel + EvalInfo + EvalTask + EvalConfiguration
    return plain(samples_df(_logs(sorted(paths)), columns=columns, full=full, quiet=True))


def _logs(paths: list[Path]) -> list[str] | list[EvalLog]:
    from inspect_ai.log import read_eval_log

    if all(path.suffix == ".eval" or DATED.match(path.name) for path in paths):
        return [str(path) for path in paths]
    return [read_eval_log(str(path), header_only=True) for path in paths]


def plain(frame: object) -> pa.Table:
    """A table of a data frame's columns in Arrow's types, without pandas' index and metadata."""
    table = pa.Table.from_pandas(frame, preserve_index=False)
    return table.replace_schema_metadata(None).combine_chunks()


def differences(ours: pa.Table, theirs: pa.Table) -> list[str]:
    """Says how our table differs from theirs, nothing if it does not: names, order, rows, types, then values."""
    if theirs.num_columns == 0:
        return _rows(ours, theirs)
    if found := _names(ours, theirs) + _rows(ours, theirs):
        return found
    return [text for name in theirs.column_names for text in _column(name, ours[name], theirs[name])]


def _names(ours: pa.Table, theirs: pa.Table) -> list[str]:
    mine = [name for name in ours.column_names if name in theirs.column_names or not _allowed(name)]
    if _order(mine) == _order(theirs.column_names) and set(mine) == set(theirs.column_names):
        return []
    missing = [f"column {name!r} is missing" for name in theirs.column_names if name not in mine]
    extra = [f"column {name!r} is not theirs" for name in mine if name not in theirs.column_names]
    return missing + extra or [f"columns stand in another order: {mine}, theirs: {theirs.column_names}"]


def _order(names: Sequence[str]) -> list[str]:
    strange = {"metadata", "metadata_eval"} if "metadata_eval" in names else set()
    return [name for name in names if "\n" not in name and name not in strange]


def _allowed(name: str) -> bool:
    return any(pattern.fullmatch(name) for pattern, _ in DEVIATIONS)


def _rows(ours: pa.Table, theirs: pa.Table) -> list[str]:
    same = ours.num_rows == theirs.num_rows
    return [] if same else [f"{ours.num_rows} rows, theirs: {theirs.num_rows}"]


def _column(name: str, ours: pa.ChunkedArray, theirs: pa.ChunkedArray) -> list[str]:
    if _is_long(ours, theirs):
        return []
    if _small(ours.type) != _small(theirs.type):
        return [f"column {name!r} is of type {ours.type}, theirs: {theirs.type}"]
    pairs = enumerate(zip(ours.to_pylist(), theirs.to_pylist(), strict=True))
    found = [f"column {name!r}, row {row}: {a!r}, theirs: {b!r}" for row, (a, b) in pairs if not _same_or_missing(a, b)]
    return found[:SHOWN] + ([f"column {name!r}: {len(found) - SHOWN} rows more"] if len(found) > SHOWN else [])


def _is_long(ours: pa.ChunkedArray, theirs: pa.ChunkedArray) -> bool:
    """Whether ours are the digits of whole numbers, some beyond 64 bits, that theirs have rounded."""
    if not (pa.types.is_string(ours.type) and pa.types.is_floating(theirs.type) and ours.null_count < len(ours)):
        return False
    pairs = zip(ours.to_pylist(), theirs.to_pylist(), strict=True)
    return all(a is b is None or (a is not None and float(int(a)) == b) for a, b in pairs)


def _small(kind: pa.DataType) -> pa.DataType:
    return pa.string() if pa.types.is_large_string(kind) else kind


def _same_or_missing(a: object, b: object) -> bool:
    return same(a, b) or (a is None and b == "nan")


def same(a: object, b: object) -> bool:
    """Whether two values are one: null is only null, NaN is NaN, 0.0 is not -0.0, `1` is neither `1.0` nor `True`."""
    return type(a) is type(b) and (repr(a) == repr(b) if isinstance(a, float) else a == b)
