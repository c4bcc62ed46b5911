"""Pictures are what they were; what changed is kept beside the golden file as `*.changed.svg`."""

from __future__ import annotations

import subprocess
import sys

import pytest
from gallery import GOLDEN, PICTURES, svg_of

HINT = "look at {0}, and if it is right: python tests/pictures/gallery.py"


@pytest.mark.parametrize("name", PICTURES)
def test_golden(name):
    golden, changed = GOLDEN / f"{name}.svg", GOLDEN / f"{name}.changed.svg"
    found = svg_of(name)
    changed.unlink(missing_ok=True)
    if found != golden.read_text(encoding="utf-8"):
        changed.write_text(found, encoding="utf-8")
        pytest.fail(HINT.format(f"{changed.parent.name}/{changed.name}"))


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
