"""Messages of samples as rows of a picture: one row for each conversation, in natural order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._meaning.states import happened
from inspect_viz._meaning.types import is_nested, is_number
from inspect_viz._sql import ALL, NULL, Expression, call, case, literal, name, select

from ._columns import first_of
from ._lines import answer, free
from ._models import DISPLAY
from ._runs import EPOCH, RAW, RUNS, TASKS
from ._samples import whole_numbers

if TYPE_CHECKING:
    from inspect_viz.data import Data

SAMPLE, ERROR = "sample_id", "error"
APART = (TASKS, (DISPLAY, RAW), (EPOCH,), ("id",), RUNS, (SAMPLE,))
"""What keeps rows of one name apart, where they are of several samples: of each group the first column that there is.
No two samples share a `sample_id`, not even epochs of one."""

DIGITS = 20
"""The most digits of a number within a name that count for its order."""

OWN = ("row", "left", "right", "first", "last", "calls", "ended", "nth")


@dataclass(frozen=True)
class Conversations:
    """All messages that have a place, with columns of our own, by names that the table did not have."""

    data: Data

    row: str
    """Names the rows."""

    left: str
    right: str
    """Half a message before and after its place."""

    first: str
    last: str
    """Where its conversation begins and ends, half a message around."""

    calls: str
    """Number of tool calls of its conversation."""

    ended: str
    """What ended its conversation; null where it came to an end by itself."""

    nth: str
    """Number of its row, from 1."""

    apart: tuple[str, ...]
    """Columns whose values stand in the names of rows besides that of y."""

    def where(self, condition: Expression) -> Data:
        """The messages that meet a condition."""
        return answer(self.data, select(source="data").where(condition))

    def ends(self) -> Data:
        """The last message of each conversation, from the first to the last row."""
        at = free(self.data, "place")
        backwards = (literal(0).minus(name(self.right)), name(self.nth))
        placed = select(ALL, **{at: call("row_number").over(*backwards, groups=[name(self.row)])}, source="data")
        last = select(source=placed).where(name(at).equals(1))
        order = natural(self.data, self.row)
        numbered = select(
            *(name(c) for c in self.data.columns if c != self.nth), **{self.nth: _number(order)}, source=last
        )
        return answer(self.data, select(source=numbered).ordered(name(self.nth)))


def conversations(data: Data, x: str, y: str, tool: str, limit: str | None) -> Conversations:
    """The messages of a table by conversation.

    Args:
        data: Rows of messages.
        x: Column of their places.
        y: Column of what names rows.
        tool: Column of the tools that were called.
        limit: Column of the limits that ended conversations; None for none.
    """
    names = dict(zip(OWN, (free(data, own) for own in OWN), strict=True))
    apart = _apart(data, y)
    group = [name(names["row"])]
    place = name(x)
    named = select(ALL, **{names["row"]: _label(data, y, apart), names["nth"]: _number()}, source="data")
    placed = select(source=named).where(finite(x) & given(y))
    own = {
        "left": place.minus(0.5),
        "right": call("add", place, literal(0.5)),
        "first": call("min", place).over(groups=group).minus(0.5),
        "last": call("add", call("max", place).over(groups=group), literal(0.5)),
        "calls": call("count", case({given(tool): literal(1)})).over(groups=group),
        "ended": call("max", _ended(data, limit)).over(groups=group),
    }
    told = select(ALL, **{names[key]: value for key, value in own.items()}, source=placed)
    return Conversations(answer(data, select(source=told).ordered(name(names["nth"]))), **names, apart=apart)


def given(column: str) -> Expression:
    """Whether a row has a value, and not an empty text."""
    return call("coalesce", name(column).as_text().differs(""), literal(value=False))


def finite(column: str) -> Expression:
    """Whether a row has a number."""
    return call("coalesce", call("isfinite", name(column).cast("DOUBLE")), literal(value=False))


def natural(data: Data, column: str) -> tuple[Expression, ...]:
    """The order of a column: numbers by size, texts so that "s2" stands before "s10"."""
    if is_number(data.reader.types[column]):
        return (name(column),)
    padded = call("regexp_replace", name(column).as_text(), r"(\d+)", "0" * DIGITS + r"\1", "g")
    return (call("regexp_replace", padded, rf"\d*(\d{{{DIGITS}}})", r"\1", "g"), name(column).as_text())


def _number(order: tuple[Expression, ...] = ()) -> Expression:
    return call("row_number").over(*order)


def _ended(data: Data, limit: str | None) -> Expression:
    """The error or the limit that ended the sample of a row."""
    branches: dict[Expression, object] = {}
    if ERROR in data.columns:
        branches[happened(ERROR, data.reader.types[ERROR])] = "error"
    if limit is not None:
        branches[given(limit)] = call("concat", name(limit).as_text(), " limit")
    return case(branches) if branches else NULL.as_text()


def _apart(data: Data, y: str) -> tuple[str, ...]:
    """The columns that keep samples apart which share a value of y, until no row has two of them."""
    found: tuple[str, ...] = ()
    if SAMPLE not in data.columns:
        return found
    for group in APART:
        column = first_of(data, group)
        if (
            column not in (None, y)
            and not is_nested(data.reader.types[str(column)])
            and _shared(data, (y, *found), SAMPLE)
        ):
            found += (str(column),) if _shared(data, (y, *found), str(column)) else ()
    return found


def _shared(data: Data, columns: tuple[str, ...], other: str) -> bool:
    """Whether some values of columns have several of another one."""
    several = select(literal(1), source="data").grouped(*map(name, columns))
    return bool(data.reader.ask(several.having(call("count", name(other), distinct=True).above(1)).first(1)))


def _label(data: Data, y: str, apart: tuple[str, ...]) -> Expression:
    own = whole_numbers(data, y) or name(y)
    if not apart:
        return own
    parts = [call("concat", "epoch ", name(c)) if c == EPOCH else name(c).as_text() for c in apart]
    return call("concat_ws", " · ", own.as_text(), *parts)
