"""Pictures as plain Mosaic specs: Mosaic's parser takes them, and `from_spec` draws them again without a difference."""

from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from inspect_viz._host._figure import draw
from inspect_viz.data import Data
from inspect_viz.input import checkbox
from inspect_viz.layout import vconcat
from inspect_viz.mark import dot
from inspect_viz.plot import from_spec, plot
from inspect_viz.view import sample_heatmap

sys.path.append(str(Path(__file__).parents[2] / "docs" / "gallery"))
import marks

OURS = {
    "text": "texts move apart",
    "title": "titles are ours",
}
"""Examples that hold what Mosaic cannot say."""
SOME = sorted(set(marks.NAMES) - set(OURS))[::6]


def svg_of(component: Any) -> str:
    """The picture without where it comes from."""
    return re.sub(r"<metadata>.*?</metadata>", "", re.sub(r"iv[0-9a-f]{8}", "iv", draw(component).drawing.svg))


@pytest.mark.parametrize("name", SOME)
def test_a_round_trip_changes_nothing(name: str) -> None:
    picture = marks.picture(name)
    assert svg_of(from_spec(picture.to_spec())) == svg_of(picture)


@pytest.mark.parametrize("name", sorted(set(marks.NAMES) - {"title"}))
def test_mosaics_parser_takes_it(name: str, oracle: Any) -> None:
    spec = marks.picture(name).to_spec()
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


def test_a_heatmap_becomes_cells() -> None:
    spec: Any = sample_heatmap(Data.example(), score_value="score_includes").to_spec(data=False)
    assert "data" not in spec
    assert spec["plot"][0]["mark"] == "cell"
    assert {"x", "y", "fill"} <= spec["plot"][0].keys()
    assert [entry["legend"] for entry in spec["plot"] if "legend" in entry] == ["color"]
    again = draw(from_spec(spec, {"t0": Data.example()})).drawing.svg
    assert again.count("<rect") > 500


def test_what_mosaic_cannot_say_is_told() -> None:
    from inspect_viz import Param

    with pytest.raises(ValueError, match="Mosaic has no input 'checkbox'"):
        vconcat(checkbox(label="Only these", target=Param(True)), plot()).to_spec()
    table = Data.from_dataframe({"x": range(100_001)})
    with pytest.raises(ValueError, match="100,001 rows are more than a spec should hold"):
        plot(dot(table, x="x", y="x")).to_spec()
