"""Any two columns against each other, the mean of a third as colour: what heatmaps of no samples share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspect_viz._meaning.scores import score_columns
from inspect_viz._meaning.types import is_text
from inspect_viz._sql import ALL, Expression, call, case, literal, name, select, text
from inspect_viz._util.suggest import listing

from ._cells import category
from ._columns import check_apart, check_category, text_column
from ._lines import free
from ._roles import LINK, LOG, warned
from ._runs import EPOCH
from ._samples import whole_numbers
from ._scores import Score, find_score, infinite_scores, is_infinite, not_scores, other_texts

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.sidecar import CellNotes
    from inspect_viz.data import Data

SEVERAL = "several values"
"""What a tip says of a cell whose rows differ in a column."""


@dataclass(frozen=True)
class Repeats:
    """Cells with a value, and those of them that are the mean of several."""

    cells: int
    several: int
    most: int

    def sentences(self) -> tuple[str, ...]:
        """That cells are means, if some are."""
        if not self.several:
            return ()
        if self.several == self.cells:
            return (f"Each cell is the mean of several rows, up to {self.most:,}",)
        are = "is the mean" if self.several == 1 else "are means"
        return (f"{self.several:,} of {self.cells:,} cells {are} of several rows, up to {self.most:,}",)


@dataclass(frozen=True)
class Matrix:
    """Two columns whose values are bands, and the numbers whose means are the colours of their cells."""

    data: Data
    x: str
    y: str

    named: tuple[Expression | None, Expression | None]
    """What names the bands of both, where the columns do not."""

    score: Score

    problems: tuple[str, ...]
    """What is wrong with the numbers, in sentences."""

    is_infinite: bool
    """Whether some of the numbers are infinite."""

    @property
    def bands(self) -> list[Expression]:
        """What the bands of a row are called."""
        return [shown or name(own) for shown, own in zip(self.named, (self.x, self.y), strict=True)]

    def repeats(self) -> Repeats:
        """How many cells have several values."""
        n = call("count", self.score.value)
        each = select(n=n, source="data").grouped(*self.bands).having(n.above(0))
        counted = call("count", ALL)
        question = select(counted, counted.of_rows(name("n").above(1)), call("max", name("n")), source=each)
        cells, several, most = self.data.reader.ask(question)[0]
        return Repeats(int(cells), int(several), int(most or 0))

    def with_facts(self, facts: Mapping[str, Expression]) -> tuple[Data, dict[str, str]]:
        """The data with a column for each further fact of a row, which says so where those of a cell differ."""
        from inspect_viz.data._filtered import answered

        if not facts:
            return self.data, {}
        columns = {heading: free(self.data, f"tip: {heading}") for heading in facts}
        told = {columns[heading]: _of_cell(fact.as_text(), self.bands) for heading, fact in facts.items()}
        query = text(select(ALL, **told, source="data"))
        return self.data.replaced(answered(self.data.reader, query)), columns

    def notes(self, color: str | None, names: tuple[str, str, str]) -> CellNotes:
        """What the runtime is told of the cells.

        Args:
            color: Colour of the printed values.
            names: What tips call x, y and the value.
        """
        from inspect_viz._spec.sidecar import CellNotes, ChannelNames

        x, y, value = names
        data = self.data
        return CellNotes(
            value=text(self.score.value),
            text=color,
            names=ChannelNames(x=x, y=y, value=value),
            infinite=text(is_infinite(self.score)) if self.is_infinite else None,
            link=text_column(data, LINK),
            epoch=EPOCH if EPOCH in data.columns else None,
            log=text_column(data, LOG),
        )

    def cells(
        self,
        look: tuple[float, str | None],
        tip: bool,
        sort: Mapping[str, object],
        across: bool,
        names: tuple[str, str, str],
        facts: Mapping[str, Expression],
    ) -> Mark:
        """The mark of the cells.

        Args:
            look: Inset in pixels, and colour of the printed values.
            tip: Whether cells answer to the pointer.
            sort: Plot's option.
            across: Whether `x` stands on x.
            names: What tips call x, y and the value.
            facts: Headings of tips, and what they say of a row.
        """
        from inspect_viz.mark import cell
        from inspect_viz.transform import agg

        data, channels = self.with_facts(facts)
        first, second = map(category, (self.x, self.y), self.named)
        x, y = (first, second) if across else (second, first)
        mark = cell(
            data,
            x=x,
            y=y,
            fill=agg(self.score.of_cell, label=self.score.column),
            inset=look[0],
            tip=tip,
            sort=dict(sort),  # type: ignore[arg-type]
            channels=dict(channels),
        )
        shown = names if across else (names[1], names[0], names[2])
        return replace(mark, notes=self.notes(look[1], shown))


def _of_cell(fact: Expression, groups: list[Expression]) -> Expression:
    """A fact of a row; where other rows of its cell say something else, that they do."""
    least, most = (call(end, fact).over(groups=groups) for end in ("min", "max"))
    return case({least.same(most): fact}, default=literal(SEVERAL))


Named = tuple[str, str]
"""What the caller calls a column, and its name."""


def find_matrix(
    data: Data, x: Named, y: Named, value: tuple[str, str | None], apart: Expression | None = None
) -> Matrix:
    """The columns of a table that is drawn as cells.

    Args:
        data: The table.
        x: The column of one side.
        y: That of the other.
        value: The column of the numbers; None for the only one that is a score.
        apart: What names the bands of `y`; None where the column does.

    Raises:
        TypeError, ValueError: If there is no such column, or it cannot be drawn.
    """
    for argument, column in (x, y):
        check_category(data, argument, column)
    argument, given = value
    _check_no_categories(data, argument, given)
    score = find_score(data, given, argument)
    if score.column not in data.columns:
        raise ValueError(f"{argument}={given!r}: no row has a score; columns: {listing(data.columns)}")
    check_apart(**{x[0]: x[1], y[0]: y[1], argument: score.column})
    infinite = infinite_scores(data, score)
    named = (whole_numbers(data, x[1]), apart or whole_numbers(data, y[1]))
    return Matrix(data, x[1], y[1], named, score, warned((not_scores(data, score), infinite)), infinite is not None)


def _check_no_categories(data: Data, argument: str, column: str | None) -> None:
    """ValueError for texts of which some are no numbers; scores of logs may hold a few of such."""
    if column not in data.columns or not is_text(data.reader.types[column]) or column in data.reader.wide:
        return
    texts = [] if column in score_columns(data.reader.types) else other_texts(data, column)[0]
    if texts:
        raise ValueError(
            f"{argument}={column!r} holds texts that are no numbers, such as {listing(texts[:3])}, which have no mean; "
            f"inspect_viz.logs.score_to_float turns texts into numbers, and plot(cell(data, x=..., y=..., "
            f"fill={column!r})) draws categories"
        )
