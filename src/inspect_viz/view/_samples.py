"""Which column names the samples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._sql import Expression, call, case, name, select

from ._columns import check_category

if TYPE_CHECKING:
    from inspect_viz.data import Data

FLOATING = ("FLOAT", "DOUBLE")
EXACT = 2**53


@dataclass(frozen=True)
class Sample:
    """The column of the sample ids."""

    column: str

    whole: Expression | None
    """The ids as whole numbers, where missing values made them floating, and with the task before them where tasks
    share ids; None where they are right as they are."""

    task: str | None = None
    """Column of the tasks, where these share ids."""

    @property
    def name(self) -> Expression:
        """What samples are called."""
        return name(self.column) if self.whole is None else self.whole

    def of_tasks(self, task: str) -> Sample:
        """The samples by their tasks, in this column."""
        both = call("concat_ws", " / ", call("nullif", name(task).as_text(), ""), self.name.as_text())
        return Sample(self.column, case({self.name.is_given(): both}), task)


def find_sample(data: Data, id: str) -> Sample:
    """The column of the sample ids.

    Raises:
        TypeError, ValueError: If there is no such column, or it holds more than one value a row.
    """
    check_category(data, "id", id)
    return Sample(id, whole_numbers(data, id))


def names_of(data: Data, shown: Expression) -> list[str]:
    """What an axis calls its samples or models, in order."""
    rows = data.reader.ask(select(shown.as_text(), source="data").unique())
    return sorted(str(row[0]) for row in rows if row[0] is not None)


def whole_numbers(data: Data, column: str) -> Expression | None:
    """A floating column as whole numbers, if it holds nothing else: 1 and not 1.0."""
    if data.reader.types[column] not in FLOATING:
        return None
    value = name(column)
    given = call("isnan", value).equals(False)
    is_whole = call("trunc", value).equals(value) & call("abs", value).below(EXACT)
    found = data.reader.ask(select(call("bool_and", is_whole).of_rows(given), source="data"))[0][0]
    return case({given: value.try_cast("BIGINT")}) if found else None
