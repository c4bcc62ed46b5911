"""Success rates of models over the limit at which samples are stopped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._generated import explanations
from inspect_viz._generated.attributes import PlotAttributes
from inspect_viz._spec.signature import lists_options
from inspect_viz._sql import ALL, Expression, call, literal, name, select
from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven
from inspect_viz._util.suggest import did_you_mean, listing

from ._columns import check_category, checked_data, first_of, text_column
from ._intervals import checked_ci
from ._limit_rates import COUNT, OTHER, SCALES, STDERR, SUCCESS, LimitScale, is_log
from ._lines import bands, check_numbers, is_number, is_share, noted, with_band
from ._models import DISPLAY, model_column
from ._roles import LINK
from ._settings import default_size, size, top_marks

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._spec.nodes import Legend, Mark, Title
    from inspect_viz.data import Data
    from inspect_viz.mark import Marks

WIDTH = 700.0
GOLDEN = 1.618
LABEL = "Success rate"
ENDED = "Ended below the limit without success"
LABELS = {
    "total_tokens": "Total tokens",
    "total_time": "Total time (s)",
    "working_time": "Working time (s)",
    "message_count": "Messages",
}
"""Columns that a limit can stand in, in the order in which they are looked for, and what axes call them."""


@lists_options(PlotAttributes, explanations.ATTRIBUTES)
def scores_by_limit(
    data: Data,
    model: str = DISPLAY,
    success: str = SUCCESS,
    stderr: str | None = STDERR,
    facet: str | None = None,
    other_termination_rate: str | bool = False,
    limit: str | None = None,
    limit_label: str | NotGiven | None = NOT_GIVEN,
    scale: LimitScale = "auto",
    title: str | Title | None = None,
    marks: Marks | None = None,
    height: float | None = None,
    width: float | None = None,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    ci: float = 0.95,
    **attributes: Unpack[PlotAttributes],
) -> Component:
    """The success rate of each model, had its samples been stopped at a limit, with the band of its interval.

    Args:
        data: Rows as `scores_by_limit_df` gives them.
        model: Column of the models; the default falls back to `model`.
        success: Column of the success rates.
        stderr: Column of their standard errors; None for no bands.
        facet: Column whose values stand side by side, each in a frame of its own.
        other_termination_rate: Draw the share of samples that ended below the limit without success as a dashed line:
            True for the column of this name, or the name of another one.
        limit: Column of the limits; None for the first that there is of `total_tokens`, `total_time`, `working_time`
            and `message_count`.
        limit_label: Label of the limits' axis; None for none, NOT_GIVEN for one that names unit and limit.
        scale: Scale of the limits' axis; "auto": "log" where the highest is at least 100 times the lowest.
        title: Text above the picture, or `title(...)`.
        marks: A mark or a sequence of marks, drawn on top.
        height: Outer height in pixels; None for the golden ratio.
        width: Outer width in pixels; None: 700.
        legend: Legend of the models; None for none, or `legend(...)`.
        ci: Confidence of the bands, above 0 and below 1: normal intervals, which end at 0 and 1 where rates are shares.
        attributes: Further attributes of `plot`, as listed below.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing or holds no numbers, the data has no rows, or a value is not accepted.
    """
    from inspect_viz.plot import legend as make_legend
    from inspect_viz.plot import plot

    checked_ci(ci)
    drawn = _find(data, model, success, stderr, facet, other_termination_rate, limit)
    width = size("width", width, default_size("width") or WIDTH)
    settings: dict[str, object] = {
        "x_label": _label(drawn.limit) if isinstance(limit_label, NotGiven) else limit_label,
        "y_label": LABEL,
        "x_scale": "log" if _is_log(drawn, scale) else "linear",
        "x_tick_format": "~s",
        **({"y_domain": [0, 1], "y_tick_format": ".0%"} if drawn.is_share else {"y_zero": True}),
        **({} if facet is None else {"fx_label": None}),
        "grid": True,
        "aria_description": " ".join(drawn.sentences(ci)),
        **attributes,
    }
    picture = plot(
        *drawn.marks(ci),
        *top_marks(marks),
        title=title,
        width=width,
        height=size("height", height, default_size("height") or width / GOLDEN),
        legend=make_legend("color", frame_anchor="bottom", border=False) if isinstance(legend, NotGiven) else legend,
        **settings,  # type: ignore[arg-type]
    )
    return noted(picture, drawn.sentences(ci))


@dataclass(frozen=True)
class _Drawn:
    """The columns that a picture is drawn from."""

    data: Data
    limit: str
    model: str
    success: str
    stderr: str | None
    facet: str | None
    other: str | None

    @property
    def is_share(self) -> bool:
        return is_share(self.data, self.success)

    def marks(self, ci: float) -> list[Mark]:
        """Bands, dashed lines of what ended otherwise, and the lines of the rates."""
        from inspect_viz.mark import line

        facets: dict[str, object] = {} if self.facet is None else {"fx": self.facet}
        common: dict[str, object] = {"x": self.limit, "z": self.model, "stroke": self.model, "tip": True, **facets}
        data, found = self.data, None
        if self.stderr is not None:
            data, found = with_band(data, self.limit, self.success, self.stderr, ci)
        tip = self._tip({} if found is None else {f"{ci * 100:g}% CI": found[2]})
        rates = line(data, y=self.success, stroke_width=2, channels=tip, **common)  # type: ignore[arg-type]
        drawn = [] if found is None else [bands(data, self.limit, self.model, found, facets)]
        if self.other is not None:
            tip = {"Model": self.model, _label(self.limit): self.limit, ENDED: self.other}
            look: dict[str, object] = {"stroke_dasharray": "4,3", "stroke_width": 1.2, "channels": tip}
            drawn.append(line(data, y=self.other, **look, **common))  # type: ignore[arg-type]
        return [*drawn, rates]

    def _tip(self, interval: dict[str, str]) -> dict[str, str]:
        link = text_column(self.data, LINK)
        return {
            "Model": self.model,
            _label(self.limit): self.limit,
            LABEL: self.success,
            **interval,
            **({} if self.facet is None else {self.facet: self.facet}),
            **({"Samples": COUNT} if COUNT in self.data.columns else {}),
            **({} if link is None else {"Log viewer": link}),
        }

    def sentences(self, ci: float) -> tuple[str, ...]:
        """What the picture shows besides the lines, in words."""
        return (
            f"{LABEL} by limit: samples that needed more than the limit count 0.",
            *([f"Bands: {ci * 100:g}% confidence intervals."] if self.stderr is not None else []),
            *([f"Dashed: {ENDED.lower()}."] if self.other is not None else []),
            *self._missing(),
        )

    def _missing(self) -> tuple[str, ...]:
        """Rates that are missing, and standard errors of rates that are there."""
        rate = _surely(is_number(self.success))
        lacking = self._count(~rate)
        bare = 0 if self.stderr is None else self._count(rate & ~_surely(is_number(self.stderr)))
        return (
            *([f"Not drawn, as they have no {LABEL.lower()}: {lacking} rows."] if lacking else []),
            *([f"Without a band, as they have no standard error: {bare} rows."] if bare else []),
        )

    def _count(self, where: Expression) -> int:
        found = self.data.reader.ask(select(call("count", ALL), source="data").where(where))
        return int(found[0][0])


def _surely(condition: Expression) -> Expression:
    """The condition, false where it is null."""
    return call("coalesce", condition, literal(value=False))


def _find(
    data: object,
    model: str,
    success: str,
    stderr: str | None,
    facet: str | None,
    other: str | bool,
    limit: str | None,
) -> _Drawn:
    """The columns; errors for those that are not there or hold no numbers."""
    table = checked_data(data)
    ended = OTHER if other is True else other or None
    drawn = _Drawn(table, _limit(table, limit), model_column(table, "model", model), success, stderr, facet, ended)
    numbers = {"limit": drawn.limit, "success": success, "stderr": stderr, "other_termination_rate": drawn.other}
    for argument, column in numbers.items():
        if column is not None:
            check_numbers(table, argument, column)
    if facet is not None:
        check_category(table, "facet", facet)
    return drawn


def _limit(data: Data, limit: str | None) -> str:
    found = first_of(data, tuple(LABELS)) if limit is None else limit
    if found is None:
        raise ValueError(
            f"data has none of the columns {listing(list(LABELS))}; limit= names the column of the limits, "
            f"columns: {listing(data.columns)}"
        )
    return found


def _label(limit: str) -> str:
    return LABELS.get(limit, limit)


def _is_log(drawn: _Drawn, scale: object) -> bool:
    """Whether the limits stand on a log axis; errors for a scale that there is not, or cannot be."""
    if scale not in SCALES:
        raise ValueError(f"scale={scale!r} must be one of {listing(SCALES)}.{did_you_mean(scale, SCALES)}")
    column = name(drawn.limit)
    where = is_number(drawn.limit)
    question = select(call("min", column), call("max", column), source="data").where(where)
    low, high = drawn.data.reader.ask(question)[0]
    if scale == "log" and (low is None or low <= 0):
        raise ValueError(f"scale='log' needs limits above zero; those of {drawn.limit!r} begin at {low}")
    return scale == "log" or (scale == "auto" and low is not None and is_log(float(low), float(high)))
