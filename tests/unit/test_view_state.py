"""States of pictures that a page gives: read with care, drawn as given."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from inspect_viz import Data
from inspect_viz._component import Component
from inspect_viz.plot import write_svg
from inspect_viz.view import sample_compare, sample_heatmap

A, B = "tiny/sage-1", "tiny/almanac-1"


def said(picture: Component) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture.svg"
        write_svg(path, picture)
        return re.findall(r"<text[^>]*>([^<]*)</text>", path.read_text(encoding="utf-8"))


def texts(**options: Any) -> list[str]:
    return said(sample_heatmap(Data.example(), score_value="score_includes", **options))


def numbers(told: list[str]) -> list[str]:
    return [text for text in told if re.fullmatch(r"\(?\d\.\d+\)?", text)]


def test_a_comparison_is_that_of_its_own_view() -> None:
    assert texts(state={"versus": [A, B]}) == said(sample_compare(Data.example(), A, B, score_value="score_includes"))


@pytest.mark.parametrize("by", ["disagreement", "discrimination", "similarity", "natural"])
def test_orders_are_those_of_sort(by: str) -> None:
    assert texts(state={"samples": {"by": by}}) == texts(sort={"samples": by})


def test_orders_by_columns_of_the_picture_are_those_of_sort() -> None:
    bars = ["metadata_difficulty"]
    for falling in (False, True):
        column = {"by": "column", "column": "metadata_difficulty", "falling": falling}
        name = "-metadata_difficulty" if falling else "metadata_difficulty"
        assert texts(state={"samples": column}, bars=bars) == texts(sort={"samples": name}, bars=bars)


def test_addresses_text_and_dicts_are_one() -> None:
    state = {"of": "12345678", "models": {"by": "natural"}, "keep": {"models": [A, B]}, "selected": ["x"]}
    told = texts(state=state)
    assert told == texts(state=json.dumps(state))
    assert told == texts(state=f"file:///a/b.html#other=1&view={quote(json.dumps(state))}")
    assert any("only 2 of 8 models" in text for text in told)


def test_what_is_kept_is_all_that_counts() -> None:
    data = Data.example()
    kept = {"samples": [f"logic-truth-0{i}" for i in range(1, 6)]}
    where = data.where("id LIKE 'logic-truth-0_' AND id <= 'logic-truth-05'")
    drawn = said(sample_heatmap(where, score_value="score_includes"))
    assert numbers(texts(state={"keep": kept})) == numbers(drawn)


@pytest.mark.parametrize(
    ("state", "error", "words"),
    [
        (7, TypeError, "state=7 must be a dict"),
        ("nothing", ValueError, "holds no view"),
        ("#view={", ValueError, "cannot be read"),
        ({"vs": [A, B]}, ValueError, "'vs' is not known"),
        ({"versus": [A, A]}, ValueError, "two different models"),
        ({"versus": [A, "tiny/almanac-2"]}, ValueError, "Did you mean 'tiny/almanac-1'"),
        ({"versus": A}, TypeError, "must be a list of names"),
        ({"keep": {"sample": []}}, ValueError, "'sample' is not known"),
        ({"keep": {"samples": ["nowhere"]}}, ValueError, "'nowhere' is not in the data"),
        ({"samples": {"by": "column", "column": "metadata_topic"}}, ValueError, "the picture has none"),
        ({"samples": {"by": "flip"}}, ValueError, "by='flip' must be one of"),
        ({"samples": "mean"}, TypeError, "must be a dict"),
        ({"group": ["metadata_nothing"]}, ValueError, "metadata_nothing"),
    ],
)
def test_errors_come_at_the_call(state: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=re.escape(words)):
        sample_heatmap(Data.example(), score_value="score_includes", state=state)
