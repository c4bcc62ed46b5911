"""Tables as they are drawn: each argument has its effect, and columns the widths that they need."""

from __future__ import annotations

import re

import pyarrow as pa
import pytest
from test_tables import drawn, texts

from inspect_viz import Data
from inspect_viz.table import Pagination, TableStyle, column, table

LONG = {"label": "a label that has several words", "width": 100}
WORDS = [f"some words that together are far too long for a column, and so have lines {i}" for i in range(60)]
# Each argument that a still picture shows, and what stands beside it in both pictures.
LOOKS = {
    "table": [
        *({"width": 400}, {"max_width": 300}, {"height": 200}, {"height": "auto"}, {"header_height": 50}),
        *({"row_height": 40}, {"filtering": "row"}, {"filtering": "header"}, {"pagination": True}),
        *({"pagination": Pagination(5)}, {"height": 200, "pagination": Pagination("auto")}),
    ],
    "column": [
        *({"label": "?"}, {"align": "right"}, {"align": "center"}, {"width": 200}, {"min_width": 400}),
        *({"max_width": 90}, {"flex": 1}, {"auto_height": True}, {"header_align": "right"}),
        *({"row_height": 60, "wrap_text": True}, {"auto_height": True, "align": "justify"}),
        *({**LONG, "header_auto_height": True}, {**LONG, "header_height": 60, "header_wrap_text": True}),
        {"filtering": "row", "filterable": False},
    ],
    "style": [
        *({"background_color": "#ffe"}, {"foreground_color": "#060"}, {"text_color": "navy"}, {"spacing": 20}),
        *({"header_text_color": "navy"}, {"cell_text_color": "navy"}, {"font_family": "serif"}, {"border_width": 3}),
        *({"header_font_family": "serif"}, {"cell_font_family": "serif"}, {"border_color": "red"}),
        {"border_radius": 0},
    ],
}


@pytest.fixture(scope="module")
def worded():
    return Data.from_dataframe(pa.table({"n": pa.array(range(60)), "words": WORDS}))


@pytest.mark.parametrize(("what", "given"), [(what, given) for what, all in LOOKS.items() for given in all], ids=str)
def test_each_argument_changes_what_is_drawn(worded, tmp_path, what, given):
    *beside, _ = given
    without = {name: given[name] for name in beside}

    def picture(options):
        own = {k: v for k, v in options.items() if what == "table" or k in ("row_height", "header_height", "filtering")}
        rest = {k: v for k, v in options.items() if k not in own}
        words = column("words", **rest) if what == "column" else "words"
        style = TableStyle(**rest) if what == "style" else None
        return drawn(table(worded, columns=["n", words], style=style, **own), tmp_path)

    found, before = picture(given), picture(without)
    assert found != before


def test_columns_with_flex_share_what_others_leave(worded, tmp_path):
    columns = ["n", column("words", label="one", flex=1), column("words", label="three", flex=3)]
    svg = drawn(table(worded, columns=columns, width=602, sorting=False), tmp_path)
    n, one, three = (float(re.search(f'x="([\\d.]+)"[^>]*>{name}<', svg).group(1)) for name in ("n", "one", "three"))
    assert 602 - (three - 10) - 1 == pytest.approx(3 * (three - one), abs=2)
    assert n < one


def test_numbers_and_times_are_never_cut(tmp_path):
    whole = 9007199254740993
    wide = Data.from_dataframe(
        pa.table({**{f"text {i}": WORDS for i in range(4)}, "n": pa.array([whole + i for i in range(60)])})
    )
    assert f"{whole:,}" in texts(drawn(table(wide, columns=["text 0", "text 1", "n"]), tmp_path))
    cut = texts(drawn(table(wide, width=300), tmp_path))
    assert not [text for text in cut if text.startswith("9")]
    assert cut[-1].endswith(" of 5 columns")


def test_tables_are_told_in_words(worded, tmp_path):
    made = table(worded, columns=["n", column("words", label="two\nlines")])
    sentence = "Table of 60 rows, by columns: n, two lines."
    assert made.describe().text == sentence
    assert f"<desc>{sentence}</desc>" in drawn(made, tmp_path)
    many = Data.from_dataframe(pa.table({f"c{i}": [1] for i in range(15)}))
    assert table(many).describe().text.endswith("c10, c11 and 3 more.")
