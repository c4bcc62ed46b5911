"""A source over a file that DuckDB scans."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from inspect_viz._engine import Connection
from inspect_viz._sql import Expression, Rows, create_table, literal, select

from ._errors import MissingFileError
from ._source import physical

_GLOB = frozenset("*?[")


@dataclass(frozen=True)
class FileSource:
    """A file.

    Args:
        path: Absolute path.
        names: The column names.
        rows: How many rows there are.
        relation: What scans the file.
        expressions: Each column over `relation`.
        parsed: Whether it is text, which is parsed once per picture instead of once per question.
        is_wide: For each column whether its whole numbers pass 2^53, where that is known.
    """

    path: str
    names: tuple[str, ...]
    rows: int
    relation: Rows
    expressions: tuple[Expression, ...]
    parsed: bool
    is_wide: tuple[bool, ...] = field(default=())

    @property
    def label(self) -> str:
        return repr(os.path.basename(self.path))

    @property
    def typed(self) -> bool:
        return True

    def hint(self, column: str) -> str:
        return ""

    def files(self) -> list[str]:
        return [] if self._is_kept() else [self.path]

    def must_exist(self) -> None:
        if not os.path.isfile(self.path):
            raise MissingFileError(f"The file {self.path!r} is no longer there.")

    def wide(self, position: int) -> bool | None:
        return self.is_wide[position] if self.is_wide else None

    def levels(self, position: int) -> tuple[str, ...]:
        return ()

    def scan(self, con: Connection, name: str, positions: Sequence[int], keep: bool) -> Rows:
        self.must_exist()
        columns = {physical(i): self.expressions[i] for i in positions} or {"_": literal(True)}
        rows = select(**columns, source=self.relation)
        if not (keep and self._is_kept()):
            return rows
        con.execute(create_table(name, rows))
        return name

    def _is_kept(self) -> bool:
        """A locked database cannot look for a name with the characters of a pattern: such a file is read before."""
        return self.parsed or not _GLOB.isdisjoint(self.path)


@dataclass(frozen=True)
class FilesSource(FileSource):
    """Several files of one folder, which is its path.

    Args:
        paths: Absolute paths.
    """

    paths: tuple[str, ...] = ()

    def files(self) -> list[str]:
        return [] if self._is_kept() else list(self.paths)

    def must_exist(self) -> None:
        for path in self.paths:
            if not os.path.isfile(path):
                raise MissingFileError(f"The file {path!r} is no longer there.")

    def _is_kept(self) -> bool:
        return self.parsed or any(not _GLOB.isdisjoint(path) for path in self.paths)


def pattern(path: str) -> str:
    """The DuckDB file pattern that matches exactly `path`."""
    return "".join(f"[{c}]" if c in _GLOB else c for c in path)
