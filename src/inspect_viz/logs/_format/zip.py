"""Members of a zip archive by ranged reads: only the directory and what is asked for is touched."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from struct import Struct
from struct import error as StructError

import zstandard

from inspect_viz.logs._store.open import Torn

LARGEST_DIRECTORY = 1 << 30
LARGEST_MEMBER = 2 << 30
SMALL_MEMBER = 16 << 20
LARGEST_RATIO = 1000
"""JSON of samples shrinks 10 to 500 times. A member of more than 16 MB that shrinks further is no log."""

PIECE = 4 << 20
"""Bytes of a large member that are unpacked at once."""

STORED, DEFLATED, ZSTD = 0, 8, 93
_TAIL = 1 << 16
_END = Struct("<4sHHHHIIH")
_END64_LOCATOR = Struct("<4sIQI")
_END64 = Struct("<4sQHHIIQQQQ")
_CENTRAL = Struct("<4sHHHHHHIIIHHHHHII")
_LOCAL = Struct("<4sHHHHHIIIHH")
_EXTRA = Struct("<HH")
_LONG = Struct("<Q")
_ENTRY = b"PK\x01\x02"
_FULL = 0xFFFFFFFF

Read = Callable[[int, int], bytes]
"""The bytes from an offset on, as many as given, fewer at the end of the file."""


@dataclass(frozen=True)
class Member:
    """Where a member lies and what it must be. Sizes in bytes."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    encrypted: bool


class Archive:
    """A zip archive.

    Args:
        read: Reads a range of it.
        size: Its size in bytes.

    Raises:
        Torn: If it is none.
    """

    def __init__(self, read: Read, size: int) -> None:
        self._read = read
        self._size = size
        self._directory = _directory(read, size)

    def member(self, name: str) -> Member | None:
        """The member of this name; the last where there are several, as in every zip reader."""
        wanted, directory = name.encode(), self._directory
        at = directory.rfind(wanted)
        while at >= 0:
            start = at - _CENTRAL.size
            if (
                directory[start : start + 4] == b"PK\x01\x02"
                and start >= 0
                and _name_size(directory, start) == len(wanted)
            ):
                return _member(directory, start)
            at = directory.rfind(wanted, 0, at + len(wanted) - 1)
        return None

    def members(self, folder: bytes, ending: bytes) -> Iterator[Member]:
        """The members whose names begin and end as said, in order.

        The directory is searched as text. It is not walked: walking takes as long as reading the samples does.
        """
        for match in re.finditer(rb"PK\x01\x02(?=.{42}" + re.escape(folder) + rb")", self._directory, re.DOTALL):
            name = match.start() + _CENTRAL.size
            if self._directory.endswith(ending, name + len(folder), name + _name_size(self._directory, match.start())):
                yield _member(self._directory, match.start())

    def check_all(self, members: Iterable[Member]) -> None:
        """Whether members can be what they claim, all together: in bombs, many of them are the same bytes.

        Raises:
            Torn: If they are more than a log of this size holds.
        """
        claimed = sum(member.size for member in members)
        if claimed > max(SMALL_MEMBER, LARGEST_RATIO * self._size):
            whole = f"more than a log of {self._size:,} bytes holds"
            raise Torn(f"its members claim {claimed:,} bytes unpacked, which is {whole}")

    def count(self, text: bytes) -> int:
        """How often a text stands in the directory; so many members, or fewer, have it in their names."""
        return self._directory.count(text)

    def content(self, member: Member) -> bytes:
        """The bytes of a member.

        Raises:
            Torn: If they are not there, too many, or not what the directory says.
        """
        _check(member, self._size)
        packed = self._packed(member)
        data = _unpacked(member, packed)
        if len(data) != member.size or zlib.crc32(data) != member.crc:
            raise _mismatch(member)
        return data

    def pieces(self, member: Member) -> Iterator[bytes]:
        """The bytes of a member, `PIECE` at a time, so that not all of them are in memory at once.

        Raises:
            Torn: As `content` does, some of it only behind the last piece.
        """
        _check(member, self._size)
        size = crc = 0
        for piece in _unpacked_pieces(member, self._packed(member)):
            size, crc = size + len(piece), zlib.crc32(piece, crc)
            if size > member.size:
                break
            yield piece
        if size != member.size or crc != member.crc:
            raise _mismatch(member)

    def _packed(self, member: Member) -> bytes:
        guess = _LOCAL.size + len(member.name.encode()) + 64
        chunk = self._read(member.offset, guess + member.packed)
        if len(chunk) < _LOCAL.size or chunk[:4] != b"PK\x03\x04":
            raise Torn(f"{member.name} is not where the archive's directory says")
        *_, name, extra = _LOCAL.unpack_from(chunk)
        start = _LOCAL.size + name + extra
        if len(chunk) < start + member.packed:
            chunk = self._read(member.offset, start + member.packed)
        if len(chunk) < start + member.packed:
            raise Torn(f"{member.name} is cut off")
        return chunk[start : start + member.packed]


def _directory(read: Read, size: int) -> bytes:
    """The central directory."""
    length = min(size, _TAIL + _END.size)
    tail = read(size - length, length)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise Torn(_no_archive(read(0, 4), size))
    *_, entries, length, offset, _ = _END.unpack_from(tail, at)
    if entries == 0xFFFF or _FULL in (length, offset):
        length, offset = _end64(read, size - len(tail) + at) or (length, offset)
    if offset + length > size or length > LARGEST_DIRECTORY:
        raise Torn("the archive's directory lies outside of the file: it is cut off or damaged")
    return read(offset, length)


def _no_archive(head: bytes, size: int) -> str:
    if size == 0:
        return "it is empty"
    return "it is cut off or was being written" if head == b"PK\x03\x04" else "it is no .eval file (no zip archive)"


def _end64(read: Read, end: int) -> tuple[int, int] | None:
    locator = read(max(0, end - _END64_LOCATOR.size), _END64_LOCATOR.size)
    if len(locator) < _END64_LOCATOR.size or locator[:4] != b"PK\x06\x07":
        return None
    record = read(_END64_LOCATOR.unpack(locator)[2], _END64.size)
    if len(record) < _END64.size or record[:4] != b"PK\x06\x06":
        raise Torn("the archive's directory is damaged")
    *_, length, offset = _END64.unpack(record)
    return length, offset


def _name_size(directory: bytes, start: int) -> int:
    return int.from_bytes(directory[start + 28 : start + 30], "little")


def _member(directory: bytes, start: int) -> Member:
    try:
        fields = _CENTRAL.unpack_from(directory, start)
        _, _, _, flags, method, _, _, crc, packed, size, name, extra, _, _, _, _, offset = fields
        at = start + _CENTRAL.size
        longs = _longs(directory[at + name : at + name + extra])
        size = next(longs) if size == _FULL else size
        packed = next(longs) if packed == _FULL else packed
        offset = next(longs) if offset == _FULL else offset
    except (StructError, StopIteration) as error:
        raise Torn("the archive's directory is damaged") from error
    text = directory[at : at + name].decode("utf-8", "replace")
    return Member(text, method, crc, packed, size, offset, bool(flags & 1))


def _longs(extra: bytes) -> Iterator[int]:
    """The 64-bit numbers of a zip64 field."""
    at = 0
    while at + _EXTRA.size <= len(extra):
        kind, length = _EXTRA.unpack_from(extra, at)
        at += _EXTRA.size
        if kind == 1:
            yield from (_LONG.unpack_from(extra, i)[0] for i in range(at, min(at + length, len(extra)) - 7, 8))
        at += length


def _check(member: Member, size: int) -> None:
    if member.encrypted:
        raise Torn(f"{member.name} is encrypted")
    if member.offset + member.packed > size:
        raise Torn(f"{member.name} lies outside of the file: it is cut off or damaged")
    bomb = member.size > SMALL_MEMBER and member.size > LARGEST_RATIO * member.packed
    if member.size > LARGEST_MEMBER or bomb:
        raise Torn(f"{member.name} claims {member.size:,} bytes unpacked, which is more than a log holds")


def _mismatch(member: Member) -> Torn:
    return Torn(f"{member.name} does not match its checksum: the archive is damaged or was being written")


def _unpacked(member: Member, packed: bytes) -> bytes:
    if member.method == STORED:
        return packed
    with _unpacking(member):
        if member.method == DEFLATED:
            return zlib.decompressobj(-15).decompress(packed, member.size + 1)
        if zstandard.frame_content_size(packed) == member.size:
            return zstandard.ZstdDecompressor().decompress(packed)
        with _zstd_stream(packed) as stream:
            return stream.read(member.size + 1)


def _unpacked_pieces(member: Member, packed: bytes) -> Iterator[bytes]:
    with _unpacking(member):
        if member.method == STORED:
            yield from (packed[at : at + PIECE] for at in range(0, len(packed), PIECE))
        elif member.method == DEFLATED:
            yield from _inflated(packed)
        else:
            with _zstd_stream(packed) as stream:
                while piece := stream.read(PIECE):
                    yield piece


@contextmanager
def _unpacking(member: Member) -> Iterator[None]:
    if member.method not in (STORED, DEFLATED, ZSTD):
        raise Torn(f"{member.name} is compressed by method {member.method}, which no log uses (0, 8 and 93 are known)")
    try:
        yield
    except (zlib.error, zstandard.ZstdError) as error:
        raise Torn(f"{member.name} cannot be unpacked ({error})") from error


def _inflated(packed: bytes) -> Iterator[bytes]:
    stream = zlib.decompressobj(-15)
    while piece := stream.decompress(packed, PIECE):
        yield piece
        packed = stream.unconsumed_tail


def _zstd_stream(packed: bytes) -> zstandard.ZstdDecompressionReader:
    return zstandard.ZstdDecompressor().stream_reader(packed, read_across_frames=True)
