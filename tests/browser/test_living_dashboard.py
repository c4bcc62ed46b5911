"""The dashboard of the docs, from disk without a network: it answers, axe-core finds nothing in any state; as PDF."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from dashboard import CODE
from fixtures.axe import violations
from fixtures.living import Living, opener
from playwright.sync_api import Browser

from inspect_viz import Component
from inspect_viz.plot import write_html, write_pdf

Names = dict[str, Any]


@pytest.fixture(scope="module")
def made() -> tuple[Names, Component]:
    tree = ast.parse(CODE)
    last = tree.body.pop()
    assert isinstance(last, ast.Expr)
    names: Names = {}
    exec(compile(tree, "docs", "exec"), names)
    return names, eval(compile(ast.Expression(last.value), "docs", "eval"), names)


@pytest.fixture(scope="module", params=[("light", 900), ("dark", 390)], ids=["light", "dark, narrow"])
def page(request: Any, browser: Browser, made: tuple[Names, Component], tmp_path_factory: Any) -> Iterator[Living]:
    file: Path = tmp_path_factory.mktemp("dashboard") / "page.html"
    write_html(file, made[1], engine="sidecar")
    scheme, width = request.param
    with opener(browser) as start:
        opened = start(file, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 760})
        opened.page.set_default_timeout(20_000)
        yield opened
        assert [url for url in opened.asked if not url.startswith(("file:", "blob:"))] == []


def asked(made: tuple[Names, Component], condition: str) -> int:
    prompts = made[0]["prompts"]
    rows = made[0]["data"].sql(f"SELECT *, length(input) AS characters FROM data WHERE {condition}")
    assert prompts.columns == rows.columns
    return len(rows)


def foot(page: Living) -> str:
    return page.page.locator("[data-part=grid-foot]").inner_text()


def rows_are(page: Living, n: int) -> None:
    page.until(lambda: foot(page).startswith(f"{n:,} row"))


def test_all_of_it_answers(page: Living, made: tuple[Names, Component]) -> None:
    every = asked(made, "true")
    rows_are(page, every)
    assert violations(page.page) == []
    model = page.page.get_by_role("combobox", name="Model")
    second = model.locator("option").nth(1).inner_text()
    model.select_option(second)
    rows_are(page, asked(made, f"model = '{second}'"))
    assert violations(page.page) == []
    model.select_option("All")
    rows_are(page, every)
    before = page.page.locator("g[aria-label=rect] rect").count()
    page.page.get_by_role("slider", name="Bins").press("End")
    page.until(lambda: page.page.locator("g[aria-label=rect] rect").count() > before)
    edge = page.page.get_by_role("slider", name="Selection of characters: right edge")
    edge.focus()
    for _ in range(4):
        page.page.keyboard.press("PageUp")
    page.until(lambda: not foot(page).startswith(f"{every:,} row"))
    low, high = brushed(page)
    rows_are(page, asked(made, f"characters BETWEEN {low} AND {high}"))
    assert violations(page.page) == []
    edge.press("Escape")
    rows_are(page, every)


def brushed(page: Living) -> tuple[float, float]:
    """The interval of the dashboard's selection."""
    code = """() => { const { params } = [...inspectVizLive.pictures.values()][0].picture.mosaic;
        return [...params.values()].map((param) => param.value).find((value) => Array.isArray(value)) }"""
    low, high = page.page.evaluate(code)
    return low, high


def test_it_is_a_pdf_with_its_words(made: tuple[Names, Component]) -> None:
    (paper,) = pypdf.PdfReader(io.BytesIO(write_pdf(None, made[1]))).pages
    text = paper.extract_text()
    for word in ("Model", "Bins", "characters", "score_closeness", f"of {asked(made, 'true'):,}"):
        assert word in text
