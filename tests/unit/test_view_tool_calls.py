"""Tool calls of samples: rows, cells, ends, and what notes say."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from inspect import signature
from pathlib import Path

import pandas as pd
import pytest
from heatmaps import SVG, drawn

from inspect_viz import Data
from inspect_viz._host._figure import draw
from inspect_viz._sql import name
from inspect_viz._sql import select as question
from inspect_viz.input import select
from inspect_viz.layout import vconcat
from inspect_viz.mark import rule_x
from inspect_viz.view import beta, sample_tool_calls

AGENTS = Path(__file__).parents[2] / "examples" / "agents"
CALLS = {
    "s10": [None, None, "bash", None, "python"],
    "s2": [None, None, "bash", "bash", None, "submit", None],
    "s1": [None, None],
}
LIMITS = {"s10": "message", "s2": None, "s1": "token"}


def frame(**more):
    rows = [
        {"sample_id": f"u-{id}", "id": id, "order": n, "tool_call_function": tool, "limit": LIMITS[id]}
        for id, tools in CALLS.items()
        for n, tool in enumerate(tools, 1)
    ]
    return pd.DataFrame(rows).assign(**more)


def view(df=None, **options):
    return sample_tool_calls(Data.from_dataframe(frame() if df is None else df), **options)


def marks(picture):
    """The marks of a picture by their kinds; of one kind the last."""
    return {mark.kind: mark for mark in picture.node.marks}


def rows(mark, *columns):
    names = [name(column) for column in columns]
    return [tuple(row) for row in mark.data.reader.ask(question(*names, source="data").ordered(*names))]


def shapes(picture, label):
    """The number of shapes of each mark of a kind."""
    root = ET.fromstring(draw(picture).drawing.svg)
    return [len(list(group)) for group in root.iter(f"{SVG}g") if group.get("aria-label") == label]


def names_of_rows(picture):
    root = ET.fromstring(draw(picture).drawing.svg)
    groups = {group.get("aria-label"): group for group in root.iter(f"{SVG}g")}
    group = groups["y-axis tick label"] if "y-axis tick label" in groups else groups["text"]
    return ["".join(text.itertext()) for text in group.iter(f"{SVG}text")]


def many(samples, messages, tools=("bash", "python")):
    made = [
        (f"u{s}", f"s{s}", n, tools[(s + n) % len(tools)] if n % 2 else "", "time" if s % 3 else "")
        for s in range(samples)
        for n in range(1, messages + 1)
    ]
    return pd.DataFrame(made, columns=["sample_id", "id", "order", "tool_call_function", "limit"])


def test_a_cell_for_each_call_and_a_line_for_each_sample():
    picture = view()
    found = marks(picture)
    expected = frame().dropna(subset="tool_call_function")
    cells = rows(found["barX"], "id", "order", "tool_call_function", "left", "right")
    assert cells == sorted((id, n, tool, n - 0.5, n + 0.5) for _, id, n, tool, _ in expected.itertuples(index=False))
    assert rows(found["ruleY"], "id", "first", "last", "calls") == [
        ("s1", 0.5, 2.5, 0),
        ("s10", 0.5, 5.5, 2),
        ("s2", 0.5, 7.5, 3),
    ]
    assert shapes(picture, "bar") == [5]
    assert shapes(picture, "rule") == [3]


def test_rows_stand_in_natural_order():
    assert names_of_rows(view()) == ["s1", "s2", "s10"]
    assert names_of_rows(view(frame().replace({"s1": 1, "s2": 2, "s10": 10}))) == ["1", "2", "10"]
    floats = frame().replace({"s1": 1.0, "s2": 2.0, "s10": 10.0}).astype({"id": float})
    assert names_of_rows(view(floats)) == ["1", "2", "10"]


def test_limits_and_errors_stand_at_the_ends():
    failed = frame()
    failed["error"] = ["it broke" if id == "s2" else "" for id in failed["id"]]
    picture = view(failed)
    assert rows(marks(picture)["text"], "id", "last", "ended") == [
        ("s1", 2.5, "token limit"),
        ("s10", 5.5, "message limit"),
        ("s2", 7.5, "error"),
    ]
    assert {"token limit", "message limit", "error"} <= set(drawn(picture).texts())
    assert "text" not in marks(view(limit=None))
    assert "text" not in marks(view(frame().drop(columns="limit")))


def test_tools_have_the_order_of_their_calls_or_of_the_caller():
    assert view().node.attributes["colorDomain"] == ("bash", "python", "submit")
    picked = view(tools=["submit", "bash", "think"])
    assert picked.node.attributes["colorDomain"] == ("submit", "bash", "think")
    assert shapes(picked, "bar") == [4]
    assert {"Not drawn: 1 calls of python.", "Never called: think."} <= set(picked.node.remarks)
    assert {"Tool", "submit", "bash", "think"} <= set(drawn(picked).texts())


def test_only_nine_tools_have_colours():
    picture = view(many(12, 40, [f"t{n}" for n in range(11)]))
    grey, colored = (mark for mark in picture.node.marks if mark.kind == "barX")
    assert len(picture.node.attributes["colorDomain"]) == 9
    assert (len(grey.data.column_unique("tool_call_function")), grey.options["fill"]) == (2, "#9498a0")
    assert len(colored.data.column_unique("tool_call_function")) == 9
    assert any(remark.startswith("Grey: ") for remark in picture.node.remarks)


def test_samples_of_one_name_have_rows_of_their_own():
    both = pd.concat(
        frame(model=model, epoch=epoch, sample_id=frame()["sample_id"] + model + str(epoch))
        for model in ("a", "b")
        for epoch in (1, 2)
    )
    picture = view(both)
    assert names_of_rows(picture)[:5] == [
        *("s1 · a · epoch 1", "s1 · a · epoch 2", "s1 · b · epoch 1", "s1 · b · epoch 2", "s2 · a · epoch 1")
    ]
    assert shapes(picture, "bar") == [20]
    assert "Rows are samples by model, epoch, as they share names." in picture.node.remarks
    assert names_of_rows(view(both[both["epoch"] == 1]))[:2] == ["s1 · a", "s1 · b"]
    again = pd.concat([frame(), frame(sample_id=frame()["sample_id"] + "again")])
    assert names_of_rows(view(again))[:2] == ["s1 · u-s1", "s1 · u-s1again"]
    unknown = view(again.drop(columns="sample_id"))
    assert "Behind others of their row and place: 5 calls." in unknown.node.remarks


def test_rows_without_a_tool_are_no_calls():
    silent = view(frame(tool_call_function=""))
    assert shapes(silent, "bar") == []
    assert shapes(silent, "rule") == [3]
    assert "No tool was called." in silent.node.remarks
    assert silent.node.legends == ()


def test_many_rows_and_messages_can_be_read():
    picture = view(many(200, 60))
    assert (picture.node.attributes["height"], picture.node.attributes["width"]) == (890, 700)
    shown = names_of_rows(picture)
    assert 40 < len(shown) < 100
    assert shown[0] == "s0"
    assert "dot" in marks(picture)
    assert picture.node.attributes["symbolDomain"] == ("time limit",)
    assert {"Ended by", "time limit"} <= set(drawn(picture).texts())
    assert "null" not in drawn(picture).texts()
    assert view(many(3000, 2)).node.attributes["height"] == 1690


@pytest.mark.parametrize("samples", [4, 200])
def test_long_names_are_cut_and_whole_in_the_tip(samples):
    long = many(samples, 20)
    long["id"] = "a name that is far longer than there is room for beside all of the calls of " + long["id"]
    picture = view(long)
    assert "…" in names_of_rows(picture)[0]
    assert len(names_of_rows(picture)) < 100
    assert "Sample" in drawn(picture).texts()
    assert marks(picture)["barX"].options["channels"]["Sample"].name == "row"


def test_tips_tell_call_sample_and_links():
    found = marks(view(frame(log_viewer="https://x.org", tool_call_error="boom", model="m")))
    told = found["barX"].options["channels"]
    assert list(told) == ["Sample", "Message", "Tool", "Tool error", "Sample ended by", "Log viewer"]
    assert list(found["ruleY"].options["channels"]) == ["Sample", "Message (last)", "Tool calls", "Ended by"]
    assert list(marks(view(x_label="Step", y_label=None))["barX"].options["channels"])[:2] == ["id", "Step"]


def test_missing_places_are_told():
    lacking = frame()
    lacking["order"] = lacking["order"].astype(float)
    lacking.loc[0, "order"] = float("nan")
    lacking.loc[1, "id"] = None
    picture = view(lacking)
    assert "Without a place or a row: 2 messages." in picture.node.remarks
    assert "NaN" not in draw(picture).drawing.svg
    with pytest.raises(ValueError, match="no row has both a number in 'order' and a value in 'id'"):
        view(frame(order=float("nan")))


def test_one_row_titles_sizes_and_further_marks():
    one = view(frame()[:3], title="Calls", width=500, height=200, marks=rule_x(x=[4]), legend=None, y_padding=0)
    assert {"Calls", "Message →", "Sample"} <= set(drawn(one).texts())
    assert one.node.attributes["yPadding"] == 0
    assert one.node.legends == ()
    assert (one.node.attributes["width"], one.node.attributes["height"]) == (500, 200)
    assert one.node.marks[-1].kind == "ruleX"
    assert "NaN" not in draw(view(frame()[:1])).drawing.svg


def test_inputs_filter_rows():
    data = Data.from_dataframe(frame())
    picture = vconcat(select(data, column="id", value="s2"), sample_tool_calls(data))
    assert names_of_rows(picture) == ["s2"]
    assert shapes(picture, "bar") == [3]


def test_names_of_low_rows_are_those_of_rows_in_sight():
    both = pd.concat(
        many(90, 6).assign(model=model, sample_id=lambda df, m=model: df["sample_id"] + m) for model in "ab"
    )
    data = Data.from_dataframe(both)
    picture = vconcat(select(data, column="model", value="b"), sample_tool_calls(data))
    shown = names_of_rows(picture)
    assert 25 < len(shown) < 60
    assert shown[0] == "s0 · b"
    assert all(name.endswith("b") for name in shown)


def test_messages_of_a_real_log():
    analysis = pytest.importorskip("inspect_ai.analysis")
    columns = analysis.EvalModel + analysis.SampleSummary + analysis.MessageToolCalls
    messages = analysis.messages_df(str(AGENTS), columns=columns, quiet=True)
    picture = view(messages)
    assert names_of_rows(picture) == [f"bug-{n}" for n in range(1, 17)]
    assert shapes(picture, "bar") == [int(messages["tool_call_function"].notna().sum())]
    ended = {row[0]: row[1] for row in rows(marks(picture)["text"], "id", "ended")}
    assert ended == {"bug-11": "error", **dict.fromkeys(["bug-3", "bug-8", "bug-13"], "message limit")}


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"x": "ordr"}, ValueError, "x='ordr' is not a column.*order"),
        ({"x": "id"}, ValueError, "x='id' has the type VARCHAR; it must hold numbers"),
        ({"y": "nope"}, ValueError, "y='nope' is not a column"),
        ({"tool": "nope"}, ValueError, "tool='nope' is not a column"),
        ({"limit": "nope"}, ValueError, "limit='nope' is not a column"),
        ({"tools": "bash"}, TypeError, "tools='bash' must be a list"),
        ({"tools": [3]}, TypeError, "must be a list of names"),
        (
            {"tools": ["bsh"]},
            ValueError,
            "none of these is among 'bash', 'python', 'submit'. Did you mean 'bash'",
        ),
        ({"height": 0}, ValueError, "height=0"),
        ({"nonsense": 3}, TypeError, "nonsense"),
    ],
)
def test_wrong_arguments(options, error, said):
    with pytest.raises(error, match=said):
        view(**options)


def test_wrong_data():
    with pytest.raises(TypeError, match="data must be a Data, not DataFrame"):
        sample_tool_calls(frame())
    with pytest.raises(ValueError, match="data has no rows"):
        view(frame()[:0])


def test_arguments_stand_in_the_published_order():
    given = signature(sample_tool_calls).parameters.values()
    own = "data x y tool limit tools x_label y_label title marks width height legend"
    assert [one.name for one in given if one.kind is one.POSITIONAL_OR_KEYWORD] == own.split()
    assert beta.sample_tool_calls is sample_tool_calls
