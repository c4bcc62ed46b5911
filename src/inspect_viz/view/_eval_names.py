"""What evaluations are called: by their model, their task where there are several, and what else tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from inspect_viz._runs import Evaluation, Run, named_apart, runs_of

from ._natural import natural


@dataclass(frozen=True)
class Row:
    """One row of a table of evaluations.

    Args:
        number: Its number in the table, from 0.
        model: What its model is called.
        raw: The model as the log names it; empty where there is no such column.
        task: Its task; empty where that is not known.
        key: The id of its log; a text of its own where there is no such column.
        score: Its score; NaN where there is none.
        stderr: Its standard error.
        apart: Values by which rows of one model stand in places of their own.
        label: What it is called among the rows of its place.
        several: Whether other rows of its place have the same model and task.
    """

    number: int
    model: str
    raw: str
    task: str
    key: str
    score: float
    stderr: float | None = None
    apart: tuple[str | None, ...] = ()
    label: str = ""
    several: bool = False

    @property
    def whole(self) -> str:
        """Model and task."""
        return ", ".join(filter(None, (self.model, self.task)))

    @property
    def told(self) -> str:
        """Model, task and the values that keep it apart."""
        return ", ".join(filter(None, dict.fromkeys((self.model, self.task, *self.apart))))

    @property
    def named(self) -> str:
        """The label, and the values that keep it apart."""
        return ", ".join(filter(None, (self.label, *self.apart)))


def labelled(rows: Sequence[Row], evaluations: Mapping[str, Evaluation], is_split: bool) -> list[Row]:
    """Rows with their labels, in the order of these.

    Args:
        rows: Those that are drawn.
        evaluations: What is known of the logs, by their keys.
        is_split: Whether values of a column already keep tasks apart.
    """
    several = not is_split and len({row.task for row in rows}) > 1
    places: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        places.setdefault((row.model, *row.apart), []).append(row)
    found = [own for place in places.values() for own in _named(place, evaluations, several)]
    return sorted(found, key=lambda row: (natural(row.label), row.number))


def _named(rows: Sequence[Row], evaluations: Mapping[str, Evaluation], tasks: bool) -> list[Row]:
    """Rows of one place with labels of which no two are alike."""
    runs = runs_of(evaluations[key] for key in dict.fromkeys(row.key for row in rows))
    names = named_apart(runs, _sharing(runs, rows)) if len(rows) > 1 else {}
    of_task = {row.task: sum(own.task == row.task for own in rows) for row in rows}
    made = [
        replace(
            row, label=f"{row.whole if tasks else row.model}{names.get(row.key, '')}", several=of_task[row.task] > 1
        )
        for row in rows
    ]
    return list(_counted(made))


def _sharing(runs: Sequence[Run], rows: Sequence[Row]) -> list[frozenset[str]]:
    """The logs of one task, which ask the same questions."""
    tasks: dict[str, set[str]] = {}
    for row in rows:
        tasks.setdefault(row.task, set()).add(row.key)
    return [frozenset(keys) for keys in tasks.values()]


def _counted(rows: Sequence[Row]) -> Iterable[Row]:
    """Rows with numbers where labels are alike."""
    seen: dict[str, int] = {}
    alike = {row.label for n, row in enumerate(rows) if any(own.label == row.label for own in rows[:n])}
    for row in rows:
        seen[row.label] = seen.get(row.label, 0) + 1
        yield replace(row, label=f"{row.label} #{seen[row.label]}") if row.label in alike else row
