"""Which scores stand on a timeline: those of models with a date, by organization."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from inspect_viz._meaning.types import is_text
from inspect_viz._sql import ALL, Expression, call, case, literal, name, select

from ._columns import check_category, checked_data, first_of
from ._eval_scores import find_scores, some
from ._evals import TASKS
from ._lines import answer, free
from ._models import model_column, shown_model
from ._natural import natural
from ._settings import picked
from ._timeline import COLORS, OTHERS, Timeline

if TYPE_CHECKING:
    from inspect_viz.data import Data

TASK, ORGANIZATION, RELEASED = TASKS[0], "model_organization_name", "model_release_date"
UNKNOWN = "Unknown"
ADDED = " (inspect_viz.logs.model_info adds it)"


def timeline(
    data: object,
    columns: tuple[str, str, str, str],
    value: str,
    stderr: str | None,
    organizations: object,
    ci: object,
) -> Timeline:
    """The scores that are drawn.

    Args:
        data: The table.
        columns: Columns of evals, models, organizations and dates.
        value: Column of the scores.
        stderr: Column of their standard errors.
        organizations: Those that the caller picked, or None.
        ci: The confidence.
    """
    task, model, organization, released = columns
    table = checked_data(data)
    found = first_of(table, TASKS) if task == TASK and TASK not in table.columns else task
    check_category(table, "model_organization", organization, ADDED if organization == ORGANIZATION else "")
    if found is not None:
        check_category(table, "task_name", found)
    shown = shown_model(table, model_column(table, "model_name", model))
    day, of = _day(table, released), _organization(organization)
    every = _counted(table, of, day.is_given())
    if not every:
        raise ValueError(f"model_release_date={released!r} has no dates, so there is nothing to draw")
    drawn = _order(every) if organizations is None else picked("organizations", organizations, every)
    wanted = day.is_given() & of.within(drawn)
    groups = drawn if len(drawn) <= COLORS else (*_most(drawn, every), OTHERS)
    own = {"released": day, "organization": case({of.within(groups): of}, default=OTHERS)}
    names = [free(table, column) for column in own]
    named = dict(zip(names, own.values(), strict=True))
    kept = answer(table, select(ALL, **named, source="data").where(wanted))
    apart = {} if found is None else {"task_name": name(found).as_text()}
    scores = find_scores(kept, model, value, stderr, ci, apart)
    remarks = (
        *_undated(table, shown, day.is_null() & of.within(drawn)),
        *([f"Not drawn: {some([o for o in every if o not in drawn])}."] if set(every) - set(drawn) else []),
    )
    return Timeline(scores, found, organization, names[0], names[1], groups, drawn, remarks)


def _day(data: Data, column: str) -> Expression:
    """A column as dates; errors unless it holds dates, or texts that are some."""
    check_category(data, "model_release_date", column, ADDED if column == RELEASED else "")
    kind, value = data.reader.types[column], name(column)
    day = value.try_cast("DATE")
    if kind.startswith(("DATE", "TIMESTAMP")):
        return day
    if not is_text(kind):
        raise ValueError(f"model_release_date={column!r} has the type {kind}; it must hold dates")
    given = call("coalesce", call("trim", value.as_text()).differs(""), literal(value=False))
    wrong = data.reader.ask(select(value, source="data").where(given & day.is_null()).first(1))
    if wrong:
        raise ValueError(f"model_release_date={column!r} holds {wrong[0][0]!r}; it must hold dates such as 2025-03-31")
    return day


def _organization(column: str) -> Expression:
    return call("coalesce", call("nullif", call("trim", name(column).as_text()), ""), UNKNOWN)


def _counted(data: Data, of: Expression, where: Expression) -> dict[str, int]:
    """Number of rows of each organization."""
    asked = select(of, call("count", ALL), source="data").where(where)
    rows = data.reader.ask(asked.grouped(of).ordered(of))
    return {str(row[0]): int(row[1]) for row in rows}


def _order(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Organizations by name, the unknown one last."""
    return tuple(sorted(counts, key=lambda of: (of == UNKNOWN, natural(of))))


def _most(drawn: Sequence[str], counts: Mapping[str, int]) -> tuple[str, ...]:
    """Those with the most rows, in their own order, so that the others have a colour together."""
    most = sorted(drawn, key=lambda of: -counts.get(of, 0))[: COLORS - 1]
    return tuple(of for of in drawn if of in most)


def _undated(data: Data, model: Expression, where: Expression) -> tuple[str, ...]:
    rows = data.reader.ask(select(model, source="data").where(where).unique().ordered(model))
    return (f"No release date, so not drawn: {some(str(row[0]) for row in rows)}.",) if rows else ()
