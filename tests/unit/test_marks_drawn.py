"""What marks draw where that is ours: stacks, densities, facets, baselines, symbols in legends."""

from __future__ import annotations

import re

import pytest
from plot_svg import SVG, groups, shift, svg_of

from inspect_viz import mark
from inspect_viz._spec import compile
from inspect_viz.data import Data
from inspect_viz.plot import plot
from inspect_viz.transform import avg, count


@pytest.fixture(scope="module")
def rows():
    names = {"group": ["a", "b", "a", "b"], "part": ["v", "u", "u", "v"], "n": [1, 2, 3, 4], "m": [4.0, 1.0, 3.0, 2.0]}
    return Data.from_dataframe(names)


def entries(*marks, **attributes):
    return compile(plot(*marks, **attributes)).spec["plot"]


def test_layers_of_a_stack_stand_in_the_same_order_everywhere(rows):
    svg = svg_of(mark.bar_y(rows, "n", x="group", fill="part"), color_domain=["u", "v"], color_range=["red", "blue"])
    bars = [(bar.get("x"), bar.get("fill"), float(bar.get("y"))) for bar in groups(svg, "bar")[0]]
    assert len(bars) == 4
    for place in {x for x, _, _ in bars}:
        heights = {fill: y for x, fill, y in bars if x == place}
        assert heights["red"] > heights["blue"]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"fill": "part"}, ("part", "z")),
        ({"fill": "part", "order": "sum"}, ("part", "sum")),
        ({"fill": "part", "order": None}, ("part", None)),
        ({"fill": "part", "z": "n"}, ("n", None)),
        ({"fill": "red"}, (None, None)),
        ({"fill": count()}, (None, None)),
        ({"fill": "part", "y1": 0}, (None, None)),
    ],
)
def test_the_order_of_layers_may_be_another(rows, options, found):
    (entry,) = entries(mark.bar_y(rows, "n", x="group", **options))
    assert (entry.get("z"), entry.get("order")) == found


def test_channels_may_show_the_density_that_a_mark_computes(rows):
    (made,) = entries(mark.density(rows, "n", "m", r="density", fill="density"))
    assert (made["r"], made["fill"]) == ("density", "density")
    with pytest.raises(ValueError, match="dot: fill='density' is no column"):
        mark.dot(rows, "n", "m", fill="density")
    own = Data.from_dataframe({"density": [1.0, 2.0], "x": [1.0, 2.0]})
    (column,) = entries(mark.contour(own, "x", "x", fill="density"))
    assert column["fill"] == {"column": "density"}


@pytest.mark.parametrize(
    ("function", "type", "label"),
    [
        (mark.density_y, "areaY", "area"),
        (mark.density_y, "lineY", "line"),
        (mark.density_y, "dot", "dot"),
        (mark.density_x, "lineX", "line"),
        (mark.density_x, "areaX", "area"),
    ],
)
def test_densities_along_an_axis_have_their_type(rows, function, type, label):
    assert groups(svg_of(function(rows, "m", type=type, bins=20)), label)


def test_vectors_along_x_are_drawn(rows):
    (group,) = groups(svg_of(mark.vector_x(rows, "n", length="m")), "vector")
    assert len(list(group)) == 4


def test_facets_of_marks_and_plots(rows):
    dots = mark.dot(rows, "n", "m", fx="group", fy="part", facet_anchor=None)
    attributes = {"fx_label": "Group", "fy_label": None, "fx_padding": 0.3, "facet_grid": True}
    spec = compile(plot(dots, mark.grid_fx(stroke="red"), mark.axis_fy(anchor="left"), **attributes)).spec
    assert (spec["fxLabel"], spec["fyLabel"], spec["fxPadding"], spec["facetGrid"]) == ("Group", None, 0.3, True)
    svg = svg_of(dots, mark.frame(facet="include"), **attributes)
    assert len(list(svg.iter(f"{SVG}circle"))) == 4
    assert [t.text for g in groups(svg, "fx-axis tick label") for t in g.iter(f"{SVG}text")] == ["a", "b"]


def test_none_is_kept_where_it_means_none(rows):
    (axis,) = entries(mark.axis_x(label=None, tick_format=None))
    assert axis == {"mark": "axisX", "label": None, "tickFormat": None}
    (dots,) = entries(mark.dot(rows, "n", "m", facet=None, clip=None, sort=None, fill=None))
    assert [dots[name] for name in ("facet", "clip", "sort", "fill")] == [None] * 4


def test_the_dicts_of_a_caller_stay_as_they_are(rows):
    styles, tip, order = {"font_size": 9}, {"format": {"x": ".2f"}}, {"x": {"value": "y", "reduce": "max"}}
    given = {"styles": styles, "tip": tip, "sort": order}
    mark.text(rows, "n", "m", text="part", **given)
    assert given == {
        "styles": {"font_size": 9},
        "tip": {"format": {"x": ".2f"}},
        "sort": {"x": {"value": "y", "reduce": "max"}},
    }


def test_a_baseline_is_a_line_with_a_label():
    rule, words = entries(mark.baseline(0.5, orientation="y", label="Goal", color="red", width=2, dasharray=None))
    assert rule == {"mark": "ruleY", "y": 0.5, "stroke": "red", "strokeWidth": 2}
    assert (words["mark"], words["text"], words["y"], words["frameAnchor"]) == ("text", ["Goal"], 0.5, "right")


def test_a_baseline_may_be_computed(rows):
    rule, words = entries(mark.baseline(avg("m"), data=rows, label="The mean's"))
    assert rule["data"] == words["data"] == {"from": "t0"}
    assert rule["x"] == words["x"] == {"avg": "m"}
    svg = svg_of(mark.dot(rows, "m", "n"), mark.baseline(avg("m"), data=rows, label="The mean's"))
    assert "The mean's" in "".join(svg.itertext())
    (line,) = groups(svg, "rule")[0].iter(f"{SVG}line")
    assert re.match(r"\d", line.get("x1"))


@pytest.mark.parametrize("position", ["start", "middle", "end"])
@pytest.mark.parametrize("orientation", ["x", "y"])
def test_labels_of_baselines_stand_within_the_frame(rows, orientation, position):
    line = mark.baseline(2, orientation=orientation, label="L", label_position=position, label_inset=10)
    svg = svg_of(mark.dot(rows, "n", "m"), line)
    (group,) = groups(svg, "text")
    x, y = (sum(parts) for parts in zip(*(shift(e) for e in (group, *group.iter(f"{SVG}text"))), strict=True))
    assert 40 <= x <= 480 and 20 <= y <= 170  # noqa: PT018


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"orientation": "z"}, ValueError, "baseline: orientation must be one of 'x', 'y', not 'z'"),
        ({"label_position": "centre"}, ValueError, "baseline: label_position must be one of"),
        ({"label": 3}, TypeError, "baseline: label must be text or None, not 3"),
        ({"label_inset": "4"}, TypeError, "baseline: label_inset must be a number, not '4'"),
        ({"data": "runs.csv"}, TypeError, "data must be a Data, not str"),
    ],
)
def test_wrong_baselines_are_refused(given, error, message):
    with pytest.raises(error, match=re.escape(message)):
        mark.baseline(1, **given)


def test_a_legend_of_symbols_shows_them_in_their_colours(rows):
    dots = mark.dot(rows, "n", "m", symbol="part", fill="part")
    svg = svg_of(dots, legend="symbol", color_domain=["u", "v"], color_range=["red", "blue"])
    keys = [path for path in svg.iter(f"{SVG}path") if path.get("transform") == "translate(6,6)"]
    assert [(key.get("color"), key.get("fill")) for key in keys] == [("red", "currentColor"), ("blue", "currentColor")]
    outlines = svg_of(mark.dot(rows, "n", "m", symbol="part", stroke="part"), legend="symbol")
    keys = [path for path in outlines.iter(f"{SVG}path") if path.get("transform") == "translate(6,6)"]
    assert [(key.get("fill"), key.get("stroke")) for key in keys] == [("none", "currentColor")] * 2


def test_channels_may_be_dicts_of_a_value_with_interval_or_label(rows):
    folded = mark.rect_y(rows, x={"value": "n", "interval": 2}, y=count())
    assert folded == mark.rect_y(rows, x="n", interval=2, y=count())
    spec = compile(plot(mark.dot(rows, {"value": "n", "label": "Number", "scale": "x"}, "m"))).spec
    assert spec["xLabel"] == "Number"
    assert spec["plot"][0]["x"]["sql"] == '"n"'
    assert mark.dot(rows, {"value": "n"}, "m") == mark.dot(rows, "n", "m")
