"""What is wrong with logs, in one sentence each."""

from __future__ import annotations

from dataclasses import dataclass


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
