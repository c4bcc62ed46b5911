"""Logs in the format `.eval`: zip archives of which only a few members are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from msgspec.json import Decoder

from inspect_viz.logs._errors import Damaged
from inspect_viz.logs._store.open import Torn

from .chunks import heads, is_shell, put_together
from .decode import decode
from .fields import INVALIDATION, Wanted
from .header import Header, decoder
from .lists import objects_of
from .records import Invalidation, sample_decoder, summaries_decoder
from .summary import NO_REPEATS, UNNAMED_SCORE, Repeats, in_order, newest_of, summary_of
from .zip import PIECE, Archive, Member

HEADER, START, SUMMARIES = "header.json", "_journal/start.json", "summaries.json"
_JOURNAL = b"_journal/summaries/", b".json"
_SAMPLES = b"samples/", b".json"
_invalidations = Decoder(Invalidation)
_PART = re.compile(r"_journal/summaries/([0-9]{1,18})\.json")


def header_of(archive: Archive) -> Header:
    """What the log says of the evaluation; of a running one, what it said at its start.

    Raises:
        Damaged: If it says nothing.
    """
    member = archive.member(HEADER)
    start = archive.member(START) if member is None else None
    if member is None and start is None:
        raise Damaged(f"it holds neither {HEADER} nor {START}: it is no log of Inspect")
    found = member or start
    assert found is not None
    header = decode(archive.content(found), decoder, found.name)
    if member is None:
        header.status = "started"
    return header


@dataclass(frozen=True)
class Records:
    """The samples of a log.

    Args:
        samples: Records with the fields of summaries.
        repeats: How many of them stand there more than once.
        notes: What is odd about them.
    """

    samples: list[Any]
    repeats: Repeats = NO_REPEATS
    notes: tuple[str, ...] = ()


def records_of(archive: Archive, wanted: Wanted, invalidated: bool) -> Records:
    """The samples of a log that is complete, some of which may have been declared invalid."""
    member = archive.member(SUMMARIES)
    summaries = journal_of(archive) if member is None else [member]
    found = Records([]) if wanted.full else summaries_of(archive, summaries, wanted)
    if not found.samples:
        samples = _from_samples(archive, wanted)
        why = "its summaries are empty" if summaries else "it has no summaries"
        notes = (f"{why}; the samples themselves were read",) if samples and not wanted.full else ()
        return Records(samples, repeats_in(archive, len(samples)), notes)
    if invalidated and INVALIDATION in wanted.fields():
        found = replace(found, samples=with_invalidations(archive, found.samples))
    repeats = found.repeats.with_members(repeats_in(archive, len(found.samples)))
    return replace(found, repeats=repeats, notes=_untold(archive, len(found.samples)))


def with_invalidations(archive: Archive, records: list[Any]) -> list[Any]:
    """Summaries that tell what only whole samples tell: which of them were declared invalid."""
    members = heads({member.name: member for member in archive.members(*_SAMPLES)})
    archive.check_all(members)
    told = (decode(archive.content(member), _invalidations, member.name) for member in members)
    found = {(str(own.id), own.epoch): own.invalidation for own in told if own.invalidation is not None}
    for record in records:
        record.invalidation = found.get((str(record.id), record.epoch))
    return records


def repeats_in(archive: Archive, samples: int) -> Repeats:
    """Which samples stand in a log more than once: one that is run again is written again, under its name.

    Args:
        archive: The log.
        samples: How many different ones it has, as far as is known.
    """
    names: dict[str, list[Member]] = {}
    for member in archive.members(*_SAMPLES) if archive.count(b"samples/") > samples else ():
        names.setdefault(member.name, []).append(member)
    several = [own for own in names.values() if len(own) > 1]
    return Repeats(**Counter(kind for own in several for kind in {_repeat(archive, *two) for two in pairwise(own)}))


def _repeat(archive: Archive, old: Member, new: Member) -> str:
    """Why there are two members of one name; of such that are the same the summaries tell whether they are copies."""
    if (old.crc, old.size) == (new.crc, new.size):
        return "again"
    try:
        one, other = (decode(archive.content(member), _invalidations, member.name) for member in (old, new))
    except Damaged:
        return "again"
    return "again" if type(one.id) is type(other.id) else "alike"


def _untold(archive: Archive, samples: int) -> tuple[str, ...]:
    """A note where a log holds more samples than its summaries tell of."""
    held = {name.removesuffix(".json").split("/", 2)[1] for name in _names(archive, samples)}
    more = f"its summaries tell of {samples:,} of its {len(held):,} samples, and only those are in the table"
    return (more,) if len(held) > samples else ()


def _names(archive: Archive, samples: int) -> Counter[str]:
    """The names of whole samples, and how often each is there, if they are more than so many samples."""
    if archive.count(b"samples/") <= samples:
        return Counter()
    return Counter(member.name for member in archive.members(*_SAMPLES))


def journal_of(archive: Archive) -> list[Member]:
    """The parts of the journal of summaries, in the order in which they were written."""
    parts = {int(own[1]): member for member in archive.members(*_JOURNAL) if (own := _PART.fullmatch(member.name))}
    archive.check_all(parts.values())
    return [parts[number] for number in sorted(parts)]


def is_running(archive: Archive) -> bool:
    """Whether a log is still being written, or was when it was left alone."""
    return archive.member(HEADER) is None and archive.member(SUMMARIES) is None


def summaries_of(archive: Archive, members: Iterable[Member], wanted: Wanted) -> Records:
    """The summaries in some members, as records: the newest of each sample."""
    return Records(*newest_of(_lists(archive, members, summaries_decoder(wanted.fields()))))


def _lists(archive: Archive, members: Iterable[Member], decoder: Decoder[list[Any]]) -> Iterator[list[Any]]:
    for member in members:
        if member.size > PIECE:
            yield from _long_list(archive, member, decoder)
        else:
            yield decode(archive.content(member), decoder, member.name)


def _long_list(archive: Archive, member: Member, decoder: Decoder[list[Any]]) -> Iterator[list[Any]]:
    """The summaries in a large member; where it is written so that it cannot be cut, it is read at once."""
    count = 0
    try:
        for records in objects_of(archive.pieces(member), decoder, member.name):
            yield records
            count += len(records)
    except Torn:
        raise
    except Damaged:
        yield decode(archive.content(member), decoder, member.name)[count:]


def _from_samples(archive: Archive, wanted: Wanted) -> list[Any]:
    members = {member.name: member for member in archive.members(*_SAMPLES)}
    whole = heads(members)
    archive.check_all(whole)
    fields = wanted.fields()
    decoder = sample_decoder(fields)
    samples = (
        _whole(archive, members, member, decode(archive.content(member), decoder, member.name)) for member in whole
    )
    return in_order(summary_of(sample, fields, UNNAMED_SCORE) for sample in samples)


def _whole(archive: Archive, members: Mapping[str, Member], member: Member, sample: Any) -> Any:
    return put_together(archive, members, member, sample) if is_shell(member) else sample
