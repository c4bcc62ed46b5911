"""The part of the zoo about `.json` logs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import inspect_ai.log  # noqa: F401  (teaches zipfile to read zstd before Python 3.14)
from inspect_ai.scorer import Score
from zoo_edits import ROWS, dropped, edit_json
from zoo_tools import entry, refused, sample, samples, save


@entry
def json_plain(folder: Path) -> None:
    save(folder, ROWS, suffix=".json", eval={"tags": ["b", "a"], "metadata": {"x": None}})


@entry
def json_indented(folder: Path) -> None:
    edit_json(save(folder, ROWS, suffix=".json"), lambda value: None, indent=4, ensure_ascii=False)


@entry
def json_in_one_line(folder: Path) -> None:
    edit_json(save(folder, ROWS, suffix=".json"), lambda value: None, separators=(",", ":"))


@entry
def json_of_everything(folder: Path) -> None:
    import zoo_samples

    nested = [{"k": [1, None, {"a": None, "f": 1.0}]}, {"k": None}, {"long": "w " * 2000}, {"s": "a  b\n"}, {"e": {}}]
    save(folder, samples("metadata", nested), suffix=".json", name="metadata")
    values = [1, 0.5, "C", True, [1], {"a": None}]
    save(
        folder,
        [sample(id=n, scores={"s": Score(value=v)}) for n, v in enumerate(values)],
        suffix=".json",
        name="scores",
    )
    save(folder, samples("input", ["x" * 6000, " a "]), suffix=".json", name="inputs")
    save(folder, samples("scores", [{"t": Score(value=t)} for t in zoo_samples.TEXTS]), suffix=".json", name="texts")


@entry
def json_with_nan(folder: Path) -> None:
    values = [float("nan"), 1, float("inf")]
    rows = [sample(id=n, scores={"s": Score(value=v)}, metadata={"m": v, "l": [v]}) for n, v in enumerate(values)]
    save(folder, rows, suffix=".json")


@entry
def json_with_nan_in_header(folder: Path) -> None:
    save(folder, ROWS, suffix=".json", eval={"metadata": {"n": float("nan")}, "task_args": {"n": float("nan")}})


@entry
def json_with_big_numbers(folder: Path) -> None:
    rows = samples("metadata", [{"k": 2**53 + 1}, {"k": 2**63 - 1, "in": [2**70]}])
    save(folder, rows, suffix=".json", eval={"task_args": {"n": 2**53 + 1, "in": [2**70]}})


@refused("too large to convert")
def json_with_int_beyond_64_bits_in_header(folder: Path) -> None:
    save(folder, ROWS, suffix=".json", eval={"task_args": {"n": 2**70}})


@entry
def json_with_floats_in_header(folder: Path) -> None:
    save(folder, ROWS, suffix=".json", eval={"metadata": {"f": 1.0, "g": 1e22, "h": 0.1}, "task_args": {"f": 2.0}})


@entry
def json_free_name(folder: Path) -> None:
    path = save(folder, ROWS, suffix=".json")
    path.rename(folder / "any name.json")


@entry
def json_version_one(folder: Path) -> None:
    def old(value: dict[str, Any]) -> None:
        value["version"] = 1
        for row in value["samples"]:
            row["score"] = row.pop("scores")["match"]
            row.pop("uuid")
        value["eval"]["config"]["max_messages"] = 7
        value["eval"].pop("eval_id")
        value["eval"]["sandbox"] = ["docker", "compose.yaml"]
        value["results"] = {"scorer": {"name": "match", "params": {}}, "metrics": {}}

    edit_json(save(folder, ROWS, suffix=".json"), old)


@entry
def json_score_without_results(folder: Path) -> None:
    def old(value: dict[str, Any]) -> None:
        for row in value["samples"]:
            row["score"] = row.pop("scores")["match"]

    edit_json(save(folder, ROWS, suffix=".json"), old)


@entry
def json_with_unknown_fields(folder: Path) -> None:
    def more(value: dict[str, Any]) -> None:
        for part in (value, value["eval"], value["eval"]["config"], *value["samples"]):
            part["unknown_field"] = {"x": [1]}

    edit_json(save(folder, ROWS, suffix=".json"), more)


@entry
def json_with_samples_first(folder: Path) -> None:
    def first(value: dict[str, Any]) -> dict[str, Any]:
        return {"version": 2, "eval": value["eval"], "plan": {}, "stats": value["stats"], "status": "success", **value}

    edit_json(save(folder, ROWS, suffix=".json"), first)


@refused("Must encounter a 'plan'")
def json_without_plan(folder: Path) -> None:
    edit_json(save(folder, ROWS, suffix=".json"), dropped("plan"))


@refused("Unable to read log file")
def json_of_a_later_version(folder: Path) -> None:
    edit_json(save(folder, ROWS, suffix=".json"), lambda value: {**value, "version": 9})


@refused("EOF while parsing")
def json_broken(folder: Path) -> None:
    path = save(folder, ROWS, suffix=".json")
    path.write_bytes(path.read_bytes()[:-100])
