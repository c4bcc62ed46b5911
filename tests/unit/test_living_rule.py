"""Which pictures readers can change: one rule for pages and notebooks."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from inspect_viz import Component, Data, Selection
from inspect_viz._host._alive import is_living
from inspect_viz.input import slider
from inspect_viz.interactor import interval_x
from inspect_viz.layout import hconcat, vconcat
from inspect_viz.mark import dot
from inspect_viz.plot import from_spec, legend, plot
from inspect_viz.table import table

DATA = Data.from_dataframe(pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}))
CHOSEN = Selection.intersect()
DOTS = dot(DATA, x="a", y="a", fill="b")
MENU = {"input": "menu", "as": "$s", "from": "d", "column": "b"}
SPEC: dict[str, Any] = {"params": {"s": {"select": "intersect"}}}
MARK = {"mark": "dot", "data": {"from": "d"}, "x": "a", "y": "a", "fill": "b"}
STILL = {
    "plot": plot(DOTS),
    "legend": plot(DOTS, legend=legend("color")),
    "layout": hconcat(plot(DOTS), plot(DOTS)),
    "spec": from_spec({"plot": [MARK, {"legend": "color"}]}, {"d": DATA}),
}
LIVING = {
    "input": vconcat(slider(DATA, column="a"), plot(DOTS)),
    "interactor": plot(DOTS, interval_x(CHOSEN)),
    "legend": plot(DOTS, legend=legend("color", target=CHOSEN)),
    "table": table(DATA),
    "spec with an input": from_spec({**SPEC, "vconcat": [MENU, {"plot": [MARK]}]}, {"d": DATA}),
    "spec with an interactor": from_spec({**SPEC, "plot": [MARK, {"select": "intervalX", "as": "$s"}]}, {"d": DATA}),
    "spec with a legend": from_spec({**SPEC, "plot": [MARK, {"legend": "color", "as": "$s"}]}, {"d": DATA}),
}


@pytest.mark.parametrize("component", STILL.values(), ids=STILL)
def test_still_pictures_are_not_changed(component: Component) -> None:
    assert not is_living(component.node)


@pytest.mark.parametrize("component", LIVING.values(), ids=LIVING)
def test_inputs_interactors_tables_and_legends_that_select_change_pictures(component: Component) -> None:
    assert is_living(component.node)
