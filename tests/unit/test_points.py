"""Facts of marks that Plot paints, also of those without a function yet: places as drawn, texts, names, links."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from heatmaps import data, drawn

from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.nodes import Column, Mark
from inspect_viz.plot import plot

ROWS = pd.DataFrame(
    {
        "run": ["first", "second"],
        "begin": [1.0, 4.0],
        "end": [3.0, 6.5],
        "high": [1.0, 2.0],
        "grade": ["C", "I"],
        "lane": ["a", "b"],
        "icon": ["data:image/png;base64,iVBORw0KGgo="] * 2,
        "page": ["https://a.example.org/", "https://b.example.org/"],
    }
)
FRAME = {"width": 640, "height": 240, "margin_left": 40, "margin_top": 20, "margin_right": 20, "margin_bottom": 40}
XY = {"x": Column("end"), "y": Column("high")}
SPAN = {"x1": Column("begin"), "x2": Column("end"), "y": Column("lane")}
X, Y, BEGIN = 40 + 6.5 * 58, 200 - 2 * 45, 40 + 4 * 58
"""Where the second row lies, for domains of 0 to 10 and 0 to 4."""
PLUS = 6.9
"""The arms of a plus with the area of a dot of 4.5."""


def facts(kind: str, options: dict[str, object], rows: pd.DataFrame = ROWS, **attributes: Any) -> dict[str, Any]:
    own = {name: option for name, option in options.items() if name != "channels"}
    channels = options.get("channels", {"run": Column("run")})
    mark = Mark(kind, data(rows), frozen({**own, "channels": channels, "tip": True}))
    return drawn(plot(mark, **FRAME, x_domain=[0, 10], **attributes)).plot


def texts(channel: dict[str, Any]) -> list[str]:
    """The texts of a channel; lengths count UTF-16 units."""
    text, found = bytes(channel["texts"]["bytes"]).decode().encode("utf-16-le"), []
    for length in channel["texts"]["lengths"]:
        found.append(text[: 2 * length].decode("utf-16-le"))
        text = text[2 * length :]
    return found


@pytest.mark.parametrize(
    ("kind", "options", "shape", "place"),
    [
        ("dot", {**XY, "r": 6}, "point", (X - 6, Y - 6, X + 6, Y + 6)),
        ("dot", {**XY, "symbol": Column("grade")}, "point", (X - PLUS, Y - PLUS, X + PLUS, Y + PLUS)),
        ("vector", {**XY, "length": 20}, "segment", (X, Y + 10, X, Y - 10)),
        ("lineY", XY, "box", (X, Y, X, Y)),
        ("image", {**XY, "src": Column("icon"), "width": 16}, "box", (X - 8, Y - 8, X + 8, Y + 8)),
        ("ruleX", {"x": Column("end"), "y1": 0, "y2": Column("high")}, "segment", (X, 200, X, Y)),
    ],
)
def test_places_are_those_of_the_drawing(
    kind: str, options: dict[str, object], shape: str, place: tuple[float, ...]
) -> None:
    found = facts(kind, options, y_domain=[0, 4])
    assert found["shape"] == shape
    assert found["places"][4:] == pytest.approx(place, abs=0.6)


@pytest.mark.parametrize("corners", [{}, {"rx2": 6}, {"r": 4}, {"inset": 2}])
def test_bars_lie_in_their_bands_whatever_their_corners(corners: dict[str, object]) -> None:
    found = facts("barX", {**SPAN, **corners})
    band = found["y"]
    inset = float(str(corners.get("inset", 0)))
    top = band["start"] + band["step"]
    place = (BEGIN + inset, top + inset, X - inset, top + band["bandwidth"] - inset)
    assert band["labels"] == ["a", "b"]
    assert found["shape"] == "box"
    assert found["places"][4:] == pytest.approx(place, abs=1.01)


def test_axes_are_told() -> None:
    found = facts("dot", XY, y_domain=[0, 4], x_label="Hours")
    assert (found["x"]["kind"], found["x"]["scale"], found["x"]["domain"]) == ("continuous", "linear", [0, 10])
    assert found["x"]["range"] == [40, 620]
    assert found["y"]["range"] == [200, 20]
    assert [c["name"] for c in found["channels"]] == ["Hours", "high", "run"]


def test_each_column_is_told_once_under_its_best_name() -> None:
    found = facts("dot", {**XY, "fill": Column("high"), "channels": {"Height": Column("high"), "run": Column("run")}})
    assert [c["name"] for c in found["channels"]] == ["end", "Height", "run"]
    assert found["channels"][found["value"]]["name"] == "Height"
    assert found["channels"][found["naming"]]["name"] == "run"


def test_addresses_are_links_and_no_texts() -> None:
    found = facts("dot", {**XY, "channels": {"run": Column("run"), "page": Column("page")}})
    assert [c["name"] for c in found["channels"]] == ["end", "high", "run"]
    assert found["links"]["labels"] == ["page"]
    assert bytes(found["links"]["hrefs"]["bytes"]).decode() == "".join(ROWS["page"])


def test_one_text_among_addresses_makes_them_texts() -> None:
    rows = ROWS.assign(page=["https://a.example.org/", "see above"])
    found = facts("dot", {**XY, "channels": {"page": Column("page")}}, rows)
    assert "links" not in found
    assert texts(found["channels"][2]) == rows["page"].tolist()


def test_values_are_told_exactly() -> None:
    rows = ROWS.assign(end=[0.1 + 0.2, -6.5], high=[1.0, None], run=["é\U0001f600", None])
    found = facts("text", {"x": Column("end"), "text": Column("grade")}, rows, x_scale="linear")
    assert texts(found["channels"][0]) == ["0.30000000000000004", "\u22126.5"]
    assert texts(found["channels"][-1]) == ["é\U0001f600", ""]


def test_rows_that_are_not_drawn_are_not_told() -> None:
    rows = ROWS.assign(end=[3.0, None])
    found = facts("dot", XY, rows, y_domain=[0, 4])
    assert texts(found["channels"][-1]) == ["first"]
    assert len(found["places"]) == 4


def test_a_mark_without_a_tip_tells_nothing() -> None:
    mark = Mark("dot", data(ROWS), frozen(XY))
    assert drawn(plot(mark, **FRAME)).plots == []
