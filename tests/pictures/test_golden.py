"""Pictures are what they were; what changed is kept beside the golden file, and shown in golden/index.changed.html."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import changes
import pytest
from gallery import GOLDEN, PICTURES, svg_of

ROOT = Path(__file__).parents[2]
HINT = "{0} changed: look at {1}, and if it is right: python tests/pictures/gallery.py"


@pytest.mark.parametrize("name", PICTURES)
def test_golden(name):
    golden, changed = GOLDEN / f"{name}.svg", GOLDEN / f"{name}.changed.svg"
    found = svg_of(name)
    if found != (golden.read_text(encoding="utf-8") if golden.exists() else None):
        changed.write_text(found, encoding="utf-8")
        pytest.fail(HINT.format(name, changes.update(GOLDEN).relative_to(ROOT)))
    if changed.exists():
        changed.unlink()
        changes.update(GOLDEN)


def test_every_golden_file_has_its_picture():
    assert {file.stem for file in GOLDEN.glob("*.svg") if not file.stem.endswith(".changed")} == set(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_drawing_twice_gives_the_same_text(name):
    assert svg_of(name) == svg_of(name)


def test_another_process_gives_the_same_text():
    code = "import sys; sys.path[:0] = sys.argv[1:]; from gallery import *; print(*map(svg_of, PICTURES), sep='')"
    folders = [str(GOLDEN.parent), str(GOLDEN.parent.parent)]
    made = subprocess.run(
        [sys.executable, "-c", code, *folders], capture_output=True, text=True, timeout=60, check=True
    )
    assert made.stdout.rstrip() == "".join(map(svg_of, PICTURES)).rstrip()


def test_the_page_of_changes_shows_both_pictures_with_their_sizes(tmp_path):
    for name, width in {"a.svg": 30, "a.changed.svg": 40, "b.changed.svg": 50, "c.svg": 60}.items():
        (tmp_path / name).write_text(f'<svg xmlns="" width="{width}" height="20"></svg>', encoding="utf-8")
    page = changes.update(tmp_path)
    text = page.read_text(encoding="utf-8")
    assert re.findall(r"(golden|changed): ([^,<]*)", text) == [
        ("golden", "30 x 20"),
        ("changed", "40 x 20"),
        ("golden", "not there"),
        ("changed", "50 x 20"),
    ]
    sources = re.findall(r'src="([^"]*)"', text)
    assert sources == ["a.svg", "a.changed.svg"] * 2 + ["b.changed.svg"] * 2
    assert "//" not in text
    for name in ("a", "b"):
        (tmp_path / f"{name}.changed.svg").unlink()
    assert changes.update(tmp_path) == page
    assert not page.exists()
