"""What was read is kept in the user's cache folder, and only there; a second read touches only what changed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from test_logs_growing import Running, rows
from zoo_tools import save

from inspect_viz.data import Data
from inspect_viz.logs import problems, samples
from inspect_viz.logs._errors import Damaged
from inspect_viz.logs._format.fields import Wanted
from inspect_viz.logs._reading import cache as _cache
from inspect_viz.logs._reading import reading
from inspect_viz.logs._reading.bundle import bundled, unbundled
from inspect_viz.logs._reading.cache import Cache, drop_oldest, grouped
from inspect_viz.logs._reading.log import read_log
from inspect_viz.logs._store.open import LogFile
from inspect_viz.logs._table.part import Part

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


# bundles --------------------------------------------------------------------------------------------------------------


def bundles(kept: Path) -> list[Path]:
    return sorted(kept.rglob("*.parts"))


def without_parts(kept: Path) -> None:
    for path in parts(kept):
        path.unlink()


def several(folder: Path, count: int = 4) -> None:
    """Logs of one task by different models, some with more samples."""
    for number in range(count):
        save(folder, rows(2 + number // 3), eval={"model": f"m{number}"}, name=str(number))


def test_logs_that_are_read_together_are_in_one_file(folder: Path, kept: Path, read: Read) -> None:
    several(folder)
    first, found = table(folder), problems(folder, progress=False)
    assert len(bundles(kept)) == 1
    without_parts(kept)
    read()
    assert table(folder).equals(first)
    assert problems(folder, progress=False) == found
    assert read() == []


def test_one_log_has_no_bundle(folder: Path, kept: Path) -> None:
    several(folder, 1)
    table(folder)
    assert (len(parts(kept)), bundles(kept)) == (1, [])


def test_a_log_that_changed_is_read_alone_and_its_bundle_made_anew(folder: Path, kept: Path, read: Read) -> None:
    several(folder)
    table(folder)
    (folder / "logs-1.eval").unlink()
    save(folder, rows(5), name="1")
    save(folder, rows(1), name="9")
    read()
    second = table(folder)
    assert read() == ["logs-1.eval", "logs-9.eval"]
    without_parts(kept)
    assert table(folder).equals(second)
    assert read() == []
    [bundle] = bundles(kept)
    before = bundle.stat().st_mtime_ns
    table(folder)
    assert bundle.stat().st_mtime_ns == before


def test_damaged_bundles_are_made_anew(folder: Path, kept: Path, read: Read) -> None:
    several(folder)
    first = table(folder)
    [bundle] = bundles(kept)
    whole, dice = bundle.read_bytes(), random.Random(1)
    damaged = [
        b"",
        whole[:5],
        whole[: len(whole) // 2],
        whole + b"\0",
        dice.randbytes(len(whole)),
        parts(kept)[0].read_bytes(),
    ]
    places = [*range(0, 40, 3), *(dice.randrange(len(whole)) for _ in range(20))]
    for data in (*damaged, *(whole[:at] + bytes([whole[at] ^ 32]) + whole[at + 1 :] for at in places)):
        bundle.write_bytes(data)
        read()
        assert table(folder).equals(first)
        assert read() == []
        assert bundle.read_bytes() == whole


def test_logs_that_are_being_written_are_in_no_bundle(folder: Path, kept: Path) -> None:
    several(folder, 2)
    running = Running(folder / "x.eval").write("s1")
    table(folder)
    [bundle] = bundles(kept)
    before = bundle.stat().st_mtime_ns
    running.write("s2")
    assert table(folder).num_rows == 6
    assert bundle.stat().st_mtime_ns == before


def test_large_logs_are_in_no_bundle(folder: Path, kept: Path, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    several(folder, 3)
    save(folder, rows(200), name="large")
    monkeypatch.setattr(_cache, "LARGEST_BUNDLED", 5000)
    first = table(folder)
    without_parts(kept)
    read()
    assert table(folder).equals(first)
    assert read() == ["logs-large.eval"]


def test_what_logs_have_in_common_is_kept_once(folder: Path, kept: Path) -> None:
    text = "".join(random.Random(1).choices("abcdefghijklmnop", k=4000))
    for number in range(8):
        save(folder, [{**own, "input": text} for own in rows(4)], eval={"model": f"m{number}"}, name=str(number))
    table(folder)
    [bundle] = bundles(kept)
    assert bundle.stat().st_size < sum(path.stat().st_size for path in parts(kept)) / 3


def test_parts_come_out_of_a_bundle_as_they_were(folder: Path) -> None:
    mixed = [{**own, "metadata": {"a": value}} for own, value in zip(rows(3), (1, "x", None), strict=True)]
    for name, own in (("a", rows(2)), ("b", mixed), ("c", []), ("d", rows(2)), ("e", mixed[:2])):
        save(folder, own, name=name)
    before = [Part(read_log(str(path), Wanted())) for path in sorted(folder.iterdir())]
    after = unbundled(bundled(before))
    buffers = [buffer for part in after for column in part.batch.columns for buffer in column.buffers() if buffer]
    assert {buffer.address % 8 for buffer in buffers} == {0}, "Arrow warns of numbers that lie askew"
    assert [own.facts for own in after] == [own.facts for own in before]
    assert all(own.batch.equals(old.batch) for own, old in zip(after, before, strict=True))
    assert [Part(own.data).batch.equals(own.batch) for own in after] == [True] * 5


@pytest.mark.parametrize("data", [b"", b"\0" * 8, b"\xff" * 40, b"\1" + b"\0" * 7 + b"\x90"])
def test_what_is_no_bundle(data: bytes) -> None:
    with pytest.raises(Damaged):
        unbundled(data)


def test_a_new_log_changes_only_the_group_in_which_it_is() -> None:
    files = [LogFile(f"/logs/{n:04}.eval", 1, "1") for n in range(1000)]
    before = grouped([file for n, file in enumerate(files) if n != 500])
    after = grouped(files)
    assert [file for group in after for file in group] == files
    assert max(map(len, after)) <= 256
    assert len(after) > 4
    assert len([group for group in after if group not in before]) <= 2


# files of others ------------------------------------------------------------------------------------------------------

POSIX = pytest.mark.skipif(os.name != "posix", reason="only POSIX tells whose file it is")


@POSIX
@pytest.mark.parametrize("whose", ["of somebody else", "writable by the group", "writable by all", "links"])
def test_only_the_own_files_of_the_reader_count(
    folder: Path, kept: Path, read: Read, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    several(folder)
    first = table(folder)
    for path in (*parts(kept), *bundles(kept)):
        if whose == "links":
            path.rename(path.with_suffix(".elsewhere"))
            path.symlink_to(path.with_suffix(".elsewhere"))
        elif whose != "of somebody else":
            path.chmod(0o660 if whose == "writable by the group" else 0o606)
    if whose == "of somebody else":
        monkeypatch.setattr(os, "geteuid", lambda: 4321)
    read()
    assert table(folder).equals(first)
    assert len(read()) == 4


@POSIX
def test_files_of_others_are_not_dropped(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    several(folder)
    table(folder)
    before = [*parts(kept), *bundles(kept)]
    with monkeypatch.context() as patched:
        patched.setattr(os, "geteuid", lambda: 4321)
        drop_oldest(before[0].parent, 0)
    assert [*parts(kept), *bundles(kept)] == before
    drop_oldest(before[0].parent, 0)
    assert [*parts(kept), *bundles(kept)] == []
