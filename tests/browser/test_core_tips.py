"""Marks of every form answer where they are drawn, by pointer and by keys, in a still page and in a living picture."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest
from answering import Answering, answering
from fixtures.core import FRAME, Opened
from fixtures.living import Living, living
from playwright.sync_api import Browser

from inspect_viz import Data, Selection
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.input import select
from inspect_viz.layout import hconcat, vconcat
from inspect_viz.mark import (
    area_y,
    dot,
    geo,
    heatmap,
    hull,
    line_y,
    link,
    raster,
    regression_y,
    vector,
    voronoi,
    waffle_y,
)
from inspect_viz.plot import plot, to_html
from inspect_viz.transform import count

LINES = pd.DataFrame(
    {
        "week": [1, 4, 9, 1, 4, 9],
        "score": [0.123456789, 0.5, 0.4, 0.9, 0.7, 0.8],
        "of": ["ada"] * 3 + ["bob"] * 3,
        "to": [f"https://runs.example.org/{i}" for i in range(6)],
    }
)
CLOUD = pd.DataFrame({"x": [(7 * i) % 40 / 4 for i in range(80)], "y": [(11 * i) % 60 / 6 for i in range(80)]}).assign(
    kind=lambda rows: ["left" if x < 5 else "right" for x in rows["x"]]
)
ROOMS = pd.DataFrame(
    {
        "shape": [
            json.dumps({"type": "Polygon", "coordinates": rings})
            for rings in (
                [[[0, 0], [0, 6], [6, 0], [0, 0]]],
                [[[6, 0], [0, 6], [6, 6], [6, 0]], [[4, 4], [5, 4], [5, 5], [4, 5], [4, 4]]],
            )
        ],
        "name": ["lower", "upper"],
    }
)
MOVES = pd.DataFrame(
    {"a": [1.0, 9], "b": [1.0, 9], "c": [9.0, 5], "d": [5.0, 2], "turn": [30, 200], "name": ["up", "down"]}
)
SIZE: dict[str, Any] = {"width": 280, "height": 180, "margin": 20}
LINE, AREA, ROOM, HEAT, HULL, CELLS, FIT, LINK, VECTOR, WAFFLE = range(10)


def pictures() -> Any:
    lines, cloud, moves = (Data.from_dataframe(frame) for frame in (LINES, CLOUD, MOVES))
    series: dict[str, Any] = {"x": "week", "y": "score", "tip": True}
    rooms = geo(Data.from_dataframe(ROOMS), geometry="shape", fill="name", tip=True)
    both: dict[str, Any] = {"x": "x", "y": "y", "tip": True}
    frame = {"type": "MultiPoint", "coordinates": [[0, 0], [6, 6]]}
    ends: dict[str, Any] = {"x1": "a", "y1": "b", "x2": "c", "y2": "d"}
    plots = [
        plot(line_y(lines, stroke="of", href="to", **series), **SIZE),
        plot(area_y(lines, fill="of", **series), **SIZE),
        plot(rooms, projection_type="identity", projection_domain=frame, **{**SIZE, "width": 180}),
        plot(heatmap(cloud, bandwidth=8, **both), **SIZE),
        plot(hull(cloud, fill="kind", **both), **SIZE),
        plot(voronoi(cloud, fill="kind", **both), **SIZE),
        plot(regression_y(cloud, stroke="kind", **both), **SIZE),
        plot(link(moves, tip=True, channels={"name": "name"}, **ends), **SIZE),
        plot(vector(moves, x="a", y="b", rotate="turn", length="c", tip=True), **SIZE),
        plot(waffle_y(cloud, x="kind", y=count(), fill="kind", tip=True), **SIZE),
    ]
    return vconcat(*[hconcat(*plots[k : k + 3]) for k in range(0, len(plots), 3)])


class Still(Opened):
    """The page of all forms."""

    marks: list[Answering]

    def client(self, x: float, y: float) -> tuple[float, float]:
        """Place in the window of one in the picture."""
        code = """([x, y]) => { const place = new DOMPoint(x, y).matrixTransform(
            document.querySelector("[data-inspect-viz] > svg").getScreenCTM());
            return [place.x, place.y] }"""
        found: list[float] = self.page.evaluate(code, [x, y])
        return found[0], found[1]

    def told(self) -> dict[str, str]:
        """Headings and texts of the tip, nothing while there is none."""
        if not self.tip_is_shown:
            return {}
        terms, texts = (self.page.locator(f"[role=tooltip] {tag}").all_inner_texts() for tag in ("dt", "dd"))
        return dict(zip(terms, texts, strict=True))

    def pointed(self, x: float, y: float) -> dict[str, str]:
        """What is told of a place in the picture."""
        self.page.mouse.move(*self.client(x, y))
        return self.told()

    def focus(self, number: int) -> None:
        self.page.locator("[data-part=cells]").nth(number).focus()

    def press(self, key: str) -> dict[str, str]:
        self.page.keyboard.press(key)
        return self.told()


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Still]:
    made = pictures()
    file = tmp_path_factory.mktemp("tips") / "page.html"
    file.write_text(to_html(made), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1000, "height": 960})
    context.route(
        re.compile("^https:"), lambda route: route.fulfill(body="<title>run</title>", content_type="text/html")
    )
    opened = Still(context.new_page(), [])
    opened.marks = answering(made)
    opened.page.on("pageerror", lambda error: opened.troubles.append(str(error)))
    opened.page.goto(file.as_uri())
    opened.page.wait_for_selector("[data-ready]", state="attached")
    yield opened
    context.close()
    assert opened.troubles == []


def short(text: str) -> str:
    """A text as a tip shows it: of numbers five digits."""
    try:
        value = float(text.replace("\u2212", "-"))
    except ValueError:
        return text
    return f"{float(f'{value:.5g}'):g}".replace("-", "\u2212") if len(text) > 6 else text


def inside(mark: Answering, i: int) -> tuple[float, float]:
    """A place of a thing that no other thing of its mark has: of lines their point, of outlines a place within."""
    box = mark.places[i]
    if "outlines" not in mark.facts or not mark.facts["outlines"]["isFilled"] or mark.name in ("point", "waffle"):
        return float((box[0] + box[2]) / 2), float((box[1] + box[3]) / 2)
    corners = mark.outlines[i][:3]
    return float(corners[:, 0].mean()), float(corners[:, 1].mean())


@pytest.mark.parametrize("number", [LINE, AREA, ROOM, HEAT, CELLS, FIT, LINK, VECTOR, WAFFLE])
def test_the_pointer_finds_each_thing_where_it_is_drawn(page: Still, number: int) -> None:
    mark = page.marks[number]
    step = max(1, len(mark.rows) // 6)
    for i in range(0, len(mark.rows), step):
        shown = {name: short(text) for name, text in mark.rows[i].items() if text}
        assert page.pointed(*inside(mark, i)) == shown


def test_numbers_in_a_tip_have_five_digits_and_the_table_has_all(page: Still) -> None:
    assert page.pointed(*inside(page.marks[LINE], 0)) == {"week": "1", "score": "0.12346", "of": "ada"}
    assert "0.123456789" in page.marks[LINE].told["score"]


def test_anywhere_in_a_plot_of_lines_the_nearest_point_along_x_answers(page: Still) -> None:
    mark = page.marks[LINE]
    x = [mark.at("x", week) for week in (1, 4, 9)]
    area = mark.plot["area"]
    for place, week in ((x[0] + 3, "1"), ((x[0] + x[1]) / 2 - 4, "1"), ((x[0] + x[1]) / 2 + 4, "4"), (x[2] - 9, "9")):
        told = page.pointed(place, area["y"] + area["height"] - 1)
        assert (told["week"], told["of"]) == (week, "ada")
    assert page.pointed(area["x"] + area["width"] + 12, area["y"] + 5) == {}


def test_outlines_answer_by_what_they_hold_and_not_by_their_box(page: Still) -> None:
    upper = page.marks[ROOM].places[page.marks[ROOM].told["name"].index("upper")]
    unit = (upper[2] - upper[0]) / 6
    place = {"lower": (1.5, 1.5), "upper": (5.5, 3.5)}
    for name, (x, y) in place.items():
        assert page.pointed(upper[0] + x * unit, upper[1] + y * unit)["name"] == name
    middle_of_hole = (upper[0] + 4.5 * unit, upper[1] + 4.5 * unit)
    assert unit > 20
    assert page.pointed(*middle_of_hole) != {}, "the edge of the hole is near"
    told = page.pointed(*(page.marks[HULL].places[0][:2] + page.marks[HULL].places[0][2:]) / 2)
    assert (told["kind"], int(told["points"])) in set(CLOUD["kind"].value_counts().items())


def test_arrows_walk_from_thing_to_thing_and_say_each(page: Still) -> None:
    page.focus(LINE)
    assert page.press("Control+Home")["week"] == "1"
    seen = [page.press("ArrowRight")["week"] for _ in range(3)]
    assert seen == ["4", "9", "9"]
    said = page.page.locator("[aria-live=polite]").first.inner_text()
    assert "week 9" in said
    page.focus(HEAT)
    first = page.press("Control+Home")
    assert page.press("ArrowRight") != first
    assert page.press("Control+End") != first
    page.focus(FIT)
    assert "\u00d7 x" in page.press("Control+Home")["fit"]
    page.page.keyboard.press("Escape")


def test_a_point_of_a_line_opens_its_link(page: Still) -> None:
    mark = page.marks[LINE]
    [bob] = [i for i, row in enumerate(mark.rows) if (row["of"], row["week"]) == ("bob", "4")]
    x, y = inside(mark, bob)
    assert page.pointed(x, y)["of"] == "bob"
    assert "Click to open" in page.tip
    with page.page.context.expect_page() as new:
        page.page.mouse.click(*page.client(x, y))
    assert new.value.url == "https://runs.example.org/4"
    new.value.close()


def test_outlines_follow_a_zoom(page: Still) -> None:
    mark = page.marks[AREA]
    x, y = inside(mark, 1)
    page.page.mouse.move(*page.client(x, y))
    page.focus(AREA)
    page.page.keyboard.press("Control+Home")
    before = page.told()
    for _ in range(3):
        page.page.keyboard.press("+")
    page.page.evaluate(FRAME)
    sign = page.page.locator('[data-sign="cell line"]').nth(AREA).bounding_box()
    assert sign
    area = page.page.locator("[data-part=cells]").nth(AREA).bounding_box()
    assert area
    left = max(sign["x"] + sign["width"] / 2, area["x"] + 2)
    page.page.mouse.move(left, sign["y"] + sign["height"] / 2)
    assert page.told() == before
    page.page.keyboard.press("0")


@pytest.fixture(scope="module")
def moving(browser: Browser) -> Iterator[Living]:
    data, where = Data.from_dataframe(CLOUD), Selection.intersect()
    both: dict[str, Any] = {"x": "x", "y": "y", "filter_by": where, "tip": True}
    frame = {**SIZE, "x_domain": [0, 10], "y_domain": [0, 10]}
    made = vconcat(
        select(data, column="kind", target=where),
        plot(raster(data, pixel_size=24, pad=0, fill="density", **both), **frame),
        plot(hull(data, fill="kind", **both), **frame),
        plot(dot(data, **both), regression_y(data, **both), **frame),
    )
    picture = compile(made)
    with living(browser, picture.spec, json_of(picture.sidecar), t0=CLOUD) as page:
        page.settle()
        yield page


def living_told(page: Living, n: int) -> list[list[str]]:
    code = """(n) => { const mark = opened.payload.plots[n].marks.at(-1);
        return mark.channels.map((channel) => inspectVizLive.texts(channel.texts, mark.places.length / 4)) }"""
    found: list[list[str]] = page.page.evaluate(code, n)
    return found


def test_living_marks_tell_what_is_drawn_now(moving: Living) -> None:
    def choose(value: str | None) -> pd.DataFrame:
        moving.page.evaluate("(value) => opened.picture.controls[0].choose(value ?? undefined)", value)
        moving.settle()
        return CLOUD if value is None else CLOUD[CLOUD["kind"] == value]

    for kind in (None, "left", "right", None):
        rows = choose(kind)
        counts = [float(text) for text in living_told(moving, 0)[-1]]
        assert sum(counts) == len(rows[(rows["x"] < 10) & (rows["y"] < 10)])
        hulls = dict(zip(*living_told(moving, 1), strict=True))
        assert hulls == {name: str(n) for name, n in rows["kind"].value_counts().items()}
        fit = living_told(moving, 2)[0][0]
        slope = np.polyfit(rows["x"], rows["y"], 1)[0]
        told = float(fit.split(" \u00d7 ")[0].split(" ")[-1]) * (-1 if " \u2212 " in fit else 1)
        assert told == pytest.approx(slope, rel=1e-3)


def test_living_marks_answer_to_the_pointer(moving: Living) -> None:
    assert "count" in moving.tip(0.1, 0.5, 0)
    assert moving.tip(0.2, 0.5, 1).split("\n") == ["points", "40", "kind", "left"]
    moving.page.locator("[data-part=cells]").nth(2).focus()
    moving.page.keyboard.press("Control+Home")
    assert "fit" in str(moving.page.locator("[role=tooltip]").first.inner_text())
