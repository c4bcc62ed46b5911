"""What a picture of tool calls shows: its rows, its marks, and what they mean in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from inspect_viz._sql import ALL, Expression, call, case, literal, name, select
from inspect_viz._sql import text as question

from ._columns import text_column
from ._conversations import Conversations, given
from ._eval_scores import some
from ._lines import answer
from ._long_names import FONT, name_room, names_axis
from ._roles import LINK

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Mark
    from inspect_viz.data import Data

AROUND, ROOM, LEAST, MOST, TALLEST = 90.0, 640.0, 4.0, 16.0, 1600.0
"""Pixels above and below all rows, of all rows, of one row at least and at most, and of all rows at most."""

READABLE, THIN = 9.0, 3.0
"""Heights of a row from which on it has a name of its own and a word at its end, and room below it."""

FEW = 9
"""The most places that have a tick each."""

COLORS = 9
"""The most tools that have a colour of their own."""

GREY = "#9498a0"
"""Colour of the calls of all others."""

LETTER = 4.8
"""Mean width of a letter at the end of a row, in pixels."""

TOOL_ERROR = "tool_call_error"


@dataclass(frozen=True)
class ToolCalls:
    """The calls of all conversations, and those that are drawn."""

    found: Conversations
    place: str
    """Column of the places of messages."""

    tool: str
    tools: tuple[str, ...]
    """Tools that are drawn, in order."""

    calls: Mapping[str, int]
    """Number of calls of each tool that was called."""

    lacking: int
    """Messages without a place."""

    headings: tuple[str, str]
    """What tips call places and rows."""

    @cached_property
    def over(self) -> Data:
        """The end of each conversation."""
        return self.found.ends()

    @cached_property
    def rows(self) -> list[object]:
        """What rows are called, from above."""
        return [row[0] for row in self.over.reader.ask(select(name(self.found.row), source="data"))]

    @cached_property
    def reasons(self) -> list[str]:
        """What ended conversations."""
        ended = name(self.found.ended)
        asked = select(ended, source="data").where(given(self.found.ended)).unique().ordered(ended)
        return [str(row[0]) for row in self.over.reader.ask(asked)]

    @cached_property
    def messages(self) -> float:
        """Number of places from the first to the last."""
        ends = call("max", name(self.found.last)).minus(call("min", name(self.found.first)))
        return float(self.over.reader.ask(select(ends, source="data"))[0][0] or 1)

    @cached_property
    def ticks(self) -> dict[str, object]:
        """Ticks at whole places, where there are so few that an axis would have some between them."""
        if self.messages > FEW:
            return {}
        at = name(self.place)
        places = [row[0] for row in self.found.data.reader.ask(select(at, source="data").unique().ordered(at))]
        return {"x_ticks": places, "x_tick_format": "d"} if all(float(own).is_integer() for own in places) else {}

    @cached_property
    def behind(self) -> int:
        """Number of calls behind others, at the same place of the same row."""
        number = call("count", ALL)
        places = select(number.minus(1), source="data").where(given(self.tool))
        several = places.grouped(name(self.found.row), name(self.place)).having(number.above(1))
        return sum(row[0] for row in self.found.data.reader.ask(several))

    @property
    def height(self) -> float:
        """Height of a picture in which rows can be told apart, as long as there are not too many."""
        each = min(max(ROOM / max(len(self.rows), 1), LEAST), MOST)
        return AROUND + min(max(len(self.rows), 2) * each, TALLEST)

    def each(self, height: float) -> float:
        """Height of a row in a picture of this height."""
        return max(height - AROUND, 1) / max(len(self.rows), 1)

    def beside(self, row: float) -> float:
        """Room to the right of rows of this height, for what ended the longest."""
        longest = max((len(reason) for reason in self.reasons), default=0)
        return 20 + (longest * LETTER if row >= READABLE else 0)

    def scales(self, row: float) -> dict[Literal["color", "symbol"], str]:
        """Scales that need a legend where rows have this height, and what they tell."""
        scales: dict[Literal["color", "symbol"], str] = {"color": "Tool"} if self.tools else {}
        return {**scales, "symbol": "Ended by"} if row < READABLE and self.reasons else scales

    def axis(self, row: float, width: float, label: str | None, given: Mapping[str, object]) -> list[Mark]:
        """Names of rows of this height: where they are low, of as many of those in sight as there is room for.

        Args:
            row: Height of a row.
            width: Width of the picture.
            label: Label of the axis.
            given: The caller's attributes of the plot.
        """
        from inspect_viz.mark import text
        from inspect_viz.transform import sql

        names = list(map(str, self.rows))
        if row >= READABLE:
            return names_axis("y", names, width, label, given)
        number = call("row_number").over(name(self.found.nth)).minus(1)
        chosen = call("mod", number, literal(int(READABLE / row) + 1)).equals(0)
        shown = sql(question(case({chosen: name(self.found.row).as_text()})))
        look: dict[str, Any] = {"frame_anchor": "left", "text_anchor": "end", "dx": -6, "fill": "currentColor"}
        look |= {"line_width": name_room(names, width)[0], "text_overflow": "ellipsis-middle", "font_size": FONT}
        return [text(self.over, text=shown, y=self.found.row, **look)]

    def settings(self, row: float, width: float) -> dict[str, object]:
        """Attributes of a plot whose rows have this height."""
        left = min(name_room(map(str, self.rows), width)) * FONT + 30
        right = self.beside(row)
        return {
            **self.ticks,
            "y_scale": "band",
            "y_padding": 0.15 if row >= THIN else 0,
            **(
                {}
                if row >= READABLE
                else {"y_ticks": [], **({"margin_left": left} if left + right < width - 20 else {})}
            ),
            "color_domain": self.tools[:COLORS],
            **({"symbol_domain": self.reasons} if "symbol" in self.scales(row) else {}),
            **({"margin_right": right} if right < width - 60 else {}),
        }

    def marks(self, row: float, width: float) -> list[Mark]:
        """Lines, cells in grey and in colour, and what stands at the ends of rows."""
        gap = 0.5 if row >= READABLE and width / self.messages > LEAST else 0
        shown, rest = self.tools[:COLORS], [tool for tool in self.tools[COLORS:] if tool in self.calls]
        drawn = [self._lines()]
        if rest:
            drawn.append(self._cells(name(self.tool).as_text().within(rest), fill=GREY, inset_right=gap))
        if any(tool in self.calls for tool in shown):
            drawn.append(self._cells(name(self.tool).as_text().within(shown), fill=self.tool, inset_right=gap))
        return drawn + ([self._ends(row)] if self.reasons else [])

    def _lines(self) -> Mark:
        """From the first to the last message of each conversation."""
        from inspect_viz.mark import rule_y

        place, row = self.headings
        own = self.found
        told = {row: own.row, f"{place} (last)": self.place, "Tool calls": own.calls, "Ended by": own.ended}
        look: dict[str, Any] = {"stroke": "currentColor", "stroke_opacity": 0.3, "sort": {"y": None}}
        return rule_y(
            self.over,
            y=own.row,
            x1=own.first,
            x2=own.last,
            channels=told,
            tip=_silent("x1", "x2", "y"),
            **look,
        )

    def _cells(self, which: Expression, **look: Any) -> Mark:
        from inspect_viz.mark import bar_x

        own = self.found
        return bar_x(
            own.where(given(self.tool) & which),
            x=own.left,
            x1=own.left,
            x2=own.right,
            y=own.row,
            channels=self._tip(),
            tip=_silent("x", "x1", "x2", "y", "fill"),
            **look,
        )

    def _tip(self) -> dict[str, str]:
        place, row = self.headings
        data = self.found.data
        failed, link = text_column(data, TOOL_ERROR), text_column(data, LINK)
        return {
            row: self.found.row,
            place: self.place,
            "Tool": self.tool,
            **({} if failed is None else {"Tool error": failed}),
            "Sample ended by": self.found.ended,
            **({} if link is None else {"Log viewer": link}),
        }

    def _ends(self, row: float) -> Mark:
        """A word at the end of each row that a limit or an error ended; a symbol where rows are low."""
        from inspect_viz.mark import dot, text

        own = self.found
        ended = answer(self.over, select(source="data").where(given(own.ended)))
        if row >= READABLE:
            look: dict[str, Any] = {"text_anchor": "start", "dx": 4, "fill": "currentColor", "font_size": 9}
            return text(ended, text=own.ended, x=own.last, y=own.row, **look)
        look = {"symbol": own.ended, "stroke": "currentColor", "r": min(max(row / 2.5, 1.5), 3), "dx": 5}
        return dot(ended, x=own.last, y=own.row, **look)

    def sentences(self) -> tuple[str, ...]:
        """What the picture shows besides the cells, and what it does not show."""
        other = {tool: n for tool, n in self.calls.items() if tool not in self.tools}
        rest = {tool: self.calls[tool] for tool in self.tools[COLORS:] if tool in self.calls}
        never = [tool for tool in self.tools if tool not in self.calls]
        apart = self.found.apart
        return (
            "Lines reach from the first to the last message"
            + (", what ended a sample stands at its end." if self.reasons else "."),
            *([f"Rows are samples by {some(apart)}, as they share names."] if apart else []),
            *([f"Grey: {_counted(rest)}."] if rest else []),
            *([f"Not drawn: {_counted(other)}."] if other else []),
            *([f"Never called: {some(never)}."] if never else []),
            *(["No tool was called."] if not self.calls else []),
            *([f"Behind others of their row and place: {self.behind} calls."] if self.behind else []),
            *([f"Without a place or a row: {self.lacking} messages."] if self.lacking else []),
        )


def _silent(*channels: str) -> Any:
    """A tip that does not tell these channels."""
    return {"format": dict.fromkeys(channels, False)}


def _counted(calls: Mapping[str, int]) -> str:
    """How often tools were called."""
    return f"{sum(calls.values())} calls of {some(list(calls))}"
