"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

NEW_FILE = 0o666
PRIVATE_FILE = 0o600
MOST_LETTERS = 40


@contextlib.contextmanager
def replacing(file: str | os.PathLike[str], mode: int = NEW_FILE) -> Iterator[Path]:
    """The path of an empty draft in the folder of `file`, which takes its place when the block ends well.

    The old file stays as it was if anything fails, be it a full disk or Ctrl-C. Links are followed, the permissions
    of an old file kept; what is no ordinary file, such as a pipe, is written to directly.

    Args:
        file: Where it will be.
        mode: The permissions of a new file.

    Raises:
        OSError: If the folder or the disk refuses, or the old file must not be written.
    """
    target = Path(os.path.realpath(file))
    old = _old(target)
    if old is not None and not stat.S_ISREG(old.st_mode):
        yield target
        return
    draft = target.with_name(f".{target.stem[:MOST_LETTERS]}-{secrets.token_hex(6)}{target.suffix}")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
        yield draft
        if old is not None:
            _take_over(draft, old)
        os.replace(draft, target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def write_bytes(file: str | os.PathLike[str], data: bytes, mode: int = NEW_FILE) -> None:
    """Write a file whole or not at all; see `replacing`."""
    with replacing(file, mode) as draft:
        draft.write_bytes(data)


def write_text(file: str | os.PathLike[str], text: str) -> None:
    """Write text as UTF-8 with its own line ends, whole or not at all; see `replacing`."""
    write_bytes(file, text.encode("utf-8"))


def _old(target: Path) -> os.stat_result | None:
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return old


def _take_over(draft: Path, old: os.stat_result) -> None:
    """Give the draft the old permissions, and wait until the disk holds it: only then may the old file go."""
    os.chmod(draft, stat.S_IMODE(old.st_mode))
    with open(draft, "rb+") as stream:
        os.fsync(stream.fileno())
