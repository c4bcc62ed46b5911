"""What logs say of whole evaluations, as columns of the table of their samples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from ._part import Facts
from ._settle import settled, whole
from ._values import column

CREATED = pa.timestamp("us", tz="UTC")


def eval_columns(facts: Sequence[Facts], logs: Any) -> dict[str, Any]:
    """The columns that are the same for all samples of a log, of which `logs` gives the number for each row."""
    names = dict.fromkeys(name for own in facts for name in own.columns)
    spread = _Spread(logs)
    return {name: spread.column(_eval_values(name, facts)) for name in names}


def _eval_values(name: str, facts: Sequence[Facts]) -> Any:
    """The values of a column, one for each log."""
    if name == "created":
        return pa.array([own.start for own in facts], CREATED)
    values = [own.columns.get(name) for own in facts]
    hollow = {name} if any(name not in own.columns for own in facts) else set()
    return whole(settled(pa.table({name: column(values)}), hollow)[name])


class _Spread:
    """Values of logs as values of their samples. Most columns differ in the same way, so places are kept.

    Args:
        logs: The number of the log of each sample.
    """

    def __init__(self, logs: Any) -> None:
        self._logs = logs
        self._places: dict[tuple[int | None, ...], Any] = {}

    def column(self, values: Any) -> Any:
        """A column of texts as a dictionary of its different values, any other as it is."""
        if values.null_count == len(values):
            return pa.nulls(len(self._logs), values.type)
        if not pa.types.is_string(values.type):
            return values.take(self._logs)
        coded = values.dictionary_encode()
        return pa.DictionaryArray.from_arrays(self._spread(coded.indices), coded.dictionary)

    def _spread(self, places: Any) -> Any:
        key = tuple(places.to_pylist())
        if key not in self._places:
            self._places[key] = places.take(self._logs)
        return self._places[key]


def plain(table: Any) -> Any:
    """The table without dictionaries: every column of texts is of type string."""
    return pa.table({name: _plain(values) for name, values in zip(table.column_names, table.columns, strict=True)})


def _plain(values: Any) -> Any:
    if not pa.types.is_dictionary(values.type):
        return values
    words: Any = values.chunk(0).dictionary if values.num_chunks == 1 else []
    if len(words) == 1 and not values.null_count:
        return pa.repeat(words[0], len(values))
    return values.cast(pa.string())
