"""Several marks of a plot answer, the upper one first; cells that Plot paints; plots that do not answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from fixtures.core import Open
from fixtures.points import DOMAIN, FRAME, RUNS, bars, data, focused, page_of_marks, point, told

from inspect_viz.layout import hconcat
from inspect_viz.mark import cell, rect, rule_x, text
from inspect_viz.plot import plot, to_html, write_svg
from inspect_viz.transform import avg


def test_of_several_marks_the_top_one_answers_first(opened: Open) -> None:
    words = pd.DataFrame({"x": [2.0], "y": [0.5], "word": ["word"]})
    page = focused(opened, page_of_marks(bars(), text(data(words), x="x", y="y", text="word", tip=True)))
    assert told(page)["word"] == "word"
    assert point(page, 2, 0.5)
    assert told(page)["word"] == "word"
    assert point(page, 2.8, 0.5)
    assert told(page)["run"] == "first"
    page.page.keyboard.press("m")
    assert told(page)["word"] == "word"
    page.page.keyboard.press("m")
    assert told(page)["run"] == "first"


def test_marks_without_a_tip_let_lower_ones_answer(opened: Open) -> None:
    page = opened(page_of_marks(bars(), rule_x(x=[2], stroke="red")))
    assert "first" in point(page, 2, 0.5)


def test_texts_over_cells_answer_and_cells_beside_them(opened: Open) -> None:
    table = pd.DataFrame({"id": ["a", "b", "a", "b"], "model": ["m", "m", "n", "n"], "score": [0, 0.5, 0.25, 1]})
    marks = [
        cell(data(table), x="id", y="model", fill="score", tip=True),
        text(
            data(table), x="id", y="model", text="score", fill="white", href="id", channels={"Model": "model"}, tip=True
        ),
    ]
    page = opened(to_html(plot(*marks, **FRAME)))
    x, y = page.cell("a", "m")
    page.page.mouse.move(x, y)
    assert "Model" in told(page)
    page.page.mouse.move(x - 60, y - 20)
    assert told(page) == {"id": "a", "model": "m", "score": "0"}


def test_marks_of_constants_tell_where_they_stand(opened: Open) -> None:
    page = opened(page_of_marks(rule_x(x=7, tip=True), rect(data(), x1=1, x2=3, y1=0, y2=1, tip=True)))
    assert point(page, 7, 2)
    assert told(page) == {"x": "7"}
    assert point(page, 2, 0.5)
    assert told(page) == {"x1": "1", "x2": "3", "y1": "0", "y2": "1"}


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.filterwarnings("error")
def test_two_marks_of_cells_share_axes_and_answer(opened: Open, swapped: bool) -> None:
    table = pd.DataFrame({"id": ["a", "b", "a", "b"], "model": ["m", "m", "n", "n"], "score": [0, 0.5, 0.25, 1]})
    upper = pd.DataFrame({"id": ["a", "c"], "model": ["m", "m"], "other": [7, 8]})
    marks = [
        cell(data(table), x="id", y="model", fill="score", tip=True),
        cell(data(upper), x="id", y="model", fill="other", tip=True, inset=8),
    ]
    page = opened(to_html(plot(*(marks[::-1] if swapped else marks), legend="color", **FRAME)))
    assert set(page.page.locator('g[aria-label="x-axis tick label"] text').all_text_contents()) == {"a", "b", "c"}
    seen = {cell: told(page) for cell in ("am", "bm", "cm", "an") if page.point(*cell)}
    assert seen["am"] == (
        {"id": "a", "model": "m", "score": "0"} if swapped else {"id": "a", "model": "m", "other": "7"}
    )
    assert seen["bm"]["score"] == "0.5"
    assert seen["cm"]["other"] == "8"
    assert seen["an"]["score"] == "0.25"
    assert page.page.locator("[data-part=paint] path").count() == 0, "cells without a row are of another mark"
    assert "absent" not in page.page.content().split("</svg>")[0]
    ramp = page.page.locator("[data-part=legend-ramp]")
    assert [float(ramp.get_attribute(f"data-domain-{end}") or "nan") for end in ("low", "high")] == [0, 8]


@pytest.mark.parametrize("options", [{"opacity": 0.5}, {"fill_opacity": 0.5}, {"stroke": "black"}])
def test_cells_that_plot_paints_keep_answering(opened: Open, options: dict[str, object]) -> None:
    table = pd.DataFrame({"id": ["a", "b"] * 2, "model": ["m", "m", "n", "n"], "score": [0, 0.5, 0.25, 1]})
    table["log"] = [f"https://logs.example.org/{i}" for i in range(4)]
    marks = cell(data(table), x="id", y="model", fill=avg("score"), channels={"log": "log"}, tip=True, **options)
    page = opened(to_html(plot(marks, **FRAME)))
    page.hover(0.75, 0.25)
    assert list(told(page).values()) == ["b", "m", "0.5"]
    with page.page.context.expect_page() as new:
        page.page.mouse.click(*page.at(0.75, 0.25))
    assert new.value.url == "https://logs.example.org/1"
    field = page.page.get_by_role("combobox")
    field.fill("b")
    assert page.page.get_by_role("option").all_inner_texts() == ["b"]


def test_cells_of_texts_answer(opened: Open) -> None:
    table = pd.DataFrame({"id": ["a", "b", "c"] * 2, "model": ["m"] * 3 + ["n"] * 3, "grade": list("CIPICC")})
    table["log"] = [f"https://logs.example.org/{i}" for i in range(6)]
    channels = {"Log": "log"}
    page = opened(
        to_html(plot(cell(data(table), x="id", y="model", fill="grade", channels=channels, tip=True), **FRAME))
    )
    page.hover(0.5, 0.25)
    assert told(page) == {"id": "b", "model": "m", "grade": "I"}
    with page.page.context.expect_page() as new:
        page.page.mouse.click(*page.at(0.5, 0.25))
    assert new.value.url == "https://logs.example.org/1"


def test_links_never_change_the_groups(opened: Open) -> None:
    table = pd.DataFrame(
        {"x": ["a", "a", "b"], "score": [0.0, 1.0, 0.5], "log": ["https://a.org/1", "https://a.org/2", ""]}
    )
    marks = cell(data(table), x="x", fill=avg("score"), opacity=0.9, channels={"log": "log"}, tip=True)
    page = opened(to_html(plot(marks, **FRAME)))
    page.hover(0.25, 0.5)
    assert list(told(page).values()) == ["a", "0.5"]
    assert "in this place" not in page.tip


def test_plots_beside_each_other_answer_apart(opened: Open) -> None:
    def one(marks: Any) -> Any:
        return plot(marks, **{**FRAME, "width": 420}, **DOMAIN)

    page = opened(to_html(hconcat(one(bars()), one(bars(RUNS.iloc[:1])))))
    page.hover(0.5, 1 - 1.5 / 4, 0)
    assert told(page)["run"] == "second"
    page.hover(0.5, 1 - 1.5 / 4, 1)
    assert not page.tip_is_shown
    page.hover(0.2, 1 - 0.5 / 4, 1)
    assert told(page)["run"] == "first"


def test_pictures_without_tips_are_as_before(tmp_path: Path) -> None:
    marks = [bars(tip=None, channels={}), rule_x(x=[2]), text(data(), x="begin", y="low", text="run")]
    write_svg(tmp_path / "plain.svg", plot(*marks, **FRAME))
    svg = (tmp_path / "plain.svg").read_text(encoding="utf-8")
    assert "data-plot" not in svg
    assert 'data-part="cells"' not in svg


def test_a_tip_changes_nothing_that_is_drawn(tmp_path: Path) -> None:
    def drawn(tip: bool) -> str:
        write_svg(tmp_path / "one.svg", plot(bars(tip=tip), **FRAME))
        svg = (tmp_path / "one.svg").read_text(encoding="utf-8")
        return svg.split("<g data-plot")[-1].split('<g aria-label="rect"')[-1].split("</g>")[0]

    assert drawn(True) == drawn(False)
