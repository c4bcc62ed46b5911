"""The style sheet of pages: its files, and its two dark blocks, which CSS cannot join."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


@pytest.fixture
def sheets(root: Path) -> Path:
    return root / "runtime" / "src" / "page" / "style"


def test_dark_by_the_system_and_dark_by_the_page_are_the_same(sheets: Path) -> None:
    _, by_system, by_page = (sheets / "colors.css").read_text(encoding="utf-8").split("\n@media ")
    start = "    --iv-surface:"
    assert by_system.count(start) == by_page.count(start) == 1
    assert by_system.partition(start)[2].strip() == by_page.partition(start)[2].strip()


def test_every_file_is_part_of_one_sheet(sheets: Path) -> None:
    whole = ["main.css", "later.css"]
    texts = [(sheets / name).read_text(encoding="utf-8") for name in whole]
    parts = [part for text in texts for part in re.findall(r'@import "\./(.*?)"', text)]
    assert sorted([*whole, *parts]) == sorted(p.name for p in sheets.iterdir())


@pytest.mark.parametrize("name", ["core.css", "later.css"])
def test_they_are_one_line_without_nested_rules(root: Path, name: str) -> None:
    css = (root / "src" / "inspect_viz" / "_runtime" / name).read_text(encoding="utf-8")
    assert css.count("\n") == 1
    assert "&" not in css
