"""The grammar builds immutable values; what they say arrives in the picture."""

from __future__ import annotations

import copy
import json

import numpy as np
import pytest

from inspect_viz import transform
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.layout import hconcat, hspace, vconcat, vspace
from inspect_viz.mark import cell, rect, rule_x, text, title
from inspect_viz.plot import legend, plot, plot_defaults
from inspect_viz.transform import avg, column, count


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
    picture = plot(one, legend=["symbol", legend("opacity", border="#eee")], name="p")
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
