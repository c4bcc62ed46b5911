"""The table that comes with the package: the example logs, as they are read."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from inspect_viz import Data
from inspect_viz.plot import write_svg
from inspect_viz.view import sample_heatmap


@pytest.fixture(scope="module")
def tool(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_example", root / "tools" / "make_example.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_is_what_the_example_logs_hold(root: Path) -> None:
    example, read = Data.example(), Data.from_logs(str(root / "examples" / "logs"), cache=False)
    assert example.columns == read.columns
    assert len(example) == len(read) == 1741
    for column in ("sample_id", "id", "model_display_name", "score_includes", "score_closeness", "error", "created"):
        assert example.column_unique(column) == read.column_unique(column)


def test_it_says_nothing_of_the_machine_on_which_it_was_made(root: Path) -> None:
    assert all(path.startswith("logs/") for path in Data.example().column_unique("log"))
    assert str(root).encode() not in (root / "src/inspect_viz/data/example.parquet").read_bytes()


def test_it_is_small(root: Path) -> None:
    assert (root / "src/inspect_viz/data/example.parquet").stat().st_size < 300_000


def test_it_draws_as_the_logs_do(root: Path, tmp_path: Path) -> None:
    read = Data.from_logs(str(root / "examples" / "logs"), cache=False)
    drawn = []
    for data in (Data.example(), read):
        write_svg(tmp_path / "heatmap.svg", sample_heatmap(data, score_value="score_includes"))
        drawn.append((tmp_path / "heatmap.svg").read_text(encoding="utf-8"))
    assert "abacus-3" in drawn[0]
    images = [re.findall(r'href="(data:image/png[^"]+)"', svg) for svg in drawn]
    assert len(images[0]) == 1
    assert len(images[0][0]) > 1000
    assert images[0] == images[1]


def test_the_tool_writes_the_same_bytes_again_and_notices_changes(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tool.main(["--check"]) == 0
    for name in ("a.parquet", "b.parquet"):
        monkeypatch.setattr(tool, "TARGET", tmp_path / name)
        assert tool.main(["--check"]) == 1
        assert "tools/make_example.py" in capsys.readouterr().err
        assert tool.main([]) == 0
        assert tool.main(["--check"]) == 0
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
