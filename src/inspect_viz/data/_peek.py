"""The first bytes of a file: is it what its name says?"""

from __future__ import annotations

import gzip
import os
import zlib
from dataclasses import dataclass
from io import BufferedIOBase

from ._errors import FileError

_HEAD = 1 << 20
_SIGNATURES = (
    (b"PAR1", "a parquet file", ".parquet"),
    (b"\x1f\x8b", "compressed with gzip", ".gz after its other ending"),
    (b"PK\x03\x04", "a zip archive (such as an Excel sheet or an evaluation log)", None),
    (b"\xd0\xcf\x11\xe0", "an old Excel sheet", None),
    (b"ARROW1", "an Arrow file", None),
    (b"SQLite format 3\x00", "a SQLite database", None),
    (b"%PDF", "a PDF", None),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd", None),
    (b"BZh", "compressed with bzip2", None),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Peek:
    """A file and how it begins, unpacked."""

    path: str
    gzipped: bool
    head: bytes
    last: bytes
    """The last byte that is no white space."""

    size: int
    """Bytes, unpacked."""

    @property
    def name(self) -> str:
        return os.path.basename(self.path)

    @property
    def whole(self) -> bool:
        """Whether `head` is all there is."""
        return len(self.head) < _HEAD

    def text(self) -> str:
        """The beginning as text.

        Raises:
            FileError: If it is not UTF-8 text, or another kind of file.
        """
        refuse_signature(self)
        if self.head.startswith(_UTF16) or b"\x00" in self.head[:4]:
            raise not_utf8(self)
        try:
            return _decoded(self.head, cut=not self.whole).removeprefix("\ufeff")
        except UnicodeDecodeError:
            raise not_utf8(self) from None


def peek(path: str, gzipped: bool) -> Peek:
    """Read the beginning and the end of a file; a packed one is unpacked to its end, which proves it whole.

    Raises:
        FileError: If it is empty, cannot be opened or unpacked.
    """
    try:
        with gzip.open(path) if gzipped else open(path, "rb") as stream:
            head = stream.read(_HEAD)
            last = _last(stream, head, gzipped)
            found = Peek(path, gzipped, head, last, stream.tell())
    except (EOFError, zlib.error):
        raise cut_off(path) from None
    except gzip.BadGzipFile:
        raise FileError(f"The file {os.path.basename(path)!r} ends in .gz, but is not gzip.") from None
    except OSError as error:
        raise FileError(f"The file {os.path.basename(path)!r} cannot be opened: {error.strerror}.") from error
    if not found.head.removeprefix(_BOM).strip():
        raise FileError(f"The file {found.name!r} is empty.")
    return found


def _last(stream: BufferedIOBase, head: bytes, gzipped: bool) -> bytes:
    last = head.rstrip()[-1:]
    if not gzipped:
        stream.seek(max(len(head), stream.seek(0, os.SEEK_END) - _HEAD))
    while chunk := stream.read(_HEAD):
        last = (last + chunk).rstrip()[-1:]
    return last


def refuse_signature(file: Peek) -> None:
    """Refuse a file whose first bytes say that it is something else than text."""
    for signature, what, ending in _SIGNATURES:
        if file.head.startswith(signature):
            advice = f" Let its name end in {ending}." if ending else ""
            raise FileError(f"The file {file.name!r} is {what}, which its name does not say.{advice}")


def cut_off(path: str) -> FileError:
    """The error for a file that ends too early."""
    return FileError(f"The file {os.path.basename(path)!r} is cut off: it ends before its content does.")


def not_utf8(file: Peek) -> FileError:
    """The error for text in another encoding, which says how to mend it."""
    return FileError(
        f"The file {file.name!r} is not UTF-8 text. Save it as UTF-8, or name its encoding: "
        f"Data.from_dataframe(pandas.read_csv({file.name!r}, encoding='latin-1'))."
    )


def _decoded(head: bytes, cut: bool) -> str:
    import codecs

    return codecs.getincrementaldecoder("utf-8")().decode(head, final=not cut)
