"""Scores of evaluations with their intervals, ready to be drawn, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspect_viz._sql import Expression, name, select

from ._columns import check_apart, checked_data, first_of, text_column
from ._eval_names import Row
from ._evals import STDERR, TASKS, Found, find_rows
from ._intervals import Ends, confidence, interval, told
from ._lines import free
from ._roles import LINK

if TYPE_CHECKING:
    from inspect_viz.data import Data

VALUE = "score_headline_value"
METRIC, SCORER = "score_headline_metric", "score_headline_name"
COUNTS = ("completed_samples", "total_samples", "count")
SHOWN = 3


@dataclass(frozen=True)
class EvalScores:
    """Scores that are drawn.

    Args:
        data: The rows that are drawn, with the columns that follow.
        found: The same rows, and what was left out.
        ends: The interval of each row.
        ci: The confidence; None for no intervals.
        given: The column of the scores as the caller named it.
        stderr: The column of their standard errors; None where there is none.
        label: Column of the names of evaluations.
        model: Column of the names of models.
        score: Column of the scores.
        low: Column of the lower ends of intervals.
        high: Column of their upper ends.
        words: Column of the intervals in words.
    """

    data: Data
    found: Found
    ends: tuple[Ends | None, ...]
    ci: float | None
    given: str
    stderr: str | None
    label: str
    model: str
    score: str
    low: str
    high: str
    words: str

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.found.rows

    @property
    def is_share(self) -> bool:
        return _is_share(self.rows)

    @property
    def has_intervals(self) -> bool:
        return any(self.ends)

    @property
    def interval_name(self) -> str:
        return f"{(self.ci or 0) * 100:g}% CI"

    @property
    def metrics(self) -> tuple[str, ...]:
        """What the scores are, as far as the table tells."""
        if self.given != VALUE or text_column(self.data, METRIC) is None:
            return ()
        scorer = text_column(self.data, SCORER) or METRIC
        rows = self.data.reader.ask(select(name(METRIC), name(scorer), source="data").unique())
        found = sorted({metric for metric, _ in rows if metric})
        return (_metric(*rows[0]),) if len(rows) == 1 and found else tuple(found)

    def extended(self, **columns: Sequence[object]) -> tuple[EvalScores, tuple[str, ...]]:
        """The same with further columns, and what these are called."""
        from inspect_viz.data._filtered import extended

        named = {free(self.data, column): values for column, values in columns.items()}
        reader = extended(self.data.reader, range(len(self.rows)), named)
        return replace(self, data=self.data.replaced(reader)), tuple(named)

    def tip(self, first: Mapping[str, str], heading: str = "Score") -> dict[str, str]:
        """Headings and columns of tips.

        Args:
            first: Those of the view, which come first.
            heading: What scores are called.
        """
        task, count = first_of(self.data, TASKS), first_of(self.data, COUNTS)
        link = text_column(self.data, LINK)
        named = {"Metric": METRIC, "Scorer": SCORER} if self.given == VALUE else {}
        return {
            **first,
            **({} if task is None or task in first.values() else {"Task": task}),
            heading: self.score,
            **({self.interval_name: self.words} if self.has_intervals else {}),
            **({"Standard error": self.stderr} if self.stderr is not None else {}),
            **({} if count is None else {"Samples": count}),
            **{head: column for head, column in named.items() if text_column(self.data, column)},
            **({} if link is None else {"Log viewer": link}),
        }

    def remarks(self, shape: str, place: str) -> tuple[str, ...]:
        """What is worth knowing of the picture.

        Args:
            shape: What shows the intervals.
            place: What each evaluation has of its own.
        """
        found, several = self.found, any(row.several for row in self.rows)
        metrics = self.metrics
        return (
            *([f"Scores: {metrics[0]}."] if len(metrics) == 1 else []),
            *([f"Different metrics, which need not compare: {some(metrics)}."] if len(metrics) > 1 else []),
            *([f"{shape}: {(self.ci or 0) * 100:g}% confidence intervals."] if self.has_intervals else []),
            *([f"No score, so not drawn: {some(found.unscored)}."] if found.unscored else []),
            *([f"Repeated evaluations have their own {place}s."] if several else []),
            *([f"Retried, so the last log counts: {some(found.retried)}."] if found.retried else []),
            *([f"{_rows(found.repeated)} an evaluation: drawn once."] if found.repeated else []),
            *([f"Not finished: {some(found.early)}."] if found.early else []),
            *self._bare(),
        )

    def _bare(self) -> tuple[str, ...]:
        """Which scores have no interval, and why."""
        if self.ci is None:
            return ()
        if self.stderr is None:
            return ("No intervals: there is no column of standard errors.",)
        bare = [row for row, ends in zip(self.rows, self.ends, strict=True) if ends is None]
        alike = [row.named for row in bare if row.stderr == 0]
        missing = [row.named for row in bare if row.stderr != 0]
        return (
            *([f"No interval, as there is no standard error: {some(missing)}."] if missing else []),
            *([f"No interval, as the standard error is 0: {some(alike)}."] if alike else []),
        )


def find_scores(
    data: object,
    model_name: str,
    score_value: str,
    score_stderr: str | None,
    ci: object,
    apart: Mapping[str, Expression] | None = None,
) -> EvalScores:
    """The scores that are drawn; the arguments are those of the views and of `find_rows`.

    Raises:
        TypeError, ValueError: For what a view cannot draw.
    """
    wanted, table = confidence(ci), checked_data(data)
    stderr = None if score_stderr == STDERR and STDERR not in table.columns else score_stderr
    if stderr is not None:
        check_apart(score_value=score_value, score_stderr=stderr)
    found = find_rows(table, model_name, score_value, stderr, apart or {})
    shares = _shares(table, found.rows, score_value)
    ends = tuple(
        interval(row.score, row.stderr, wanted, is_share) for row, is_share in zip(found.rows, shares, strict=True)
    )
    columns: dict[str, tuple[object, ...]] = {
        "label": tuple(row.label for row in found.rows),
        "model_label": tuple(row.model for row in found.rows),
        "score": tuple(row.score for row in found.rows),
        "low": tuple(None if own is None else own[0] for own in ends),
        "high": tuple(None if own is None else own[1] for own in ends),
        "interval": tuple(map(told, ends)),
    }
    return _placed(table, found, ends, wanted, (score_value, stderr), columns)


def _placed(
    table: Data,
    found: Found,
    ends: tuple[Ends | None, ...],
    ci: float | None,
    given: tuple[str, str | None],
    columns: Mapping[str, tuple[object, ...]],
) -> EvalScores:
    from inspect_viz.data._filtered import extended

    named = {free(table, column): values for column, values in columns.items()}
    data = table.replaced(extended(table.reader, [row.number for row in found.rows], named))
    return EvalScores(data, found, ends, ci, *given, *named)


def some(names: Iterable[str]) -> str:
    """The first of many names, and how many more there are."""
    every = list(names)
    rest = f" and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    between = "; " if any("," in name for name in every) else ", "
    return between.join(every[:SHOWN]) + rest


def _shares(table: Data, rows: Sequence[Row], value: str) -> list[bool]:
    """Whether all scores of the metric of each row lie between 0 and 1."""
    columns = [column for column in (SCORER, METRIC) if value == VALUE and text_column(table, column)]
    if not columns:
        return [_is_share(rows)] * len(rows)
    told = table.reader.ask(select(*map(name, columns), source="data"))
    metrics = [tuple(told[row.number]) for row in rows]
    beyond = {metric for row, metric in zip(rows, metrics, strict=True) if not _is_share([row])}
    return [metric not in beyond for metric in metrics]


def _is_share(rows: Iterable[Row]) -> bool:
    return all(0 <= row.score <= 1 for row in rows)


def _rows(repeated: int) -> str:
    return "1 row repeats" if repeated == 1 else f"{repeated:,} rows repeat"


def _metric(metric: str, scorer: str | None) -> str:
    return f"{metric} of {scorer}" if scorer and scorer != metric else metric
