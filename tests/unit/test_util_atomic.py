"""An earlier file is kept whatever goes wrong while a new one is written."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from heatmaps import graded, heatmap

from inspect_viz._util.atomic import replacing, write_bytes, write_text
from inspect_viz.plot import write_html, write_pdf, write_png, write_svg

posix = pytest.mark.skipif(os.name != "posix", reason="permissions, links and pipes as POSIX has them")
SECONDS = 60


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "picture.svg"
    file.write_bytes(b"old")
    return file


def test_a_file_is_replaced_and_nothing_else_is_left(old: Path) -> None:
    write_bytes(old, b"new")
    assert old.read_bytes() == b"new"
    write_text(old.with_name("b.html"), "line\nö\r\n")
    assert old.with_name("b.html").read_bytes() == "line\nö\r\n".encode()
    assert names(old.parent) == ["b.html", "picture.svg"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), SystemExit(3)])
def test_what_fails_within_leaves_the_old_file(old: Path, error: BaseException) -> None:
    def fail() -> None:
        with replacing(old) as draft:
            draft.write_bytes(b"half of the n")
            raise error

    with pytest.raises(type(error)):
        fail()
    assert old.read_bytes() == b"old"
    assert names(old.parent) == ["picture.svg"]


def test_text_that_cannot_be_encoded_leaves_the_old_file(old: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_text(old, "a\ud800")
    assert old.read_bytes() == b"old"


def test_a_reader_finds_the_old_file_until_the_new_one_is_whole(old: Path) -> None:
    with replacing(old) as draft:
        draft.write_bytes(b"new")
        assert old.read_bytes() == b"old"
        assert draft.suffix == old.suffix
    assert old.read_bytes() == b"new"


@posix
def test_who_reads_the_old_file_meanwhile_reads_it_to_its_end(old: Path) -> None:
    with open(old, "rb") as stream:
        write_bytes(old, b"new")
        assert stream.read() == b"old"


@posix
def test_permissions(old: Path) -> None:
    old.chmod(0o640)
    write_bytes(old, b"new")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    plain, ours = old.with_name("plain"), old.with_name("ours")
    plain.write_bytes(b"")
    write_bytes(ours, b"")
    assert ours.stat().st_mode == plain.stat().st_mode


@posix
def test_a_link_stays_a_link(old: Path) -> None:
    (old.parent / "deep").mkdir()
    target = old.parent / "deep" / "target.svg"
    link, dangling = old.with_name("link.svg"), old.with_name("dangling.svg")
    target.write_bytes(b"old")
    link.symlink_to(target)
    dangling.symlink_to(old.parent / "deep" / "none.svg")
    write_bytes(link, b"new")
    write_bytes(dangling, b"first")
    assert link.is_symlink()
    assert dangling.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(old.parent / "deep") == ["none.svg", "target.svg"]


@posix
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    write_bytes(pipe, b"through")
    reader.join(SECONDS)
    assert found == [b"through"]
    assert names(tmp_path) == ["pipe"]


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_must_not_be_written_is_not_replaced(old: Path) -> None:
    old.chmod(0o400)
    with pytest.raises(PermissionError):
        write_bytes(old, b"new")
    assert old.read_bytes() == b"old"


def test_the_user_hears_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_bytes(tmp_path / "none" / "a.svg", b"")


@posix
@pytest.mark.parametrize("write", [write_html, write_svg, write_png, write_pdf])
def test_a_full_disk_leaves_the_old_picture(tmp_path: Path, write: Callable[..., object]) -> None:
    """A limit on the size of files stands for the disk."""
    file = tmp_path / f"picture.{write.__name__.removeprefix('write_')}"
    file.write_bytes(b"old")
    code = f"""
import resource, signal
from heatmaps import graded, heatmap
from inspect_viz.plot import {write.__name__}
picture = heatmap(graded(3, 4))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    {write.__name__}({str(file)!r}, picture)
except OSError as error:
    print("OSError", error.errno)
"""
    made = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(Path(__file__).parents[1])])},
    )
    assert (made.stdout.split()[:1], made.stderr) == (["OSError"], "")
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == [file.name]


def test_pictures_replace_pictures(tmp_path: Path) -> None:
    for write, name in ((write_html, "a.html"), (write_svg, "a.svg"), (write_png, "a.png")):
        (tmp_path / name).write_bytes(b"old")
        write(tmp_path / name, heatmap(graded(2, 3)))
        assert (tmp_path / name).stat().st_size > 1000
    assert names(tmp_path) == ["a.html", "a.png", "a.svg"]


@posix
def test_a_killed_writer_leaves_the_old_file(old: Path) -> None:
    code = f"""
import os, signal
from inspect_viz._util.atomic import replacing
with replacing({str(old)!r}) as draft:
    draft.write_bytes(b"half of the n")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    made = subprocess.run([sys.executable, "-c", code], timeout=SECONDS, check=False)
    assert made.returncode == -signal.SIGKILL
    assert old.read_bytes() == b"old"
