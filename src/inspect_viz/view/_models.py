"""Which column names the models, and keeping apart what only looks like one model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._sql import NULL, Expression, all_of, call, case, literal, name, select

from ._columns import check_category, first_of

if TYPE_CHECKING:
    from inspect_viz.data import Data

DISPLAY = "model_display_name"
RAW = "model"
RUNS = ("eval_id", "log")
TASKS = ("task_name", "task")
EPOCH = "epoch"


@dataclass(frozen=True)
class Model:
    """The column that names the models."""

    column: str

    apart: Expression | None
    """The name that keeps models and runs apart; None where the column does so itself."""

    @property
    def name(self) -> Expression:
        """What models are called."""
        return name(self.column) if self.apart is None else self.apart


@dataclass(frozen=True)
class Run:
    """One run of one model, by the names that the data has for them."""

    shown: str | None
    model: str | None
    run: str | None


def find_model(data: Data, model_name: str, sample: str) -> Model:
    """The column of the models, and what keeps them apart: only with the usual columns; others are taken at their word.

    Raises:
        TypeError, ValueError: If there is no such column, or it holds more than one value a row.
    """
    column = RAW if model_name == DISPLAY and DISPLAY not in data.columns and RAW in data.columns else model_name
    check_category(data, "model_name", column, f", nor is {RAW!r}" if column == DISPLAY else "")
    return Model(column, _apart(data, column, sample) if column in (DISPLAY, RAW) else None)


def _apart(data: Data, column: str, sample: str) -> Expression | None:
    shown = _shown(data, column)
    labels = _labels(data, shown, sample)
    if not labels:
        return shown if column == DISPLAY and RAW in data.columns and _has_gaps(data, column) else None
    return case({_is(data, shown, run): literal(label) for run, label in labels.items()}, default=shown)


def _shown(data: Data, column: str) -> Expression:
    """The name that is shown: the display name, or the raw one where there is none."""
    if column == DISPLAY and RAW in data.columns:
        return call("coalesce", call("nullif", name(DISPLAY).as_text(), ""), name(RAW).as_text())
    return name(column).as_text()


def _has_gaps(data: Data, column: str) -> bool:
    text = name(column).as_text()
    return bool(data.reader.ask(select(literal(1), source="data").where(text.is_null() | text.equals("")).first(1)))


def _text_or_null(data: Data, names: tuple[str, ...]) -> Expression:
    column = first_of(data, names)
    return NULL.as_text() if column is None else name(column).as_text()


def _is(data: Data, shown: Expression, run: Run) -> Expression:
    """Whether a row belongs to a run."""
    found = {shown: run.shown, _text_or_null(data, (RAW,)): run.model, _text_or_null(data, RUNS): run.run}
    return all_of(expression.same(value) for expression, value in found.items())


def _labels(data: Data, shown: Expression, sample: str) -> Mapping[Run, str]:
    """A label for each run that shares its shown name with another one."""
    runs = _runs(data, shown)
    twice = _run_twice(data, shown, sample)
    labels = {run: " ".join(_label(run, runs, twice)) for run in runs}
    return {run: label for run, label in labels.items() if label != str(run.shown)}


def _label(run: Run, runs: list[Run], twice: set[tuple[str | None, str | None]]) -> Iterable[str]:
    """The words that tell a run from the others."""
    yield str(run.shown)
    if len({other.model for other in runs if other.shown == run.shown}) > 1:
        yield f"({run.model})"
    if (run.shown, run.model) in twice:
        same = [other for other in runs if (other.shown, other.model) == (run.shown, run.model)]
        yield f"run {same.index(run) + 1}"


def _runs(data: Data, shown: Expression) -> list[Run]:
    """All runs in order of first appearance."""
    columns = {"name": shown, "model": _text_or_null(data, (RAW,)), "run": _text_or_null(data, RUNS)}
    numbered = select(**columns, r=call("row_number").over(), source="data")
    keys = tuple(map(name, columns))
    rows = data.reader.ask(select(*keys, source=numbered).grouped(*keys).ordered(call("min", name("r"))))
    return [Run(*row) for row in rows]


def _run_twice(data: Data, shown: Expression, sample: str) -> set[tuple[str | None, str | None]]:
    """(shown name, model) pairs for which one sample and epoch occurs in two runs of one task."""
    run = first_of(data, RUNS)
    if run is None:
        return set()
    same = [c for c in (sample, EPOCH, first_of(data, TASKS)) if c is not None and c in data.columns]
    raw = _text_or_null(data, (RAW,))
    counted = select(name=shown, model=raw, runs=call("count", name(run).as_text(), distinct=True), source="data")
    grouped = counted.grouped(shown, raw, *map(name, same))
    rows = data.reader.ask(select(name("name"), name("model"), source=grouped).where(name("runs").above(1)).unique())
    return {(row[0], row[1]) for row in rows}
