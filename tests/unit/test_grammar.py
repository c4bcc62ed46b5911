"""The grammar builds immutable values; what they say arrives in the picture."""

from __future__ import annotations

import copy
import inspect
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_viz import layout, mark, transform
from inspect_viz import plot as plots
from inspect_viz._component import Component
from inspect_viz._generated import literals
from inspect_viz._spec import compile
from inspect_viz._spec.colors import is_color
from inspect_viz._spec.names import camel, snake
from inspect_viz._spec.sidecar import json_of
from inspect_viz.layout import hconcat, hspace, vconcat, vspace
from inspect_viz.mark import axis_x, cell, frame, rect, rule_x, text, title
from inspect_viz.plot import legend, plot, plot_defaults
from inspect_viz.transform import avg, column, count, sql


@pytest.fixture(autouse=True)
def no_defaults():
    yield
    plot_defaults()


def spec_of(component):
    return compile(component).spec


def test_the_flagship_snippet_says_what_it_says(samples):
    picture = plot(
        cell(
            samples,
            x="id",
            y="model",
            fill="score",
            inset=1,
            tip=True,
            channels={"Model": "model", "Log viewer": "id"},
            sort={"y": {"value": "fill", "reduce": "sum", "reverse": True}, "x": {"value": "fill", "limit": [0, 3]}},
        ),
        padding=0,
        color_scheme="greens",
        height=250,
        margin_left=50,
        x_label=None,
        x_scale="band",
        legend=legend("color", frame_anchor="bottom", border=False),
    )
    compiled = compile(picture)
    assert compiled.tables == {"t0": samples}
    assert compiled.spec == {
        "plot": [
            {
                "mark": "cell",
                "data": {"from": "t0"},
                "x": "id",
                "y": "model",
                "fill": "score",
                "inset": 1,
                "tip": True,
                "channels": {"Model": "model", "Log viewer": "id"},
                "sort": {
                    "y": {"value": "fill", "reduce": "sum", "reverse": True},
                    "x": {"value": "fill", "limit": [0, 3]},
                },
            }
        ],
        "xLabel": None,
        "height": 250,
        "padding": 0,
        "colorScheme": "Greens",
        "marginLeft": 50,
        "xScale": "band",
    }
    assert json_of(compiled.sidecar) == {
        "plots": {
            "p0": {"legends": [{"legend": "color", "frameAnchor": "bottom", "border": False, "background": True}]}
        }
    }


def request_of(picture):
    compiled = compile(picture)
    return {"spec": compiled.spec, "sidecar": json_of(compiled.sidecar)}


def test_the_request_is_json_and_the_same_each_time(samples):
    picture = plot(cell(samples, "id", "model", fill=avg("score")), rule_x(x=[1, 2]), x_domain=[1, 2], title="T")
    text = json.dumps(request_of(picture))
    assert text == json.dumps(request_of(picture))
    assert json.loads(text) == request_of(picture)


def test_layouts_nest_and_tables_are_named_by_first_use(samples, awkward):
    picture = vconcat(hconcat(plot(cell(awkward, "id")), hspace(5), plot(cell(samples, "id"))), vspace("2em"))
    compiled = compile(picture)
    assert compiled.tables == {"t0": awkward, "t1": samples}
    row, space = compiled.spec["vconcat"]
    assert [next(iter(child)) for child in row["hconcat"]] == ["plot", "hspace", "plot"]
    assert (row["hconcat"][1], space) == ({"hspace": 5}, {"vspace": "2em"})
    assert row["hconcat"][2]["plot"][0]["data"] == {"from": "t1"}


def test_one_table_is_named_once(samples):
    assert list(compile(plot(cell(samples, "id"), text(samples, "id"))).tables) == ["t0"]


def test_options_do_not_change_and_are_not_changed_afterwards(samples):
    options = {
        "channels": {"Model": "model"},
        "sort": {"x": {"value": "fill", "limit": [0, 2]}},
        "tip": {"format": {"fill": ".2f"}},
    }
    before = copy.deepcopy(options)
    made = cell(samples, "id", "model", fill="score", **options)
    spec = spec_of(plot(made))
    assert options == before
    options["channels"]["Model"] = "id"
    options["sort"]["x"]["limit"][0] = 1
    options["tip"]["format"]["fill"] = ".9f"
    assert spec_of(plot(made)) == spec
    spec["plot"][0]["channels"]["Model"] = "id"
    spec["plot"][0]["sort"]["x"]["limit"].append(3)
    assert spec_of(plot(made))["plot"][0]["channels"] == {"Model": "model"}
    assert spec_of(plot(made))["plot"][0]["sort"]["x"]["limit"] == [0, 2]


def test_attributes_do_not_change_afterwards():
    domain, margins = [0, 1], {"left": 3}
    picture = plot(color_domain=domain, margins=margins)
    domain.append(2)
    margins["left"] = 9
    assert spec_of(picture) == {"plot": [], "colorDomain": [0, 1], "margins": {"left": 3}}


def test_values_refuse_assignment(samples):
    made = cell(samples, "id", channels={"A": "id"})
    picture = plot(made)
    with pytest.raises(AttributeError):
        made.kind = "rect"
    with pytest.raises(TypeError):
        made.options["x"] = 1
    with pytest.raises(TypeError):
        made.options["channels"]["A"] = 1
    with pytest.raises(AttributeError):
        picture.node = None
    with pytest.raises(TypeError):
        picture.node.attributes["width"] = 1


def test_absent_is_not_none(samples):
    assert "xLabel" not in spec_of(plot(cell(samples, "id")))
    assert spec_of(plot(cell(samples, "id"), x_label=None))["xLabel"] is None
    assert "fill" not in cell(samples, "id").options
    assert cell(samples, "id", fill=None).options["fill"] is None
    assert cell(samples, "id", sort=None).options["sort"] is None


def test_none_counts_as_absent_where_mosaic_knows_no_null(samples):
    assert dict(cell(samples, "id", inset=None, rx=None, dx=None).options) == dict(cell(samples, "id").options)
    assert spec_of(plot(width=None, margin_left=None)) == {"plot": []}


def test_leading_options_may_be_given_by_position_in_the_published_order(samples):
    made = cell(samples, "id", "model", None, 1, 2, 3, 4, 5, 6, "50%")
    names = ["x", "y", "inset", "insetTop", "insetRight", "insetBottom", "insetLeft", "rx", "ry"]
    assert list(made.options) == names
    assert made.options["ry"] == "50%"


def test_columns_transforms_and_constants_are_told_apart(awkward):
    made = rect(awkward, x1="x", fill="red", stroke="blue", opacity=0.5, title=column("fill"), href=None)
    found = {k: getattr(v, "name", v) for k, v in made.options.items()}
    assert found == {"x1": "x", "fill": "red", "stroke": "blue", "opacity": 0.5, "title": "fill", "href": None}
    assert [type(v).__name__ for v in made.options.values()] == [
        "Column",
        "Column",
        "str",
        "float",
        "Column",
        "NoneType",
    ]


def test_transforms_may_be_dicts(samples):
    assert cell(samples, "id", fill={"avg": "score"}).options["fill"] == avg("score")
    assert cell(samples, "id", fill={"count": None}).options["fill"] == count()
    assert cell(samples, "id", fill={"sql": "score * 2"}).options["fill"] == transform.sql("score * 2")


def test_without_data_single_values_are_repeated():
    made = text(text="hi", x=[1, 2], y=3)
    (written,) = spec_of(plot(made))["plot"]
    assert written == {"mark": "text", "data": [0, 1], "x": [1, 2], "y": 3, "text": ["hi", "hi"]}


def test_numpy_values_are_plain_values(samples):
    made = cell(samples, "id", inset=np.float64(1.5), tip=np.bool_(True))
    assert json.dumps(spec_of(plot(made, width=np.int64(300), color_domain=np.array([0, 1]))))
    assert made.options["tip"] is True


def test_sort_by_a_channel_orders_rows(samples):
    assert cell(samples, "id", sort="-x").options["sort"] == {"channel": "-x"}
    assert cell(samples, "id", fill_opacity="score", sort="-fill_opacity").options["sort"] == {
        "channel": "-fillOpacity"
    }
    made = cell(samples, "id", channels={"Model": "model"}, sort={"value": "Model", "order": "descending"})
    assert made.options["sort"] == {"channel": "Model", "order": "descending"}


def test_sort_by_scale_keeps_plots_words(samples):
    order = {"x": {"value": "-fill", "reduce": "p25", "order": None}, "y": "x", "reverse": True, "limit": -3}
    assert cell(samples, "id", fill="score", sort=order).options["sort"] == order


def test_legends_of_every_form():
    one = legend("color", label="Score", width=100, columns=2, for_plot="p", inset=3, background="white")
    picture = plot(one, legend=["symbol", legend("opacity", border="#eee")])
    assert request_of(picture)["sidecar"]["plots"]["p0"]["legends"] == [
        {
            "legend": "color",
            "columns": 2,
            "label": "Score",
            "width": 100,
            "forPlot": "p",
            "inset": 3,
            "border": True,
            "background": "white",
        },
        {"legend": "symbol", "border": True, "background": True},
        {"legend": "opacity", "border": "#eee", "background": True},
    ]


def test_titles_carry_their_styles():
    own = title("T", margin_top=20, font_size=None, font_family="serif", font_weight=700)
    assert request_of(plot(title=own))["sidecar"]["plots"]["p0"]["title"] == {
        "text": "T",
        "marginTop": 20,
        "fontFamily": "serif",
        "fontWeight": 700,
    }
    assert request_of(plot(title="T"))["sidecar"]["plots"]["p0"]["title"] == {
        "text": "T",
        "marginTop": 15,
        "fontSize": 16,
    }


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


def test_the_published_order_of_arguments():
    published = {
        mark.cell: "data x y filter_by inset inset_top inset_right inset_bottom inset_left rx ry",
        mark.text: "data x y z text filter_by frame_anchor line_anchor rotate styles",
        mark.rect: "data x x1 x2 y y1 y2 z filter_by interval inset inset_top inset_right inset_bottom inset_left rx ry"
        " offset order",
        mark.frame: "anchor inset inset_top inset_right inset_bottom inset_left rx ry",
        mark.rule_x: "data x y y1 y2 filter_by interval marker marker_start marker_mid marker_end inset",
        mark.rule_y: "data y x x1 x2 filter_by interval marker marker_start marker_mid marker_end inset",
        mark.axis_x: "x interval text frame_anchor line_anchor rotate text_stroke text_stroke_opacity"
        " text_stroke_width styles anchor color ticks tick_spacing tick_size tick_padding tick_format tick_rotate"
        " label label_offset label_anchor label_arrow",
        mark.title: "title margin_top font_size font_family font_weight",
        transform.avg: "col distinct",
        transform.sql: "sql label",
        layout.hspace: "hspace",
    }
    for function, names in published.items():
        parameters = inspect.signature(function).parameters.values()
        assert [p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD] == names.split()


API = {
    mark: "Channel ChannelIntervalSpec ChannelName ChannelSpec Curve FrameAnchor Interpolate LineAnchor Mark"
    " MarkOptions Marker Marks SortOrder Symbol TextOverflow TextStyles TipOptions TipPointer Title axis_x axis_y"
    " cell frame rect rule_x rule_y text title",
    plots: "ColorScale ColorScheme ContinuousScale HtmlPage Interpolate LabelArrow Legend PlotAttributes PlotDefaults"
    " PositionScale Projection legend plot plot_defaults to_html write_html write_png write_png_async write_svg",
    transform: "Transform WindowOptions agg argmax argmin avg bin column count cume_dist date_day date_month"
    " date_month_day dense_rank epoch_ms first first_value lag last last_value lead max median min mode n_tile"
    " nth_value percent_rank product quantile rank row_number sql stddev stddev_pop sum var_pop variance",
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


def test_any_case_of_a_scheme_is_mosaics_own():
    import typing

    for name in typing.get_args(literals.ColorScheme):
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
    assert labels_of(rect(awkward, x1="$price", y="fill", fill=avg("red"))) == {"xLabel": "$price", "yLabel": "fill"}
    assert labels_of(rect(awkward, x="x", y="a.b")) == {}
