"""What can be asked of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inspect_viz._sql import call, name, select

if TYPE_CHECKING:
    from typing_extensions import Self

    from ._reader import TableReader

_V = name("v")
HEAD = 5


class AskedTable:
    """Questions to a table, whose answers are values or tables."""

    def __init__(self, data: object) -> None:
        self._reader: TableReader

    def where(self, condition: str) -> Self:
        """The rows that meet a condition in SQL, as a table of its own.

        A table of logs is better told its condition by `Data.from_logs(where=...)`, which reads less and which
        `refresh()` keeps.

        Args:
            condition: What stands behind WHERE, such as "task_name = 'math' and epoch = 1". It sees this table only.

        Raises:
            ValueError: If it cannot be answered, or no row meets it.
        """
        from ._filtered import filtered

        return type(self)(filtered(self._reader, condition))

    def sql(self, query: str) -> Self:
        """The answer to one SELECT as a table of its own: `data.sql("SELECT model, avg(score) AS score FROM data GROUP
        BY model")`.

        Args:
            query: The SELECT. It sees this table only, which is called `data`: no files, no other tables.

        Raises:
            ValueError: If it is anything else, or cannot be answered.
        """
        from ._filtered import answered

        return type(self)(answered(self._reader, query))

    def head(self, n: int = HEAD) -> Self:
        """The first rows as a table of its own.

        Args:
            n: How many; whole and above zero.

        Raises:
            TypeError, ValueError: If `n` is no such number.
        """
        from ._filtered import first

        if isinstance(n, bool) or not isinstance(n, int):
            raise TypeError(f"n={n!r} must be a whole number")
        if n < 1:
            raise ValueError(f"n={n!r} must be above zero")
        return type(self)(first(self._reader, n))

    @property
    def schema(self) -> dict[str, str]:
        """The type of each column as pictures and SQL see it, in DuckDB's words: {"id": "VARCHAR", "score": "DOUBLE"}.
        Whole numbers beyond 2^53 are VARCHAR; values that SQL cannot hold are "UNREADABLE".
        """
        return dict(self._reader.types)

    @property
    def columns(self) -> list[str]:
        """The column names, in order."""
        return list(self._reader.names)

    def column_unique(self, column: str) -> list[Any]:
        """The distinct values of a column that are not null, in order of first appearance.

        Raises:
            ValueError: If there is no such column, or its values cannot be read.
        """
        first = call("min", name("n"))
        found = self._reader.ask_column(
            column, lambda rows: select(_V, source=rows).where(_V.is_given()).grouped(_V).ordered(first)
        )
        return [row[0] for row in found]

    def column_min(self, column: str) -> Any:
        """The smallest value of a column, or None where there is none.

        Raises:
            ValueError: If there is no such column, or its values cannot be read.
        """
        return self._reader.ask_column(column, lambda rows: select(call("min", _V), source=rows))[0][0]

    def column_max(self, column: str) -> Any:
        """The largest value of a column, or None where there is none.

        Raises:
            ValueError: If there is no such column, or its values cannot be read.
        """
        return self._reader.ask_column(column, lambda rows: select(call("max", _V), source=rows))[0][0]

    def __len__(self) -> int:
        return self._reader.count()
