"""Inputs: what they are in a spec, what is refused at the call, and how V8 draws them at first."""

from __future__ import annotations

import re

import pytest

from inspect_viz import Data, Param, Selection
from inspect_viz._host._errors import DrawingError
from inspect_viz._spec import compile
from inspect_viz.input import checkbox, checkbox_group, radio_group, search, select, slider
from inspect_viz.interactor import highlight
from inspect_viz.layout import hconcat, vconcat
from inspect_viz.mark import bar_y, rect, text
from inspect_viz.plot import plot, write_svg
from inspect_viz.transform import count, sql, sum
from inspect_viz.view import sample_heatmap


def part(component):
    return compile(component).spec


def test_mosaic_reads_inputs_back_unchanged(oracle, samples):
    target, number = Selection.intersect(), Param(2)
    made = vconcat(
        select(samples, column="model", target=target, value="ada", field="model"),
        select(options={"one": 1, "none": None}, target=Param(None), label="How many"),
        select(samples, options=[0, False, ""], field="score", multiple=True, value=[0, ""]),
        slider(samples, column="score", target=target, value=[0, 1], label=""),
        slider(min=1, max=3, target=number, step=0.5, width=90),
        slider(samples, column="score", select="interval", filter_by=target),
        search(samples, column="model", type="prefix", placeholder="Name", width=200),
        search(samples, field="id", target=target),
        checkbox(label="$ only", target=Param(0), values=[1, 0]),
        checkbox(samples, field="score", checked=True, values=[0.5, None]),
        checkbox_group(samples, column="model", filter_by=target),
        radio_group(options={"A": "a", "B": "b"}, target=Param("b"), label="Which"),
    )
    spec = compile(made).spec
    read = oracle.call("parse", spec)["json"]
    assert {k: v for k, v in read.items() if k != "params"} == {k: v for k, v in spec.items() if k != "params"}
    assert [read["params"][f"p{i}"] for i in range(4)] == [None, 2, 0, "b"]
    assert [input["input"] for input in spec["vconcat"]] == [
        *["menu"] * 3,
        *["slider"] * 3,
        *["search"] * 2,
        *["checkbox"] * 2,
        "checkboxGroup",
        "radioGroup",
    ]


def test_values_keep_their_kind(samples):
    made = part(select(options=[0, False, "", 1.5], field="score", target=Selection.single(), value=False))
    assert [option["value"] for option in made["options"]] == [0, False, "", 1.5]
    assert made["value"] is False


def test_whole_ends_make_whole_steps():
    target = Param(2)
    assert part(slider(min=1, max=30, target=target))["step"] == 1
    assert "step" not in part(slider(min=0, max=1, target=Param(0.5)))


NOTHING = Selection.single()
CASES = [
    (lambda s: select(s), ValueError, "select: column or options is needed"),
    (lambda s: select(options=[], target=NOTHING), ValueError, "options is empty; there is nothing to choose"),
    (lambda s: select(options="abc", target=NOTHING), TypeError, "options must be a list of values or a dict"),
    (lambda s: select(options=[[1]], target=NOTHING), TypeError, "an option must be one value"),
    (lambda s: select(options=[1]), ValueError, "target is needed where there is no data"),
    (lambda s: select(options=[1], target=NOTHING), ValueError, "field is needed"),
    (lambda s: select(s, column="modl"), ValueError, "column='modl' is no column of the data. Did you mean 'model'"),
    (lambda s: select("a.csv", column="model"), TypeError, "data must be a Data or None, not str"),
    (lambda s: select(column="model", target=NOTHING), ValueError, "column='model' needs data"),
    (
        lambda s: select(s, column="model", target="s0"),
        TypeError,
        "target must be a Param, a Selection or None, not 's0'",
    ),
    (lambda s: select(s, column="model", filter_by=Param(1)), TypeError, "filter_by must be a Selection"),
    (lambda s: select(s, column="model", multiple=1), TypeError, "multiple must be true or false, not 1"),
    (lambda s: select(s, column="model", value=["a"]), TypeError, "value must be one value, not"),
    (lambda s: select(s, column="model", value="a", multiple=True), TypeError, "value must be a list of values"),
    (lambda s: select(options=["ada", "bob"], target=Param("ad")), ValueError, "not 'ad'. Did you mean 'ada'"),
    (
        lambda s: select(options=[1, 0], target=Param(True)),
        ValueError,
        "the value of the target must be one of '1', '0'",
    ),
    (
        lambda s: select(options=[1, 2], target=Param(1), value=2),
        ValueError,
        "value=2 is not the value of the param, 1",
    ),
    (lambda s: select(s, column="model", label=3), TypeError, "label must be text or None, not 3"),
    (lambda s: select(s, column="model", width=0), ValueError, "width must be greater than 0, not 0"),
    (lambda s: slider(target=Param(1)), ValueError, "slider: min and max are needed where no column gives them"),
    (lambda s: slider(min=3, max=1, target=Param(1)), ValueError, "min must be less than max, but min=3 and max=1"),
    (lambda s: slider(min=0, max=1, target=Param(3)), ValueError, "must lie between min=0 and max=1, not 3"),
    (lambda s: slider(s, column="score", value=[1, 0]), ValueError, "value must rise, not"),
    (lambda s: slider(s, column="score", value=[1]), TypeError, "value must be a number or a pair of numbers"),
    (lambda s: slider(s, column="model"), TypeError, "column='model' must hold numbers, not VARCHAR"),
    (
        lambda s: slider(s, column="score", select="all"),
        ValueError,
        "select must be one of 'point', 'interval', not 'all'",
    ),
    (lambda s: slider(s, column="score", select="point", value=[0, 1]), ValueError, "needs one value, not a pair"),
    (lambda s: slider(s, column="score", step=0), ValueError, "step must be greater than 0, not 0"),
    (lambda s: search(None, column="model"), TypeError, "search: data must be a Data, not None"),
    (lambda s: search(s), ValueError, "search: field is needed"),
    (
        lambda s: search(s, column="model", type="like"),
        ValueError,
        "type must be one of 'contains', 'prefix', 'suffix'",
    ),
    (lambda s: search(s, column="model", target=Param(1)), TypeError, "the value of the target must be text, not 1"),
    (lambda s: search(s, column="model", placeholder=1), TypeError, "placeholder must be text, not 1"),
    (lambda s: checkbox(label="a"), ValueError, "checkbox: target is needed where there is no data"),
    (lambda s: checkbox(s), ValueError, "checkbox: field is needed"),
    (lambda s: checkbox(s, field="modl"), ValueError, "field='modl' is no column of the data. Did you mean 'model'"),
    (lambda s: checkbox(target=Param(1)), ValueError, "must be one of values, True or False, not 1"),
    (lambda s: checkbox(target=Param(False), checked=True), ValueError, "checked=True is not the value of the param"),
    (lambda s: checkbox(target=Param(1), values=[1, 1.0]), ValueError, "values must be two different ones"),
    (lambda s: checkbox(target=Param(1), values=[1]), TypeError, "values must be a pair"),
    (lambda s: checkbox_group(s, options=[]), ValueError, "checkbox_group: options is empty"),
    (lambda s: checkbox_group(options=["a"], target=Param("a")), TypeError, "must be a list of values, not 'a'"),
    (lambda s: radio_group(s), ValueError, "radio_group: column or options is needed"),
    (lambda s: radio_group(options=["ab"], target=Param("a")), ValueError, "must be one of 'ab', not 'a'"),
    (lambda s: slider(min=0, max=1, target=Param("a")), TypeError, "the value of the target must be a number"),
]


@pytest.mark.parametrize(("call", "error", "message"), CASES, ids=[case[2][:40] for case in CASES])
def test_wrong_arguments_are_refused_at_the_call(samples, call, error, message):
    with pytest.raises(error) as raised:
        call(samples)
    assert message in str(raised.value)


@pytest.fixture(scope="module")
def runs():
    return Data.from_dataframe(
        {"model": ["ada", "bob", "cyd", "bob"], "tokens": [10, 20, 30, 40], "cost": [0.5, 1, 2, 4]}
    )


def drawn(component, tmp_path):
    write_svg(tmp_path / "picture.svg", component)
    return (tmp_path / "picture.svg").read_text(encoding="utf-8")


def texts(svg):
    return [re.sub(r"<[^>]*>", "", found) for found in re.findall(r"<text.*?</text>", svg, re.DOTALL)]


def test_the_first_state_of_inputs_is_drawn_and_filters(runs, tmp_path):
    made = vconcat(
        hconcat(
            select(runs, column="model", value="bob"), slider(runs, column="tokens", value=[15, 30], label="Tokens")
        ),
        plot(text(runs, x="tokens", y="cost", text="model"), x_axis=None, y_axis=None, height=100),
    )
    svg = drawn(made, tmp_path)
    assert re.findall(r'data-part="input" data-input="(\d)"', svg) == ["0", "1"]
    assert texts(svg) == ["model", "bob", "Tokens", "15 to 30", "bob"]
    assert drawn(made, tmp_path) == svg


def test_a_param_has_its_value_in_sql_sizes_and_bins(runs, tmp_path):
    least, width = Param(25), Param(333)
    made = plot(text(runs, x="tokens", y="cost", text=sql(f"CASE WHEN tokens > {least} THEN model END")), width=width)
    svg = drawn(made, tmp_path)
    assert 'width="333"' in svg.partition(">")[0]
    assert {"cyd", "bob"} <= {*texts(svg)}
    assert "ada" not in texts(svg)


def test_a_value_that_the_data_does_not_offer_is_an_error(runs, tmp_path):
    with pytest.raises(DrawingError, match='select: "bib" is no value of column "model"'):
        drawn(vconcat(select(runs, column="model", value="bib"), plot(text(runs, x="tokens"))), tmp_path)


def test_a_union_of_no_conditions_can_be_empty(runs, tmp_path):
    empty = Selection.intersect(empty=True)
    made = plot(text(runs, x="tokens", text="model", filter_by=empty), x_axis=None, y_axis=None)
    assert texts(drawn(made, tmp_path)) == []


def test_what_is_offered_is_what_the_condition_of_another_input_leaves(runs, tmp_path):
    dear = Selection.intersect()
    made = vconcat(
        slider(runs, column="cost", target=dear, value=[2, 4]),
        slider(runs, column="tokens", filter_by=dear, select="interval", label="Tokens"),
        plot(rect(runs, x1="tokens", y2=count()), height=80),
    )
    assert 'data-input="1"' in drawn(made, tmp_path)


def test_a_slider_of_all_up_to_its_knob_says_so(runs, tmp_path):
    def said(**options):
        return texts(drawn(slider(runs, column="tokens", target=Selection.single(), value=20, **options), tmp_path))[1]

    assert [said(select=kind) for kind in ("interval", "point")] == ["\u2264 20", "20"]


def test_every_kind_of_input_shows_its_first_state(runs, tmp_path):
    made = hconcat(
        search(runs, column="model", placeholder="Name or part of it", label="Find"),
        checkbox(label="Dear", target=Param(1), values=[1, 0]),
        radio_group(runs, column="model"),
        checkbox_group(options=["x", "y"], target=Param(["y"]), label="Axes"),
    )
    svg = drawn(made, tmp_path)
    assert texts(svg) == ["Find", "Name or part of it", "Dear", "model", "All", "ada", "bob", "cyd", "Axes", "x", "y"]
    ticks = re.findall(r"M4 14.5l3 3l5.5 -6", svg)
    assert len(ticks) == 2, "the checkbox, and y"


def test_a_checked_box_filters_and_none_is_no_condition(runs, tmp_path):
    def names(checked):
        box = checkbox(runs, field="model", label="", checked=checked, values=["bob", None])
        return texts(drawn(vconcat(box, plot(text(runs, "tokens", text="model"), axis=None)), tmp_path))

    assert names(True) == ["bob", "bob"]
    assert names(False) == ["ada", "bob", "cyd", "bob"]


def test_inputs_side_by_side_stand_on_one_line(runs, tmp_path):
    svg = drawn(hconcat(select(runs, column="model"), checkbox(label="Dear", target=Param(True))), tmp_path)
    moves = re.findall(r'<g transform="translate\(([\d.]+),([\d.]+)\)"><g data-part="input"', svg)
    heights = [float(y) for _, y in moves]
    assert heights[0] == 0
    assert heights[1] == 18, "as high as the label that it does not have"


def test_a_heatmap_under_a_condition_is_that_of_the_rows_that_meet_it(tmp_path):
    data = Data.example()
    options = {"score_value": "score_includes", "title": "Dates"}
    filtered = vconcat(
        select(data, column="metadata_topic", value="date"),
        checkbox(data, field="metadata_kind", label="", values=["x", None]),
        sample_heatmap(data, **options),
    )
    alone = sample_heatmap(data.where("metadata_topic = 'date'"), **options)
    assert texts(drawn(filtered, tmp_path))[2:] == texts(drawn(alone, tmp_path))


def test_what_is_not_selected_is_set_back_in_still_pictures_too(runs, tmp_path):
    chosen = Selection.intersect()
    bars = plot(bar_y(runs, x="model", y=sum("tokens")), highlight(chosen), axis=None)
    svg = drawn(vconcat(select(runs, column="model", target=chosen, value="bob"), bars), tmp_path)
    shapes = re.findall(r'<rect[^>]*height="[^"]*"[^>]*>', svg.partition('aria-label="bar"')[2])
    assert [('opacity="0.2"' in shape) for shape in shapes] == [True, False, True]
    assert "null" not in svg
