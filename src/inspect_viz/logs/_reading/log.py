"""One log to one part of a table: a pure function of the log's bytes, which any process can run."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from inspect_viz.logs._errors import Damaged, LogError
from inspect_viz.logs._format.eval import header_of, is_running, journal_of, records_of, repeats_in, summaries_of
from inspect_viz.logs._format.fields import Wanted
from inspect_viz.logs._format.header import Header
from inspect_viz.logs._format.json import json_log, object_log
from inspect_viz.logs._format.zip import Archive, Member
from inspect_viz.logs._store.open import LogFile, Source, Torn, is_settled, one_line, opened
from inspect_viz.logs._table.assemble import joined, newest_rows
from inspect_viz.logs._table.new_part import keyed_columns, part_of, running_part
from inspect_viz.logs._table.part import KEY, Part

PATIENCE = 3.0
"""Seconds after which a log that changes each time that it is read is given up."""

FIRST_PAUSE, LONGEST_PAUSE = 0.005, 0.1
"""Seconds before a log that changed while it was read is read again; doubled each time."""

LARGEST_JSON = 4 << 30
"""Bytes of a .json log, all of which are in memory at once."""


@dataclass(frozen=True)
class Unread:
    """A log that could not be read."""

    error: LogError


def read_log(path: str, wanted: Wanted, known: Part | None = None) -> pa.Buffer | Unread:
    """The part of a log, as bytes, or `Unread`. Never raises because of what is in the log.

    A log that changes while it is read, or that is torn and was written a moment ago, is read again, so that what
    comes out is one of its states.

    Args:
        path: The log.
        wanted: What is wanted of it.
        known: What was read of it before: of a log that is being written, only what came since is read.
    """
    pause, end = FIRST_PAUSE, time.monotonic() + PATIENCE
    while True:
        try:
            return _read(path, wanted, known)
        except _Changed as changed:
            if time.monotonic() > end:
                return Unread(changed.error)
        except LogError as error:
            return Unread(error)
        time.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)


class _Changed(Exception):
    def __init__(self, error: LogError) -> None:
        super().__init__(error)
        self.error = error


def _read(path: str, wanted: Wanted, known: Part | None) -> pa.Buffer:
    _check_path(path)
    with opened(path) as source:
        try:
            return _part(source, wanted, known)
        except (LogError, OSError):
            raise
        except Exception as error:
            failure = LogError(path, _reason(error))
            if _is_now(path) != source.file or (isinstance(error, Torn) and not is_settled(source.file)):
                raise _Changed(failure) from error
            raise failure from error


def _check_path(path: str) -> None:
    try:
        path.encode()
    except UnicodeEncodeError as error:
        raise LogError(path, "its path is not UTF-8", "rename it") from error


_REASONS = {
    RecursionError: "it is nested too deeply",
    MemoryError: "there is not enough memory to read it",
    OverflowError: "it holds a number that is too large",
}


def _reason(error: Exception) -> str:
    """What is wrong with a log, by what was raised when it was read."""
    if isinstance(error, Damaged):
        return one_line(str(error))
    known = next((reason for kind, reason in _REASONS.items() if isinstance(error, kind)), "")
    return known or one_line(f"it is not what a log holds ({type(error).__name__}: {error})")


def _is_now(path: str) -> LogFile:
    with opened(path) as source:
        return source.file


def _part(source: Source, wanted: Wanted, known: Part | None) -> pa.Buffer:
    if is_json(source.file.path):
        _check_size(source.file)
        log, samples = json_log(source.all(), wanted)
        return part_of(log, samples, source.file, wanted, whole=wanted.full)
    archive = Archive(source.read, source.file.size)
    header = header_of(archive)
    journal = journal_of(archive) if is_running(archive) and not wanted.full else []
    if journal:
        return _running(archive, header, journal, source.file, wanted, known)
    found = records_of(archive, wanted, header.invalidated)
    return part_of(
        header,
        found.samples,
        source.file,
        wanted,
        whole=wanted.full,
        **found.repeats._asdict(),
        notes=list(found.notes),
    )


def _check_size(file: LogFile) -> None:
    if file.size > LARGEST_JSON:
        reason = f"it has {file.size:,} bytes, and .json logs are read up to {LARGEST_JSON:,}"
        raise LogError(file.path, reason, "convert it: inspect log convert --to eval")


def is_json(path: str) -> bool:
    """Whether a log is in the format `.json`."""
    return PurePath(path).suffix.lower() == ".json"


def _running(
    archive: Archive, header: Header, journal: Sequence[Member], file: LogFile, wanted: Wanted, known: Part | None
) -> pa.Buffer:
    """The part of a log that is being written: what is known of it, and what was written since."""
    marks = [(member.name, member.crc, member.size) for member in journal]
    before = known.facts.journal if known is not None and known.facts.eval_id == header.eval_id else []
    if not before or marks[: len(before)] != before:
        known, before = None, []
    fresh = summaries_of(archive, journal[len(before) :], wanted)
    columns = keyed_columns(fresh.samples, header, wanted)
    read, again = len(fresh.samples) + fresh.repeats.again, 0
    if known is not None:
        read, again = read + known.batch.num_rows, known.facts.again
        columns = newest_rows(joined([known.batch, pa.record_batch(columns)]))
    kept = len(columns[KEY])
    held = repeats_in(archive, kept)
    repeats = fresh.repeats._replace(again=held.again or again + read - kept).with_members(held)
    return running_part(header, columns, file, wanted, journal=marks, **repeats._asdict())


def read_object(log: Any, wanted: Wanted) -> pa.Buffer:
    """The part of an `EvalLog` in memory, as bytes.

    Raises:
        LogError: If it is none.
    """
    path = str(getattr(log, "location", "") or "")
    try:
        header, records = object_log(log, wanted)
        return part_of(header, records, LogFile(path, 0, ""), wanted, whole=True)
    except Exception as error:
        raise LogError(path or "an EvalLog", _reason(error)) from error
