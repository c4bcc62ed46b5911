"""What a living page says where it cannot follow its reader, and that the rest of it lives on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from fixtures.living import READY, Living, living, opener
from playwright.sync_api import Browser
from test_living_brush import linked, table, total
from test_living_page import HEIGHTS
from test_living_page import linked as page_of

from inspect_viz.plot import to_html, write_html

Open = Callable[..., Living]
HOLD = """() => { window.held = []; const asked = ask;
    window.ask = (sql) => new Promise((go) => held.push(() => go(asked(sql)))) }"""
FAIL = (
    """() => { window.asked = window.ask; window.ask = (sql) => Promise.reject(new Error("no <b>luck</b> today")) }"""
)


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    with opener(browser) as start:
        yield start


def test_a_plot_says_what_failed_and_recovers(browser: Browser) -> None:
    with living(browser, linked("crossfilter"), t0=table()) as made:
        page = made.page
        page.evaluate(FAIL)
        made.drag((0.2, 0.5), (0.5, 0.5))
        note = page.locator("[data-part=failed]")
        note.wait_for()
        assert note.inner_text() == "Not drawn anew: no <b>luck</b> today"
        assert note.get_attribute("role") == "alert"
        area, at = made.area(1), note.bounding_box()
        assert at
        assert area["x"] - 60 < at["x"] < area["x"] + area["width"]
        assert total(made, 1) == 4000, "what was drawn before stays"
        made.settle()
        assert page.locator("[data-part=still]").count() == 0, "the rest of the picture lives"
        page.evaluate("() => { window.ask = window.asked }")
        made.drag((0.4, 0.5), (0.6, 0.5))
        made.until(lambda: note.count() == 0)
        assert total(made, 1) < 4000


def test_a_slow_answer_shows_a_quiet_sign(browser: Browser) -> None:
    with living(browser, linked("crossfilter"), t0=table()) as made:
        page = made.page
        page.evaluate(HOLD)
        made.drag((0.2, 0.5), (0.5, 0.5), steps=1)
        page.wait_for_selector("#root[data-busy]")
        page.evaluate("() => { window.held.splice(0).forEach((go) => go()); window.held.push = (go) => go() }")
        page.wait_for_selector("#root:not([data-busy])")
        made.until(lambda: total(made, 1) < 4000)


@pytest.mark.parametrize("missing", ["policy", "file"])
def test_where_the_engine_cannot_run_the_picture_stays_and_says_so(
    browser: Browser, tmp_path: Path, missing: str
) -> None:
    file = tmp_path / "page.html"
    if missing == "policy":
        file.write_text(to_html(page_of()).replace("'wasm-unsafe-eval'", ""), encoding="utf-8")
    else:
        write_html(file, page_of())
        next(tmp_path.glob("inspect-viz-duckdb-*.js")).unlink()
    page = browser.new_page(viewport={"width": 900, "height": 500})
    page.goto(file.as_uri())
    page.wait_for_selector(READY, state="attached")
    made = Living(page)
    before = page.evaluate(HEIGHTS, 1)
    made.drag((0.2, 0.5), (0.5, 0.5))
    note = page.locator("[data-part=still]")
    note.wait_for(timeout=20_000)
    assert note.count() == 1
    assert note.inner_text().startswith("This picture stays as it is: DuckDB does not run in this browser")
    assert page.evaluate(HEIGHTS, 1) == before
    assert page.locator("[data-part=failed]").count() == 0
    page.close()


ATTACKS = [
    "SELECT 1; DROP TABLE t0",
    "DROP TABLE t0",
    "SELECT 1) ; DROP TABLE t0; SELECT * FROM (SELECT 1",
    "CREATE TABLE x AS SELECT 1",
    "COPY t0 TO 'x.csv'",
    "ATTACH ':memory:' AS other",
    "INSERT INTO t0 VALUES (1, 2)",
    "SET enable_external_access = true",
    "PRAGMA database_list",
    "SELECT * FROM read_csv('https://example.org/x.csv')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM 'x.parquet'",
    "INSTALL httpfs",
    "SELECT * FROM inspect_viz_picture_2.t0",
    "WITH x AS (SELECT 1) DELETE FROM t0",
    "SELECT * FROM query('SELECT * FROM inspect_viz' || '_picture_2.t0')",
    "SELECT * FROM query_table('inspect_viz' || '_picture_2.t0')",
    "SELECT * FROM \"query_table\"('t0')",
    "SELECT * FROM duckdb_tables()",
    "SELECT * FROM duckdb_tables",
    "SELECT * FROM information_schema.tables",
    "SELECT pg_get_viewdef(1)",
    "SELECT json_serialize_plan('SELECT 1')",
    "SELECT current_setting('enable_external_access')",
    "SELECT * FROM glob('*')",
]
HARMLESS = ["SELECT count(*) AS n FROM t0 WHERE 'query(x)' <> 'it''s read_csv(''x'')'", "DESCRIBE SELECT * FROM t0"]
"""What looks like an attack in texts alone."""


def test_the_engine_of_a_page_answers_single_selects_over_its_own_tables(opened: Open, tmp_path: Path) -> None:
    write_html(tmp_path / "page.html", page_of(), engine="inline")
    page = opened(tmp_path / "page.html").page
    answers = page.evaluate(
        """async (attacks) => {
            const [root] = inspectVizLive.pictures.keys();
            const tables = () => inspectVizLive.tables(root);
            const [own, other] = [0, 1].map(() => inspectVizLive.wasm(inspectVizLive.inlineProgram, tables));
            const told = (sql, from = own) => from.query({ sql }).then(() => "answered", (error) => error.message);
            const out = [await told("SELECT count(*) AS n FROM t0"), await told("SELECT 1 AS n", other)];
            for (const sql of attacks) out.push(await told(sql));
            return [...out, await told("SELECT count(*) AS n FROM t0")] }""",
        [*ATTACKS, *HARMLESS],
    )
    assert answers[:2] == ["answered", "answered"]
    assert answers[-3:] == ["answered"] * 3
    assert [sql for sql, told in zip(ATTACKS, answers[2:], strict=False) if told == "answered"] == []


def test_data_that_looks_like_markup_is_text_in_controls(browser: Browser) -> None:
    values = ["<img src=x onerror=alert(1)>", "$p0", "</option><script>alert(1)</script>"]
    spec = {
        "params": {"s0": {"select": "intersect"}},
        "vconcat": [
            {"input": "menu", "as": "$s0", "from": "t0", "column": "name", "label": "<b>Name</b>"},
            {"plot": [{"mark": "dot", "data": {"from": "t0", "filterBy": "$s0"}, "x": "x", "y": "x", "tip": True}]},
        ],
    }
    with living(browser, spec, t0=pd.DataFrame({"name": values, "x": [1, 2, 3]})) as made:
        box = made.page.get_by_role("combobox", name="<b>Name</b>")
        assert box.locator("option").all_inner_texts() == ["All", *sorted(values)]
        assert made.page.locator("#root :is(img, b, script)").count() == 0
