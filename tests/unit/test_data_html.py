"""What a notebook shows of tables, problems and changes."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from inspect_viz import Data
from inspect_viz.logs import Changes, Problem, problems
from inspect_viz.logs import samples as read_samples

EVIL = "<script>alert(1)</script>&\"'\x00\ud800"


class Cells(HTMLParser):
    """The texts of all cells, by row, and the names of all elements."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


TAGS = {"p", "b", "div", "table", "thead", "tbody", "tr", "th", "td"}


def cells(shown: Any) -> Cells:
    made = Cells(shown._repr_html_())
    assert made.tags <= TAGS
    return made


def test_a_table_tells_samples_models_scores_and_states() -> None:
    found = cells(Data.example())
    assert found.text.startswith("example.parquet: 1,741 rows, 67 columns")
    facts = {row[0]: row[1] for row in found.rows if len(row) == 2}
    rows = Data.example().reader.ask("SELECT score_closeness, score_includes = 'C' FROM data WHERE error = ''")
    mean = sum(row[0] for row in rows) / len(rows)
    correct = sum(row[1] for row in rows)
    assert facts["samples"] == "120"
    assert facts["models"].startswith("8: tiny/abacus-1, tiny/abacus-2")
    assert facts["score_closeness"] == f"1,719 rows, mean {mean:.3g}"
    assert facts["score_includes"].endswith(f"(I {1719 - correct}, C {correct})")
    assert (facts["error"], facts["limit"]) == ("22 rows", "8 rows")


def test_a_table_shows_its_first_rows() -> None:
    head, *rows = [row for row in cells(Data.example()).rows if len(row) > 2]
    assert head == [
        *("id", "epoch", "model_display_name", "model", "score_closeness", "score_includes", "error", "limit"),
    ]
    assert len(rows) == 5
    assert rows[1] == ["arithmetic-add-02", "1", "tiny/abacus-1", "tiny/abacus-1", "0.9286", "I", "", "message"]


def test_any_table_can_be_shown() -> None:
    shown = cells(Data.from_dataframe({"a": [1.23456789, None], "b": [[1, 2], None], "c": ["x" * 1000, "y\nz"]}))
    assert shown.text.startswith("mapping: 2 rows, 3 columns")
    assert shown.rows[0] == ["a", "b", "c"]
    assert shown.rows[1] == ["1.235", "[1, 2]", "x" * 59 + "…"]
    assert shown.rows[2][2] == "y z"
    assert cells(Data.from_dataframe({"a": []})).rows == [["a"]]


def test_what_was_not_read_is_not_read() -> None:
    pl = pytest.importorskip("polars", reason="polars is not installed: pip install --group dev")

    def fail(_: Any) -> Any:
        raise AssertionError("read")

    lazy = pl.LazyFrame({"id": [1], "score_x": [2]}).map_batches(fail)
    assert cells(Data.from_dataframe(lazy)).text.endswith("rows that were not read yet, 2 columnsid, score_x")


@pytest.mark.parametrize("kind", ["string", "float64", "boolean"])
def test_columns_of_states_may_hold_nothing(kind: str) -> None:
    frame = pd.DataFrame({"id": ["a"], "error": pd.Series([None], dtype=kind)})
    assert "error" in cells(Data.from_dataframe(frame)).text


def test_data_is_text() -> None:
    data = Data.from_dataframe(
        {"id": [EVIL], "model": [EVIL], f"score_{EVIL}": [EVIL], "score_x": ["C"], "error": [EVIL], "limit": [EVIL]}
    )
    shown = cells(data)
    assert "script" not in shown.tags
    assert "<script>alert(1)</script>" in shown.text
    assert data._repr_html_().encode("utf-8")


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    file = tmp_path / "gone.csv"
    file.write_text("id,model,score_x\n1,a,1\n", encoding="utf-8")
    data = Data.from_file(file)
    file.unlink()
    assert "is no longer there" in cells(data).text


def test_problems_are_a_table(examples: Path, tmp_path: Path) -> None:
    data = Data.from_logs(str(examples), cache=False)
    (row,) = cells(data.problems).rows
    assert row == ["missing samples", data.problems[0].message]
    assert data.problems == (data.problems[0],)
    assert cells(Data.example().problems).text == "No problems."
    (tmp_path / f"{'<b>&'}.eval").write_text("no log", encoding="utf-8")
    ((kind, message),) = cells(problems(str(tmp_path), cache=False)).rows
    assert kind == "unreadable"
    assert "<b>&.eval" in message
    assert read_samples(str(examples), cache=False).num_rows == 1741


def test_many_problems_are_counted() -> None:
    from inspect_viz.data._problem import Problems

    rows = cells(Problems(Problem("odd log", f"{i} {EVIL}") for i in range(60))).rows
    assert len(rows) == 51
    assert rows[-1] == ["", "10 more"]


def test_changes_name_their_logs() -> None:
    shown = cells(Changes(added=("/a/b/<i>.eval", "s3://x/new.eval"), samples=1200))
    assert shown.text.startswith("logs: 2 new; 1,200 new samples")
    assert shown.rows == [["added", "<i>.eval, new.eval"]]
    assert cells(Changes()).text == "nothing new"
