"""Pictures as plain Mosaic specs: Mosaic's parser takes them, and `from_spec` draws them again without a difference."""

from __future__ import annotations

import datetime
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from heatmaps import drawn

from inspect_viz import Component, Param
from inspect_viz._host._figure import draw
from inspect_viz.data import Data
from inspect_viz.input import checkbox, select, slider
from inspect_viz.layout import vconcat
from inspect_viz.mark import bar_x, dot
from inspect_viz.plot import from_spec, legend, plot
from inspect_viz.table import column, table
from inspect_viz.transform import avg
from inspect_viz.view import sample_heatmap

sys.path.append(str(Path(__file__).parents[2] / "docs" / "gallery"))
import marks

OURS = {
    "text": "texts move apart",
    "title": "titles are ours",
}
"""Examples that hold what Mosaic cannot say."""


def svg_of(component: Any) -> str:
    """The picture without where it comes from."""
    return re.sub(r"<metadata>.*?</metadata>", "", re.sub(r"iv[0-9a-f]{8}", "iv", draw(component).drawing.svg))


@cache
def written(name: str) -> tuple[Component, Any]:
    """An example, and its spec."""
    picture = marks.picture(name)
    return picture, picture.to_spec()


@pytest.mark.parametrize("name", sorted(set(marks.NAMES) - set(OURS)))
def test_a_round_trip_changes_nothing(name: str) -> None:
    picture, spec = written(name)
    assert svg_of(from_spec(spec)) == svg_of(picture)


@pytest.mark.filterwarnings("ignore:to_spec")
@pytest.mark.parametrize("name", sorted(set(marks.NAMES) - {"title"}))
def test_mosaics_parser_takes_it(name: str, oracle: Any) -> None:
    _, spec = written(name)
    found = oracle.call("parse", spec)["json"]
    assert [entry.get("mark") for entry in found["plot"]] == [entry.get("mark") for entry in spec["plot"]]


def test_rows_keep_their_types_and_their_order() -> None:
    rows = {
        "n": [3, None, 1],
        "when": [datetime.datetime(2024, 1, 2, 3, 4, 5), None, datetime.datetime(2024, 1, 1)],
        "day": [datetime.date(2024, 5, 6), None, datetime.date(2023, 1, 1)],
        "x'y": ["it's", None, "$a"],
        "flag": [True, None, False],
        "v": [0.1, float("nan"), 1e300],
    }
    table = Data.from_dataframe(rows)
    picture = plot(dot(table, x="n", y="v", channels={name: name for name in ("when", "day", "x'y", "flag")}))
    spec: Any = picture.to_spec()
    query = spec["data"]["t0"]["query"]
    import duckdb

    found = duckdb.sql(query)
    kinds = dict(zip(found.columns, map(str, found.types), strict=True))
    assert kinds == {name: table.reader.types[name] for name in kinds}
    assert kinds.keys() == rows.keys()
    expected = table.reader.ask("SELECT * FROM data")
    assert [repr(row) for row in found.select(*[f'"{name}"' for name in rows]).fetchall()] == [*map(repr, expected)]


@pytest.fixture(scope="module")
def heatmap() -> Component:
    return sample_heatmap(Data.example(), score_value="score_includes")


def test_a_heatmap_becomes_cells_in_its_order_and_colours(heatmap: Component, oracle: Any) -> None:
    with pytest.warns(UserWarning, match="left out are headers, .*, states of cells and their signs"):
        spec: Any = heatmap.to_spec(data=False)
    assert "data" not in spec
    (cells, legend) = spec["plot"]
    assert (cells["mark"], legend["legend"]) == ("cell", "color")
    assert {"x", "y", "fill"} <= cells.keys()
    assert "sort" not in cells
    assert cells["inset"] == 0
    first, again = drawn(heatmap), drawn(from_spec(spec, {"t0": Data.example()}))
    assert (spec["xDomain"], spec["yDomain"], spec["colorDomain"]) == (first.x, first.y, [0, 1])
    assert (again.x, again.y) == (first.x, first.y)
    assert {key: str(value) for key, value in again.values().items()} == {k: str(v) for k, v in first.values().items()}
    assert 'data-scheme="own"' in draw(from_spec(spec, {"t0": Data.example()})).drawing.svg
    assert (spec["colorRange"][0], spec["colorRange"][-1]) == ("#1a2f56", "#e0edf8")
    parsed = oracle.call("parse", spec)["json"]
    assert (parsed["xDomain"], parsed["colorRange"]) == (first.x, spec["colorRange"])


@pytest.mark.parametrize(
    ("options", "left_out"),
    [
        ({"baseline": "tiny/abacus-1"}, "differences from a baseline, .*what is compared"),
        ({"group": "metadata_topic", "level": "groups"}, "samples that are taken together, .*groups of bands"),
        ({"orientation": "vertical", "higher_is_better": False}, "states of cells"),
        ({"epochs": "split", "details": ["error"]}, "texts of rows, rows of cells side by side"),
    ],
)
def test_every_heatmap_is_drawn_again(options: dict[str, Any], left_out: str) -> None:
    picture = sample_heatmap(Data.example(), score_value="score_includes", **options)
    with pytest.warns(UserWarning, match=f"to_spec: .*{left_out}"):
        spec: Any = picture.to_spec(data=False)
    assert spec["colorRange"][0] == "#1a2f56"
    made, again = drawn(picture), drawn(from_spec(spec, {"t0": Data.example()}))
    assert again.y == made.y
    assert len(again.x) == 120 if "level" in options else again.x == made.x


@pytest.mark.filterwarnings("ignore:to_spec")
@pytest.mark.parametrize(
    ("ids", "is_told"), [("text", True), ("number", True), ("many", True), ("many numbers", False)]
)
def test_bands_are_named_by_their_values(ids: str, is_told: bool) -> None:
    count = 6000 if "many" in ids else 12
    kind = int if "number" in ids else "s{}".format
    rows = {"id": [kind(i) for i in range(count)], "model": ["m"] * count, "score": [i % 5 / 4 for i in range(count)]}
    table = Data.from_dataframe(rows)
    spec: Any = sample_heatmap(table).to_spec(data=False)
    assert ("xDomain" in spec) is is_told
    assert "yDomain" in spec
    if is_told:
        assert sorted(spec["xDomain"]) == sorted(rows["id"])
        assert spec["xDomain"] != rows["id"]
        assert drawn(from_spec(spec, {"t0": table})).x == [str(name) for name in spec["xDomain"]]


def test_margins_follow_the_labels(oracle: Any) -> None:
    long = "a name that is much longer than forty units"
    picture = plot(bar_x(Data.from_dataframe({"name": [long, "b"], "n": [1, 2]}), x="n", y="name"))
    spec: Any = picture.to_spec()
    assert spec["marginLeft"] > 200
    assert svg_of(from_spec(spec)) == svg_of(picture)


def test_what_mosaic_cannot_say_is_told_in_one_warning() -> None:
    rows = Data.from_dataframe({"x": [1, 2], "y": [2, 1]})
    wanted = Param(True)
    part = plot(dot(rows, x="x", y="y"), title="A title", legend=legend("color", frame_anchor="top"))
    ends = slider(min=0, max=1, target=Param([0, 1]))
    picture = vconcat(checkbox(label="Only these", target=wanted), ends, part)
    with pytest.warns(UserWarning, match="to_spec") as told:
        spec: Any = picture.to_spec()
    (message,) = (str(found.message) for found in told)
    assert message == (
        "to_spec: Mosaic cannot say everything; left out are the input 'checkbox', the input 'slider' of several "
        "values, titles, places of legends."
    )
    assert told[0].filename == __file__
    assert ["plot" in entry for entry in spec["vconcat"]] == [True]


def test_what_mosaic_can_say_is_said_without_a_warning(recwarn: pytest.WarningsRecorder) -> None:
    rows = Data.from_dataframe({"x": [1, 2], "y": [2, 1]})
    vconcat(select(rows, column="x"), plot(dot(rows, x="x", y="y"), legend="color")).to_spec()
    assert [str(told.message) for told in recwarn if "to_spec" in str(told.message)] == []


def test_tables_have_columns_by_name(oracle: Any) -> None:
    rows = Data.from_dataframe({"a": [1, 2], "b": ["x", "y"]})
    spec: Any = table(rows, columns=["b", column("a", align="left", width=80)]).to_spec()
    assert {k: v for k, v in spec.items() if k in ("columns", "align", "width")} == {
        "columns": ["b", "a"],
        "align": {"a": "left"},
        "width": {"a": 80},
    }
    with pytest.warns(UserWarning, match="left out are columns of tables that are expressions, headings of columns"):
        spec = table(rows, columns=[column("b", label="B"), avg("a")]).to_spec()
    assert spec["columns"] == ["b"]
    assert [c["value"] for c in from_spec(spec).node.part["columns"]] == ["b"]


def test_many_rows_need_another_way() -> None:
    table = Data.from_dataframe({"x": range(100_001)})
    with pytest.raises(ValueError, match="100,001 rows are more than a spec should hold"):
        plot(dot(table, x="x", y="x")).to_spec()
