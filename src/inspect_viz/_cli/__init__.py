"""The command `inspect-viz`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

USAGE_ERROR = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0, 2 for errors (one line on stderr), 130 for Ctrl-C."""
    from ._messages import one_line
    from ._parser import parser

    try:
        parsed = parser().parse_args(arguments)
        return int(parsed.run(parsed))
    except KeyboardInterrupt:
        return INTERRUPTED
    except (ValueError, OSError, ImportError, RuntimeError) as error:
        print(f"inspect-viz: {one_line(error)}", file=sys.stderr)
        return USAGE_ERROR


__all__ = ["main"]
