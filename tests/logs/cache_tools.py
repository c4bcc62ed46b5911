"""The cache of the tests: its files, and what was read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from growing_tools import rows
from zoo_tools import save

from inspect_viz.logs import samples
from inspect_viz.logs._reading import reading

Read = Callable[[], list[str]]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "logs"
    path.mkdir()
    return path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """Gives the names of the logs that were read since it was asked last."""
    names: list[str] = []
    before = reading.read_all

    def counted(paths: Any, *more: Any) -> Any:
        names.extend(os.path.basename(path) for path in paths)
        return before(paths, *more)

    monkeypatch.setattr(reading, "read_all", counted)

    def taken() -> list[str]:
        found = names.copy()
        names.clear()
        return found

    return taken


def table(logs: Any, **options: Any) -> Any:
    return samples(logs, progress=False, **options)


def parts(kept: Path) -> list[Path]:
    return sorted(kept.rglob("*.part"))


def bundles(kept: Path) -> list[Path]:
    return sorted(kept.rglob("*.parts"))


def without_parts(kept: Path) -> None:
    for path in parts(kept):
        path.unlink()


def several(folder: Path, count: int = 4) -> None:
    """Logs of one task by different models, some with more samples."""
    for number in range(count):
        save(folder, rows(2 + number // 3), eval={"model": f"m{number}"}, name=str(number))
