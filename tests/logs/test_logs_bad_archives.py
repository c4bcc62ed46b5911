"""Archives that lie about their members, and bombs."""

# ruff: noqa: E501
from __future__ import annotations

import json
import subprocess
import sys
import time
import zlib
from pathlib import Path
from struct import pack
from textwrap import dedent

import pytest
import zstandard
from test_logs_bad_tools import (
    SUMMARIES,
    Entry,
    compressed,
    log_entries,
    read,
    refused,
    running_entries,
    write,
    zipped,
)

HEAD, ROWS = log_entries()
DATA = ROWS.data
TORN = "summaries.json does not match its checksum: the archive is damaged or was being written"
LONGEST = "which is more than a log holds"
TOO_MUCH = "its members claim {:,} bytes unpacked, which is more than a log of {:,} bytes holds"


def summaries(data: bytes = DATA, **lies: object) -> bytes:
    """A log whose summaries lie."""
    return zipped([HEAD, Entry("summaries.json", data, **lies)])  # type: ignore[arg-type]


def zip64(*numbers: int) -> bytes:
    return pack("<HH", 1, 8 * len(numbers)) + b"".join(pack("<Q", number) for number in numbers)


FULL = 0xFFFFFFFF
LIES: dict[str, tuple[bytes, str]] = {
    "wrong checksum": (summaries(crc=1), TORN),
    "smaller than it says": (summaries(method=8, size=len(DATA) + 1), TORN),
    "larger than it says": (summaries(method=8, size=len(DATA) - 1), TORN),
    "zstd that is larger than it says": (summaries(method=93, size=len(DATA) - 1), TORN),
    "zstd that is smaller than it says": (summaries(method=93, size=len(DATA) + 1), TORN),
    "encrypted": (summaries(flags=1), "summaries.json is encrypted"),
    "unknown method": (
        summaries(method=14),
        "summaries.json is compressed by method 14, which no log uses (0, 8 and 93 are known)",
    ),
    "terabytes": (
        summaries(method=8, size=FULL, extra=zip64(1 << 42)),
        f"summaries.json claims 4,398,046,511,104 bytes unpacked, {LONGEST}",
    ),
    "2 to the 64": (
        summaries(method=8, size=FULL, extra=zip64(2**64 - 1)),
        f"summaries.json claims 18,446,744,073,709,551,615 bytes unpacked, {LONGEST}",
    ),
    "a gigabyte of nothing": (
        summaries(b"\x00" * 99, method=8, size=1 << 30),
        f"summaries.json claims 1,073,741,824 bytes unpacked, {LONGEST}",
    ),
    "no 64-bit size": (summaries(size=FULL), "the archive's directory is damaged"),
    "half a 64-bit size": (
        summaries(size=FULL, extra=b"\x01\x00\x08\x00\x01\x02"),
        "the archive's directory is damaged",
    ),
    "packed beyond the end": (
        summaries(packed=10**6),
        "summaries.json lies outside of the file: it is cut off or damaged",
    ),
    "offset beyond the end": (
        summaries(offset=10**9),
        "summaries.json lies outside of the file: it is cut off or damaged",
    ),
    "offset beyond 63 bits": (
        summaries(offset=FULL, extra=zip64(2**64 - 9)),
        "summaries.json lies outside of the file: it is cut off or damaged",
    ),
    "offset of something else": (
        summaries(offset=3),
        "summaries.json is not where the archive's directory says",
    ),
}


@pytest.mark.parametrize("kind", LIES)
def test_lies(kind: str, tmp_path: Path) -> None:
    data, reason = LIES[kind]
    refused(write(tmp_path / "x.eval", data), reason)


def test_a_member_that_cannot_be_unpacked(tmp_path: Path) -> None:
    for method, said in ((8, "Error -3"), (93, "error .*determining content size")):
        data = summaries(b"\xff" * 50, method=0).replace(pack("<HHHH", 20, 0, 0, 0), pack("<HHHH", 20, 0, method, 0))
        path = write(tmp_path / f"{method}.eval", data)
        with pytest.raises(ValueError, match=f"cannot be unpacked .*{said}"):
            read(path)


def test_a_zip64_end_that_points_nowhere(tmp_path: Path) -> None:
    good = zipped([HEAD, ROWS])
    body, end = good[:-22], bytearray(good[-22:])
    end[8:12] = b"\xff" * 4
    end[12:20] = b"\xff" * 8
    for offset in (0, 10**9, 2**63, 2**64 - 1):
        locator = b"PK\x06\x07" + pack("<IQI", 0, offset, 1)
        refused(write(tmp_path / "x.eval", body + locator + bytes(end)), "the archive's directory is damaged")
    outside = "the archive's directory lies outside of the file: it is cut off or damaged"
    for length, offset in ((2**64 - 1, 1), (1, 2**64 - 1), (2**63, 2**63)):
        record = b"PK\x06\x06" + pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 2, 2, length, offset)
        locator = b"PK\x06\x07" + pack("<IQI", 0, len(body), 1)
        refused(write(tmp_path / "x.eval", body + record + locator + bytes(end)), outside)


def test_a_frame_that_is_larger_than_all_say(tmp_path: Path) -> None:
    """A gigabyte in a frame that names no size, or a wrong one, in a member that says 100 bytes."""
    squeeze = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    frame = b"".join(squeeze.compress(b" " * (1 << 20)) for _ in range(1 << 10)) + squeeze.flush()
    for size in (100, 1 << 24):
        data = zipped([HEAD, Entry("summaries.json", frame, size=size, crc=7)])
        data = data.replace(pack("<HHHHI", 0, 0, 0, 33, 7), pack("<HHHHI", 0, 93, 0, 33, 7))
        refused(write(tmp_path / "x.eval", data), TORN)


def overlapping(count: int, data: bytes) -> bytes:
    """A log that is being written whose journal is the same member many times."""
    first, *_ = running_entries()
    again = Entry("_journal/summaries/1.json", data, 8)
    start = len(zipped([first])) - len(zipped([])) - 46 - len(first.name)
    same = {"crc": zlib.crc32(data), "size": len(data), "packed": len(compressed(data, 8)), "offset": start}
    others = [Entry(f"_journal/summaries/{n}.json", b"", 8, **same) for n in range(2, count)]
    return zipped([first, again, *others])


def test_members_that_overlap(tmp_path: Path) -> None:
    data = json.dumps(SUMMARIES).encode() + b" " * (10 << 20)
    path = write(tmp_path / "x.eval", overlapping(5000, data))
    start = time.perf_counter()
    refused(path, TOO_MUCH.format(4999 * len(data), path.stat().st_size))
    assert time.perf_counter() - start < 5


def test_many_members_are_no_bomb(tmp_path: Path) -> None:
    parts = [[{**SUMMARIES[0], "id": n, "uuid": f"u{n}"}] for n in range(300)]
    assert read(write(tmp_path / "x.eval", zipped(running_entries(*parts)))).num_rows == 300


def test_a_directory_of_names_without_end(tmp_path: Path) -> None:
    """A search for names must not look at all that follows for each of them."""
    entry = b"PK\x01\x02" + b"\x01" * 24 + b"\x08\x01" + b"\x01" * 16 + b"samples/"
    body = zipped([HEAD])
    head, end = body[:-22], bytearray(body[-22:])
    directory = head[head.rindex(b"PK\x01\x02") :] + entry * 60_000
    start = len(head) - (len(directory) - len(entry) * 60_000)
    end[12:20] = pack("<II", len(directory), start)
    path = write(tmp_path / "x.eval", head[:start] + directory + bytes(end))
    began = time.perf_counter()
    for full in (False, True):
        assert read(path, full=full).num_rows == 0
    assert time.perf_counter() - began < 5


def test_names_of_members_are_only_names(tmp_path: Path) -> None:
    sample = json.dumps({**SUMMARIES[0], "messages": []}).encode()
    names = ["../../x", "a\nb", "a\x00b", "/etc/passwd", "x" * 60_000, "C:\\x", "\u2028", "\udcff"]
    entries = [HEAD, ROWS, *(Entry(f"samples/{name}.json", sample.replace(b"u1", b"u%d" % n), 8) for n, name in enumerate(names))]  # fmt: skip
    path = write(tmp_path / "x.eval", zipped(entries))
    assert read(path).num_rows == 2
    assert read(path, full=True).num_rows == len(names)
    assert [each.name for each in tmp_path.iterdir()] == ["x.eval"]


def test_a_name_of_a_member_makes_no_second_line(tmp_path: Path) -> None:
    path = write(tmp_path / "x.eval", zipped([HEAD, Entry("samples/a\nb.json", b"{", 8)]))
    with pytest.raises(ValueError, match=r"samples/a b\.json is not JSON") as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_a_journal_of_a_number_without_end(tmp_path: Path) -> None:
    rows = Entry(f"_journal/summaries/{'9' * 5000}.json", DATA, 8)
    path = write(tmp_path / "x.eval", zipped([*running_entries(SUMMARIES[:1]), rows]))
    assert read(path).num_rows == 1


def test_an_extra_field_beside_the_name_hides_no_sample(tmp_path: Path) -> None:
    sample = json.dumps({**SUMMARIES[0], "messages": []}).encode()
    entry = Entry("samples/1_epoch_1.json", sample, 8, extra=b"\x75\x70\x05\x01.json")
    assert read(write(tmp_path / "x.eval", zipped([HEAD, entry])), full=True).num_rows == 1


BOMBS = """
    import resource, sys
    from inspect_viz.logs import LogError, samples
    samples(sys.argv[1], cache=False, progress=False)
    now = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + (1 << 30),) * 2)
    for bomb in sys.argv[2:]:
        try:
            samples(bomb, cache=False, progress=False)
        except LogError as error:
            print(error.reason)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process by RLIMIT_AS")
def test_bombs_stay_below_a_gigabyte(tmp_path: Path) -> None:
    good = write(tmp_path / "good.eval", zipped(log_entries()))
    many = b"[" + b",".join([json.dumps({**SUMMARIES[0], "metadata": {"a": [[]] * 1000}}).encode()] * 9000) + b"]"
    large = "summaries.json claims {:,} bytes unpacked, which is more than a log holds"
    lists = b"[" + b"[]," * (2 << 20) + b"[]]"
    bombs = {
        "deflated": (summaries(b" " * (100 << 20), method=8), large.format(100 << 20)),
        "zstd": (summaries(b" " * (1 << 30), method=93), large.format(1 << 30)),
        "rows": (summaries(many, method=93), large.format(len(many))),
        "deep": (summaries(b"[" * (15 << 20), method=93), "summaries.json is nested too deeply"),
        "header": (
            zipped([Entry("header.json", b'{"eval":{"metadata":{"a":' + lists + b"}}}", 93)]),
            "header.json is not",
        ),
        "lists": (
            summaries(b'[{"id":1,"epoch":1,"metadata":{"a":' + lists + b"}}]", method=93),
            "summaries.json is not",
        ),
    }
    paths = [str(write(tmp_path / f"{name}.eval", data)) for name, (data, _) in bombs.items()]
    command = [sys.executable, "-c", dedent(BOMBS), str(good), *paths]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stderr) == (0, "")
    for said, (_, reason) in zip(ran.stdout.splitlines(), bombs.values(), strict=True):
        assert said.startswith(reason)
