"""A zoo of logs: one of every construct that changes a header or a sample summary, written with inspect_ai itself.

`ZOO` maps a name to a function that writes one log or several into an empty folder; `NO_ORACLE` has those that
`samples_df` refuses. Nothing is random; only what inspect_ai draws itself (ids and times of real runs) changes from
call to call. The parts: `zoo_samples`, `zoo_metadata`, `zoo_inputs`, `zoo_headers` (what is said once for a log),
`zoo_runs` (real evaluations), `zoo_retries`, `zoo_shards`, `zoo_reasons` (what inspect_ai writes since 0.3.285) and
`zoo_json`, `zoo_old`, `zoo_archives` (old and odd files).
"""

from __future__ import annotations

from pathlib import Path

import zoo_archives  # noqa: F401  (the parts add themselves)
import zoo_headers  # noqa: F401
import zoo_inputs  # noqa: F401
import zoo_json  # noqa: F401
import zoo_metadata  # noqa: F401
import zoo_old  # noqa: F401
import zoo_reasons  # noqa: F401
import zoo_retries  # noqa: F401
import zoo_runs  # noqa: F401
import zoo_samples  # noqa: F401
import zoo_shards  # noqa: F401
from zoo_tools import NO_ORACLE, ZOO, logs_in

__all__ = ["NO_ORACLE", "ZOO", "logs_in", "write"]


def write(name: str, folder: Path) -> list[Path]:
    """Writes one entry of the zoo into `folder`, which it creates, and returns the logs in the order of their names."""
    folder.mkdir(parents=True)
    function = ZOO[name] if name in ZOO else NO_ORACLE[name][0]
    function(folder)
    return logs_in(folder)
