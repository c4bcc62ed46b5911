"""The bar that shows how far the reading of logs is."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from growing_tools import numbered

from inspect_viz.logs import samples
from inspect_viz.logs._reading import parallel as _parallel
from inspect_viz.logs._reading import progress as _progress

COUNT = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return numbered(tmp_path_factory.mktemp("logs"), COUNT)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A second passes each time that it is looked at."""

    def __init__(self) -> None:
        self._now = 0.0

    def __call__(self) -> float:
        self._now += 1
        return self._now


@pytest.fixture
def slow_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    from tqdm.auto import tqdm

    class Ticking(tqdm):  # type: ignore[type-arg]
        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **{**named, "mininterval": 0, "miniters": 1})
            self._time, self.start_t, self.last_print_t = Clock(), 0.0, 0.0

    monkeypatch.setattr("tqdm.auto.tqdm", Ticking)


@pytest.mark.usefixtures("slow_clock")
def test_a_terminal_shows_how_far_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    samples(folder, cache=False)
    shown = terminal.getvalue()
    assert "Reading logs" in shown
    assert f"{COUNT // 2}/{COUNT}" in shown
    assert " samples, 0 MB" in shown
    assert shown.endswith("\r")


@pytest.mark.usefixtures("slow_clock")
@pytest.mark.parametrize("stream", [Terminal, io.StringIO, lambda: None], ids=["asked", "no terminal", "no stream"])
def test_it_is_quiet_otherwise(folder: Path, monkeypatch: pytest.MonkeyPatch, stream: Callable[[], Any]) -> None:
    own = stream()
    monkeypatch.setattr(sys, "stderr", own)
    samples(folder, cache=False, progress=not isinstance(own, Terminal))
    assert own is None or own.getvalue() == ""


def test_few_logs_are_read_before_anything_is_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    samples(folder / f"{folder.name}-00.eval", cache=False)
    assert terminal.getvalue() == ""


def test_nothing_to_read_shows_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    samples(folder, progress=False)
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr("tqdm.auto.tqdm", lambda **_: pytest.fail("a bar"))
    samples(folder)


def test_a_notebook_is_watched_and_a_script_that_imports_what_it_needs_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    from types import SimpleNamespace

    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setitem(sys.modules, "ipykernel", SimpleNamespace())  # type: ignore[arg-type]
    for shell, watched in ((None, False), (SimpleNamespace(), False), (SimpleNamespace(kernel=object()), True)):
        monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda shell=shell: shell))  # type: ignore[arg-type]
        assert _progress.is_watched() is watched


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_programs_without_a_standard_stream_read_here(
    folder: Path, monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    before = samples(folder, cache=False, progress=False)
    monkeypatch.setattr(_parallel, "WORTH_IT", -1.0)
    monkeypatch.setattr(sys, stream, None)
    assert samples(folder, cache=False, progress=False).equals(before)
