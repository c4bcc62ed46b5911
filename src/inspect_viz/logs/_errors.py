"""What can be wrong with a log."""

from __future__ import annotations


class LogError(ValueError):
    """A log that cannot be read.

    Args:
        path: The log.
        reason: What is wrong with it.
        advice: What to do about it.
    """

    def __init__(self, path: str, reason: str, advice: str = "") -> None:
        self.path = path
        self.reason = reason
        self.advice = advice or "read the others with strict=False, or leave this one out"
        super().__init__(f"cannot read the log {path!r}: {reason}; {self.advice}")

    def __reduce__(self) -> tuple[type[LogError], tuple[str, str, str]]:
        return LogError, (self.path, self.reason, self.advice)


class Damaged(ValueError):
    """Bytes that are not what they should be; whoever knows the path makes a `LogError` of it."""
