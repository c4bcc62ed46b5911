"""Tables of samples from logs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any

from inspect_viz.data._problem import Problem, Problems

from ._reading.reading import Reading
from ._table.build import build
from ._table.evaluation import plain
from ._table.query import Query

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]


def samples(
    logs: Any,
    *,
    columns: str | Sequence[str] | None = None,
    where: str | None = None,
    full: bool = False,
    log_viewer: Mapping[str, str] | str | None = None,
    strict: bool = True,
    cache: bool = True,
    executor: Executor | None = None,
    progress: bool = True,
) -> pa.Table:
    """The samples of evaluation logs as a PyArrow table, one row for each sample and epoch.

    The table is the one that inspect_ai's `samples_df` gives for `SampleSummary + EvalModel + EvalInfo + EvalTask +
    EvalConfiguration`: same names, order, types and values. docs/logs.md lists the few differences.

    Args:
        logs: Paths of logs (`.eval`, `.json`) or of folders, which stand for all logs below them; patterns such as
            "logs/**/*.eval"; addresses such as "s3://bucket/logs"; `EvalLog` objects; or a list of these.
        columns: Names of columns, or patterns such as "score_*"; all where not given. Only what is needed for them is
            read. `sample_id`, `eval_id` and `log` always come along.
        where: The condition that rows must meet, in SQL, such as "task_name = 'math' and epoch = 1". It sees this
            table only.
        full: Whether `input` and `metadata_*` come whole, from the samples themselves. Summaries, which are much
            faster to read, shorten inputs to 5,120 and metadata to 1,024 characters.
        log_viewer: The address of the log viewer that shows each folder of logs, or, where `logs` is one folder, that
            of its log viewer; adds the column `log_viewer` with links.
        strict: Whether a log that cannot be read is an error; if not, it is left out, see `problems`.
        cache: Whether to keep what was read in the user's cache folder. A second read takes only what changed.
        executor: Any `concurrent.futures.Executor` that is to read the logs, for instance of a Dask cluster. Without
            one, all cores are used where that is faster.
        progress: Whether to show a bar, in terminals and notebooks only.

    Returns:
        A `pyarrow.Table`; rows in the order of the logs, those of a folder sorted by path.

    Raises:
        LogError: If `strict` and a log cannot be read (it is a `ValueError`, too).
        TypeError, ValueError: If an argument is wrong.
    """
    query = Query(logs, columns, where, full, log_viewer, strict, cache, executor, progress)
    return plain(build(Reading(query).parts, query))


def samples_and_problems(query: Query) -> tuple[pa.Table, tuple[Problem, ...]]:
    """What `samples` gives, and what `problems` says of the logs that it shows."""
    from ._problems.found import problems_of_state

    reading = Reading(query)
    table = build(reading.parts, query)
    shown = frozenset(table["eval_id"].unique().to_pylist()) if query.where else None
    return plain(table), problems_of_state(reading.state, query, shown)


def problems(
    logs: Any, *, cache: bool = True, executor: Executor | None = None, progress: bool = True
) -> tuple[Problem, ...]:
    """What cannot be read of logs and what looks wrong about them, the gravest first.

    Args:
        logs: As for `samples`.
        cache: Whether to keep what was read in the user's cache folder.
        executor: Where to read.
        progress: Whether to show a bar.

    Raises:
        TypeError: If `logs` is nothing that can be read.
    """
    from ._problems.found import problems_of_state

    query = Query(logs, strict=False, cache=cache, executor=executor, progress=progress)
    return Problems(problems_of_state(Reading(query).state, query))
