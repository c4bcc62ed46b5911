"""Every mark that shows data answers; those that do not are listed with the reason."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from answering import answers

from inspect_viz._generated.tables import MARKS

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "docs" / "gallery"))

import marks  # noqa: E402

SILENT = json.loads((ROOT / "runtime/src/plot/points/silent.json").read_text(encoding="utf-8"))
"""Marks that tell nothing, in Mosaic's spelling, and why."""


@pytest.mark.parametrize("name", marks.NAMES)
def test_each_mark_of_an_example_answers_or_has_its_reason(name: str) -> None:
    found, drawn = answers(marks.picture(name), tips=True)
    assert len(found) == len([mark for mark in drawn if mark not in SILENT])
    for mark in found:
        if mark.facts["kind"] == "points":
            assert len(mark.places) > 0
            assert np.isfinite(mark.places).all()
            assert any(any(texts) for texts in mark.told.values())


def test_reasons_are_given_for_marks_without_data_alone() -> None:
    assert SILENT.keys() <= MARKS.keys()
    assert all(SILENT.values())
    examples = {mark: name for mark, (name, _, _) in MARKS.items()}
    assert {examples[mark] for mark in MARKS.keys() - SILENT.keys()} <= set(marks.NAMES)
    for mark in SILENT:
        found, drawn = answers(marks.picture(examples[mark]), tips=True)
        assert mark in drawn
        assert len(found) < len(drawn)


def test_without_a_tip_nothing_answers() -> None:
    assert answers(marks.picture("rect"), tips=False)[0] == []
