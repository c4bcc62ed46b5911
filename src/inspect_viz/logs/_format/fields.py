"""The columns of a table of samples: their names, their order, and what of a log they need."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache

IDS = ("sample_id", "eval_id")

MODEL = ("model", "model_base_url", "model_args", "model_generate_config", "model_roles")
INFO = (
    "eval_set_id",
    "run_id",
    "task_id",
    "log",
    "created",
    "tags",
    "git_origin",
    "git_commit",
    "packages",
    "metadata",
)
TASK = (
    "task_name",
    "task_display_name",
    "task_description",
    "task_version",
    "task_file",
    "task_attribs",
    "task_arg_*",
    "solver",
    "solver_args",
    "sandbox_type",
    "sandbox_config",
)
CONFIGURATION = (
    "epochs",
    "epochs_reducer",
    "approval",
    "review",
    "sentinel",
    "message_limit",
    "token_limit",
    "token_limit_type",
    "turn_limit",
    "time_limit",
    "working_limit",
)
EVAL = (*MODEL, *INFO, *TASK, *CONFIGURATION)
"""What is the same for all samples of a log."""

SAMPLE: dict[str, str] = {
    "id": "id",
    "epoch": "epoch",
    "input": "input",
    "choices": "choices",
    "target": "target",
    "description": "description",
    "metadata_*": "metadata",
    "score_*": "scores",
    "model_usage": "model_usage",
    "total_tokens": "model_usage",
    "total_time": "total_time",
    "working_time": "working_time",
    "message_count": "message_count",
    "turn_count": "turn_count",
    "token_limit_usage": "token_limit_usage",
    "error": "error",
    "limit": "limit",
    "limit_reason": "limit_reason",
    "retries": "retries",
    "fallbacks": "model_fallbacks",
}
"""Columns of samples, and the field of a summary that each of them shows."""

INVALIDATION = "invalidation"
"""The column, and the field of a whole sample, that says that a sample was declared invalid, by whom and why."""

ORDER = (*IDS, *EVAL, *SAMPLE)
OPEN = tuple(name for name in ORDER if name.endswith("*"))
"""Columns of which there is one for each key."""


@dataclass(frozen=True)
class Wanted:
    """What is read of a log.

    Args:
        columns: Names and patterns of columns; None for all.
        full: Whether metadata and input come whole, from the samples themselves, instead of from their summaries.
    """

    columns: tuple[str, ...] | None = None
    full: bool = False

    def wants(self, column: str) -> bool:
        """Whether a column of the table is wanted."""
        return self.columns is None or _matches(self.columns, column)

    def wants_group(self, column: str) -> bool:
        """Whether a column, or one of the columns that an open name such as `score_*` stands for, is wanted."""
        if self.columns is None or not column.endswith("*"):
            return self.wants(column)
        return any(overlap(column, pattern) for pattern in self.columns)

    def fields(self) -> frozenset[str]:
        """The fields of summaries that are needed."""
        return _fields(self)


_SIGN = re.compile(r"[*?\[]")


@lru_cache(maxsize=4096)
def _matches(patterns: tuple[str, ...], column: str) -> bool:
    return any(fnmatchcase(column, pattern) for pattern in patterns)


@lru_cache(maxsize=64)
def _fields(wanted: Wanted) -> frozenset[str]:
    own = {INVALIDATION} if wanted.wants(INVALIDATION) else set()
    return frozenset(own | {field for column, field in SAMPLE.items() if wanted.wants_group(column)})


def overlap(group: str, pattern: str) -> bool:
    """Whether a pattern can match a name of an open group, such as `score_*`, by how both begin."""
    prefix, start = group[:-1], _SIGN.split(pattern)[0]
    return start.startswith(prefix) or (start != pattern and prefix.startswith(start))


def in_order(columns: Iterable[str]) -> list[str]:
    """Columns as the table orders them: by `ORDER`, keys of an open name by name, then what is unknown by name."""
    present = dict.fromkeys(sorted(set(columns)))
    ordered: dict[str, None] = {}
    for name in ORDER:
        if name in OPEN:
            ordered.update((column, None) for column in present if column.startswith(name[:-1]))
        elif name in present:
            ordered[name] = None
    return [*ordered, *(column for column in present if column not in ordered)]
