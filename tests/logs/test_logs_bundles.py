"""Logs that are read together are kept in one file, of which only the reader's own counts."""

# ruff: noqa: F811 (fixtures are imported)

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from cache_tools import Read, bundles, folder, kept, parts, read, several, table, without_parts  # noqa: F401
from growing_tools import Running, rows
from zoo_tools import save

from inspect_viz.logs import problems
from inspect_viz.logs._errors import Damaged
from inspect_viz.logs._format.fields import Wanted
from inspect_viz.logs._reading import cache as _cache
from inspect_viz.logs._reading.bundle import bundled, unbundled
from inspect_viz.logs._reading.cache import drop_oldest, grouped
from inspect_viz.logs._reading.log import read_log
from inspect_viz.logs._store.open import LogFile
from inspect_viz.logs._table.part import Part


@pytest.fixture(autouse=True)
def together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Logs of one folder are in one bundle, whatever the folder is called."""
    monkeypatch.setattr(_cache, "_TOGETHER", 1 << 40)


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
    monkeypatch.setattr(_cache, "LARGEST_BUNDLED", 15_000)
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


def test_a_new_log_changes_only_the_group_in_which_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_cache, "_TOGETHER", 64)
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
