"""A table that is read on while a real evaluation runs."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="runs an evaluation: pip install 'inspect-viz[inspect]'")

from live_evaluation import EPOCHS, SAMPLES
from oracle import differences, expected

from inspect_viz import Data
from inspect_viz.logs import samples

ALL = SAMPLES * EPOCHS
DEADLINE = 120
"""Seconds after which the test gives up."""


@pytest.mark.parametrize("cache", [True, False])
def test_every_sample_is_seen_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: bool) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    logs, gates = tmp_path / "logs", tmp_path / "gates"
    logs.mkdir()
    gates.mkdir()
    command = [sys.executable, str(Path(__file__).with_name("live_evaluation.py")), str(logs), str(gates)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        data = Data.from_logs(logs, strict=False, cache=cache, progress=False)
        seen = _follow(data, gates, child)
    finally:
        child.kill()
    assert seen == list(range(ALL + 1))
    assert data.pending.num_rows == 0
    paths = list(logs.glob("*.eval"))
    assert differences(samples(paths, cache=False), expected(paths)) == []
    assert data.reader.ask("SELECT id, epoch, score_includes, error FROM data ORDER BY ALL") == _rows(
        Data.from_logs(paths, cache=False)
    )


def _rows(data: Data) -> list[tuple[object, ...]]:
    return data.reader.ask("SELECT id, epoch, score_includes, error FROM data ORDER BY ALL")


def _follow(data: Data, gates: Path, child: subprocess.Popen[bytes]) -> list[int]:
    """The numbers of samples that were seen, until the log is complete; one more is let through for each."""
    seen = [0]
    for number in range(ALL):
        (gates / str(number)).touch()
        _until(lambda: len(data) > seen[-1], data, child)
        ids = data.reader.ask("SELECT DISTINCT id, epoch FROM data")
        assert len(ids) == len(data)
        assert not [problem for problem in data.problems if problem.kind == "unreadable"]
        if data.column_unique("log") and len(data) < ALL:
            assert len(data) + data.pending.num_rows == ALL
        seen.append(len(data))
    _until(lambda: child.poll() is not None, data, child)
    assert child.returncode == 0, child.stderr and child.stderr.read()
    data.refresh()
    return seen


def _until(happened: Callable[[], bool], data: Data, child: subprocess.Popen[bytes]) -> None:
    """Refresh until something happened."""
    end = time.monotonic() + DEADLINE
    while not happened():
        data.refresh()
        assert time.monotonic() < end, "the evaluation does not go on"
        assert child.poll() in (None, 0), child.stderr and child.stderr.read()
        time.sleep(0.005)
