"""Logs that hold everything at once: the format `.json`, and `EvalLog` objects."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

from inspect_viz.logs._errors import Damaged
from inspect_viz.logs._store.open import Torn

from .decode import decode
from .fields import Wanted
from .header import Header, Results, check_version
from .records import sample_type, summary_type
from .summary import UNNAMED_SCORE, summary_of


@lru_cache(maxsize=64)
def _decoder(fields: frozenset[str]) -> msgspec.json.Decoder[Any]:
    own = [("samples", list[sample_type(fields)] | None, None)]  # type: ignore[misc]
    return msgspec.json.Decoder(msgspec.defstruct("Log", own, bases=(Header,)))


def json_log(data: bytes, wanted: Wanted) -> tuple[Header, list[Any]]:
    """Header and samples of a log in the format `.json`.

    Raises:
        Torn: If it is no log, or not all of it; nothing but its text tells.
        Damaged: If it is of a version to come.
    """
    fields = wanted.fields()
    try:
        log = decode(data.removeprefix(b"\xef\xbb\xbf"), _decoder(fields), "it")
    except Damaged as error:
        raise Torn(str(error)) from error
    check_version(log.version)
    score = _only_score(log.results) if log.results else UNNAMED_SCORE
    return log, [summary_of(sample, fields, score) for sample in log.samples or ()]


def _only_score(results: Results) -> str:
    names = [own.name for own in (*results.scores, results.scorer) if own is not None]
    return names[0] if names else UNNAMED_SCORE


def object_log(log: Any, wanted: Wanted) -> tuple[Header, list[Any]]:
    """Header and samples of an `EvalLog` in memory.

    Raises:
        Damaged: If it is not what inspect_ai makes.
    """
    outside = {"samples", "reductions", "results", "plan", "stats"}
    try:
        header = msgspec.convert(log.model_dump(mode="json", exclude_none=True, exclude=outside), Header, strict=False)
        kind = summary_type(wanted.fields())
        return header, [_record(sample, kind, wanted.full) for sample in log.samples or ()]
    except (AttributeError, msgspec.ValidationError) as error:
        raise Damaged(f"it is no EvalLog as inspect_ai makes them ({error})") from error


def _record(sample: Any, kind: type[Any], full: bool) -> Any:
    """A summary, with the input, and if asked for the metadata, as the sample holds them."""
    summary = sample.summary().model_dump(mode="json", exclude_none=True)
    whole = {"input", "invalidation", *(["metadata"] if full else [])}
    own = sample.model_dump(mode="json", exclude_none=True, include=whole)
    return msgspec.convert({**summary, **own}, kind, strict=False)
