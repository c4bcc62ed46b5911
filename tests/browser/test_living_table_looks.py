"""Tables of pages: what columns refuse, colours, links, the clipboard, and the room that they have."""

from __future__ import annotations

import numpy as np
import pandas as pd
from fixtures.axe import violations
from fixtures.living import living
from playwright.sync_api import Browser
from test_living_tables import MANY, cells, grid, status


def test_cells_lead_to_safe_addresses_and_rows_are_copied(browser: Browser) -> None:
    rows = pd.DataFrame(
        {
            "text": ["https://example.org/a b", "javascript:alert(1)", "<b>plain</b>", "one\ttab"],
            "name": ["first", "second", "third", None],
            "to": ["https://example.org/1", "javascript:alert(1)", None, "log.html?x=1"],
            "n": [2**53 + 1, 2, 3, 4],
        }
    )
    columns = [{"value": "text"}, {"value": "name", "href": "to"}, {"value": "n"}]
    params = {"s0": {"select": "single"}}
    part = {"input": "table", "from": "t0", "as": "$s0", "columns": columns, "select": "multiple_row"}
    with living(browser, {"params": params, "vconcat": [part]}, t0=rows) as made:
        page = made.page
        links = page.locator("[data-row] a")
        assert links.evaluate_all(
            "(all) => all.map((a) => [a.textContent, a.getAttribute('href'), a.target, a.rel])"
        ) == [
            ["https://example.org/a b", "https://example.org/a%20b", "_blank", "noopener noreferrer"],
            ["first", "https://example.org/1", "_blank", "noopener noreferrer"],
        ]
        links.first.evaluate(
            "(a) => a.addEventListener('click', (e) => { e.preventDefault(); window.followed = a.href })"
        )
        links.first.click()
        assert page.locator("[aria-selected=true]").count() == 0, "a link is no choice"
        page.evaluate("window.followed = null")
        page.locator("[data-row='0'] [data-column='0']").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("window.followed") == "https://example.org/a%20b"
        grid(made).evaluate(
            "(e) => e.addEventListener('copy', (c) => (window.copied = c.clipboardData.getData('text/plain')))"
        )
        page.keyboard.press("Control+c")
        assert page.evaluate("copied") == f"text\tname\tn\nhttps://example.org/a b\tfirst\t{2**53 + 1}"
        page.keyboard.press("Control+a")
        assert page.locator("[aria-selected=true]").count() == 4
        assert status(made) == "4 rows chosen"
        page.keyboard.press("Control+c")
        assert page.evaluate("copied").splitlines()[-1] == "one tab\t\t4"
        assert violations(page, "#root") == []


def test_what_columns_refuse_pages_and_colours_are_as_told(browser: Browser) -> None:
    refused = {"value": "n", "sortable": False, "resizable": False, "filterable": False}
    style = {"accentColor": "#b00020", "selectedRowBackgroundColor": "#ffeeaa", "foregroundColor": "#004400"}
    paged = {"pageSize": 5, "pageSizes": [5, 7], "select": "multiple_row", "filtering": "header", "style": style}
    spec = {"vconcat": [{"input": "table", "from": "t0", "columns": [refused, {"value": "group"}], **paged}]}
    with living(browser, spec, t0=MANY.head(30)) as made:
        page = made.page
        n, group = (page.get_by_role("columnheader", name=name, exact=True) for name in ("n", "group"))
        assert [n.get_attribute("aria-sort"), group.get_attribute("aria-sort")] == [None, "none"]
        assert [n.locator("b").count(), group.locator("b").count()] == [0, 1]
        assert page.get_by_role("searchbox").count() == 0
        page.get_by_role("button", name="Filter group").click()
        assert page.get_by_role("searchbox").evaluate_all("(all) => all.map((e) => e.ariaLabel)") == ["Filter group"]
        page.get_by_role("combobox", name="Rows on a page").select_option("7")
        assert len(cells(made, 0)) == 7
        page.get_by_role("button", name="Next page").click()
        assert cells(made, 0) == [str(n) for n in range(7, 14)]
        page.locator("[data-row='8']").click()
        page.locator("[data-row='9']").click()
        chosen = page.locator("[aria-selected=true]")
        looks = chosen.evaluate_all(
            "(all) => all.map((e) => getComputedStyle(e)).map((s) => s.background + s.boxShadow)"
        )
        assert len(looks) == 2
        assert all("rgb(255, 238, 170)" in look and "rgb(176, 0, 32)" in look for look in looks)
        assert group.evaluate("(e) => getComputedStyle(e).color") == "rgb(0, 68, 0)"


def test_wide_tables_scroll_in_their_box_and_not_in_the_page(browser: Browser) -> None:
    columns = [{"value": f"n{i}"} for i in range(30)]
    spec = {"vconcat": [{"input": "table", "from": "t0", "columns": columns}]}
    wide = pd.DataFrame({f"n{i}": np.arange(5) + 0.125 for i in range(30)})
    with living(browser, spec, t0=wide) as made:
        made.page.set_viewport_size({"width": 390, "height": 600})
        widths = "(e) => [e.scrollWidth > e.clientWidth, e.getBoundingClientRect().right <= innerWidth]"
        made.until(lambda: grid(made).evaluate(widths) == [True, True])
        assert made.page.evaluate("document.documentElement.scrollWidth") <= 390
        root = made.page.locator("#root").evaluate("(e) => { e.scrollLeft = 50; return e.scrollLeft }")
        assert root == 0
        table = made.page.locator("[data-control=table]")
        assert [table.get_attribute("data-before"), table.get_attribute("data-after")] == [None, ""]
        made.page.get_by_role("columnheader", name="n0", exact=True).focus()
        made.page.keyboard.press("End")
        made.until(lambda: [table.get_attribute(f"data-{way}") for way in ("before", "after")] == ["", None])
        heading = made.page.get_by_role("columnheader", name="n29", exact=True).bounding_box()
        assert heading
        assert heading["x"] + heading["width"] <= 390
