"""`HtmlPage`: which pictures hear which, as Python writes them."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode
from typing import Any

import pandas as pd
import pytest

from inspect_viz import Component, Data, Selection
from inspect_viz.input import select
from inspect_viz.interactor import interval_x
from inspect_viz.layout import vconcat
from inspect_viz.mark import dot
from inspect_viz.plot import HtmlPage, plot, to_html


def data() -> Data:
    return Data.from_dataframe(pd.DataFrame({"a": [1, 2, 3], "b": [3, 1, 2], "kind": ["x", "y", "x"]}))


def dots(rows: Data, *more: Any, **options: Any) -> Component:
    return plot(dot(rows, x="a", y="b", **options), *more)


def block(html: str, name: str) -> bytes:
    found = re.search(rf'data-part="{name}">([^<]*)', html)
    assert found
    return gzip.decompress(b64decode(found.group(1)))


def sharing(fragment: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(block(fragment, "recording"))["sharing"]
    return told


def test_a_picture_that_follows_an_input_lives_and_others_stand_still() -> None:
    rows = data()
    page = HtmlPage()
    menu, followed, still = (page.fragment(c) for c in (select(rows, column="kind"), dots(rows), dots(data())))
    assert "data-inspect-viz-live" in menu
    assert "data-inspect-viz-live" in followed
    assert "data-inspect-viz-live" not in still
    assert sharing(menu)["variables"]["s0"] == sharing(followed)["variables"]["s0"]
    assert sharing(menu)["page"] == sharing(followed)["page"]
    assert [need["title"] for need in sharing(followed)["needs"]] == ["kind"]


def test_pictures_that_have_nothing_in_common_are_as_they_are_alone() -> None:
    page = HtmlPage()
    brush = Selection.intersect()
    page.fragment(dots(data(), interval_x(target=brush)))
    told = sharing(page.fragment(dots(data(), interval_x(target=Selection.intersect()))))
    assert told["needs"] == []
    assert told["variables"] == {"s0": "v1"}


def test_a_picture_that_would_change_one_already_written_is_an_error_that_says_how_to_name_both() -> None:
    rows = data()
    shown, menu = dots(rows), select(rows, column="kind")
    late = HtmlPage()
    late.fragment(shown)
    with pytest.raises(ValueError, match=r"sets what 'picture 1' follows.*HtmlPage\(picture, another"):
        late.fragment(menu)
    page = HtmlPage(shown, menu)
    assert "data-inspect-viz-live" in page.fragment(shown)
    assert page.fragment(menu)


@pytest.mark.parametrize("is_first", [True, False])
def test_all_states_of_a_select_that_has_a_value_are_frozen_wherever_it_stands(is_first: bool) -> None:
    rows = data()
    parts = [select(rows, column="kind", value="x"), dots(rows)]
    html = to_html(vconcat(*(parts if is_first else reversed(parts))))
    answers = block(html, "answers")
    size = int.from_bytes(answers[:4], "little")
    asked = " ".join(json.loads(answers[4 : 4 + size])["names"])
    assert "IN ('x')" in asked
    assert "IN ('y')" in asked


def test_the_same_page_has_the_same_bytes() -> None:
    def made() -> list[str]:
        rows = data()
        page = HtmlPage()
        return [page.fragment(picture) for picture in (select(rows, column="kind"), dots(rows))]

    assert made() == made()


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(TypeError, match="component must be a picture"):
        HtmlPage(3)  # type: ignore[arg-type]
