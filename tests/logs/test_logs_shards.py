"""Shards are one run; a merged log that is finished and newer stands for them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from runs_read import framed, seen, states, told
from zoo import write
from zoo_shards import NAME, merged, shard, three
from zoo_tools import logs_in

from inspect_viz import Data
from inspect_viz.logs import samples

SIX = [f"s{number}" for number in range(1, 7)]
MODEL = ["zoo/model"]


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def logs_of(table: object) -> set[str]:
    return {os.path.basename(path) for path in table["log"].unique().to_pylist()}  # type: ignore[index]


@pytest.mark.parametrize(
    "name",
    [
        "shards-of-a-run",
        "shards-that-are-merged",
        "shards-newer-than-the-merged-log",
        "shards-of-which-some-are-merged",
    ],
)
def test_all_of_them_are_one_row_of_six_and_no_problem(tmp_path: Path, name: str) -> None:
    write(name, tmp_path / name)
    picture = seen(tmp_path / name)
    assert (sorted(picture.x), picture.y, states(picture)) == (SIX, MODEL, {"ok": 6})
    assert told(tmp_path / name) == []
    assert framed(tmp_path / name).cells() == picture.cells()


def test_a_running_set_lacks_what_no_shard_has_planned(tmp_path: Path) -> None:
    shard(tmp_path, 0, ["s1", "s2"])
    shard(tmp_path, 1, ["s3"])
    assert told(tmp_path) == []
    assert sorted(seen(tmp_path).x) == ["s1", "s2", "s3"]


def test_a_merged_log_hides_its_shards(tmp_path: Path) -> None:
    path = merged(tmp_path, three(tmp_path))
    assert logs_of(samples(tmp_path, progress=False)) == {path.name}
    assert Data.from_logs(tmp_path, progress=False).column_unique("eval_id") == [f"eval_id of {tmp_path.name}"]


def test_hidden_shards_are_not_read(tmp_path: Path) -> None:
    merged(tmp_path, three(tmp_path))
    for path in logs_in(tmp_path / f"{NAME}.shards"):
        stamp = path.stat().st_mtime
        path.write_bytes(b"no log")
        os.utime(path, (stamp, stamp))
    assert len(samples(tmp_path, progress=False)) == 6


@pytest.mark.parametrize("after", [0, -10])
def test_shards_that_are_no_older_are_read(tmp_path: Path, after: float) -> None:
    merged(tmp_path, three(tmp_path), after=after)
    [late] = logs_in(tmp_path / f"{NAME}.shards" / "2")
    late.write_bytes(b"no log")
    os.utime(late, (1_700_000_000, 1_700_000_000))
    assert [kind for kind, _ in told_leniently(tmp_path)] == ["unreadable"]


def told_leniently(folder: Path) -> list[tuple[str, str]]:
    own = Data.from_logs(folder, strict=False, progress=False).problems
    return [(each.kind, each.message) for each in own]


def test_a_merged_log_that_is_not_finished_hides_nothing(tmp_path: Path) -> None:
    logs = three(tmp_path)
    merged(tmp_path, logs[:2], status="error")
    assert sorted(samples(tmp_path, progress=False)["id"].to_pylist()) == SIX


def test_a_shard_by_its_path_is_a_log(tmp_path: Path) -> None:
    merged(tmp_path, three(tmp_path))
    table = samples(tmp_path / f"{NAME}.shards", progress=False)
    assert sorted(table["id"].to_pylist()) == SIX
    assert len(logs_of(table)) == 3


def test_refresh_hides_shards_once_they_are_merged(tmp_path: Path) -> None:
    logs = three(tmp_path)
    data = Data.from_logs(tmp_path, progress=False)
    assert len(data.column_unique("eval_id")) == 3
    merged(tmp_path, logs)
    changes = data.refresh()
    assert data.column_unique("eval_id") == [f"eval_id of {tmp_path.name}"]
    assert len(changes.removed) == 3
    assert changes.samples == 0
