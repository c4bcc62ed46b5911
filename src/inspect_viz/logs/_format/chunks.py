"""Samples that lie in several members: a shell `samples/<id>_epoch_<n>/sample.json`, metadata and sequences beside it.

Sequences (`messages/0.json`, `attachments/1000.json`, ...) are cut into lists; each is named by the index of its first
item. The shell tells by ranges which messages are the conversation, and texts are references to attachments by index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from .decode import decode
from .zip import Archive, Member

SHELL = "/sample.json"
_SHELL = re.compile(r"samples/.+_epoch_[0-9]+/sample\.json", re.DOTALL)
_WHOLE = re.compile(r"samples/.+_epoch_[0-9]+\.json", re.DOTALL)
_ATTACHMENTS = re.compile(r"attachments/([0-9]{1,18})\.json")
_REFERENCE = b"attachment://"


class Refs(msgspec.Struct):
    message_refs: list[tuple[int, int]] = []


_refs = msgspec.json.Decoder(Refs)
_metadata = msgspec.json.Decoder(dict[str, Any])
_texts = msgspec.json.Decoder(list[str])


def heads(members: Mapping[str, Member]) -> list[Member]:
    """Of all members below `samples/`, those that are samples or the shells of samples."""
    if not any(_SHELL.fullmatch(name) for name in members):
        return list(members.values())
    return [member for name, member in members.items() if _SHELL.fullmatch(name) or _WHOLE.fullmatch(name)]


def is_shell(member: Member) -> bool:
    """Whether a member is the shell of a sample."""
    return bool(_SHELL.fullmatch(member.name))


def put_together(archive: Archive, members: Mapping[str, Member], shell: Member, sample: Any) -> Any:
    """A sample that was decoded from its shell, with what lies beside it as far as it has fields for it.

    Args:
        archive: The log.
        members: All members below `samples/`, by name.
        shell: The member of the shell.
        sample: What was decoded of it; it is changed.
    """
    place = shell.name.removesuffix(SHELL)
    beside = members.get(f"{place}/metadata.json")
    if hasattr(sample, "metadata") and beside is not None:
        sample.metadata = decode(archive.content(beside), _metadata, beside.name)
    if hasattr(sample, "messages"):
        refs = decode(archive.content(shell), _refs, shell.name).message_refs
        sample.messages = range(sum(max(0, end - start) for start, end in refs))
    if hasattr(sample, "attachments") and _REFERENCE in archive.content(shell):
        sample.attachments = _attachments(archive, place, members.values())
    return sample


def _attachments(archive: Archive, place: str, members: Iterable[Member]) -> dict[str, str]:
    """Index to text of the attachments of a sample."""
    found: dict[str, str] = {}
    for member in members:
        own = _ATTACHMENTS.fullmatch(member.name.removeprefix(f"{place}/"))
        if own and member.name.startswith(f"{place}/"):
            texts = decode(archive.content(member), _texts, member.name)
            found.update((str(int(own[1]) + number), text) for number, text in enumerate(texts))
    return found
