"""The scores of models with and without something, in pairs of rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inspect_viz._generated import explanations
from inspect_viz._generated.attributes import PlotAttributes
from inspect_viz._meaning.types import is_number
from inspect_viz._spec.signature import lists_options
from inspect_viz._sql import ALL, Expression, call, case, literal, name, select, text
from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._columns import check_apart, check_category, checked_data
from ._eval_names import Row
from ._eval_scores import VALUE, EvalScores, find_scores, some
from ._evals import STDERR
from ._lines import noted
from ._long_names import names_axis
from ._settings import check_text, checked_color, default_size, heading, label, size, top_marks

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._spec.nodes import Legend, Mark, Title
    from inspect_viz.data import Data
    from inspect_viz.mark import Marks

WIDTH = 700.0
AROUND = 50.0
"""Height of what stands above and below the rows, in pixels."""

BLUE = "#3266ae"
PALER = 0.5
"""How much of the paler tone is white."""

HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


@lists_options(PlotAttributes, explanations.ATTRIBUTES)
def scores_by_factor(
    data: Data,
    factor: str,
    factor_labels: tuple[str, str],
    score_value: str = VALUE,
    score_stderr: str | None = STDERR,
    score_label: str | NotGiven | None = "Score",
    model: str = "model",
    model_label: str = "Model",
    ci: float | bool | None = 0.95,
    color: str | tuple[str, str] = BLUE,
    title: str | Title | None = None,
    marks: Marks | None = None,
    width: float | None = None,
    height: float | None = None,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    **attributes: Unpack[PlotAttributes],
) -> Component:
    """The scores of each model with and without a factor, such as a hint, as two rows with their confidence intervals.

    Args:
        data: One row for each evaluation, as `evals_df` gives them, with a column of the factor. Of a retried one the
            last log counts; several of one model, task and factor have a row each.
        factor: Column of booleans, or of 0 and 1.
        factor_labels: What the legend calls false and true.
        score_value: Column of the scores.
        score_stderr: Column of their standard errors; None for no intervals.
        score_label: Label of the scores' axis, and their heading in tips; None for no label.
        model: Column of the models. The model with the highest score stands at the top; where there are several tasks
            each model has a pair of rows for each.
        model_label: Heading of the models in tips.
        ci: Confidence of the intervals, above 0 and below 1; True for 0.95, None or False for none. They are normal
            intervals, which end at 0 and 1 where all scores of their metric lie.
        color: Colour of false as "#3266ae", of which true has a paler tone; or two CSS colours.
        title: Text above the picture, or `title(...)`.
        marks: A mark or a sequence of marks, drawn on top.
        width: Outer width in pixels; None: 700.
        height: Outer height in pixels; None: as much as the rows need.
        legend: Legend of the factor; None for none, or `legend(...)`.
        attributes: Further attributes of `plot`, as listed below.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing or does not hold what it must, the data has no rows or no scores, or a value
            is not accepted.
    """
    from inspect_viz.plot import legend as make_legend
    from inspect_viz.plot import plot

    tones, labels = _tones(color), _labels(factor_labels)
    check_text("model_label", model_label)
    pairs = _find(data, factor, labels, model, score_value, score_stderr, ci)
    width = size("width", width, default_size("width") or WIDTH)
    tall = size("height", height, default_size("height") or AROUND + pairs.rows * _step(pairs.rows))
    shown = label("score_label", score_label, "Score")
    axis = names_axis("fy", pairs.facets, width, None, attributes)
    heads = {heading(model_label, "Model"): pairs.scores.label, heading(factor, factor): pairs.factor}
    settings: dict[str, Any] = {
        "x_label": shown,
        **({"x_domain": [0, 1]} if pairs.scores.is_share else {"x_zero": True, "x_nice": True}),
        "x_grid": True,
        "y_axis": None,
        "y_domain": list(pairs.slots),
        **({} if axis else {"fy_axis": "left"}),
        "fy_label": None,
        "fy_tick_size": 0,
        "fy_padding": 0.2,
        "color_domain": list(labels),
        "color_range": list(tones),
        "aria_description": " ".join((pairs.described(labels), *pairs.remarks(labels))),
        **attributes,
    }
    picture = plot(
        *axis,
        *pairs.marks(pairs.scores.tip(heads, heading(shown, "Score")), (tall - AROUND) / pairs.rows),
        *top_marks(marks),
        title=title,
        width=width,
        height=tall,
        legend=make_legend("color", frame_anchor="bottom", border=False) if isinstance(legend, NotGiven) else legend,
        **settings,
    )
    return noted(picture, pairs.remarks(labels))


def _step(rows: int) -> float:
    """The height of a row in pixels: less where there are many."""
    return 20.0 if rows <= 40 else 14.0


@dataclass(frozen=True)
class _Pairs:
    """Scores in pairs of rows.

    Args:
        scores: The scores.
        facets: Names of models, or of models and tasks.
        slots: The rows of each, in order: one for each value of the factor, or more where an evaluation was repeated.
        facet: Column of the names.
        slot: Column of the rows.
        factor: Column of what the factor is called.
        without: How many rows have no value of the factor.
    """

    scores: EvalScores
    facets: tuple[str, ...]
    slots: tuple[str, ...]
    facet: str
    slot: str
    factor: str
    without: int

    @property
    def rows(self) -> int:
        return len(self.facets) * len(self.slots)

    def marks(self, tip: dict[str, str], step: float) -> list[Mark]:
        """Bands, lines from 0 to the scores, and the dots at their ends, which have the tips."""
        from inspect_viz.mark import dot, rule_y

        scores, tone = self.scores, self.factor
        common: dict[str, Any] = {"y": self.slot, "fy": self.facet}
        wide: dict[str, Any] = {"stroke_width": max(2.0, min(12.0, step * 0.6)), "stroke_opacity": 0.25}
        hidden = dict.fromkeys(("x", "y", "fy", "fill"), False)
        look: dict[str, Any] = {"channels": tip, "tip": {"pointer": "y", "format": hidden}, "sort": {"fy": "-x"}}
        ends = rule_y(scores.data, x1=scores.low, x2=scores.high, stroke=tone, **wide, **common)
        thick = max(1.0, min(3.0, step * 0.2))
        return [
            *([ends] if scores.has_intervals else []),
            rule_y(scores.data, x=scores.score, stroke=tone, stroke_width=thick, **common),
            dot(scores.data, x=scores.score, fill=tone, r=max(1.5, min(4.5, step * 0.3)), **look, **common),
        ]

    def described(self, labels: Sequence[str]) -> str:
        return f"Scores of {len(self.facets)} models, {labels[0]} and {labels[1]}."

    def remarks(self, labels: Sequence[str]) -> tuple[str, ...]:
        """What is worth knowing of the picture, and which models have one value of the factor only."""
        there: dict[str, set[str | None]] = {}
        for row, facet in zip(self.scores.rows, _facets(self.scores.rows), strict=True):
            there.setdefault(facet, set()).add(row.apart[0])
        alone = [f"{facet} ({' '.join(map(str, own))})" for facet, own in there.items() if len(own) < len(labels)]
        return (
            *self.scores.remarks("Bands", "row"),
            *([f"Nothing to compare with: {some(alone)}."] if alone else []),
            *([f"Not drawn, as the factor is missing: {_counted(self.without)}."] if self.without else []),
        )


def _counted(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows:,} rows"


def _find(
    data: object,
    factor: str,
    labels: tuple[str, str],
    model: str,
    score_value: str,
    score_stderr: str | None,
    ci: object,
) -> _Pairs:
    """The scores in pairs; errors for columns that are not there or do not hold what they must."""
    every = checked_data(data)
    check_category(every, "model", model)
    table, without = _with_factor(every, factor)
    check_apart(model=model, factor=factor)
    value = name(factor).cast("BOOLEAN")
    words: Expression = case({value: literal(labels[1])}, default=literal(labels[0]))
    scores = find_scores(table, model, score_value, score_stderr, ci, {"factor": words})
    facets = _facets(scores.rows)
    places = _places(scores.rows, facets)
    slots = sorted(set(places), key=lambda place: (labels.index(place[0]), place[1]))
    scores, (facet, slot, tone) = scores.extended(
        facet=facets, slot=[_slot(*place) for place in places], factor=[row.apart[0] for row in scores.rows]
    )
    return _Pairs(
        scores, tuple(dict.fromkeys(facets)), tuple(_slot(*place) for place in slots), facet, slot, tone, without
    )


def _with_factor(data: Data, factor: str) -> tuple[Data, int]:
    """The rows that have the factor, and how many do not; errors unless it is a column of booleans."""
    from inspect_viz.data._filtered import answered

    check_category(data, "factor", factor)
    kind, given = data.reader.types[factor], name(factor).is_given()
    counts = select(call("count", ALL), call("count", name(factor)), source="data")
    every, there = data.reader.ask(counts)[0]
    if not there:
        raise ValueError(f"factor={factor!r} holds no value, true or false, so there is nothing to compare")
    if not is_number(kind) or data.reader.ask(
        select(literal(1), source="data").where(given & ~name(factor).cast("DOUBLE").within((0, 1))).first(1)
    ):
        raise ValueError(f"factor={factor!r} has the type {kind}; it must hold booleans, or 0 and 1")
    if there == every:
        return data, 0
    return data.replaced(answered(data.reader, text(select(ALL, source="data").where(given)))), every - there


def _facets(rows: Sequence[Row]) -> list[str]:
    """The model of each row, with its task where there are several."""
    several = len({row.task for row in rows}) > 1
    return [row.whole if several else row.model for row in rows]


def _places(rows: Sequence[Row], facets: Sequence[str]) -> list[tuple[str, int]]:
    """What the factor of each row is called, and its number among those of the same pair."""
    seen: dict[tuple[str, str], int] = {}
    found = []
    for row, facet in zip(rows, facets, strict=True):
        key = (facet, str(row.apart[0]))
        seen[key] = seen.get(key, 0) + 1
        found.append((key[1], seen[key]))
    return found


def _slot(factor: str, number: int) -> str:
    """The name of a row."""
    return factor if number == 1 else f"{factor} #{number}"


def _labels(given: object) -> tuple[str, str]:
    if not isinstance(given, list | tuple) or len(given) != 2 or not all(isinstance(own, str) for own in given):
        raise TypeError(f"factor_labels={given!r} must be two texts, for false and for true, such as ('No', 'Yes')")
    if given[0] == given[1]:
        raise ValueError(f"factor_labels={given!r} must be two different texts")
    return (given[0], given[1])


def _tones(color: object) -> tuple[str, str]:
    """The colours of false and true."""
    if isinstance(color, list | tuple) and len(color) == 2:
        return (checked_color("color", color[0], BLUE), checked_color("color", color[1], BLUE))
    own = checked_color("color", BLUE if color is None else color, BLUE)
    found = HEX.fullmatch(own)
    if found is None:
        raise ValueError(
            f"color={color!r} must be a colour such as '#3266ae', which has a paler tone, or two CSS colours"
        )
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    parts = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return own, "#" + "".join(f"{round(part + (255 - part) * PALER):02x}" for part in parts)
