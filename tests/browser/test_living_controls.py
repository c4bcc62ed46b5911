"""Controls of living pictures, without their looks: what a choice asks for is what pandas finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from fixtures.living import Living, living
from playwright.sync_api import Browser

from inspect_viz import Data, Param, Selection
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.input import checkbox, checkbox_group, radio_group, search, select, slider
from inspect_viz.layout import vconcat
from inspect_viz.mark import cell, dot
from inspect_viz.plot import legend, plot
from inspect_viz.transform import avg, sql

TABLE = pd.DataFrame(
    {
        "model": ["ada", "bob", "cyd", "Dee", "Q-1"] * 4,
        "tokens": range(20),
        "cost": [n / 4 for n in range(20)],
        "ok": [n % 3 == 0 for n in range(20)],
        "kind": ["x", "y"] * 10,
    }
)


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Living]:
    data = Data.from_dataframe(TABLE)
    where, least = Selection.intersect(), Param(0)
    mark = dot(data, "tokens", sql(f"cost + {least}", label="shifted"), fill="kind", filter_by=where, tip=True)
    made = vconcat(
        select(data, column="model", target=where),
        select(data, column="model", target=where, multiple=True),
        slider(data, column="tokens", target=where, select="interval"),
        search(data, column="model", target=where),
        checkbox(data, target=where, field="ok", label="Solved", checked=True, values=[True, None]),
        radio_group(data, column="kind", target=where),
        checkbox_group(data, column="kind", target=where),
        slider(min=0, max=100, target=least),
        plot(mark, legend=legend("color", target=where), width=400, height=200),
    )
    picture = compile(made)
    with living(browser, picture.spec, json_of(picture.sidecar), t0=TABLE) as page:
        page.page.evaluate("opened.picture.controls.find(({ kind }) => kind === 'checkbox').choose(false)")
        page.settle()
        yield page


def dots(opened: Living) -> list[list[str]]:
    """Tokens and shifted cost of what is drawn."""
    code = """() => { const [mark] = opened.payload.plots[0].marks;
        const named = (name) => mark.channels.find((channel) => channel.name === name).texts;
        return ["tokens", "shifted"].map((name) => inspectVizLive.texts(named(name), mark.places.length / 4)) }"""
    found: list[list[str]] = opened.page.evaluate(code)
    return found


def chosen(opened: Living, number: int, value: Any) -> set[int]:
    """The tokens that are drawn after a choice, which is taken back again."""
    opened.page.evaluate("([n, value]) => opened.picture.controls[n].choose(value)", [number, value])
    opened.settle()
    found = {int(text) for text in dots(opened)[0]}
    opened.page.evaluate("n => opened.picture.controls[n].choose(undefined)", number)
    opened.settle()
    return found


def rows(condition: Any) -> set[int]:
    return set(TABLE[condition]["tokens"])


def test_controls_know_what_they_offer(opened: Living) -> None:
    told = opened.page.evaluate(
        "opened.picture.controls.map(({ kind, options, range, number }) => [kind, number, "
        "options.map(({ label }) => label), range])"
    )
    names = ["Dee", "Q-1", "ada", "bob", "cyd"]
    assert told == [
        ["menu", 0, ["All", *names], None],
        ["menu", 1, names, None],
        ["slider", 2, [], {"min": 0, "max": 19, "step": 1}],
        ["search", 3, names, None],
        ["checkbox", 4, ["true", "none"], None],
        ["radioGroup", 5, ["All", "x", "y"], None],
        ["checkboxGroup", 6, ["x", "y"], None],
        ["slider", 7, [], {"min": 0, "max": 100, "step": 1}],
        ["legend", 8, ["x", "y"], None],
    ]


@pytest.mark.parametrize(
    ("number", "value", "condition"),
    [
        (0, "ada", TABLE["model"] == "ada"),
        (1, ["ada", "cyd"], TABLE["model"].isin(["ada", "cyd"])),
        (1, [], TABLE["tokens"] >= 0),
        (2, 7, TABLE["tokens"] <= 7),
        (2, [3, 7], TABLE["tokens"].between(3, 7)),
        (3, "d", TABLE["model"].str.contains("d", case=False)),
        (4, True, TABLE["ok"]),
        (5, "y", TABLE["kind"] == "y"),
        (6, ["x", "y"], TABLE["tokens"] >= 0),
        (8, ["x"], TABLE["kind"] == "x"),
    ],
)
def test_a_choice_draws_the_rows_that_pandas_finds(opened: Living, number: int, value: Any, condition: Any) -> None:
    assert chosen(opened, number, value) == rows(condition)


def test_a_param_moves_what_is_drawn_and_the_control_follows_it(opened: Living) -> None:
    opened.page.evaluate("opened.picture.controls[7].choose(100)")
    opened.settle()
    assert [float(text) for text in dots(opened)[1]] == [100 + n / 4 for n in range(20)]
    opened.page.evaluate("opened.picture.mosaic.params.get('p0').update(0)")
    opened.settle()
    assert opened.page.evaluate("opened.picture.controls[7].value") == 0
    assert [float(text) for text in dots(opened)[1]] == [n / 4 for n in range(20)]


def test_the_entries_of_a_legend_keep_their_colours_and_show_what_is_selected(opened: Living) -> None:
    look = """() => [...document.querySelectorAll('[data-input="8"] [data-option]')].map((entry) =>
        [entry.textContent, entry.querySelector("rect").getAttribute("fill"), entry.getAttribute("opacity")])"""
    before = opened.page.evaluate(look)
    opened.page.evaluate("opened.picture.controls[8].choose(['y'])")
    opened.settle()
    after = opened.page.evaluate(look)
    opened.page.evaluate("opened.picture.controls[8].choose(undefined)")
    opened.settle()
    assert [entry[:2] for entry in after] == [entry[:2] for entry in before]
    assert [entry[2] for entry in before] == [None, None]
    assert [entry[2] for entry in after] == ["0.25", None]


def test_a_regular_expression_is_taken_as_it_is_written(browser: Browser) -> None:
    data = Data.from_dataframe(TABLE)
    made = vconcat(
        search(data, column="model", type="regexp"), plot(dot(data, "tokens", "cost", tip=True), width=300, height=150)
    )
    picture = compile(made)
    with living(browser, picture.spec, json_of(picture.sidecar), t0=TABLE) as opened:
        opened.page.evaluate(r"opened.picture.controls[0].choose('^\\D+$')")
        opened.settle()
        mark = "opened.payload.plots[0].marks[0].places.length / 4"
        assert opened.page.evaluate(mark) == len(rows(TABLE["model"] != "Q-1"))


def test_an_empty_search_says_what_it_is_as_on_paper(opened: Living) -> None:
    field = opened.page.get_by_placeholder("Search", exact=True)
    assert field.count() == 1
    for typed, said in (("a", "a"), ("", "everything")):
        field.fill(typed)
        opened.settle()
        assert opened.page.locator("[data-part=status]").inner_text() == f"model: {said}"


def test_cells_have_the_bands_of_the_rows_that_are_left(browser: Browser) -> None:
    data = Data.from_dataframe(TABLE)
    made = vconcat(
        select(data, column="kind", value="x"),
        search(data, column="model"),
        plot(cell(data, "tokens", "model", fill=avg("cost")), width=500, height=200),
    )
    picture = compile(made)
    with living(browser, picture.spec, json_of(picture.sidecar), t0=TABLE) as opened:
        assert bands(opened) == told(TABLE[TABLE["kind"] == "x"])
        opened.page.evaluate("opened.picture.controls[1].choose('d'); opened.picture.controls[0].choose('y')")
        opened.settle()
        assert bands(opened) == told(TABLE[(TABLE["kind"] == "y") & TABLE["model"].isin(["ada", "cyd", "Dee"])])
        opened.page.evaluate("opened.picture.controls[1].choose('nobody')")
        opened.settle()
        assert "No rows meet the conditions" in opened.page.locator("#root svg [data-part=remarks]").text_content()
        assert opened.page.evaluate("opened.payload.plots.length") == 0
        opened.page.evaluate("opened.picture.controls[1].choose(''); opened.picture.controls[0].choose(undefined)")
        opened.settle()
        assert bands(opened) == told(TABLE)


def bands(opened: Living) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = opened.page.evaluate(
        "() => { const { x, y, marks } = opened.payload.plots[0];"
        " return { x: x.labels, y: y.labels, values: [...marks[0].values].filter((v) => v === v) } }"
    )
    return {**found, "values": sorted(found["values"])}


def told(table: pd.DataFrame) -> dict[str, list[Any]]:
    models = sorted(set(table["model"]))
    return {"x": [str(n) for n in table["tokens"]], "y": models, "values": sorted(table["cost"])}
