"""Two logs of one model, written with inspect_ai: what changed from one day to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from inspect_ai.scorer import Score
from zoo_tools import sample, save

from inspect_viz import Data
from inspect_viz.view import sample_compare

BEFORE, AFTER = "CCCIIICCII", "ICCCCIICII"


def test_two_days_of_one_model_are_told_as_broken_and_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "logs"
    folder.mkdir()
    for day, marks in ((1, BEFORE), (2, AFTER)):
        rows = [sample(id=n, scores={"includes": Score(value=mark)}) for n, mark in enumerate(marks, 1)]
        about = {"created": f"2026-01-0{day}T03:04:05+00:00", "model": "lab/one"}
        save(folder, rows, name=f"day{day}", eval=about)
    data = Data.from_logs(folder, progress=False)
    names = [f"lab/one run {day} (2026-01-0{day})" for day in (1, 2)]
    told = sample_compare(data, *names).describe().to_dict()["plots"][0]
    broken = sum(pair == ("C", "I") for pair in zip(BEFORE, AFTER, strict=True))
    fixed = sum(pair == ("I", "C") for pair in zip(BEFORE, AFTER, strict=True))
    assert told["finding"].startswith(f"{broken} broken, {fixed} fixed, {10 - broken - fixed} alike: 0 points, ")
