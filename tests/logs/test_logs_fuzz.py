"""Real logs with changes that nobody thought of: a table or one `LogError`, never a warning, a crash or a hang."""

from __future__ import annotations

import json
import os
import random
import warnings
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from fuzz import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("inspect_ai", reason="changes logs that inspect_ai writes: pip install 'inspect-viz[inspect]'")

import zoo
from test_logs_bad_tools import Entry, dumped, write, zipped

from inspect_viz import Data
from inspect_viz.logs import LogError, samples
from inspect_viz.logs._errors import Damaged
from inspect_viz.logs._reading.cache import _packed, _unpacked
from inspect_viz.logs._table.part import Part

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "logs"
ODD = ["running-with-many-journals", "json-version-one", "input-message-of-old-tool-error", "old-sandbox-list"]
FUZZ = settings(max_examples=examples(300), database=None, suppress_health_check=list(HealthCheck))
SEEDS = st.integers(0, 2**32)


@cache
def originals() -> list[tuple[str, bytes]]:
    """Suffix and bytes of logs of every kind."""
    with TemporaryDirectory() as folder:
        paths = [path for name in ODD for path in zoo.write(name, Path(folder) / name)]
        paths += sorted(EXAMPLES.glob("*.eval"))[:2]
        return [(path.suffix, path.read_bytes()) for path in paths]


def outcome(suffix: str, data: bytes, full: bool = False) -> str:
    """Reads bytes as a log in every way; what goes wrong must be a `LogError` on one line, and nothing warns."""
    with TemporaryDirectory() as folder, warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        warnings.filterwarnings("ignore", message="Unclosed <Memory")  # of other tests, whenever they are collected
        path = write(Path(folder) / f"x{suffix}", data)
        said = _outcome(path, full)
        assert [str(each.message) for each in warned] == []
        return said


def _outcome(path: Path, full: bool) -> str:
    try:
        table = samples(path, full=full, cache=False, progress=False)
        table.validate(full=True)
    except LogError as error:
        return _checked(error, path)
    read = Data.from_logs(path, full=full, cache=False, progress=False)
    assert read.pending.num_columns == 6
    assert isinstance(read.problems, tuple)
    return ""


def _checked(error: LogError, path: Path) -> str:
    assert error.path == str(path)
    assert len(str(error).splitlines()) == 1
    return error.reason


# bytes ----------------------------------------------------------------------------------------------------------------


def _flip(data: bytearray, dice: random.Random, start: int, end: int) -> None:
    data[start] ^= 1 << dice.randrange(8)


def _noise(data: bytearray, dice: random.Random, start: int, end: int) -> None:
    data[start:end] = dice.randbytes(end - start)


def _delete(data: bytearray, dice: random.Random, start: int, end: int) -> None:
    del data[start:end]


def _insert(data: bytearray, dice: random.Random, start: int, end: int) -> None:
    data[start:start] = dice.randbytes(end - start)


def _repeat(data: bytearray, dice: random.Random, start: int, end: int) -> None:
    data[start:start] = data[start:end]


def _cut(data: bytearray, dice: random.Random, start: int, end: int) -> None:
    del data[start:]


def _splice(data: bytearray, dice: random.Random, start: int, end: int) -> None:
    other = dice.choice(originals())[1]
    data[start:end] = other[start:end]


def _extreme(data: bytearray, dice: random.Random, start: int, end: int) -> None:
    width = dice.choice([1, 2, 4, 8])
    data[start : start + width] = dice.choice([b"\x00", b"\xff", b"\x7f", b"\x80"]) * width


CHANGES = [_flip, _noise, _delete, _insert, _repeat, _cut, _splice, _extreme]


def changed(data: bytes, dice: random.Random) -> bytes:
    """The bytes with one to three changes; half of them near the end, where archives have their directory."""
    result = bytearray(data)
    for _ in range(dice.randint(1, 3)):
        size = max(1, len(result))
        start = max(0, size - dice.randint(1, 2000)) if dice.random() < 0.5 else dice.randrange(size)
        if result:
            dice.choice(CHANGES)(result, dice, min(start, size - 1), min(start + dice.choice([1, 4, 50, 5000]), size))
    return bytes(result)


@FUZZ
@given(SEEDS)
def test_changed_bytes(seed: int) -> None:
    dice = random.Random(seed)
    suffix, data = dice.choice(originals())
    outcome(suffix, changed(data, dice), full=dice.random() < 0.3)


# JSON -----------------------------------------------------------------------------------------------------------------

SCALARS: list[Any] = [
    *(None, True, False, 0, 1, -1, 2**31, 2**53 + 1, 2**63, -(2**63) - 1, 2**64, 2**70, 1.5, -0.0, 1e308, 1e-320),
    *(float("nan"), float("inf"), float("-inf"), "", "x", "1", "true", "null", "NaN", "a\nb", "\x00", "\u2028", "ü"),
    *("\ud800", "\udfff", "9" * 400, "x" * 6000, "  a  b  ", "../..", "2026-01-02", "attachment://x"),
]
VALUES: list[Callable[[], Any]] = [
    *(lambda each=each: each for each in SCALARS),
    *(list, dict, lambda: [[]], lambda: [None], lambda: {"": {}}, lambda: {"value": {"a": [1]}}, lambda: ["\ud800", 1]),
    *(lambda: {"id": 1, "epoch": 1}, lambda: {"type": "text"}, lambda: [{"role": 5, "content": None}]),
    lambda: [[1, "x"]],
    *(lambda: [{"role": "user", "content": [5, None, {}, {"type": 7}]}], lambda: json.loads("[" * 300 + "]" * 300)),
]  # fmt: skip


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a JSON value, as what holds it and its key there."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        found += [(holder, key) for key in keys]
        waiting += [holder[key] for key in keys if isinstance(holder[key], list | dict)]
    return found


def change_json(value: Any, dice: random.Random) -> None:
    """Replaces, drops, repeats or moves a value somewhere inside; places near the top are as likely as deep ones."""
    all_places = places(value)
    near = all_places[: max(1, len(all_places) // 8)]
    holder, key = dice.choice(near if dice.random() < 0.5 else all_places)
    kind = dice.choice(["replace", "replace", "replace", "drop", "repeat", "rename", "move"])
    if kind == "replace":
        holder[key] = dice.choice(VALUES)()
    elif kind == "drop":
        del holder[key]
    elif kind == "repeat" and isinstance(holder, list):
        holder.insert(key, holder[key])
    elif kind == "rename" and isinstance(holder, dict):
        holder[dice.choice(["", "kind", "k_kind", "a b", "\ud800", "eval_id", "x" * 300])] = holder.pop(key)
    elif kind == "move":
        holder[key] = json.loads(json.dumps(dice.choice([each for each, _ in dice.sample(all_places, 1)])))


@cache
def documents() -> list[tuple[str, dict[str, bytes]]]:
    """Suffix and members of each log; `.json` logs have one member."""
    found = []
    with TemporaryDirectory() as folder:
        for number, (suffix, data) in enumerate(originals()):
            path = write(Path(folder) / f"{number}{suffix}", data)
            if suffix == ".json":
                found.append((suffix, {"": data}))
                continue
            with zipfile.ZipFile(path) as archive:
                names = [name for name in archive.namelist() if not name.startswith("samples/")]
                names += [name for name in archive.namelist() if name.startswith("samples/")][:3]
                found.append((suffix, {name: archive.read(name) for name in names}))
    return found


def with_other_values(seed: int) -> tuple[str, bytes]:
    """A log with other values in one member, and all that archives need to be right about it."""
    dice = random.Random(seed)
    suffix, members = dice.choice(documents())
    members = dict(members)
    if dice.random() < 0.3:
        members.pop(dice.choice(["summaries.json", "header.json"]), None)
    read = [name for name in members if name.endswith((".json", "")) and members[name][:1] in (b"{", b"[")]
    weighted = [name for name in read if not name.startswith("samples/")] * 3 + read
    name = dice.choice(weighted)
    value = json.loads(members[name])
    for _ in range(dice.randint(1, 4)):
        with suppress(IndexError, RecursionError):
            change_json(value, dice)
    members[name] = dumped(value)
    if suffix == ".json":
        return suffix, members[""]
    return suffix, zipped(Entry(name, data, dice.choice([0, 8, 93])) for name, data in members.items())


@FUZZ
@given(SEEDS)
def test_other_values(seed: int) -> None:
    outcome(*with_other_values(seed), full=seed % 3 == 0)


def test_the_changes_are_neither_harmless_nor_all_fatal() -> None:
    found = [outcome(*with_other_values(seed)) for seed in range(60)]
    assert 5 < found.count("") < 55


# the cache ------------------------------------------------------------------------------------------------------------


@FUZZ
@given(SEEDS)
def test_changed_caches(seed: int) -> None:
    """Changed bytes of a cache are never taken for a part."""
    dice = random.Random(seed)
    right = cached()
    wrong = changed(right, dice)
    try:
        part = Part(_unpacked(wrong))
        assert part.batch.num_rows >= 0
    except (Damaged, OSError, ValueError, MemoryError):
        return
    assert wrong == right


@FUZZ
@given(SEEDS)
def test_changed_parts(seed: int) -> None:
    """What executors return is looked at before it is used, though no checksum tells."""
    dice = random.Random(seed)
    with suppress(Damaged):
        part = Part(changed(bytes(_unpacked(cached())), dice)[: dice.choice([50, 500, 10**9])])
        assert part.facts.size >= 0


@cache
def cached() -> bytes:
    from inspect_viz.logs._format.fields import Wanted
    from inspect_viz.logs._reading.log import read_log

    return _packed(read_log(os.fspath(sorted(EXAMPLES.glob("*.eval"))[0]), Wanted()))
