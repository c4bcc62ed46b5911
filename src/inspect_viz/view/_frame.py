"""What stands around a picture of samples and models: header, margins and footer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from inspect_viz._meaning.types import is_nested, is_text
from inspect_viz._sql import Expression, call, name, select
from inspect_viz._util.notgiven import NotGiven

from ._columns import first_of

if TYPE_CHECKING:
    from inspect_viz._spec.sidecar import FrameNotes
    from inspect_viz.data import Data

    from ._roles import Roles

CREATED = "created"
DISPLAYED = ("task_display_name", "task_name", "task")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def frame_notes(
    roles: Roles,
    *,
    margins: object,
    subtitle: object,
    is_titled: bool,
    is_legend_given: bool,
    is_height_given: bool,
    is_width_given: bool,
) -> FrameNotes:
    """The notes on the frame of a picture; TypeError for a wrong argument.

    Args:
        roles: The parts that the columns play.
        margins: Whether means stand beside the models; lengths of margins leave that as it is.
        subtitle: Text, None for none, or NOT_GIVEN for the finding.
        is_titled: Whether the caller gave a title.
        is_legend_given: Whether the caller placed the legend.
        is_height_given: Whether the caller chose a height.
        is_width_given: Whether the caller chose a width.
    """
    from inspect_viz._spec.sidecar import FrameNotes

    if not isinstance(margins, bool | Mapping):
        raise TypeError(f"margins={margins!r} must be True, False, or pixels of sides such as {{'left': 90}}")
    if not isinstance(subtitle, str | NotGiven | None):
        raise TypeError(f"subtitle={subtitle!r} must be text, None for none, or NOT_GIVEN for what the picture shows")
    return FrameNotes(
        margins=margins is not False,
        heading=not is_titled,
        task=None if is_titled else _task(roles.data),
        subtitle=subtitle if isinstance(subtitle, str) else None,
        finding=isinstance(subtitle, NotGiven),
        legend=not is_legend_given,
        rows=not is_height_given,
        columns=not is_width_given,
        facts=_facts(roles),
    )


def _task(data: Data) -> str | None:
    """The name of the task that all rows are of."""
    column = next((c for c in DISPLAYED if c in data.columns and is_text(data.reader.types[c])), None)
    if column is None:
        return None
    found = data.reader.ask(select(name(column), source="data").unique().first(2))
    return str(found[0][0]) if len(found) == 1 and found[0][0] else None


def _facts(roles: Roles) -> tuple[str, ...]:
    """How many epochs and logs there are, and when the logs were made."""
    data = roles.data
    epochs = _distinct(data, roles.epoch)
    logs = _distinct(data, first_of(data, ("log", "eval_id")))
    told = ", ".join(text for text in (_counted(logs, "log"), _days(data)) if text)
    lower = "lower scores are better" if roles.score.epochs.is_lower else ""
    return tuple(text for text in (lower, _epochs(roles, epochs), told) if text)


def _epochs(roles: Roles, n: int) -> str:
    """ "2 epochs", "worst of 2 epochs", "pass@2 of 4 epochs"; nothing for one, nor where cells show them."""
    kind = roles.score.epochs
    if kind.is_split:
        return ""
    if n < 2:
        return "" if kind.is_mean else kind.name
    return _counted(n, "epoch") if kind.is_mean else f"{kind.name} of {_counted(n, 'epoch')}"


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}" if n else ""


def _distinct(data: Data, column: str | None) -> int:
    if column is None or is_nested(data.reader.types[column]):
        return 0
    return int(data.reader.ask(select(call("count", name(column), distinct=True), source="data"))[0][0])


def _days(data: Data) -> str:
    """The first and the last day on which a log was made."""
    if CREATED not in data.columns:
        return ""
    kind = data.reader.types[CREATED]
    is_time = kind.startswith(("TIMESTAMP", "DATE"))
    if not is_time and not is_text(kind):
        return ""
    values = [call(which, name(CREATED)) for which in ("min", "max")]
    asked: list[Expression] = [call("epoch_us", value) if is_time else value for value in values]
    found = data.reader.ask(select(*asked, source="data"))[0]
    days = [day for day in map(_day, found) if day is not None]
    return _range(days[0], days[1]) if len(days) == 2 else ""


def _day(value: object) -> datetime | None:
    if isinstance(value, int):
        return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=value)
    found = DAY.match(str(value or ""))
    try:
        return None if found is None else datetime.fromisoformat(found[0])
    except ValueError:
        return None


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _range(first: datetime, last: datetime) -> str:
    """ "21 to 23 November 2026", with no more of the first day than differs."""
    parts = [(str(day.day), MONTHS[day.month - 1], str(day.year)) for day in (first, last)]
    end = " ".join(parts[1])
    if parts[0] == parts[1]:
        return end
    differs = 3 if parts[0][2] != parts[1][2] else 2 if parts[0][1] != parts[1][1] else 1
    return f"{' '.join(parts[0][:differs])} to {end}"


__all__ = ["frame_notes"]
