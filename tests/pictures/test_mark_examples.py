"""The example of each mark in examples/gallery draws what docs/marks shows, without a warning."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from gallery import drawn, normal

from inspect_viz import mark
from inspect_viz._generated.tables import MARKS

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "docs" / "gallery"))

import marks  # noqa: E402

HINT = "{0} draws something else than docs/marks/{0}.svg: look at it, and if it is right: make gallery ARGS={0}"


@pytest.mark.parametrize("name", marks.NAMES)
def test_the_example_of_a_mark_draws_its_picture(name):
    svg = drawn(marks.picture(name))
    shown = (marks.FOLDER / f"{name}.svg").read_text(encoding="utf-8").removesuffix("\n")
    assert normal(svg) == normal(shown), HINT.format(name)


def test_every_mark_has_its_example_and_the_page_shows_it():
    files = {file.stem for file in marks.EXAMPLES.glob("*.py")} - {"evaluations", "make_tables"}
    assert files == set(marks.NAMES) == {name for name, _, _ in MARKS.values()} | {"baseline", "title"}
    assert files <= set(mark.__all__)
    assert {file.stem for file in marks.FOLDER.glob("*.svg")} == files
    assert marks.PAGE.read_text(encoding="utf-8") == marks.page(), "docs/marks.md is out of date: make gallery"


@pytest.mark.parametrize("name", ["runs.csv", "samples.csv"])
def test_the_tables_are_drawn_up_by_their_rule(name, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(marks.EXAMPLES))
    import make_tables

    monkeypatch.setattr(make_tables, "HERE", tmp_path)
    make_tables.main()
    assert (tmp_path / name).read_bytes() == (marks.EXAMPLES / name).read_bytes()
