"""Whether V8 finds the addresses that it reserves; where it does not, it ends the whole process."""

from __future__ import annotations

import subprocess
import sys

from ._errors import RuntimeUnavailable

PROBE = "from py_mini_racer import MiniRacer; MiniRacer().eval('1')"
SECONDS = 60


def check_room() -> None:
    """Where the address space is limited, let another process try first: what V8 needs differs from case to case.

    Raises:
        RuntimeUnavailable: If V8 does not start there.
    """
    limit = _limit()
    if limit is None or not sys.executable:
        return
    tried = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, timeout=SECONDS, check=False)
    if tried.returncode != 0:
        raise RuntimeUnavailable(
            f"drawing needs V8, which does not start within {limit / 1024**3:,.0f} GiB of address space: it reserves "
            "about a terabyte, of which it uses little. Lift the limit (ulimit -v unlimited), and limit memory by "
            "other means, such as a cgroup"
        )


def _limit() -> int | None:
    try:
        import resource
    except ImportError:
        return None
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    return None if limit == resource.RLIM_INFINITY else limit
