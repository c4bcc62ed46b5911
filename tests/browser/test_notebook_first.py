"""The first cells of a newcomer's notebook: nothing in red stands above the picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fixtures.jupyter import executed

READ = """\
from inspect_viz import Data
from inspect_viz.logs._reading import progress
progress.DELAY = {delay}
samples = Data.from_logs({logs!r}, cache=False)"""
WITHOUT_WIDGETS = """\
import importlib.util
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "ipywidgets" else find(name, *rest)"""
SHOWN = "from inspect_viz.view import sample_heatmap\nsample_heatmap(samples, score_value='score_includes')"


def outputs(folder: Path, *cells: str) -> list[list[Any]]:
    return [cell.outputs for cell in executed(folder, *cells).cells]


@pytest.fixture
def logs(root: Path) -> str:
    return str(root / "examples" / "logs")


def test_reading_logs_shows_nothing_where_it_is_quick(tmp_path: Path, logs: str) -> None:
    read, shown = outputs(tmp_path, READ.format(delay=60, logs=logs), SHOWN)
    assert read == []
    assert [list(output["data"]) for output in shown] == [["text/html", "text/plain"]]


def test_a_bar_without_widgets_is_a_line_that_is_no_error(tmp_path: Path, logs: str) -> None:
    _, read = outputs(tmp_path, WITHOUT_WIDGETS, READ.format(delay=0, logs=logs))
    assert {output["name"] for output in read} == {"stdout"}
    text = "".join(output["text"] for output in read)
    assert "Reading logs" in text
    assert text.endswith("\r")
