"""JSON as Python's `json` writes it, which includes NaN and infinities, into typed records."""

from __future__ import annotations

import json
from typing import Any, TypeVar

import msgspec

from inspect_viz.logs._errors import Damaged

T = TypeVar("T")


def decode(data: bytes, decoder: msgspec.json.Decoder[T], name: str) -> T:
    """The record that `decoder` makes of `data`; `name` says in errors what was read.

    msgspec is ten times as fast as `json`, but knows neither NaN, infinities nor text with lone surrogates: where it
    gives up, `json` reads the text and msgspec converts what it read.

    Raises:
        Damaged: If this is no JSON, or not what is expected of `name`.
    """
    try:
        return decoder.decode(data)
    except RecursionError as error:
        raise Damaged(f"{name} is nested too deeply") from error
    except (msgspec.DecodeError, UnicodeDecodeError):
        lenient: T = _decode_leniently(data, decoder.type, name)
        return lenient


def _decode_leniently(data: bytes, kind: Any, name: str) -> Any:
    try:
        value = _loads(data)
    except RecursionError as error:
        raise Damaged(f"{name} is nested too deeply") from error
    except ValueError as error:
        raise Damaged(f"{name} is not JSON ({_first_line(error)})") from error
    try:
        return msgspec.convert(value, kind, strict=False)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Damaged(f"{name} is not what a log holds there ({_first_line(error)})") from error


def _loads(data: bytes) -> Any:
    value = json.loads(data)
    return _without_surrogates(value) if b"\\u" in data and _is_broken(value) else value


def _is_broken(value: Any) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


def _without_surrogates(value: Any) -> Any:
    """Halves of surrogate pairs, which no Arrow text can hold, become U+FFFD."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(item) for key, item in value.items()}
    return value


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
