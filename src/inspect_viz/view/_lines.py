"""Lines of models with the bands of their confidence intervals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from inspect_viz._meaning.types import is_number as is_number_type
from inspect_viz._sql import ALL, Expression, Select, call, case, literal, name, select, text

from ._columns import check_category
from ._intervals import checked_ci

Band: TypeAlias = tuple[str, str, str]
"""The columns of an interval: its lower end, its upper end, and both as text."""

if TYPE_CHECKING:
    from inspect_viz._component import Component
    from inspect_viz._spec.nodes import Mark
    from inspect_viz.data import Data


def check_numbers(data: Data, argument: str, column: object) -> None:
    """Errors unless a column holds numbers."""
    check_category(data, argument, column)
    kind = data.reader.types[str(column)]
    if not is_number_type(kind):
        raise ValueError(f"{argument}={column!r} has the type {kind}; it must hold numbers")


def with_band(data: Data, x: str, rate: str, stderr: str, ci: float) -> tuple[Data, Band]:
    """The rows in the order of x, with the normal interval of each rate: not beyond 0 and 1 where rates are shares."""
    given = is_number(rate) & is_number(stderr)
    reach = call("multiply", literal(checked_ci(ci)), name(stderr))
    low, high = (call(way, name(rate), reach) for way in ("subtract", "add"))
    if is_share(data, rate):
        low, high = call("greatest", literal(0), low), call("least", literal(1), high)
    shown = call("printf", literal("%.3g to %.3g"), low, high)
    columns = (free(data, "low"), free(data, "high"), free(data, f"{ci * 100:g}% CI"))
    more = {column: case({given: value}) for column, value in zip(columns, (low, high, shown), strict=True)}
    return answer(data, select(ALL, **more, source="data").ordered(name(x))), columns


def answer(data: Data, question: Select) -> Data:
    """The answer to a question over a table, which is called `data`."""
    from inspect_viz.data._filtered import answered

    return data.replaced(answered(data.reader, text(question)))


def free(data: Data, column: str) -> str:
    """A name that no column has."""
    return column if column not in data.columns else free(data, f"{column}_")


def is_number(column: str) -> Expression:
    """Whether a column of a row has a finite number."""
    return call("isfinite", name(column).cast("DOUBLE"))


def is_share(data: Data, column: str) -> bool:
    """Whether all numbers of a column lie between 0 and 1."""
    beyond = is_number(column) & (name(column).below(0) | name(column).above(1))
    return not data.reader.ask(select(literal(1), source="data").where(beyond).first(1))


def bands(data: Data, x: str, model: str, found: Band, facets: dict[str, object]) -> Mark:
    """The bands of all models, pale behind their lines."""
    from inspect_viz.mark import area_y

    low, high, _ = found
    return area_y(data, y=high, x=x, y1=low, y2=high, z=model, fill=model, fill_opacity=0.15, **facets)  # type: ignore[arg-type]


def noted(picture: Component, remarks: tuple[str, ...]) -> Component:
    """A plot with sentences below it that tell of its data."""
    from inspect_viz._spec.nodes import PlotNode

    assert isinstance(picture.node, PlotNode)
    return replace(picture, node=replace(picture.node, remarks=remarks))
