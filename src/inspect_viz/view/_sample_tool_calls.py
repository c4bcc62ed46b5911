"""Tool calls of samples, message by message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from inspect_viz._generated import explanations
from inspect_viz._generated.attributes import PlotAttributes
from inspect_viz._spec.signature import lists_options
from inspect_viz._sql import ALL, call, literal, name, select
from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._columns import check_category, checked_data
from ._conversations import conversations, finite, given
from ._lines import check_numbers, noted
from ._settings import check_text, default_size, heading, picked, size, top_marks
from ._tool_calls import ToolCalls

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._spec.nodes import Legend, Title
    from inspect_viz.data import Data
    from inspect_viz.mark import Marks

TOOL, LIMIT = "tool_call_function", "limit"
WIDTH = 700.0


@lists_options(PlotAttributes, explanations.ATTRIBUTES)
def sample_tool_calls(
    data: Data,
    x: str = "order",
    y: str = "id",
    tool: str = TOOL,
    limit: str | None = LIMIT,
    tools: Sequence[str] | None = None,
    x_label: str | None = "Message",
    y_label: str | None = "Sample",
    title: str | Title | None = None,
    marks: Marks | None = None,
    width: float | None = None,
    height: float | None = None,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    **attributes: Unpack[PlotAttributes],
) -> Component:
    """The tool calls of samples: one row for each sample, one coloured cell for each call at the place of its message.

    A thin line reaches from the first to the last message of a sample; at its end stands the limit or the error that
    ended it. Samples that share a value of `y`, as epochs and models do, have rows of their own.

    Args:
        data: Rows of messages, as inspect_ai's `messages_df` gives them with the columns of `EvalModel`,
            `SampleSummary` and `MessageToolCalls`.
        x: Column of the places of messages in their conversation: numbers.
        y: Column of what rows are called.
        tool: Column of the names of tools; rows without one are no calls.
        limit: Column of the limits that ended samples; None for none, as where the usual column is not there.
        tools: Tools that are drawn, in the order of their colours; None: all, the one with the most calls first.
        x_label: Label of the messages' axis; None for none.
        y_label: Label of the samples' axis; None for none.
        title: Text above the picture, or `title(...)`.
        marks: A mark or a sequence of marks, drawn on top.
        width: Outer width in pixels; None: 700.
        height: Outer height in pixels; None: up to 16 for each row, less where there are more than 40, at least 4.
        legend: Legend of the tools; None for none, or `legend(...)`.
        attributes: Further attributes of `plot`, as listed below.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing, places are no numbers, none of `tools` was called, or the data has no rows.
    """
    from inspect_viz.plot import legend as make_legend
    from inspect_viz.plot import plot

    for argument, text in {"x_label": x_label, "y_label": y_label}.items():
        check_text(argument, text, optional=True)
    heads = (heading(x_label, x), heading(y_label, y))
    drawn = _find(data, x, y, tool, limit, tools, heads)
    width = size("width", width, default_size("width") or WIDTH)
    height = size("height", height, default_size("height") or drawn.height)
    row = drawn.each(height)
    settings: dict[str, object] = {
        "x_label": x_label,
        "y_label": y_label,
        **drawn.settings(row, width),
        "aria_description": " ".join(drawn.sentences()),
        **attributes,
    }
    look: dict[str, Any] = {"columns": 1, "frame_anchor": "right", "border": False}
    keys = [make_legend(scale, label=word, **look) for scale, word in drawn.scales(row).items()]
    picture = plot(
        *drawn.axis(row, width, y_label, attributes),
        *drawn.marks(row, width),
        *top_marks(marks),
        title=title,
        width=width,
        height=height,
        legend=keys if isinstance(legend, NotGiven) else legend,
        **settings,  # type: ignore[arg-type]
    )
    return noted(picture, drawn.sentences())


def _find(
    data: object,
    x: str,
    y: str,
    tool: str,
    limit: str | None,
    tools: object,
    headings: tuple[str, str],
) -> ToolCalls:
    """What is drawn; errors for columns that are not there, and for tools that were not called."""
    table = checked_data(data)
    check_numbers(table, "x", x)
    for argument, column in {"y": y, "tool": tool}.items():
        check_category(table, argument, column)
    end = None if limit == LIMIT and LIMIT not in table.columns else limit
    if end is not None:
        check_category(table, "limit", end)
    calls = _calls(table, tool)
    asked = select(call("count", ALL), source="data").where(~(finite(x) & given(y)))
    lacking = int(table.reader.ask(asked)[0][0])
    if lacking == len(table):
        raise ValueError(f"no row has both a number in {x!r} and a value in {y!r}, so there is nothing to draw")
    return ToolCalls(
        conversations(table, x, y, tool, end),
        x,
        tool,
        tuple(calls) if tools is None else picked("tools", tools, calls),
        calls,
        lacking,
        headings,
    )


def _calls(data: Data, tool: str) -> dict[str, int]:
    """How often each tool was called, the most often called first."""
    names, number = name(tool).as_text(), call("count", ALL)
    asked = select(names, number, source="data").where(given(tool)).grouped(names)
    return {str(row[0]): int(row[1]) for row in data.reader.ask(asked.ordered(literal(0).minus(number), names))}
