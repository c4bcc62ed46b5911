"""`Data`: a table that pictures are drawn from."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from .._engine import Connection, connect, quote_identifier
from ._lookup import Lookup
from ._names import distinct, position_of, positions_of
from ._repr import describe


class Data:
    """A table of rows: a file that is read when it is needed, or a data frame.

    Make one with `Data.from_file` or `Data.from_dataframe`.
    """

    def __init__(self, lookup: Lookup) -> None:
        if not isinstance(lookup, Lookup):
            raise TypeError("Use Data.from_file(file) or Data.from_dataframe(df) to make a table.")
        self._lookup = lookup

    @classmethod
    def from_file(cls, file: str | os.PathLike[str]) -> Data:
        """A table from a parquet, csv, tsv, json, jsonl or ndjson file (all but parquet also gzipped: `.csv.gz`).

        A csv or json column becomes numbers, booleans or dates only where that loses nothing: a column that holds
        "001" or "NA" is text. Empty cells are null.

        Args:
            file: Path of the file. Network addresses are not read.

        Raises:
            FileNotFoundError: If there is no such file (it is a `ValueError` too).
            ValueError: If the file cannot be read as what its name says.
        """
        from ._files import file_source

        con = connect()
        return cls(Lookup(file_source(con, file), con))

    @classmethod
    def from_dataframe(cls, df: object) -> Data:
        """A table from a data frame, which is never changed; numbers and Arrow columns are not copied.

        Args:
            df: pandas, Polars (also lazy), PyArrow, a DuckDB relation, narwhals or what narwhals knows, anything with
                the Arrow PyCapsule interface, or a mapping of column names to values. The index of a pandas frame is
                not a column. A stream that can be read only once is read now.

        Raises:
            TypeError: If it is none of these.
            ValueError: If it has no columns.
        """
        from ._frames import frame_source

        return cls(Lookup(frame_source(df)))

    @property
    def columns(self) -> list[str]:
        """The column names, in order."""
        return list(self._names)

    def column_unique(self, column: str) -> list[Any]:
        """The distinct values of a column that are not null, in order of first appearance.

        Raises:
            ValueError: If there is no such column, or its values cannot be read.
        """
        sql = "SELECT v FROM {table} WHERE v IS NOT NULL GROUP BY v ORDER BY min(n)"
        return [row[0] for row in self._ask(column, sql)]

    def column_min(self, column: str) -> Any:
        """The smallest value of a column, or None where there is none.

        Raises:
            ValueError: If there is no such column, or its values cannot be read.
        """
        return self._ask(column, "SELECT min(v) FROM {table}")[0][0]

    def column_max(self, column: str) -> Any:
        """The largest value of a column, or None where there is none.

        Raises:
            ValueError: If there is no such column, or its values cannot be read.
        """
        return self._ask(column, "SELECT max(v) FROM {table}")[0][0]

    def __len__(self) -> int:
        known = self._lookup.source.rows
        return int(self._query("SELECT count(*) FROM data")[0][0]) if known is None else known

    def __repr__(self) -> str:
        return describe(self._lookup)

    @property
    def _names(self) -> tuple[str, ...]:
        return self._lookup.source.names

    @property
    def _types(self) -> Mapping[str, str]:
        """Column name to DuckDB type as SQL sees it ("UNREADABLE" where SQL cannot), found out column by column."""
        return _Types(self._lookup)

    def _query(self, sql: str) -> list[tuple[Any, ...]]:
        """The answer to one SELECT over this table, which is called `data`."""
        return self._lookup.ask(sql)

    def _ask(self, column: str, sql: str) -> list[tuple[Any, ...]]:
        """The answer to a question over a column, which is called `v` (and `n`, the number of its row)."""
        position = position_of(column, self._names)
        value = quote_identifier(column) + ("::HUGEINT" if self._lookup.is_wide(position) else "")
        table = f"(SELECT {value} AS v, row_number() OVER () AS n FROM data)"
        return self._lookup.ask(sql.format(table=table), position)

    def _as_text(self) -> frozenset[str]:
        """The columns whose whole numbers pass 2^53, so that SQL sees their text."""
        return frozenset(self._names[i] for i in distinct(self._names) if self._lookup.is_wide(i))

    def _files(self) -> list[str]:
        """The absolute paths that views of this table read."""
        return self._lookup.source.files()

    def _attach(self, con: Connection, name: str, columns: Collection[str] | None = None) -> None:
        """Make the view `name` in a fresh `con`, of the columns given or of all that can be read."""
        positions = distinct(self._names) if columns is None else positions_of(columns, self._names)
        self._lookup.attach(con, name, positions, partly=columns is None, keep=True)


class _Types(Mapping[str, str]):
    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def __getitem__(self, column: str) -> str:
        names = self._lookup.source.names
        if column not in names:
            raise KeyError(column)
        return self._lookup.kind(names.index(column))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(self._lookup.source.names))

    def __len__(self) -> int:
        return len(set(self._lookup.source.names))

    def __repr__(self) -> str:
        return repr(dict(self))
