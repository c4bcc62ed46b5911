"""Scores of evaluations: which of the rows of a table are drawn, and what each of them is called."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspect_viz._meaning.types import is_number
from inspect_viz._runs import Evaluation, Run, runs_of
from inspect_viz._sql import NULL, Expression, call, literal, name, select

from ._columns import check_category, first_of
from ._eval_names import Row, labelled
from ._models import DISPLAY, model_column, shown_model
from ._runs import RAW, RUNS, evaluations_of

if TYPE_CHECKING:
    from inspect_viz.data import Data

TASKS = ("task_display_name", "task_name", "task")
STDERR = "score_headline_stderr"
SAMPLE = "sample_id"
MOST = 1000
"""The most scores in one picture."""


@dataclass(frozen=True)
class Found:
    """Which rows of a table are drawn, and what became of the others.

    Args:
        rows: Those with a score, in the order of their names.
        unscored: Names of evaluations that have none.
        retried: Names of evaluations of which earlier logs are left out.
        repeated: How many rows were left out because they repeat another one.
        early: Names of evaluations that are drawn though they did not come to their end.
    """

    rows: tuple[Row, ...]
    unscored: tuple[str, ...]
    retried: tuple[str, ...]
    repeated: int
    early: tuple[str, ...]


def find_rows(
    data: Data, model_name: str, score_value: object, score_stderr: object, apart: Mapping[str, Expression]
) -> Found:
    """The rows that are drawn.

    Args:
        data: One row for each evaluation.
        model_name: Column of the models.
        score_value: Column of the scores.
        score_stderr: Column of their standard errors, or None.
        apart: Texts by which rows of one model stand in places of their own, by the arguments that name their columns.

    Raises:
        TypeError, ValueError: If a column is missing or holds no numbers, or there is nothing to draw.
    """
    _check_evaluations(data)
    every = _read(data, model_name, score_value, score_stderr, apart)
    evaluations = _evaluations(data, every)
    chosen, retried = _standing(every, evaluations)
    once = _once(chosen)
    scored = [row for row in once if math.isfinite(row.score)]
    if not scored:
        raise ValueError(f"score_value={score_value!r} holds no finite number, so there is nothing to draw")
    if len(scored) > MOST:
        raise ValueError(
            f"data has {len(scored):,} rows with a score, each of which is drawn; at most {MOST:,} have room: "
            "it needs one row for each evaluation, as evals_df() gives them"
        )
    rows = labelled(scored, evaluations, "task_name" in apart)
    early = [row.named for row in rows if evaluations[row.key].complete is False]
    missing = dict.fromkeys(row.told for row in once if not math.isfinite(row.score))
    return Found(tuple(rows), tuple(missing), tuple(retried), len(chosen) - len(once), tuple(early))


def _check_evaluations(data: Data) -> None:
    """ValueError if rows are samples, of which an evaluation has several."""
    if SAMPLE not in data.columns:
        return
    key = first_of(data, RUNS)
    several = call("count", name(SAMPLE), distinct=True).above(1)
    asked = select(literal(1), source="data").grouped(*([] if key is None else [name(key)])).having(several)
    if data.reader.ask(asked.first(1)):
        raise ValueError(
            f"data has several samples ({SAMPLE}) of one evaluation; it needs one row for each evaluation, as "
            "evals_df() gives them, or means of groups, such as df.groupby(...) makes them"
        )


def number_column(data: Data, argument: str, column: object) -> Expression:
    """A column as numbers; errors unless it holds numbers, or texts that are some."""
    check_category(data, argument, column)
    kind, value = data.reader.types[str(column)], name(str(column))
    number = value.try_cast("DOUBLE")
    given = call("trim", value.as_text()).differs("")
    if not is_number(kind) and data.reader.ask(
        select(literal(1), source="data").where(given & number.is_null()).first(1)
    ):
        raise ValueError(f"{argument}={column!r} has the type {kind}; it must hold numbers")
    return number


def _read(
    data: Data, model_name: str, score_value: object, score_stderr: object, apart: Mapping[str, Expression]
) -> list[Row]:
    model = model_column(data, "model_name", model_name)
    task, key = first_of(data, TASKS), first_of(data, RUNS)
    is_usual = model in (DISPLAY, RAW) and RAW in data.columns
    asked = (
        shown_model(data, model),
        name(RAW).as_text() if is_usual else NULL.as_text(),
        NULL.as_text() if task is None else name(task).as_text(),
        NULL.as_text() if key is None else name(key).as_text(),
        number_column(data, "score_value", score_value),
        NULL if score_stderr is None else number_column(data, "score_stderr", score_stderr),
        *apart.values(),
    )
    answer = enumerate(data.reader.ask(select(*asked, source="data")))
    rows = [
        Row(number, shown or "no model", raw or "", of or "", key or f"#{number}", _number(score), error, tuple(own))
        for number, (shown, raw, of, key, score, error, *own) in answer
    ]
    return _models_apart(rows)


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def _models_apart(rows: Sequence[Row]) -> list[Row]:
    """Rows whose models are called by their raw name, too, where several models have one name."""
    raw: dict[str, set[str]] = {}
    for row in rows:
        raw.setdefault(row.model, set()).add(row.raw)
    return [replace(row, model=f"{row.model} ({row.raw})") if len(raw[row.model]) > 1 else row for row in rows]


def _evaluations(data: Data, rows: Sequence[Row]) -> dict[str, Evaluation]:
    """What is known of the evaluation of each key."""
    known = {own.key: own for own in evaluations_of(data)} if first_of(data, RUNS) is not None else {}
    return {row.key: known.get(row.key) or Evaluation(row.key, task=row.task, model=row.raw) for row in rows}


def _standing(rows: Sequence[Row], evaluations: Mapping[str, Evaluation]) -> tuple[list[Row], list[str]]:
    """The rows without those of logs that were retried, and what was retried."""
    chosen: list[Row] = []
    retried: dict[str, None] = {}
    for group in grouped(rows):
        by_key: dict[str, list[Row]] = {}
        for row in group:
            by_key.setdefault(row.key, []).append(row)
        for run in runs_of(evaluations[key] for key in by_key):
            kept = _kept(run, by_key)
            chosen.extend(row for key in kept for row in by_key[key])
            if len(kept) < len(run.keys):
                retried[by_key[kept[0]][0].told] = None
    return sorted(chosen, key=lambda row: row.number), list(retried)


def _kept(run: Run, rows: Mapping[str, Sequence[Row]]) -> tuple[str, ...]:
    """The logs of a run that count: the newest with a score, where it was retried."""
    if not run.retried:
        return run.keys
    scored = [key for key in run.keys if any(math.isfinite(row.score) for row in rows[key])]
    return ((scored or run.keys)[-1],)


def grouped(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of one model, and of one place where there are several."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.model, row.raw, *map(str, row.apart)), []).append(row)
    return list(groups.values())


def _once(rows: Sequence[Row]) -> list[Row]:
    """Rows without those that say the same of one evaluation."""
    found: dict[object, Row] = {}
    for row in rows:
        found.setdefault((row.key, row.model, row.task, row.apart, str(row.score), str(row.stderr)), row)
    return list(found.values())
