"""A picture with its database: what every host draws, answers and closes."""

from __future__ import annotations

import json
import re
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING

from inspect_viz._engine import Engine, Limits, QueryError, Stop, Stopped
from inspect_viz._spec import compile
from inspect_viz._spec.expressions import expressions
from inspect_viz._util.text import well_formed
from inspect_viz._version import __version__

from ._alive import is_living

if TYPE_CHECKING:
    from inspect_viz._spec import Among
    from inspect_viz._spec.nodes import Drawable
    from inspect_viz.data import Data

DEFAULT_TITLE = "Plot"
MOST_LOGS = 100


class OpenPicture:
    """A compiled picture, the locked database that answers its questions, and where its data comes from.

    It opens, and lives until `close`, or to the end of a `with` block. Any thread may ask, several at once.

    Args:
        component: The picture.
        limits: What its questions may take.
        stop: Ends the opening and all questions from another thread.
        among: The others of its page.

    Raises:
        TypeError: If `limits` is something else.
        ValueError: If a table cannot be read.
        Stopped: If it was stopped while it opened.
    """

    def __init__(
        self,
        component: Drawable,
        limits: Limits | None = None,
        stop: Stop | None = None,
        among: Among | None = None,
    ) -> None:
        if limits is not None and not isinstance(limits, Limits):
            raise TypeError(f"limits must be Limits(seconds=..., memory=...) or None, not {type(limits).__name__}")
        self.node = component.node
        self._expressions = expressions(self.node)
        self.picture = compile(component, among)
        self._engine = Engine(self.picture.tables, self.picture.columns, limits, stop, self.picture.queries)
        self._running = Stop()

    @property
    def is_living(self) -> bool:
        """Whether readers can change it, in itself or in another picture of its page."""
        return is_living(self.node) or bool(self.picture.changed_by)

    @property
    def title(self) -> str:
        """What the picture is called."""
        return well_formed(self.picture.title or DEFAULT_TITLE)

    @cached_property
    def provenance(self) -> str:
        """Where the picture comes from, as JSON: package, tables and logs. No wall clock, no folders."""
        tables = [_provenance(data) for data in self.picture.tables.values()]
        return well_formed(json.dumps({"made by": f"inspect-viz {__version__}", "data": tables}, ensure_ascii=False))

    def answer(self, sql: str, stop: Stop | None = None) -> bytes:
        """The answer to one SELECT over the picture's tables, as an Arrow IPC stream.

        Args:
            sql: The question.
            stop: Ends this question from another thread.

        Raises:
            QueryError: If it cannot be answered; a LimitError if it takes too much.
            Stopped: If it was ended.
        """
        try:
            return self._engine.arrow(sql, stop, self._running)
        except Stopped:
            raise
        except QueryError as error:
            raise _naming(self._expressions, sql, error) from error

    def columns_of(self, table: str) -> tuple[str, ...]:
        """The columns of one of its tables, or of one that SQL makes."""
        return tuple(self._engine.described(table))

    def prepare(self, sql: str, stop: Stop | None = None) -> None:
        """Keep the answer of one SELECT for later questions: what Mosaic does before a brush moves; see `Engine`.

        Raises:
            QueryError, Stopped: As `answer`.
        """
        self._engine.prepare(sql, stop, self._running)

    def cancel(self) -> None:
        """End the questions that are being answered; the picture stays open."""
        running, self._running = self._running, Stop()
        running.now()
        running.wait()

    def close(self) -> None:
        """End all questions and free the database."""
        self._engine.close()

    def __enter__(self) -> OpenPicture:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _naming(expressions: tuple[str, ...], sql: str, error: QueryError) -> QueryError:
    """The error, which names the expressions of the caller that the question holds."""
    found = [text for text in expressions if text in sql]
    named = f"{' and '.join(map(repr, found))}: " if found else ""
    return type(error)(f"{named}{error}")


def _provenance(data: Data) -> dict[str, object]:
    about: dict[str, object] = {"source": data.reader.origin, "rows": len(data)}
    return about | ({"logs": _logs(data)} if data.reader.types.get("log") == "VARCHAR" else {})


def _logs(data: Data) -> list[str]:
    """Names of the first logs, without their folders."""
    rows = data.reader.ask(f"SELECT DISTINCT log FROM data WHERE log IS NOT NULL ORDER BY log LIMIT {MOST_LOGS}")
    return [re.split(r"[/\\\\]", row[0])[-1] for row in rows]
