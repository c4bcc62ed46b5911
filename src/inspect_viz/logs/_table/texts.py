"""Texts of samples as inspect_ai's tables show them: inputs as transcripts, long texts shortened."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

LONGEST_INPUT = 5120
_CUT = "...\n(content truncated)"

LONGEST_METADATA = 1024
_SCANNED = LONGEST_METADATA * 8
_REMOVED = "Key removed from summary (> 1k)"

_SPACE = r"  |^ | $|[\t-\r\x1c-\x1f\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]"
"""White space that summaries do not hold, for RE2: all but single blanks between words."""


def shortened(text: str) -> str:
    """An input or target as a summary holds it: at most 5,120 characters, then a remark."""
    return text if len(text) <= LONGEST_INPUT else text[:LONGEST_INPUT] + _CUT


def thinned(values: list[Any]) -> list[Any]:
    """Values of one key of metadata as summaries hold them: at most 1,024 characters, runs of white space as one.

    Summaries are thinned when they are written, so that there is mostly nothing to do, which is found out for all
    values at once.
    """
    kinds = set(map(type, values))
    texts = [value for value in values if type(value) is str] if str in kinds else []
    if kinds.isdisjoint((list, dict)) and (not texts or _are_thin(texts)):
        return values
    return [_thin(value) for value in values]


def _are_thin(texts: Sequence[str]) -> bool:
    values = pa.array(texts, pa.string())
    if pc.any(pc.match_substring_regex(values, _SPACE)).as_py():
        return False
    return bool(pc.max(pc.utf8_length(values)).as_py() <= LONGEST_METADATA)


def _thin(value: Any) -> Any:
    if isinstance(value, str):
        return _thin_text(value)
    if isinstance(value, list | dict):
        return value if _size(value) <= LONGEST_METADATA else _REMOVED
    return value


def _thin_text(text: str) -> str:
    plain = " ".join(text.split()) if len(text) <= _SCANNED else ""
    if plain and len(plain) <= LONGEST_METADATA:
        return plain
    return textwrap.shorten(text[:_SCANNED], width=LONGEST_METADATA, placeholder="...")


def _size(value: Any) -> int:
    """Characters of a value as indented JSON, the measure by which inspect_ai leaves metadata out."""
    return len(json.dumps(value, indent=2, ensure_ascii=False))


def input_texts(values: Sequence[str | Sequence[Any]], thin: bool) -> list[str]:
    """Inputs as transcripts: `user:` and the text, for each message."""
    return [
        f"user:\n{(value[:LONGEST_INPUT] + _CUT if thin and len(value) > LONGEST_INPUT else value).strip()}\n"
        if type(value) is str
        else "\n\n".join(_message(message, thin) for message in value if isinstance(message, Mapping))
        for value in values
    ]


def _message(message: Mapping[str, Any], thin: bool) -> str:
    role, content = message.get("role", ""), _content(message.get("content", ""), thin).strip()
    calls, error = message.get("tool_calls"), _tool_error(message)
    text = f"{role}:\n{content}\n"
    if role == "assistant" and calls is not None:
        return text + "".join(_call(call) for call in calls)
    if role == "tool" and error is not None:
        return f"{text}\nError in tool call '{message.get('function') or 'unknown'}':\n{error}\n"
    return text


def _content(content: Any, thin: bool) -> str:
    if isinstance(content, str):
        return shortened(content) if thin else content
    return "\n".join(text for part in content if (text := _part(part, thin)) is not None)


def _part(part: Mapping[str, Any], thin: bool) -> str | None:
    """The text of a part of a message; images and other kinds are named in summaries, and nothing in whole samples."""
    kind = str(part.get("type", ""))
    if kind == "text":
        text = str(part.get("text", ""))
        return shortened(text) if thin else text
    return f"({kind.capitalize()})" if thin else None


def _call(call: Mapping[str, Any]) -> str:
    arguments = call.get("arguments")
    if isinstance(arguments, Mapping):
        shown = "\n" + "\n".join(f"{key}: {value}" for key, value in arguments.items())
    else:
        shown = f" {arguments}"
    return f"\nTool Call: {call.get('function')}\nArguments:{shown}"


def _tool_error(message: Mapping[str, Any]) -> str | None:
    old, error = message.get("tool_error"), message.get("error")
    if old:
        return str(old)
    return str(error.get("message", "")) if isinstance(error, Mapping) else None


def target_text(value: str | Sequence[str]) -> str:
    """A target; several are joined by commas."""
    return shortened(value) if isinstance(value, str) else ",".join(shortened(text) for text in value)


def usage_text(usage: Mapping[str, Any]) -> str:
    """Usage by model as JSON, as `json.dumps` writes it; written by hand because this is done for every sample."""
    text = ""
    for model, own in usage.items():
        text += (
            f'{", " if text else ""}{_NAMES.get(model) or _name(model)}: {{"input_tokens": {own.input_tokens}, '
            f'"output_tokens": {own.output_tokens}, "total_tokens": {own.total_tokens}'
        )
        if own.input_tokens_cache_write is not None:
            text += f', "input_tokens_cache_write": {own.input_tokens_cache_write}'
        if own.input_tokens_cache_read is not None:
            text += f', "input_tokens_cache_read": {own.input_tokens_cache_read}'
        if own.reasoning_tokens is not None:
            text += f', "reasoning_tokens": {own.reasoning_tokens}'
        if own.total_cost is not None:
            text += f', "total_cost": {json.dumps(own.total_cost)}'
        text += "}"
    return f"{{{text}}}"


_NAMES: dict[str, str] = {}


def _name(model: str) -> str:
    """A model's name as JSON, kept because few are asked for with every sample."""
    if len(_NAMES) > 10_000:
        _NAMES.clear()
    return _NAMES.setdefault(model, json.dumps(model))
