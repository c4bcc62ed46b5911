"""`Data`: a table that pictures are drawn from."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from .._engine import Connection, Engine, quote_identifier
from .._util.suggest import did_you_mean, listing
from ._source import Source
from ._view import create_view


class Data:
    """A table of rows: a file that is read when it is needed, or a data frame.

    Make one with `Data.from_file` or `Data.from_dataframe`.
    """

    def __init__(self, source: Source) -> None:
        self._source = source

    @classmethod
    def from_file(cls, file: str | os.PathLike[str]) -> Data:
        """A table from a parquet, csv, tsv, json or jsonl file (text files may be gzipped).

        Args:
            file: Path of the file.

        Raises:
            FileNotFoundError: If there is no such file.
            ValueError: If the file cannot be read as what its name says.
        """
        from ._files import file_source

        return cls(file_source(file))

    @classmethod
    def from_dataframe(cls, df: object) -> Data:
        """A table from a data frame, which is neither copied nor changed.

        Args:
            df: pandas, Polars (also lazy), PyArrow, DuckDB relation, narwhals, anything with the Arrow PyCapsule
                interface, or a mapping of column names to values. The index of a pandas frame is not a column.

        Raises:
            TypeError: If it is none of these.
            ValueError: If it has no columns.
        """
        from ._frames import frame_source

        return cls(frame_source(df))

    @property
    def columns(self) -> list[str]:
        """The column names, in order."""
        return list(self._source.names)

    def column_unique(self, column: str) -> list[Any]:
        """The distinct values of a column that are not null, in order of first appearance.

        Raises:
            ValueError: If there is no such column.
        """
        return self._ask_column(column, "SELECT {c} FROM {t} WHERE {c} IS NOT NULL GROUP BY {c} ORDER BY min({n})")

    def column_min(self, column: str) -> Any:
        """The smallest value of a column, or None where there is none.

        Raises:
            ValueError: If there is no such column.
        """
        return self._ask_column(column, "SELECT min({c}) FROM {t}")[0]

    def column_max(self, column: str) -> Any:
        """The largest value of a column, or None where there is none.

        Raises:
            ValueError: If there is no such column.
        """
        return self._ask_column(column, "SELECT max({c}) FROM {t}")[0]

    def __len__(self) -> int:
        return int(self._query("SELECT count(*) FROM data")[0][0])

    def __repr__(self) -> str:
        return f"Data({self._source.label}, {len(self)} rows x {len(self.columns)} columns)"

    def _position(self, column: str) -> int:
        names = self._source.names
        if column not in names:
            raise ValueError(_unknown(column, names))
        if names.count(column) > 1:
            raise ValueError(f"The column {column!r} is there {names.count(column)} times; rename all but one.")
        return names.index(column)

    def _ask_column(self, column: str, sql: str) -> list[Any]:
        self._position(column)
        inner = f"(SELECT {quote_identifier(column)} AS v, row_number() OVER () AS n FROM data)"
        return [row[0] for row in self._query(sql.format(c="v", n="n", t=inner))]

    @cached_property
    def _types(self) -> Mapping[str, str]:
        """Column name to DuckDB type, as the picture's SQL sees it."""
        return MappingProxyType({row[0]: row[1] for row in self._query("DESCRIBE data")})

    @cached_property
    def _engine(self) -> Engine:
        return Engine({"data": self})

    def _query(self, sql: str) -> list[tuple[Any, ...]]:
        """Answer one SELECT over this table, which is called `data`."""
        return self._engine.rows(sql)

    def _files(self) -> list[str]:
        return self._source.files()

    def _attach(self, con: Connection, name: str, columns: Collection[str] | None = None) -> None:
        """Make the view `name` in a fresh `con`, of all columns or of those given."""
        names = self._source.names
        used = range(len(names)) if columns is None else sorted(self._position(c) for c in columns)
        create_view(con, name, self._source, list(used))


def _unknown(column: object, names: tuple[str, ...]) -> str:
    return f"There is no column {column!r} in the data.{did_you_mean(column, names)} Columns: {listing(names)}."
