"""Scores of models by the dates when they came out: which are drawn, and what is to be said of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from inspect_viz._sql import call, case, literal, name, select, text

from ._eval_scores import EvalScores, some

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Mark
    from inspect_viz.data import Data

OTHERS = "Others"
COLORS, SYMBOLS = 10, 7
"""The most colours and symbols that can be told apart."""

FONT, NAME, LETTER = 10, 14.0, 0.55
"""Size of names in pixels, and in this size the most width of a name, and the usual one of a letter."""


@dataclass(frozen=True)
class Timeline:
    """Scores with the dates of their models."""

    scores: EvalScores
    task: str | None
    """Column of the evals."""

    organization: str
    released: str
    """Column of the dates."""

    group: str
    """Column of what colours tell: organizations, and one name for those that have no colour of their own."""

    groups: tuple[str, ...]
    organizations: tuple[str, ...]
    """Organizations that are drawn, in order."""

    remarks: tuple[str, ...]
    """What is not drawn, and why."""

    @property
    def data(self) -> Data:
        return self.scores.data

    @cached_property
    def tasks(self) -> tuple[str, ...]:
        """The evals, in order."""
        if self.task is None:
            return ()
        column = name(self.task).as_text()
        rows = self.data.reader.ask(select(column, source="data").unique().ordered(column))
        return tuple(str(row[0]) for row in rows if row[0] is not None)

    @property
    def has_symbols(self) -> bool:
        """Whether evals have symbols of their own."""
        return 1 < len(self.tasks) <= SYMBOLS

    @cached_property
    def dates(self) -> tuple[date, date]:
        """The first and the last date, at least a month apart."""
        ends = select(call("min", name(self.released)), call("max", name(self.released)), source="data")
        first, last = self.data.reader.ask(ends)[0]
        apart = timedelta(days=15) if last - first < timedelta(days=30) else timedelta()
        return first - apart, last + apart

    @property
    def has_dates(self) -> bool:
        """Whether some eval has several dates, through which there is a line."""
        of = () if self.task is None else (name(self.task).as_text(),)
        several = call("count", name(self.released), distinct=True).above(1)
        asked = select(literal(1), source="data").grouped(*of).having(several)
        return bool(self.data.reader.ask(asked.first(1)))

    @property
    def reach(self) -> tuple[float, float]:
        """The ends of the scores' axis."""
        if self.scores.is_share:
            return 0.0, 1.0
        ends = [end for own in self.scores.ends if own is not None for end in own]
        every = [0.0, *(row.score for row in self.scores.rows), *ends]
        return min(every), max(every)

    @property
    def room(self) -> float:
        """What names to the left of the first dots need, in pixels."""
        longest = max(len(row.label) for row in self.scores.rows) * LETTER
        return max(20, min(longest, NAME) * FONT)

    def marks(self, tip: dict[str, str], regression: bool) -> list[Mark]:
        """Lines of regression, intervals, names, and the dots, which lie over them."""
        from inspect_viz.mark import dot, rule_x

        scores, symbol = self.scores, {"symbol": self.task} if self.has_symbols else {}
        place: dict[str, Any] = {"x": self.released, "y": scores.score}
        ends: dict[str, Any] = {"y1": scores.low, "y2": scores.high, "stroke": self.group, "stroke_opacity": 0.4}
        hidden: Any = {"format": dict.fromkeys(("x", "y", "fill", *symbol), False)}
        look: dict[str, Any] = {"fill": self.group, "r": 4, "channels": tip, "tip": hidden, **symbol}
        return [
            *([self._regression()] if regression else []),
            *([rule_x(self.data, x=self.released, **ends)] if scores.has_intervals else []),
            self._names(place),
            dot(self.data, **place, **look),
        ]

    def _regression(self) -> Mark:
        """A line for each eval, with the band of its confidence."""
        from inspect_viz.mark import regression_y
        from inspect_viz.transform import epoch_ms

        look: dict[str, Any] = {"stroke": "currentColor", "stroke_opacity": 0.4, "fill_opacity": 0.1, "clip": True}
        apart: dict[str, Any] = {} if self.task is None else {"z": self.task}
        confidence = self.scores.ci or 0
        return regression_y(self.data, x=epoch_ms(self.released), y=self.scores.score, ci=confidence, **look, **apart)

    def _names(self, place: dict[str, Any]) -> Mark:
        """Names of the best of their eval so far, of those in sight: above and before them no dot stands."""
        from inspect_viz.mark import text as text_mark
        from inspect_viz.transform import sql

        score = name(self.scores.score)
        groups = [] if self.task is None else [name(self.task)]
        best = call("max", score).over(name(self.released), groups=groups)
        named = case({score.equals(best): name(self.scores.label)})
        look: dict[str, Any] = {"text_anchor": "end", "dx": -5, "dy": -7, "font_size": FONT}
        look |= {"line_width": NAME, "text_overflow": "ellipsis-middle", "shift_overlapping_text": True}
        return text_mark(self.data, text=sql(text(named)), fill="currentColor", **place, **look)

    def sentences(self, regression: bool) -> tuple[str, ...]:
        """What is to be said of the picture."""
        hidden = [group for group in self.organizations if group not in self.groups]
        several = len(self.tasks) > SYMBOLS
        band = f" with {self.scores.interval_name.replace('CI', 'bands')}" if self.scores.ci else ""
        return (
            "Named: the best of their eval when they came out, of those in sight.",
            *([f"Grey lines: least squares over the dates{band}."] if regression and self.has_dates else []),
            *(["No line, as no eval has two dates."] if regression and not self.has_dates else []),
            *([f"More evals than symbols: {len(self.tasks)}, which tips tell apart."] if several else []),
            *([f"{OTHERS}: {some(hidden)}."] if OTHERS in self.groups else []),
            *self.remarks,
            *self.scores.remarks("Vertical lines", "dot"),
        )
