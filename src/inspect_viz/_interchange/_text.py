"""A spec as a mapping, the text of one, or a file that holds one."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping
from pathlib import Path

from inspect_viz._spec.errors import wrong_type

Json = dict[str, object]

YAML = (".yaml", ".yml")
FILES = (".json", *YAML)
MOST_VALUES = 1_000_000
"""Aliases of YAML can stand for more than anybody wrote."""
MOST_DEEP = 200


def read_spec(where: str, spec: object) -> Json:
    """The spec as plain JSON.

    Raises:
        TypeError: If it is no mapping, text or path.
        ValueError: If the text is neither JSON nor YAML, or no spec.
        FileNotFoundError: If there is no such file.
    """
    found = spec if isinstance(spec, Mapping) else _parsed(where, spec)
    if not isinstance(found, Mapping):
        raise ValueError(f"{where}: spec must be a mapping, as a Mosaic spec is, not a {type(found).__name__}.")
    plain = _Plain(where)
    return {str(name): plain.value(value, str(name)) for name, value in found.items()}


def _path(spec: object) -> Path | None:
    """The path where a spec is one, and no text."""
    if isinstance(spec, os.PathLike):
        return Path(os.fsdecode(spec))
    is_name = isinstance(spec, str) and "\n" not in spec and not spec.lstrip().startswith("{")
    return Path(spec) if isinstance(spec, str) and is_name and spec.lower().endswith(FILES) else None


def _parsed(where: str, spec: object) -> object:
    path = _path(spec)
    if path is not None:
        return _read(where, path)
    if not isinstance(spec, str):
        raise wrong_type(where, "spec", spec, "a Mosaic spec: a dict, its text in JSON or YAML, or the path of a file")
    return _json(where, spec) if spec.lstrip().startswith(("{", "[")) else _yaml(where, spec)


def _read(where: str, path: Path) -> object:
    kind = path.suffix.lower()
    if kind not in FILES:
        raise ValueError(f"{where}: spec={str(path)!r} must end in {', '.join(FILES)}.")
    text = path.read_text(encoding="utf-8")
    return _yaml(where, text) if kind in YAML else _json(where, text)


def _json(where: str, text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{where}: spec is no JSON: {error}") from None


def _yaml(where: str, text: str) -> object:
    from ._yaml import parse

    return parse(where, text)


class _Plain:
    """Makes plain JSON of values, and counts them."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.left = MOST_VALUES

    def value(self, value: object, place: str, depth: int = 1) -> object:
        self.left -= 1
        if depth > MOST_DEEP:
            raise ValueError(f"{self.where}: spec is nested more than {MOST_DEEP} deep, or holds itself.")
        if self.left < 0:
            raise ValueError(f"{self.where}: spec has more than {MOST_VALUES:,} values.")
        if isinstance(value, Mapping):
            return {str(name): self.value(v, f"{place}.{name}", depth + 1) for name, v in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(v, f"{place}[{i}]", depth + 1) for i, v in enumerate(value)]
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError(f"{self.where}: {place} must be finite, not {value!r}.")
        if value is None or isinstance(value, str | bool | int | float):
            return value
        raise wrong_type(self.where, place, value, "a value that JSON has")
