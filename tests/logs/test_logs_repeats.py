"""Samples that stand in a log more than once: run again, copied, or alike in all but the type of their ids."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from inspect_ai.scorer import Score
from oracle import differences, expected
from runs_read import told
from zoo_edits import edit
from zoo_tools import sample, save

from inspect_viz.logs import samples

AGAIN = ("run again", "'x.eval' holds 1 sample that was run again: the last run counts")
COPIED = ("copied rows", "'x.eval' holds 1 sample twice: each counts once")
ALIKE = ("alike ids", "'x.eval' has 1 id both as number and as text: only the last sample of each is read")


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def put(folder: Path, more: dict[str, Any], members: bool) -> Path:
    """A log of two samples and one that stands there once more; its summary says so, and if asked for a member."""
    folder.mkdir()
    rows = [
        sample(id=1, scores={"s": Score(value=0)}, uuid="u1"),
        sample(id=2, scores={"s": Score(value=1)}, uuid="u2"),
    ]
    path = save(folder, rows)
    edit(path, lambda own: [*own, {**own[0], **more}], "summaries.json")
    if members:
        name = "samples/1_epoch_1.json"
        with zipfile.ZipFile(path) as archive:
            data = archive.read(name)
        with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(name, json.dumps({**json.loads(data), **more}) if more else data)
    return path


@pytest.mark.parametrize("members", [False, True], ids=["summaries", "members"])
@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"uuid": "u3"}, AGAIN),
        ({"uuid": None}, AGAIN),
        ({}, COPIED),
        ({"total_time": 5.0}, AGAIN),
        ({"id": "1", "uuid": "u3"}, ALIKE),
        ({"id": "1"}, ALIKE),
    ],
)
def test_each_says_what_it_is(tmp_path: Path, more: dict[str, Any], said: tuple[str, str], members: bool) -> None:
    path = put(tmp_path / "x", more, members)
    assert told(tmp_path / "x") == [said]
    assert differences(samples(path, progress=False), expected([path])) == []


def test_whole_samples_tell_it_too(tmp_path: Path) -> None:
    path = put(tmp_path / "x", {"id": "1", "uuid": "u3"}, members=True)
    edit(path, lambda own: own[:0], "summaries.json")
    assert "alike ids" in [kind for kind, _ in told(tmp_path / "x")]


def test_ids_of_different_samples_are_no_repeats(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    save(folder, [sample(id=1), sample(id="2"), sample(id=1, epoch=2)])
    assert [kind for kind, _ in told(folder) if kind in ("run again", "copied rows", "alike ids")] == []
