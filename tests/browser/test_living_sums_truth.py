"""What is shown after a choice that sums in the page answered is what the database answers over all rows."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from fixtures.living import Living, living
from playwright.sync_api import Browser
from test_living_failing import FAIL, GIVE_UP, MEND, NOTE
from test_living_sums import CALCULATE

KINDS = ["low", "mid", "high"]
ROWS = pd.DataFrame({"x": range(300), "kind": KINDS * 100, "group": [i // 3 % 2 for i in range(300)], "v": range(300)})
CHOOSE = "([n, value]) => opened.picture.controls[n].choose(value)"
HOLD = """() => { window.held = []; const asked = window.ask;
    window.ask = (sql) => new Promise((go) => held.push(() => go(asked(sql)))) }"""
RELEASE = "() => { held.splice(0).forEach((go) => go()); held.push = (go) => go() }"


def menu(column: str) -> dict[str, Any]:
    return {"input": "menu", "as": "$s0", "from": "t0", "column": column}


def chosen(*inputs: dict[str, Any], y: Any = None, **selection: Any) -> dict[str, Any]:
    data = {"from": "t0", "filterBy": "$s0"}
    bars = {"mark": "rectY", "data": data, "x": {"bin": "x", "step": 50}, "y": y or {"count": ""}, "tip": True}
    plot = {"plot": [bars], "width": 400, "height": 220, "xDomain": [0, 300]}
    return {"params": {"s0": {"select": "intersect", **selection}}, "vconcat": [*inputs, plot]}


def choose(opened: Living, n: int, value: Any) -> None:
    opened.page.evaluate(CHOOSE, [n, value])


def shown(opened: Living) -> int:
    return sum(opened.counts(0))


def test_a_condition_that_was_set_between_two_choices_counts(browser: Browser) -> None:
    """The first choice is not answered yet; of what follows Mosaic hears the last."""
    with living(browser, chosen(menu("kind"), menu("group")), t0=ROWS) as opened:
        opened.page.evaluate(CALCULATE)
        opened.page.evaluate(HOLD)
        for n, value in [(0, "low"), (1, 1), (0, "mid")]:
            choose(opened, n, value)
        opened.page.evaluate(RELEASE)
        opened.until(lambda: shown(opened) == 50)


@pytest.mark.parametrize(("selection", "right"), [({"select": "union"}, 200), ({"empty": True}, 50)])
def test_every_kind_of_selection_is_answered(browser: Browser, selection: dict[str, Any], right: int) -> None:
    with living(browser, chosen(menu("kind"), menu("group"), **selection), t0=ROWS) as opened:
        opened.page.evaluate(CALCULATE)
        choose(opened, 0, "low")
        opened.until(lambda: shown(opened) == 100)
        choose(opened, 1, 1)
        opened.until(lambda: shown(opened) == right)


HEIGHTS = "Array.from(opened.picture.plots[0].mosaic.marks[0].data.columns.y, Number).sort((a, b) => a - b)"


def heights(opened: Living) -> list[float]:
    return list(opened.page.evaluate(HEIGHTS))


def test_a_value_beside_the_greatest_is_that_of_a_row_that_has_both(browser: Browser) -> None:
    """Sums know the greatest of each part, and the value of the greatest that has one: not that these differ."""
    rows = ROWS.assign(v=[None if i % 50 > 40 else i for i in range(300)], w=lambda r: r["x"] % 50)
    rows.loc[(rows["kind"] != "low") & (rows["w"] > 40), "w"] = 0
    boxes = {**menu("kind"), "input": "checkboxGroup"}
    with living(browser, chosen(boxes, y={"argmax": ["v", "w"]}), t0=rows) as opened:
        opened.page.evaluate(CALCULATE)
        choose(opened, 0, ["low", "mid"])
        known = rows[rows["kind"].isin(["low", "mid"])].dropna().sort_values("w")
        best = known.groupby(known["x"] // 50)["v"].last()
        opened.until(lambda: heights(opened) == sorted(best))
        assert any("active0" in sql for sql in opened.asked)


def test_what_is_no_sum_is_asked_as_it_is(browser: Browser) -> None:
    rows = ROWS.assign(v=[2 if i % 50 == 0 else 1 for i in range(300)])
    with living(browser, chosen(menu("kind"), y={"product": "v"}), t0=rows) as opened:
        opened.page.evaluate(CALCULATE)
        choose(opened, 0, "low")
        opened.until(lambda: heights(opened) == [1, 1, 1, 1, 2, 2])
        assert not any("active0" in sql for sql in opened.asked)


@pytest.mark.parametrize("fail", [FAIL, GIVE_UP], ids=["fails", "given up"])
def test_an_exact_answer_that_does_not_come_is_told_or_asked_again(browser: Browser, fail: str) -> None:
    rows = ROWS.assign(v=[None if i % 50 > 40 else i for i in range(300)], w=lambda r: r["x"] % 50)
    with living(browser, chosen(menu("kind"), y={"argmax": ["v", "w"]}), t0=rows) as opened:
        opened.page.evaluate(CALCULATE)
        opened.page.evaluate(fail, "WHERE")
        choose(opened, 0, "low")
        opened.until(lambda: any("active0" in sql for sql in opened.asked))
        if fail == FAIL:
            opened.until(lambda: opened.page.locator(NOTE).count() == 1)
        else:
            opened.until(lambda: bool(opened.page.evaluate("opened.picture.plots[0].isFailing")))
        opened.page.evaluate(MEND)
        opened.page.evaluate("window.opened.catchUp()")
        opened.until(lambda: any("WHERE" in sql for sql in opened.asked) and opened.page.locator(NOTE).count() == 0)
