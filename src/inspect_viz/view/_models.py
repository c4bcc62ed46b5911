"""Which column names the models, and keeping apart what only looks like one model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._sql import Expression, all_of, call, case, literal, name, select
from inspect_viz._util.suggest import did_you_mean, listing

from ._columns import check_category
from ._runs import RAW, RUNS, Log, RunsOfTable, find_runs, text_or_null
from ._samples import names_of

if TYPE_CHECKING:
    from inspect_viz.data import Data

DISPLAY = "model_display_name"


@dataclass(frozen=True)
class Model:
    """The column that names the models."""

    column: str

    apart: Expression | None
    """The name that keeps models and runs apart; None where the column does so itself."""

    runs: RunsOfTable

    @property
    def name(self) -> Expression:
        """What models are called."""
        return name(self.column) if self.apart is None else self.apart

    @property
    def of_one(self) -> tuple[tuple[str, ...], ...]:
        """What runs of one model are called, for each that has several."""
        labels = {} if self.apart is None else _labels(self.runs)
        found: dict[tuple[str | None, str | None], dict[str, None]] = {}
        for log in self.runs.logs:
            found.setdefault((log.shown, log.model), {})[labels.get(log, str(log.shown))] = None
        return tuple(tuple(own) for own in found.values() if len(own) > 1)


def find_model(data: Data, model_name: str, sample: str) -> Model:
    """The column of the models, and what keeps them apart: only with the usual columns; others are taken at their word.

    Raises:
        TypeError, ValueError: If there is no such column, or it holds more than one value a row.
    """
    column = model_column(data, "model_name", model_name)
    runs = find_runs(data, shown_model(data, column), sample)
    return Model(column, _apart(data, column, runs) if column in (DISPLAY, RAW) else None, runs)


def model_column(data: Data, argument: str, given: object) -> str:
    """The column of the models, of which the usual one falls back to `model`; errors if there is none."""
    found = RAW if given == DISPLAY and DISPLAY not in data.columns and RAW in data.columns else given
    check_category(data, argument, found, f", nor is {RAW!r}" if found == DISPLAY else "")
    return str(found)


def model_apart(data: Data, column: str) -> Expression | None:
    """What names the models of evaluations: with the raw name where several share one; None where the column does."""
    if column != DISPLAY or RAW not in data.columns:
        return None
    shown, raw = shown_model(data, column), name(RAW).as_text()
    several = select(shown, source="data").grouped(shown).having(call("count", raw, distinct=True).above(1))
    doubled = [row[0] for row in data.reader.ask(several)]
    if doubled:
        return case({shown.within(doubled): call("concat", shown, " (", raw, ")")}, default=shown)
    return shown if _has_gaps(data, column) else None


def checked_model(data: Data, model: Model, argument: str, value: object) -> str:
    """The name of a model; errors for what is none.

    Args:
        data: The table.
        model: The column of its models.
        argument: What the caller calls the name.
        value: The name.
    """
    if not isinstance(value, str):
        raise TypeError(f"{argument}={value!r} must be the name of a model")
    names = names_of(data, model.name)
    if value not in names:
        hint = did_you_mean(value, names)
        raise ValueError(f"{argument}={value!r} is not a model; models: {listing(names)}.{hint}")
    return value


def _apart(data: Data, column: str, runs: RunsOfTable) -> Expression | None:
    shown = shown_model(data, column)
    labels = _labels(runs)
    if not labels:
        return shown if column == DISPLAY and RAW in data.columns and _has_gaps(data, column) else None
    return case({_is(data, shown, log): literal(label) for log, label in labels.items()}, default=shown)


def shown_model(data: Data, column: str) -> Expression:
    """The name that is shown: the display name, or the raw one where there is none."""
    if column == DISPLAY and RAW in data.columns:
        return call("coalesce", call("nullif", name(DISPLAY).as_text(), ""), name(RAW).as_text())
    return name(column).as_text()


def _has_gaps(data: Data, column: str) -> bool:
    text = name(column).as_text()
    return bool(data.reader.ask(select(literal(1), source="data").where(text.is_null() | text.equals("")).first(1)))


def _is(data: Data, shown: Expression, log: Log) -> Expression:
    """Whether a row belongs to a log."""
    found = {shown: log.shown, text_or_null(data, (RAW,)): log.model, text_or_null(data, RUNS): log.key}
    return all_of(expression.same(value) for expression, value in found.items())


def _labels(runs: RunsOfTable) -> Mapping[Log, str]:
    """A label for each log whose shown name does not tell its run."""
    labels = {log: f"{_model(log, runs.logs)}{runs.names.get(log, '')}" for log in runs.logs}
    return {log: label for log, label in labels.items() if label != str(log.shown)}


def _model(log: Log, logs: Sequence[Log]) -> str:
    """The name of a log's model, with the raw one where several have that name."""
    doubled = len({other.model for other in logs if other.shown == log.shown}) > 1
    return f"{log.shown} ({log.model})" if doubled else str(log.shown)
