"""What the parts of the zoo are written with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from inspect_ai.log import EvalConfig, EvalDataset, EvalLog, EvalSample, EvalSpec
from inspect_ai.log import write_eval_log as write_log
from inspect_ai.scorer import Score

Entry = Callable[[Path], None]

ZOO: dict[str, Entry] = {}
"""Every entry that `samples_df` reads, by name."""

NO_ORACLE: dict[str, tuple[Entry, str]] = {}
"""Entries that `samples_df` refuses, each with what it says."""

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)


def entry(function: Entry) -> Entry:
    """Puts a function into the zoo under its own name."""
    ZOO[function.__name__.replace("_", "-")] = function
    return function


def refused(reason: str) -> Callable[[Entry], Entry]:
    """Puts a function among those that `samples_df` refuses with an error that contains `reason`."""

    def add(function: Entry) -> Entry:
        NO_ORACLE[function.__name__.replace("_", "-")] = (function, reason)
        return function

    return add


def logs_in(folder: Path) -> list[Path]:
    """The logs below a folder in the order of their names, without what `eval_set` notes beside them."""
    found = sorted(path for path in folder.rglob("*") if path.suffix in (".eval", ".json"))
    return [path for path in found if path.name not in ("eval-set.json", "logs.json")]


def sample(**fields: Any) -> dict[str, Any]:
    """The fields of a sample with something in the required ones."""
    return {"id": 1, "epoch": 1, "input": "What?", "target": "That.", **fields}


def samples(key: str, values: list[Any], **more: Any) -> list[dict[str, Any]]:
    """One sample for each value of one field."""
    return [sample(id=number, **{key: value}, **more) for number, value in enumerate(values, 1)]


def scored(name: str, values: list[Any]) -> list[dict[str, Any]]:
    """One sample for each value of one scorer; `...` is a sample without scores."""
    return samples("scores", [None if value is ... else {name: Score(value=value)} for value in values])


def described(key: str, values: list[Any]) -> list[dict[str, Any]]:
    """One sample for each value of one metadata key; `...` is a sample without the key."""
    return samples("metadata", [{} if value is ... else {key: value} for value in values])


def spec(name: str, **fields: Any) -> EvalSpec:
    """What is said about a run, with the least that a run has."""
    given = {"created": "2026-01-02T03:04:05+00:00", "task": "zoo", "model": "mockllm/model", "config": EvalConfig()}
    ids = {"eval_id": f"eval-{name}", "run_id": f"run-{name}", "task_id": f"task-{name}"}
    return EvalSpec(**{"dataset": EvalDataset(), **given, **ids, **fields})


def log(name: str, rows: list[dict[str, Any]] | None, *, eval: dict[str, Any] | None = None, **fields: Any) -> EvalLog:
    """A log; samples without a `uuid` get one made of the names, and `None` keeps them without."""
    made = None if rows is None else [EvalSample(**{"uuid": _uuid(name, row), **row}) for row in rows]
    return EvalLog(**{"status": "success", "eval": spec(name, **(eval or {})), "samples": made, **fields})


def _uuid(name: str, row: dict[str, Any]) -> str:
    return f"{name} {row['id']!r} {row['epoch']}"


def save(
    folder: Path, rows: list[dict[str, Any]] | None, *, name: str = "", suffix: str = ".eval", **fields: Any
) -> Path:
    """Writes a log named after its folder; `.json` files get the dated name that inspect_ai looks for."""
    full = f"{folder.name}{'-' if name else ''}{name}"
    path = folder / f"{'2026-01-02T03-04-05_' if suffix == '.json' else ''}{full}{suffix}"
    write_log(log(full, rows, **fields), str(path))
    return path
