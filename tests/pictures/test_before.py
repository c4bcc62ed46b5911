"""`make gallery` shows what it drew otherwise than before."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "docs" / "gallery"))

import before

SVG = '<svg xmlns="" width="{}" height="20"></svg>'


def test_pictures_that_differ_are_shown_before_and_after(tmp_path):
    pictures, page = tmp_path / "marks", tmp_path / "changed"
    pictures.mkdir()
    for name in ("same", "other", "gone"):
        (pictures / f"{name}.svg").write_text(SVG.format(30))
    old = before.kept(pictures)
    assert before.show(old, before.kept(pictures), page) is None
    assert not page.exists()
    (pictures / "other.svg").write_text(SVG.format(40))
    (pictures / "new.svg").write_text(SVG.format(50))
    text = before.show(old, before.kept(pictures), page).read_text()
    assert [title in text for title in ("marks-other", "marks-new", "marks-same")] == [True, True, False]
    assert "golden: 30 x 20" in text and "changed: 40 x 20" in text and "golden: not there" in text  # noqa: PT018
