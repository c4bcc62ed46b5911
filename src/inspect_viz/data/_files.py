"""Files as sources."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from .._engine import Connection, connect, quote_identifier, quote_literal
from ._source import Source, physical


@dataclass(frozen=True)
class ParquetSource:
    """A parquet file."""

    path: str
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        return repr(os.path.basename(self.path))

    def files(self) -> list[str]:
        return [self.path]

    def scan(self, con: Connection, name: str, positions: Sequence[int]) -> str:
        columns = ", ".join(f"{quote_identifier(self.names[i])} AS {physical(i)}" for i in positions)
        return f"(SELECT {columns} FROM read_parquet({quote_literal(self.path)}))"


def file_source(file: str | os.PathLike[str]) -> Source:
    """The source that reads `file`."""
    path = os.path.abspath(os.fspath(file))
    con = connect()
    rows = con.execute(f"DESCRIBE SELECT * FROM read_parquet({quote_literal(path)})").fetchall()
    con.close()
    return ParquetSource(path, tuple(row[0] for row in rows))
