"""Logs in the format `.eval`: zip archives of which only a few members are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from . import _header
from ._errors import Damaged
from ._fields import Wanted
from ._header import Header
from ._json import decode
from ._records import sample_decoder, summaries_decoder
from ._samples import UNNAMED_SCORE, in_order, newest, summary_of
from ._zip import Archive, Member

HEADER, START, SUMMARIES = "header.json", "_journal/start.json", "summaries.json"
_JOURNAL = rb"_journal/summaries/[0-9]+\.json"
_SAMPLES = rb"samples/[^\x00]+\.json"


def header_of(archive: Archive) -> Header:
    """What the log says of the evaluation; of a running one, what it said at its start.

    Raises:
        Damaged: If it says nothing, or is of a version to come.
    """
    member = archive.member(HEADER)
    start = archive.member(START) if member is None else None
    if member is None and start is None:
        raise Damaged(f"it holds neither {HEADER} nor {START}: it is no log of Inspect")
    found = member or start
    assert found is not None
    header = decode(archive.content(found), _header.decoder, found.name)
    _header.check_version(header.version)
    if member is None:
        header.status = "started"
    return header


def records_of(archive: Archive, wanted: Wanted) -> tuple[list[Any], list[str]]:
    """The samples, as records with the fields of summaries, and what is odd about them."""
    if wanted.full:
        return _from_samples(archive, wanted), []
    member = archive.member(SUMMARIES)
    if member is not None:
        return newest(summaries_of(archive, [member], wanted)), []
    journal = journal_of(archive)
    if journal:
        return newest(summaries_of(archive, journal, wanted)), []
    records = _from_samples(archive, wanted)
    return records, ["it has no summaries; the samples themselves were read"] if records else []


def journal_of(archive: Archive) -> list[Member]:
    """The parts of the journal of summaries, in the order in which they were written."""
    parts = {member.name: member for member in archive.members(_JOURNAL)}
    return sorted(parts.values(), key=lambda part: int(part.name.rsplit("/", 1)[1].removesuffix(".json")))


def is_running(archive: Archive) -> bool:
    """Whether a log is still being written, or was when it was left alone."""
    return archive.member(HEADER) is None and archive.member(SUMMARIES) is None


def summaries_of(archive: Archive, members: Iterable[Member], wanted: Wanted) -> Iterator[Any]:
    """The summaries in some members, as records."""
    decoder = summaries_decoder(wanted.fields())
    for member in members:
        yield from decode(archive.content(member), decoder, member.name)


def _from_samples(archive: Archive, wanted: Wanted) -> list[Any]:
    members = {member.name: member for member in archive.members(_SAMPLES)}
    fields = wanted.fields()
    decoder = sample_decoder(fields)
    samples = (decode(archive.content(member), decoder, member.name) for member in members.values())
    return in_order(summary_of(sample, fields, UNNAMED_SCORE) for sample in samples)
