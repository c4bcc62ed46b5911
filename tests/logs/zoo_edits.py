"""Logs of the zoo written again with other members or other JSON."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import inspect_ai.log  # noqa: F401  (teaches zipfile to read zstd before Python 3.14)
from inspect_ai.scorer import Score
from zoo_tools import sample

Change = Callable[[Any], Any]
Members = dict[str, bytes]

ROWS = [
    sample(scores={"match": Score(value="C")}, metadata={"a": 1, "b": "x"}),
    sample(id="two/2", scores={"match": Score(value="I", answer="x")}, metadata={"a": None}, choices=["a", "b"]),
]
HEADERS = ("header.json", "_journal/start.json")


def rewrite(path: Path, change: Callable[[Members], Members], **options: Any) -> None:
    """Writes an archive again with other members; `options` are those of `zipfile.ZipFile`, zstd if not said."""
    with zipfile.ZipFile(path) as archive:
        members = change({info.filename: archive.read(info) for info in archive.infolist()})
    with zipfile.ZipFile(path, "w", **{"compression": zipfile.ZIP_ZSTANDARD, **options}) as archive:  # type: ignore[attr-defined]
        for name, data in members.items():
            archive.writestr(name, data)


def edit(path: Path, change: Change, *names: str) -> None:
    """Changes the JSON of members by name: `header.json` and `_journal/start.json`, `summaries.json` and so on."""
    rewrite(path, lambda members: {n: _edited(d, change) if n in names else d for n, d in members.items()})


def _edited(data: bytes, change: Change) -> bytes:
    value = json.loads(data)
    return json.dumps(change(value) or value).encode()


def edit_rows(path: Path, change: Change) -> None:
    """Changes every summary and every sample."""

    def each(value: Any) -> None:
        for row in value if isinstance(value, list) else [value]:
            change(row)

    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if "summaries" in name or name.startswith("samples/")]
    edit(path, each, *names)


def edit_json(path: Path, change: Change, **options: Any) -> None:
    """Changes a `.json` log."""
    value = json.loads(path.read_bytes())
    path.write_text(json.dumps(change(value) or value, **options), encoding="utf-8")


def dropped(*names: str) -> Change:
    """Takes fields away."""

    def change(value: dict[str, Any]) -> None:
        for name in names:
            value.pop(name, None)

    return change


def without(*names: str) -> Callable[[Members], Members]:
    return lambda members: {name: data for name, data in members.items() if name not in names}
