"""What of a log's JSON is decoded, as types for msgspec: fields that nobody asked for are skipped, not parsed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import msgspec


class ScoreMetadata(msgspec.Struct, gc=False):
    """What logs of some versions say in the metadata of a score."""

    unscored_reason: Any = None


class Score(msgspec.Struct, gc=False):
    """A score; `value` is absent in scores that were never given one."""

    value: Any = None
    reason: str | None = None
    metadata: ScoreMetadata | None = None

    def why(self) -> str | None:
        """Why it is not what it should be, such as "refusal"; None where nothing is said."""
        told = self.reason
        if told is None and self.metadata is not None and self.metadata.unscored_reason is not None:
            told = str(self.metadata.unscored_reason)
        return told or None


class Usage(msgspec.Struct, gc=False):
    """Tokens that a model used for a sample, in the order in which inspect_ai writes them."""

    input_tokens: int = 0
    output_tokens: int = 0
    total_tokens: int = 0
    input_tokens_cache_write: int | None = None
    input_tokens_cache_read: int | None = None
    reasoning_tokens: int | None = None
    total_cost: float | None = None


class Fallback(msgspec.Struct, gc=False):
    """How often another model stood in."""

    count: int = 1


class Skipped(msgspec.Struct, gc=False):
    """An object that is only counted."""


class Failure(msgspec.Struct, gc=False):
    """An error of a whole sample."""

    message: str = ""


class Limit(msgspec.Struct, gc=False):
    """A limit that a whole sample met."""

    type: str
    reason: str | None = None


_REQUIRED: dict[str, Any] = {
    "id": int | str,
    "epoch": int,
    "input": str | list[Any],
    "target": str | list[str],
}

_SHARED: dict[str, Any] = {
    "choices": list[str] | None,
    "description": str | None,
    "metadata": dict[str, Any],
    "scores": dict[str, Score] | None,
    "model_usage": dict[str, Usage],
    "model_fallbacks": list[Fallback] | None,
    "total_time": float | None,
    "working_time": float | None,
    "uuid": str | None,
    "turn_count": int | None,
    "token_limit_usage": int | None,
    "invalidation": Any,
}

_SUMMARY: dict[str, Any] = {
    **_SHARED,
    "error": str | None,
    "limit": str | None,
    "limit_reason": str | None,
    "retries": int | None,
    "message_count": int | None,
}

_SAMPLE: dict[str, Any] = {
    **_SHARED,
    "error": Failure | None,
    "limit": Limit | None,
    "error_retries": list[Skipped] | None,
    "messages": list[Skipped],
    "score": Score | None,
    "attachments": dict[str, str],
}

_INSTEAD = {
    "scores": ("scores", "score"),
    "limit_reason": ("limit",),
    "retries": ("error_retries",),
    "message_count": ("messages",),
    "input": ("input", "attachments"),
}
"""The fields of a whole sample that say what a field of its summary says, where names differ."""

_EMPTY = {"metadata": dict, "model_usage": dict, "messages": list, "attachments": dict}


class Invalidation(msgspec.Struct, gc=False):
    """Whether a whole sample was declared invalid, which its summary does not tell."""

    id: int | str
    epoch: int
    invalidation: Any = None


@lru_cache(maxsize=64)
def summary_type(fields: frozenset[str]) -> type[Any]:
    """A summary, of which `fields` are wanted."""
    return _struct("Summary", fields, _SUMMARY)


@lru_cache(maxsize=64)
def summaries_decoder(fields: frozenset[str]) -> msgspec.json.Decoder[list[Any]]:
    """Decodes a list of summaries: all of `summaries.json`, or of a part of a journal."""
    return msgspec.json.Decoder(list[summary_type(fields)])  # type: ignore[misc]


@lru_cache(maxsize=64)
def sample_type(fields: frozenset[str]) -> type[Any]:
    """A whole sample, with what is needed for the `fields` of its summary."""
    return _struct("Sample", {own for field in fields for own in _INSTEAD.get(field, (field,))}, _SAMPLE)


@lru_cache(maxsize=64)
def sample_decoder(fields: frozenset[str]) -> msgspec.json.Decoder[Any]:
    """Decodes a whole sample."""
    return msgspec.json.Decoder(sample_type(fields))


def _struct(name: str, fields: Iterable[str], optional: dict[str, Any]) -> type[Any]:
    wanted = {"id", "epoch", "uuid", *fields}
    required = [(field, kind) for field, kind in _REQUIRED.items() if field in wanted]
    rest = [
        (field, kind, msgspec.field(default_factory=_EMPTY[field]) if field in _EMPTY else None)
        for field, kind in optional.items()
        if field in wanted
    ]
    return msgspec.defstruct(name, [*required, *rest], gc=False)
