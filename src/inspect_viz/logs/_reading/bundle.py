"""Many parts as one: columns that are the same in several logs, such as the questions of a task, are kept once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from struct import Struct
from struct import error as StructError

import msgspec
import pyarrow as pa  # type: ignore[import-untyped]

from inspect_viz.logs._errors import Damaged
from inspect_viz.logs._table.part import Facts, Part

_SIZE = Struct("<Q")


class _Front(msgspec.Struct):
    """What stands before the columns.

    Args:
        facts: Those of each part.
        columns: Name and number of the columns of each part.
        sizes: Bytes of the streams behind, each with one batch of columns, which are numbered through.
    """

    facts: list[Facts]
    columns: list[list[tuple[str, int]]]
    sizes: list[int]


_ALIGNMENT = 64
_FAILURES = (
    *(pa.ArrowException, StructError, ArithmeticError, LookupError, TypeError, ValueError, OSError),
    RuntimeError,  # a generator whose StopIteration says that a stream is empty
)

_decoder = msgspec.msgpack.Decoder(_Front)


class Bundled(Part):
    """A part that came from a bundle."""

    def __init__(self, facts: Facts, batch: pa.RecordBatch) -> None:
        self.facts = facts
        self.batch = batch

    @property
    def data(self) -> pa.Buffer:
        return self.packed()


def bundled(parts: Sequence[Part]) -> bytes:
    """Parts as bytes; `unbundled` gives them back."""
    pool = _Pool()
    numbers = [
        [(name, pool.number(array)) for name, array in zip(part.batch.schema.names, part.batch.columns, strict=True)]
        for part in parts
    ]
    streams, places = pool.streams()
    columns = [[(name, places[number]) for name, number in own] for own in numbers]
    front = msgspec.msgpack.encode(_Front([part.facts for part in parts], columns, [len(own) for own in streams]))
    head = _SIZE.pack(len(front)) + front
    return b"".join([head.ljust(_aligned(len(head)), b"\0"), *streams])


def _aligned(size: int) -> int:
    """The next place at which Arrow may lie: it warns of numbers between the words of the machine."""
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def unbundled(data: pa.Buffer | bytes) -> list[Part]:
    """The parts of which `bundled` made bytes.

    Raises:
        Damaged: If it did not make these.
    """
    try:
        whole = pa.py_buffer(data)
        (length,) = _SIZE.unpack_from(whole)
        start = _aligned(_SIZE.size + length)
        front = _decoder.decode(whole.slice(_SIZE.size, length))
        arrays = list(_arrays(whole, start, front.sizes))
        return [_part(facts, own, arrays) for facts, own in zip(front.facts, front.columns, strict=True)]
    except _FAILURES as error:
        raise Damaged("these are no parts of a table of samples") from error


def _part(facts: Facts, own: Iterable[tuple[str, int]], arrays: Sequence[pa.Array]) -> Part:
    names, numbers = zip(*own, strict=True)
    return Bundled(facts, pa.record_batch([arrays[number] for number in numbers], list(names)))


def _arrays(whole: pa.Buffer, start: int, sizes: Iterable[int]) -> Iterator[pa.Array]:
    for size in sizes:
        yield from pa.ipc.open_stream(whole.slice(start, size)).read_next_batch().columns
        start += size


class _Pool:
    """Arrays, each different one once."""

    def __init__(self) -> None:
        self._arrays: list[pa.Array] = []
        self._alike: dict[tuple[pa.DataType, int], list[int]] = {}

    def number(self, array: pa.Array) -> int:
        """Which of the arrays this one is."""
        alike = self._alike.setdefault((array.type, len(array)), [])
        found = next((number for number in alike if self._arrays[number].equals(array)), None)
        if found is None:
            found = len(self._arrays)
            alike.append(found)
            self._arrays.append(array)
        return found

    def streams(self) -> tuple[list[pa.Buffer], list[int]]:
        """A stream for all arrays of one length, and at which place each array is in all of them together."""
        order = sorted(range(len(self._arrays)), key=lambda number: len(self._arrays[number]))
        lengths = dict.fromkeys(len(self._arrays[number]) for number in order)
        streams = [_stream([self._arrays[n] for n in order if len(self._arrays[n]) == length]) for length in lengths]
        places = [0] * len(order)
        for place, number in enumerate(order):
            places[number] = place
        return streams, places


def _stream(arrays: Sequence[pa.Array]) -> pa.Buffer:
    batch = pa.record_batch(list(arrays), [str(number) for number in range(len(arrays))])
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return sink.getvalue()
