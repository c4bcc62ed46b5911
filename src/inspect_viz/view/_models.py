"""Keeping apart what only looks like one model, and noticing tasks that share samples."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from inspect_viz._engine import quote_identifier, quote_literal
from inspect_viz._util.stack import outside
from inspect_viz._util.suggest import listing

if TYPE_CHECKING:
    from inspect_viz.data import Data

DEFAULT = "model_display_name"
RAW = "model"
RUNS = ("eval_id", "log")
TASKS = ("task_name", "task")


def _first(data: Data, names: tuple[str, ...]) -> str | None:
    return next((n for n in names if n in data.columns), None)


def _text(column: str) -> str:
    return f"CAST({quote_identifier(column)} AS VARCHAR)"


def shown_name(data: Data, column: str) -> str:
    """SQL of the name that is shown: the display name, or the raw one where there is none."""
    if column == DEFAULT and RAW in data.columns:
        return f"coalesce(nullif({_text(DEFAULT)}, ''), {_text(RAW)})"
    return _text(column)


def model_sql(data: Data, column: str, sample: str) -> str | None:
    """SQL that names each model apart, or None where the column does so itself."""
    shown = shown_name(data, column)
    labels = _labels(data, shown, sample)
    if not labels:
        return shown if shown != _text(column) and _has_gaps(data, column) else None
    raw, run = _text_or_null(data, (RAW,)), _text_or_null(data, RUNS)
    cases = "".join(
        f" WHEN {shown} IS NOT DISTINCT FROM {_value(name)} AND {raw} IS NOT DISTINCT FROM {_value(model)} "
        f"AND {run} IS NOT DISTINCT FROM {_value(key)} THEN {quote_literal(label)}"
        for (name, model, key), label in labels.items()
    )
    return f"(CASE{cases} ELSE {shown} END)"


def _value(text: str | None) -> str:
    return "NULL" if text is None else quote_literal(text)


def _text_or_null(data: Data, names: tuple[str, ...]) -> str:
    column = _first(data, names)
    return "CAST(NULL AS VARCHAR)" if column is None else _text(column)


def _has_gaps(data: Data, column: str) -> bool:
    name = _text(column)
    return bool(data.reader.ask(f"SELECT 1 FROM data WHERE {name} IS NULL OR {name} = '' LIMIT 1"))


Key = tuple["str | None", "str | None", "str | None"]


def _labels(data: Data, shown: str, sample: str) -> dict[Key, str]:
    """A label for each (shown name, model, run) that shares its shown name with another one."""
    raw, run = _text_or_null(data, (RAW,)), _text_or_null(data, RUNS)
    keys: list[Key] = [
        (row[0], row[1], row[2])
        for row in data.reader.ask(
            f"SELECT name, model, run FROM (SELECT {shown} AS name, {raw} AS model, {run} AS run, "
            f"row_number() OVER () AS r FROM data) GROUP BY ALL ORDER BY min(r)"
        )
    ]
    doubled = _run_twice(data, shown, raw, run, sample)
    labels: dict[Key, str] = {}
    for key in keys:
        name, model, _ = key
        models = {k[1] for k in keys if k[0] == name}
        runs = [k for k in keys if k[:2] == key[:2]]
        parts = [str(name)]
        parts += [f"({model})"] if len(models) > 1 else []
        parts += [f"run {runs.index(key) + 1}"] if (name, model) in doubled else []
        if len(parts) > 1:
            labels[key] = " ".join(parts)
    return labels


def _run_twice(data: Data, shown: str, raw: str, run: str, sample: str) -> set[tuple[str | None, str | None]]:
    """(shown name, model) pairs for which one sample and epoch occurs in two runs of one task."""
    if _first(data, RUNS) is None:
        return set()
    same = [quote_identifier(sample)]
    same += [quote_identifier(c) for c in ("epoch", _first(data, TASKS)) if c is not None and c in data.columns]
    rows = data.reader.ask(
        f"SELECT DISTINCT name, model FROM (SELECT {shown} AS name, {raw} AS model, count(DISTINCT {run}) AS runs "
        f"FROM data GROUP BY {shown}, {raw}, {', '.join(same)}) WHERE runs > 1"
    )
    return {(row[0], row[1]) for row in rows}


def warn_of_shared_samples(data: Data, sample: str) -> None:
    """Warn when two tasks have samples with the same id, which then fall into one cell; a note tells it of logs."""
    task = _first(data, TASKS)
    if task is None or task == sample or any(problem.kind == "shared ids" for problem in data.problems):
        return
    name, column = quote_identifier(sample), _text(task)
    rows = data.reader.ask(
        f"SELECT DISTINCT unnest(tasks) AS task FROM (SELECT list(DISTINCT {column}) AS tasks FROM data "
        f"WHERE {column} IS NOT NULL GROUP BY {name}) WHERE len(tasks) > 1 ORDER BY task"
    )
    if rows:
        warnings.warn(
            f"the tasks {listing(row[0] for row in rows)} share sample ids: one cell then holds samples of several "
            f"tasks; show one task at a time, or use an id column that is unique",
            stacklevel=outside(),
        )


def warn_of_repeated_rows(data: Data, sample: str, model: str) -> None:
    """Warn when one sample, model, run and epoch has several rows, which then count as if they were epochs."""
    if "epoch" not in data.columns:
        return
    columns = dict.fromkeys((sample, model, RAW, "epoch", *RUNS, *TASKS))
    keys = ", ".join(quote_identifier(c) for c in columns if c in data.columns)
    found = data.reader.ask(f"SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM data GROUP BY {keys})")
    repeated = int(found[0][0])
    if repeated:
        warnings.warn(
            f"{repeated:,} {'row repeats' if repeated == 1 else 'rows repeat'} the sample, model, run and epoch of "
            "another row; a cell shows the mean of all its rows",
            stacklevel=outside(),
        )
