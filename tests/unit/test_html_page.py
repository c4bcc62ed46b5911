"""`HtmlPage`: which pictures hear which, as Python writes them."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from inspect_viz import Component, Data, Selection
from inspect_viz.input import select
from inspect_viz.interactor import interval_x
from inspect_viz.layout import vconcat
from inspect_viz.mark import dot
from inspect_viz.plot import HtmlPage, plot, to_html
from inspect_viz.transform import sql


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
    assert sharing(followed)["needs"] == [{"name": sharing(menu)["name"], "title": "kind"}]


def test_pictures_that_have_nothing_in_common_are_as_they_are_alone() -> None:
    page = HtmlPage()
    brush = Selection.intersect()
    first = sharing(page.fragment(dots(data(), interval_x(target=brush))))
    told = sharing(page.fragment(dots(data(), interval_x(target=Selection.intersect()))))
    assert told["needs"] == []
    assert told["variables"]["s0"] != first["variables"]["s0"]


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


def names(told: dict[str, Any]) -> set[str]:
    pieces = [piece["piece"] for found in told["tables"].values() for piece in found]
    return {told["name"], *told["variables"].values(), *pieces}


@pytest.mark.parametrize("is_named", [True, False])
def test_pages_of_equal_pictures_over_other_rows_have_no_name_in_common(is_named: bool) -> None:
    def made(*rows: int) -> dict[str, Any]:
        table = Data.from_dataframe(pd.DataFrame({"a": rows, "b": [3, 1, 2]}))
        picture = dots(table, interval_x(target=Selection.intersect()), filter_by=table.selection)
        return sharing(HtmlPage(*([picture] if is_named else [])).fragment(picture))

    assert len(names(made(1, 2, 3))) == 4
    assert not names(made(1, 2, 3)) & names(made(1, 2, 4))
    assert names(made(1, 2, 3)) == names(made(1, 2, 3))


def test_pictures_of_other_rows_have_no_id_in_common() -> None:
    def ids(scale: int) -> set[str]:
        table = Data.from_dataframe(pd.DataFrame({"a": [1, 2], "b": [1, 2 * scale]}))
        return set(re.findall(r' id="([^"]+)"', HtmlPage().fragment(dots(table, clip=True))))

    assert ids(1)
    assert ids(1) == ids(1)
    assert not ids(1) & ids(1000), "room for labels differs, and so does the area that clips the dots"


def test_a_picture_that_cannot_be_drawn_leaves_the_page_as_it_was() -> None:
    def made(*, fails: bool) -> list[str]:
        rows = data()
        broken = plot(dot(rows, x=sql("kind::INT"), y="b"))
        page = HtmlPage()
        pictures = [select(rows, column="kind", label="Kind"), dots(rows)]
        written = [page.fragment(pictures[0])]
        for _ in range(2 if fails else 0):
            with pytest.raises(RuntimeError, match="Conversion Error"):
                page.fragment(broken)
        return [*written, page.fragment(pictures[1]), page.fragment(dots(rows))]

    assert made(fails=True) == made(fails=False)


def test_a_second_attempt_at_a_named_picture_is_written_as_if_it_were_the_first(tmp_path: Path) -> None:
    def made(*, fails: bool) -> list[str]:
        file = tmp_path / "rows.csv"
        file.write_text("a,b,kind\n1,2,x\n2,1,y\n")
        rows = Data.from_file(file)
        pictures = [dots(rows), select(rows, column="kind", label="Kind")]
        page = HtmlPage(*pictures)
        if fails:
            hidden = file.rename(tmp_path / "hidden.csv")
            with pytest.raises(FileNotFoundError):
                page.fragment(pictures[0])
            hidden.rename(file)
        return [page.fragment(picture) for picture in pictures]

    assert made(fails=True) == made(fails=False)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(TypeError, match="component must be a picture"):
        HtmlPage(3)  # type: ignore[arg-type]
