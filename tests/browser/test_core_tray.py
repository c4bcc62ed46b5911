"""What the tray gives: ids, SQL, Python, the option of `inspect eval` and CSV, whatever the ids hold."""

from __future__ import annotations

import csv
import shlex
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from fixtures.core import Open, Opened, page_of
from fixtures.planted import PLANTED, planted
from inspect_ai._eval.task.util import resolve_task_sample_ids, sample_id_filter
from inspect_ai._util.samples import parse_sample_id

from inspect_viz import Data
from inspect_viz.plot import to_html
from inspect_viz.view import sample_compare

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
ODD = [
    'it\'s, "so"',
    "<script>alert(1)</script>",
    "\U0001f600 e\u0301",
    "a\nb",
    "-x",
    "a,b",
    "q[1]?*",
    "task:7",
    "007",
    " padded ",
    "$(touch x) `y` \\ !",
    "100%",
    "'; DROP TABLE data; --",
]


def odd_table(ids: list[str]) -> pd.DataFrame:
    """Samples that nobody solves, between three that everybody does and three that one does."""
    names = [*ids, *(f"solved {i}" for i in range(3)), *(f"half {i}" for i in range(3))]
    rows = [
        {"id": name, "model": model, "score_a": float(name.startswith("solved") or (name[:4], model) == ("half", "a"))}
        for name in names
        for model in ("a", "b")
    ]
    return pd.DataFrame(rows)


def odd(opened: Open, ids: list[str] = ODD, **options: Any) -> Opened:
    page = opened(page_of(odd_table(ids), score_value="score_a", **options), **CLIPBOARD)
    page.page.get_by_text("Select", exact=True).click()
    page.page.locator("[data-part=selecting] button").filter(has_text="nobody").click()
    return page


def taken(page: Opened, name: str) -> str:
    page.page.evaluate("navigator.clipboard.writeText('')")
    page.page.locator("[data-part=tray]").get_by_role("button", name=name, exact=True).click()
    page.until("navigator.clipboard.readText().then((text) => text !== '')")
    return str(page.page.evaluate("navigator.clipboard.readText()"))


def ids_of(data: Data) -> set[str]:
    return set(data.column_unique("id"))


def test_ids_are_copied_one_a_line(opened: Open) -> None:
    text = taken(odd(opened), "Copy ids")
    for name in ODD:
        assert name in text
        text = text.replace(name, "", 1)
    assert text == "\n" * (len(ODD) - 1)


def test_the_condition_finds_the_samples(opened: Open) -> None:
    data = Data.from_dataframe(odd_table(ODD))
    assert ids_of(data.where(taken(odd(opened), "where="))) == set(ODD)


def test_python_runs_and_finds_the_samples(opened: Open, tmp_path: Path) -> None:
    odd_table(ODD).to_parquet(tmp_path / "samples.parquet")
    names = {"data": Data.from_file(tmp_path / "samples.parquet")}
    exec(taken(odd(opened), "Python"), {}, names)
    assert ids_of(names["data"]) == set(ODD)


@pytest.mark.parametrize("kind", [int, float])
def test_the_condition_finds_numbers(opened: Open, kind: type) -> None:
    table = pd.DataFrame({"id": [kind(i) for i in (1, 2, 3, 4)] * 2, "model": ["a"] * 4 + ["b"] * 4})
    table["score_a"] = [0.0, 0, 1, 1, 0, 0, 1, 0]
    page = opened(page_of(table, score_value="score_a"), **CLIPBOARD)
    page.page.get_by_text("Select", exact=True).click()
    page.page.locator("[data-part=selecting] button").filter(has_text="nobody").click()
    found = Data.from_dataframe(table).where(taken(page, "where="))
    assert set(found.column_unique("id")) == {1, 2}


def test_ids_that_are_empty_or_missing_are_found(opened: Open) -> None:
    ids: list[Any] = ["", None, "a"]
    table = odd_table(["", "none", "a"])
    table.loc[table.id == "none", "id"] = None
    page = opened(page_of(table, score_value="score_a"), **CLIPBOARD)
    page.page.get_by_text("Select", exact=True).click()
    page.page.locator("[data-part=selecting] button").filter(has_text="nobody").click()
    found = Data.from_dataframe(table).where(taken(page, "where="))
    assert set(found.column_unique("id")) | {None} == set(ids)
    assert len(found) == 6


def test_the_column_of_the_ids_is_named(opened: Open) -> None:
    table = odd_table(ODD).rename(columns={"id": 'the "id"'})
    page = opened(page_of(table, score_value="score_a", id='the "id"', id_label="Question"), **CLIPBOARD)
    page.page.get_by_text("Select", exact=True).click()
    page.page.locator("[data-part=selecting] button").filter(has_text="nobody").click()
    found = Data.from_dataframe(table).where(taken(page, "where="))
    assert set(found.column_unique('the "id"')) == set(ODD)


def test_inspect_eval_runs_the_samples(opened: Open) -> None:
    option = taken(odd(opened), "--sample-id")
    words = [part for word in shlex.split(option) for part in word.split("=", 1)]
    assert words[0] == "--sample-id"
    patterns = parse_sample_id(words[1])
    wanted = resolve_task_sample_ids("task", patterns, ["task", "other"])
    assert wanted is not None
    matcher = sample_id_filter(wanted)
    others = ["solved 0", "half 1", "1", "x", "a", "b", "a.b", "padded", "task", "q1xx"]
    assert [name for name in ODD if not matcher.matches(name)] == []
    assert [name for name in others if matcher.matches(name)] == []


def test_plain_ids_stay_plain(opened: Open) -> None:
    assert taken(odd(opened, ["q_1", "q-2"]), "--sample-id").split(" ")[1] in ("q_1,q-2", "q-2,q_1")
    assert taken(odd(opened, ["-1", "x"]), "--sample-id") in ("--sample-id=-1,x", "--sample-id x,-1")


def test_csv_has_the_rows_of_the_samples(opened: Open) -> None:
    page = opened(page_of(planted()))
    page.page.get_by_text("Select", exact=True).click()
    page.page.locator("[data-part=selecting] button").filter(has_text="errors").click()
    with page.page.expect_download() as saved:
        page.page.locator("[data-part=tray]").get_by_role("button", name="CSV").click()
    rows = list(csv.DictReader(Path(saved.value.path()).read_text(encoding="utf-8").splitlines()))
    assert {row["id"] for row in rows} == set(PLANTED["errors"])
    assert len(rows) == 4 * len(PLANTED["errors"])
    [broken] = [row for row in rows if (row["id"], row["model"]) == ("n3", "cid")]
    assert (broken["state"], broken["rows"], broken["errors"]) == ("error", "2", "2")


def test_a_hundred_thousand_ids_are_copied(opened: Open) -> None:
    n = 100_000
    table = pd.DataFrame({"id": [f"sample {i}" for i in range(n)] * 2, "model": ["a"] * n + ["b"] * n})
    table["score_a"] = [0.0] * n + [1.0] * n
    page = opened(page_of(table, score_value="score_a"), **CLIPBOARD)
    page.page.get_by_text("Select", exact=True).click()
    page.page.locator("[data-part=selecting] button").filter(has_text="split").click()
    assert len(set(taken(page, "Copy ids").split("\n"))) == n
    assert taken(page, "where=").count("'sample ") == n
    taken(page, "--sample-id")
    assert "longer than a shell takes" in page.page.locator("[data-part=status]").inner_text()


def test_groups_are_no_samples(opened: Open) -> None:
    table = planted()
    table["metadata_topic"] = table.id.str[0].map({"n": "algebra", "e": "logic"}).fillna("other things")
    page = opened(page_of(table, group="metadata_topic", level="groups"), **CLIPBOARD)
    page.page.get_by_role("toolbar", name="Blocks of samples").get_by_role("button", name="Select algebra:").click()
    tray = page.page.locator("[data-part=tray]")
    assert "1 of 3 groups selected: algebra" in tray.inner_text()
    assert taken(page, "Copy ids") == "algebra"
    assert tray.get_by_role("button", name="--sample-id").count() == 0
    assert tray.get_by_role("button", name="where=").count() == 0


def test_blocks_of_groups_and_of_a_comparison_are_selected(opened: Open) -> None:
    table = planted()
    table["metadata_topic"] = table.id.str[0].map({"n": "algebra", "e": "logic"}).fillna("other things")
    page = opened(page_of(table, group="metadata_topic"), **CLIPBOARD)
    page.page.get_by_role("toolbar", name="Blocks of samples").get_by_role("button", name="Select logic:").click()
    assert set(taken(page, "Copy ids").split("\n")) == {"e1", "e2"}
    page = opened(
        to_html(sample_compare(Data.from_dataframe(planted()), "bob", "ann", score_value="score_s")), **CLIPBOARD
    )
    page.page.get_by_text("Select", exact=True).click()
    page.page.locator("[data-part=selecting] button").filter(has_text="ann better").click()
    assert set(taken(page, "Copy ids").split("\n")) == {"s1", "f1"}


def test_clicks_with_shift_select_no_text(opened: Open) -> None:
    page = opened(page_of(planted()))
    blocks = page.page.get_by_role("toolbar", name="Blocks of samples").get_by_role("button")
    blocks.first.click()
    blocks.last.click(modifiers=["Shift"])
    assert page.page.evaluate("String(getSelection())") == ""


def test_tray_and_handles_of_a_saved_page_start_anew(opened: Open) -> None:
    page = opened(page_of(planted()))
    page.page.get_by_role("toolbar", name="Blocks of samples").get_by_role("button").first.click()
    again = opened(page.page.content(), troubles=True)
    for part in ("dock", "handles", "tray", "selecting"):
        counts = [one.page.locator(f"[data-part={part}]").count() for one in (page, again)]
        assert counts[0] == counts[1] > 0
    assert again.page.locator("[data-part=selected]").count() == 0
    assert again.page.locator("[data-part=tray]").is_hidden()
