"""What is wrong with logs, in one sentence each."""

from __future__ import annotations

from dataclasses import dataclass

_MOST = 50
"""How many problems a notebook shows."""


@dataclass(frozen=True)
class Problem:
    """Something about logs that whoever looks at their samples should know.

    Args:
        kind: What kind of problem, in one or two words that do not change: "unreadable", "odd log", "copy",
            "same name", "run twice", "shared ids", "different input", "different version", "missing samples",
            "invalidated", "run again", "copied rows", "alike ids", "unknown score", "same column", "retried",
            "no link".
        message: One sentence, in plain text.
        logs: The logs it is about, as their paths.
    """

    kind: str
    message: str
    logs: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.message


class Problems(tuple[Problem, ...]):
    """Problems, the gravest first; a notebook shows them as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from ._html import escaped, table

        if not self:
            return "<p>No problems.</p>"
        rows = [(escaped(own.kind), escaped(own.message, 500)) for own in self[:_MOST]]
        return table([*rows, ("", f"{len(self) - _MOST:,} more")] if len(self) > _MOST else rows)
