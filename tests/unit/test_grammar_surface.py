"""What the grammar shows of itself: defaults, help, the order of arguments, names, colours and labels."""

from __future__ import annotations

import copy
import inspect
import pickle
import re
import typing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_viz import analysis, interactor, layout, mark, table, transform, view
from inspect_viz import input as inputs
from inspect_viz import plot as plots
from inspect_viz._component import Component
from inspect_viz._generated import literals
from inspect_viz._spec import compile
from inspect_viz._spec.colors import is_color
from inspect_viz._spec.kinds import literal_values
from inspect_viz._spec.names import camel, snake
from inspect_viz._spec.signature import lines_of
from inspect_viz.layout import hconcat, hspace
from inspect_viz.mark import axis_x, cell, frame, rect, text
from inspect_viz.plot import plot, plot_defaults
from inspect_viz.transform import avg, max, sql


def spec_of(component):
    return compile(component).spec


def test_defaults_are_read_when_a_plot_is_made_and_give_way():
    before = plot()
    plot_defaults(width=300, color_scheme="purples", x_label=None)
    after = plot(width=400)
    plot_defaults(height=100)
    assert spec_of(before) == {"plot": []}
    assert spec_of(after) == {"plot": [], "width": 400, "colorScheme": "Purples", "xLabel": None}
    assert spec_of(plot()) == {"plot": [], "height": 100}
    plot_defaults()
    assert spec_of(plot()) == {"plot": []}


def test_a_picture_says_what_it_is_on_one_screen(samples):
    made = cell(samples, "id", "model", fill=avg("score"), tip=True)
    assert repr(made) == "Mark(cell: x=id, y=model, fill=avg(score), tip=True)"
    picture = hconcat(plot(made, title="T", width=300), hspace(), plot(axis_x()))
    assert repr(picture) == (
        "Component(hconcat(plot('T', Mark(cell: x=id, y=model, fill=avg(score), tip=True), width=300), hspace(10),"
        " plot(Mark(axisX))))"
    )
    assert len(repr(plot(cell(samples, x=list(range(5000)))))) < 200


@pytest.mark.parametrize("function", [mark.cell, mark.text, mark.rect, mark.frame, mark.rule_x, mark.axis_y, plot])
def test_help_and_completion_list_every_option(function):
    parameters = inspect.signature(function).parameters
    assert not [p for p in parameters.values() if p.kind is p.VAR_KEYWORD]
    wanted = {"x_scale", "color_scheme", "width"} if function is plot else {"fill", "tip", "stroke_width"}
    assert wanted <= set(parameters)
    own = ("data", "filter_by", "plot", "name", "title", "legend")
    assert all(f"{name}: " in function.__doc__ for name in parameters if name not in own)


MODULES = (analysis, inputs, interactor, layout, mark, plots, table, transform, view)
FUNCTIONS = [f for module in MODULES for name in module.__all__ if inspect.isfunction(f := getattr(module, name))]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f"{f.__module__.split('.')[1]}.{f.__name__}")
def test_help_says_a_line_about_every_argument(function):
    """No option hides behind `**options`, neither from help() nor from Tab."""
    parameters = inspect.signature(function).parameters
    assert not [p for p in parameters.values() if p.kind is p.VAR_KEYWORD]
    missing = [
        name for name in parameters if not re.search(rf"^ +\*?(\w+, )*{name}(, \w+)*: .", function.__doc__, re.M)
    ]
    assert missing == []


def test_views_list_the_attributes_that_they_have():
    listed = inspect.signature(view.sample_heatmap).parameters
    assert {"x_tick_rotate", "color_scheme", "margins"} <= listed.keys()
    assert not {"x_base", "projection_type", "aspect_ratio"} & listed.keys()


def test_explanations_of_keys_are_joined_to_lines():
    lines = lines_of(transform.WindowOptions)
    assert list(lines) == [*transform.WindowOptions.__annotations__]
    assert lines["range"].endswith("for times such as `days(3)`.")


def test_the_published_order_of_arguments():
    published = {
        mark.title: "title margin_top font_size font_family font_weight",
        transform.avg: "col distinct",
        transform.sql: "sql label",
        layout.hspace: "hspace",
    }
    for function, names in published.items():
        parameters = inspect.signature(function).parameters.values()
        assert [p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD] == names.split()


API = {
    mark: "Channel ChannelIntervalSpec ChannelName ChannelSpec ChannelWithInterval ChannelWithScale Curve FrameAnchor"
    " Interpolate LineAnchor Mark MarkOptions Marker Marks SortOrder Symbol TextOverflow TextStyles TipOptions"
    " TipPointer Title area area_x area_y arrow axis_fx axis_fy axis_x axis_y bar_x bar_y baseline cell cell_x"
    " cell_y circle contour delaunay_link delaunay_mesh dense_line density density_x density_y dot dot_x dot_y"
    " error_bar_x error_bar_y frame geo graticule grid_fx grid_fy grid_x grid_y heatmap hexagon hexbin hexgrid"
    " hull image line line_x line_y link raster raster_tile rect rect_x rect_y regression_y rule_x rule_y sphere"
    " spike text text_x text_y tick_x tick_y title vector vector_x vector_y voronoi voronoi_mesh waffle_x"
    " waffle_y",
    plots: "ColorScale ColorScheme ContinuousScale DrawingError HtmlPage Interpolate LabelArrow Legend LimitError"
    " Limits PlotAttributes PlotDefaults PositionScale Projection from_spec legend plot plot_defaults to_html"
    " write_html write_pdf write_png write_png_async write_svg",
    transform: "Transform WindowOptions agg argmax argmin avg bin centroid centroid_x centroid_y ci_bounds column"
    " count covar_pop covariance cume_dist date_day date_month date_month_day days dense_rank epoch_ms"
    " first first_value geojson geomean hours lag last last_value lead max median microseconds"
    " milliseconds min minutes mode months n_tile nth_value percent_rank product quantile rank row_number"
    " seconds sql stddev stddev_pop sum var_pop variance years",
    layout: "hconcat hspace vconcat vspace",
}


@pytest.mark.parametrize("module", list(API), ids=lambda m: m.__name__)
def test_the_public_api_grows_on_purpose(module):
    assert module.__all__ == API[module].split()
    assert all(hasattr(module, name) for name in module.__all__)
    assert Component.__name__ == "Component"


@pytest.mark.parametrize(
    "name", ["steelblue", "none", "currentColor", "#abc", "#aabbccdd", "rgb(1, 2,3)", "hsl(1,2%,3%)"]
)
def test_colours_that_d3_reads_are_colours(oracle, name):
    assert is_color(name)
    assert name in ("none", "currentColor") or oracle.call("color", name)


@settings(deadline=None)
@given(
    st.text(alphabet="rgbahsl(),.%# 0123456789e+-", max_size=24)
    | st.sampled_from(["gray20", "grey ", " RED", "rgb (1,2,3)"])
)
def test_colours_are_those_of_d3(oracle, text):
    assert is_color(text) == oracle.call("color", text)


def test_every_colour_name_is_one_of_d3s(oracle):
    from inspect_viz._spec.colors import NAMES

    assert [n for n in sorted(NAMES - {"none", "currentcolor"}) if not oracle.call("color", n)] == []
    assert len(NAMES) == 148 + 3


@settings(deadline=None)
@given(st.from_regex(r"[a-z]+(_[a-z]{2,}[0-9]?)*", fullmatch=True))
def test_names_go_to_mosaic_and_back(name):
    assert snake(camel(name)) == name


def test_pictures_can_be_copied_and_pickled():
    picture = plot(text(text=["a"], x=[1], y=[2]), x_label="x", title="t", margins={"left": 3}, legend="color")
    assert copy.copy(picture) is picture
    assert copy.deepcopy(picture) is picture
    again = pickle.loads(pickle.dumps(picture))
    assert again == picture
    assert spec_of(again) == spec_of(picture)


def test_any_case_of_a_scheme_is_mosaics_own():
    assert {"viridis", "Viridis", "ylgnbu", "YlGnBu"} <= set(typing.get_args(literals.ColorScheme))
    for name in literal_values("ColorScheme"):
        assert spec_of(plot(color_scheme=name.lower()))["colorScheme"] == name
        assert spec_of(plot(color_scheme=name.upper()))["colorScheme"] == name


def test_frames_need_no_data():
    assert spec_of(plot(frame("top", stroke="red")))["plot"] == [{"mark": "frame", "anchor": "top", "stroke": "red"}]


def labels_of(*marks, **attributes):
    spec = spec_of(plot(*marks, **attributes))
    params = {f"${k}": v["value"] for k, v in spec.get("params", {}).items()}
    return {k: params.get(v, v) for k, v in spec.items() if k.endswith("Label")}


def test_expressions_are_called_by_their_labels(samples):
    made = rect(samples, x1=sql("score * 2", label="$ double"), y="model", fill=sql("score", label="Score"))
    assert labels_of(made) == {"xLabel": "$ double", "colorLabel": "Score"}
    assert labels_of(made, x_label="X", color_label=None) == {"xLabel": "X", "colorLabel": None}
    assert labels_of(made, text(samples, x="score")) == {"colorLabel": "Score"}
    assert labels_of(rect(samples, x1=sql("score"), y="model")) == {}


def test_columns_written_as_sql_keep_their_names_as_labels(awkward):
    assert labels_of(rect(awkward, x1="$price", y="fill", fill=max("red"))) == {"xLabel": "$price", "yLabel": "fill"}
    assert labels_of(rect(awkward, x="x", y="a.b")) == {}


def test_fixed_and_ordinal_may_be_said_as_published(samples):
    assert spec_of(plot(x_domain="fixed"))["xDomain"] == spec_of(plot(x_domain="Fixed"))["xDomain"] == "Fixed"
    made = spec_of(plot(mark.dot(samples, "score", "model"), x_scale="ordinal", y_scale="ordinal"))
    assert (made["xScale"], made["yScale"]) == ("point", "point")
    bars = spec_of(plot(mark.bar_y(samples, "score", x="model"), x_scale="ordinal", color_scale="ordinal"))
    assert (bars["xScale"], bars["colorScale"]) == ("band", "ordinal")
