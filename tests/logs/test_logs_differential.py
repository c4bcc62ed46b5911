"""Our table of samples is that of inspect_ai's `samples_df`, log for log, over a zoo of logs."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

pytest.importorskip("inspect_ai", reason="compares with inspect_ai: pip install 'inspect-viz[inspect]'")

from oracle import differences, expected
from zoo import NO_ORACLE, ZOO, write

from inspect_viz.logs import samples

Zoo = Callable[[str], list[Path]]


@pytest.fixture(scope="session")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Zoo:
    """Gives the logs of one entry, which it writes when they are asked for first."""
    folder, written = tmp_path_factory.mktemp("zoo"), {}

    def logs(name: str) -> list[Path]:
        if name not in written:
            written[name] = write(name, folder / name)
        return written[name]

    return logs


def ours(paths: list[Path], full: bool = False) -> pa.Table:
    return samples([str(path) for path in paths], full=full, cache=False, progress=False)


@pytest.mark.parametrize("full", [False, True], ids=["summaries", "full"])
@pytest.mark.parametrize("name", ZOO)
def test_entry_of_the_zoo(zoo: Zoo, name: str, full: bool) -> None:
    paths = zoo(name)
    assert paths
    assert differences(ours(paths, full), expected(paths, full)) == []


@pytest.mark.parametrize("full", [False, True], ids=["summaries", "full"])
def test_the_whole_zoo(zoo: Zoo, full: bool) -> None:
    paths = sorted(path for name in ZOO for path in zoo(name))
    assert differences(ours(paths, full), expected(paths, full)) == []


@pytest.mark.parametrize("name", NO_ORACLE)
def test_samples_df_refuses_the_rest(zoo: Zoo, name: str) -> None:
    paths = zoo(name)
    with pytest.raises((ValueError, KeyError, AssertionError, OverflowError, zipfile.BadZipFile)) as caught:
        expected(paths)
    assert NO_ORACLE[name][1] in str(caught.value)


@pytest.mark.parametrize("full", [False, True], ids=["summaries", "full"])
def test_the_examples(examples: Path, full: bool) -> None:
    paths = sorted(examples.glob("*.eval"))
    assert len(paths) == 8
    assert differences(ours(paths, full), expected(paths, full)) == []


REAL = [
    "log_formats.eval",
    "log_formats.json",
    "log_streaming.eval",
    "mmlu-no-summary-choices.eval",
    "mmlu-summary-choices.eval",
]


@pytest.mark.parametrize("full", [False, True], ids=["summaries", "full"])
@pytest.mark.parametrize("name", REAL)
def test_a_real_log(shared_data: Path, name: str, full: bool) -> None:
    path = shared_data / "logs" / name
    if not path.is_file():
        pytest.skip(f"needs ../shared/data/logs/{name}, which is not part of the project")
    assert differences(ours([path], full), expected([path], full)) == []


def test_the_oracle_finds_each_kind_of_difference() -> None:
    theirs = pa.table({"a": [1, None], "b": ["x", "y"], "c": [0.0, float("nan")]})
    assert differences(theirs, theirs) == []
    assert differences(theirs.set_column(1, "b", pa.array(["x", "y"], pa.large_string())), theirs) == []
    assert differences(theirs.drop_columns("a"), theirs) == ["column 'a' is missing"]
    assert differences(theirs.append_column("d", theirs["a"]), theirs) == ["column 'd' is not theirs"]
    assert differences(theirs.append_column("score_m_kind", theirs["a"]), theirs) == []
    assert "another order" in differences(theirs.select(["b", "a", "c"]), theirs)[0]
    assert differences(theirs.slice(1), theirs) == ["1 rows, theirs: 2"]
    assert differences(theirs.set_column(0, "a", pa.array([1.0, None])), theirs) == [
        "column 'a' is of type double, theirs: int64"
    ]
    assert differences(theirs.set_column(0, "a", pa.array([1, 2])), theirs) == ["column 'a', row 1: 2, theirs: None"]
    assert differences(theirs.set_column(2, "c", pa.array([-0.0, None])), theirs) == [
        "column 'c', row 0: -0.0, theirs: 0.0",
        "column 'c', row 1: None, theirs: nan",
    ]
