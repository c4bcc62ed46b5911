"""What was read is kept in the user's cache folder, and only there; a second read touches only what changed."""

# ruff: noqa: F811 (fixtures are imported)

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from cache_tools import Read, bundles, folder, kept, parts, read, several, table, without_parts  # noqa: F401
from growing_tools import Running, rows
from zoo_tools import save

from inspect_viz.data import Data
from inspect_viz.logs import problems
from inspect_viz.logs._reading import cache as _cache
from inspect_viz.logs._reading.cache import Cache, drop_oldest


def test_a_second_read_touches_only_what_changed(folder: Path, read: Read) -> None:
    for name in ("a", "b", "c"):
        save(folder, rows(2), name=name)
    first = table(folder)
    assert read() == ["logs-a.eval", "logs-b.eval", "logs-c.eval"]
    assert table(folder).equals(first)
    assert read() == []
    (folder / "logs-b.eval").unlink()
    save(folder, rows(3), name="b")
    assert table(folder).num_rows == 7
    assert read() == ["logs-b.eval"]


@pytest.mark.parametrize("change", ["size", "time"])
def test_size_and_time_tell_whether_a_log_changed(folder: Path, read: Read, change: str) -> None:
    path = save(folder, rows(2))
    table(path)
    read()
    status = path.stat()
    if change == "size":
        path.write_bytes(path.read_bytes() + b"\0")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + (change == "time")))
    assert table(path).num_rows == 2
    assert read() == [path.name]


def test_parts_are_kept_by_what_was_asked_for(folder: Path, read: Read, kept: Path) -> None:
    save(folder, rows(2))
    for options in ({}, {"columns": ["id"]}, {"columns": ["id"], "where": "epoch = 1"}, {"full": True}):
        fresh = table(folder, **options)
        read()
        assert table(folder, **options).equals(fresh)
        assert table(folder, cache=False, **options).equals(fresh)
        assert read() == ["logs.eval"]
    assert all(path.is_relative_to(kept / "inspect-viz") for path in parts(kept))


def test_a_log_at_another_place_is_another_log(folder: Path, tmp_path: Path) -> None:
    path = save(folder, rows(2))
    table(path)
    other = tmp_path / "other.eval"
    path.rename(other)
    assert set(table(other)["log"].to_pylist()) == {str(other)}


@pytest.mark.parametrize("where", range(8))
def test_damaged_parts_are_made_anew(folder: Path, kept: Path, read: Read, where: int) -> None:
    save(folder, rows(2))
    first = table(folder)
    [part] = parts(kept)
    whole = part.read_bytes()
    own = random.Random(where)
    damaged = [b"", whole[:5], whole[: len(whole) // 2], whole + b"\0", own.randbytes(len(whole))]
    places = [*range(where, 40, 8), *(own.randrange(len(whole)) for _ in range(8))]
    damaged += [whole[:at] + bytes([whole[at] ^ (1 << own.randrange(8))]) + whole[at + 1 :] for at in places]
    for data in damaged:
        part.write_bytes(data)
        read()
        assert table(folder).equals(first)
        assert read() == ["logs.eval"]
        assert part.read_bytes() == whole


def test_a_part_of_another_log_is_not_taken(folder: Path, kept: Path) -> None:
    save(folder, rows(2), name="a")
    table(folder / "logs-a.eval")
    [part] = parts(kept)
    save(folder, rows(3), name="b")
    table(folder / "logs-b.eval")
    [other] = set(parts(kept)) - {part}
    other.write_bytes(part.read_bytes())
    assert table(folder / "logs-b.eval").num_rows == 3


def test_a_folder_that_cannot_be_written_is_no_error(folder: Path, kept: Path) -> None:
    save(folder, rows(2))
    kept.write_text("a file stands in the way")
    assert table(folder).num_rows == 2
    assert Data.from_logs(folder, progress=False).refresh().samples == 0


TRACELESS = """
import sys
from pathlib import Path
from inspect_viz.data import Data
from inspect_viz.logs import problems, samples
path = sys.argv[1]
samples(path, cache=False, progress=False)
data = Data.from_logs(path, cache=False, progress=False)
data.refresh()
data.problems
problems(path, cache=False, progress=False)
"""


def test_without_cache_there_is_no_trace(folder: Path, kept: Path, tmp_path: Path) -> None:
    save(folder, rows(2), eval={"model": "openai/gpt-4o"})
    home = tmp_path / "home"
    home.mkdir()
    places = {"XDG_CACHE_HOME": str(kept), "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", TRACELESS, str(folder)], env={**os.environ, **places}, check=True)
    found = [path.relative_to(tmp_path) for place in (kept, home) if place.exists() for path in place.rglob("*")]
    assert not [path for path in found if "inspect-viz" in path.parts or "logs" in path.name]
    assert sorted(folder.iterdir()) == [folder / "logs.eval"]


def test_without_cache_what_was_kept_is_not_read(folder: Path, read: Read) -> None:
    save(folder, rows(2))
    table(folder)
    read()
    table(folder, cache=False)
    problems(folder, cache=False, progress=False)
    assert read() == ["logs.eval", "logs.eval"]


def test_refresh_keeps_what_it_reads(folder: Path, read: Read) -> None:
    running = Running(folder / "a.eval").write("s1")
    data = Data.from_logs(folder, progress=False)
    running.write("s2").finish()
    data.refresh()
    read()
    assert table(folder).num_rows == 2
    assert read() == []


def test_nobody_else_can_read_what_is_kept(folder: Path, kept: Path) -> None:
    save(folder, rows(2))
    table(folder)
    [part] = parts(kept)
    assert part.stat().st_mode & 0o077 == 0
    assert part.parent.stat().st_mode & 0o077 == 0


def test_the_oldest_parts_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path, kept: Path) -> None:
    for name in ("a", "b", "c"):
        save(folder, rows(2), name=name)
        table(folder / f"logs-{name}.eval")
    oldest = min(parts(kept), key=lambda path: path.stat().st_mtime_ns)
    others = [path for path in parts(kept) if path != oldest]
    os.utime(oldest, (1, 1))
    drop_oldest(oldest.parent, sum(path.stat().st_size for path in others))
    assert parts(kept) == sorted(others)
    monkeypatch.setattr(_cache, "LARGEST", 0)
    save(folder, rows(3), name="d")
    assert table(folder / "logs-d.eval").num_rows == 3
    assert parts(kept) == []


def test_nothing_is_tidied_up_where_nothing_was_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(folder, rows(2))
    table(folder)
    monkeypatch.setattr(_cache, "drop_oldest", lambda *_: pytest.fail("listed the cache"))
    table(folder)


def test_a_cache_can_have_its_own_folder(folder: Path, tmp_path: Path) -> None:
    from inspect_viz.logs._format.fields import Wanted
    from inspect_viz.logs._reading.log import read_log
    from inspect_viz.logs._store.open import local_file
    from inspect_viz.logs._table.part import Part

    path = save(folder, rows(2))
    part = Part(read_log(str(path), Wanted()))
    Cache(tmp_path / "mine").put(part, Wanted())
    again = Cache(tmp_path / "mine").get(local_file(str(path), path.stat()), Wanted())
    assert again is not None
    assert again.facts == part.facts
    assert again.batch.equals(part.batch)
