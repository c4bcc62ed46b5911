"""The part of the zoo about what a log says once: task, model, configuration, tags, edits and how the run ended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspect_ai.approval._policy import ApprovalPolicyConfig, ApproverPolicyConfig
from inspect_ai.log import (
    EvalConfig,
    EvalDataset,
    EvalError,
    EvalRevision,
    MetadataEdit,
    ProvenanceData,
    TagsEdit,
    edit_eval_log,
    read_eval_log,
    write_eval_log,
)
from inspect_ai.model import GenerateConfig
from inspect_ai.model._model_config import ModelConfig
from inspect_ai.util import SandboxEnvironmentSpec
from zoo_tools import entry, sample, save

VALUES: dict[str, Any] = {
    "text": "x",
    "space": " a \n b ",
    "int": 1,
    "float": 1.0,
    "small": 1e-7,
    "bool": True,
    "none": None,
    "list": [1, "ü", None, {"a": None}],
    "dict": {"b": 1, "a": {"n": None, "x": [None]}},
    "empty": {},
    "nothing": [],
    "a.b c": 1,
    "": 0,
    "ü": "ü",
    "big": 2**53 + 1,
    "long": "l" * 6000,
}
"""A value of every type under keys of every kind."""


def saved(folder: Path, name: str = "", **fields: Any) -> Path:
    """A log of one sample with these fields about its run."""
    return save(folder, [sample()], name=name, eval=fields)


def pair(folder: Path, key: str, one: Any, two: Any) -> None:
    """Two logs that differ in one field."""
    saved(folder, "a", **{key: one})
    saved(folder, "b", **{key: two})


@entry
def task_arguments(folder: Path) -> None:
    saved(folder, task_args=VALUES)


@entry
def task_arguments_nan(folder: Path) -> None:
    saved(folder, task_args={"nan": float("nan"), "inf": float("inf"), "in": [float("nan")]})


@entry
def task_arguments_differ(folder: Path) -> None:
    pair(folder, "task_args", {"n": 1, "mode": "a", "flag": True}, {"n": "one", "other": [1], "flag": None})


@entry
def task_arguments_int_and_missing(folder: Path) -> None:
    pair(folder, "task_args", {"n": 1, "b": True}, {})


@entry
def task_arguments_int_and_bool(folder: Path) -> None:
    pair(folder, "task_args", {"n": 1, "m": 1.5}, {"n": True, "m": False})


@entry
def run_metadata(folder: Path) -> None:
    saved(folder, metadata=VALUES)


@entry
def run_metadata_empty(folder: Path) -> None:
    pair(folder, "metadata", {}, None)


@entry
def run_metadata_nan(folder: Path) -> None:
    saved(folder, metadata={"nan": float("nan"), "inf": [float("-inf")]})


@entry
def task_names(folder: Path) -> None:
    for n, task in enumerate(["plain", "pack/task", "a/b/c", "/lead", "ünï task", "trail/"]):
        saved(folder, str(n), task=task)


@entry
def task_display(folder: Path) -> None:
    saved(folder, "a", task="pack/x", task_display_name="Shown as", task_description="What it asks\n twice ")
    saved(folder, "b", task="pack/x", task_display_name="")


@entry
def task_version_text(folder: Path) -> None:
    saved(folder, task_version="2-B")


@entry
def task_versions_int(folder: Path) -> None:
    pair(folder, "task_version", 1, 2)


@entry
def task_versions_mixed(folder: Path) -> None:
    pair(folder, "task_version", 1, "1.0.0")


@entry
def task_file_and_attributes(folder: Path) -> None:
    saved(folder, task_file="dir/task.py", task_attribs=VALUES, task_registry_name="pack/x")


@entry
def solvers(folder: Path) -> None:
    saved(folder, "a", solver="chain", solver_args=VALUES, solver_args_passed={})
    saved(folder, "b", solver="pack/react", solver_args={})
    saved(folder, "c")


@entry
def models(folder: Path) -> None:
    config = GenerateConfig(temperature=0.5, max_tokens=10, stop_seqs=["a"], seed=1, extra_body={"a": None})
    saved(
        folder, "a", model="openai/gpt-ü", model_args=VALUES, model_base_url="http://x/y", model_generate_config=config
    )
    saved(folder, "b", model="none/none", model_base_url="")


@entry
def model_roles(folder: Path) -> None:
    one = ModelConfig(model="mockllm/a", args={"x": None, "y": 1}, config=GenerateConfig(temperature=0.0))
    pair(folder, "model_roles", {"grader": one, "two": [one, one]}, {})


@entry
def sandbox_named(folder: Path) -> None:
    pair(folder, "sandbox", SandboxEnvironmentSpec("local"), None)


@entry
def sandbox_with_file(folder: Path) -> None:
    saved(folder, sandbox=SandboxEnvironmentSpec("docker", "compose.yaml"))


@entry
def configuration(folder: Path) -> None:
    policy = ApproverPolicyConfig(name="human", tools=["*"], params={"a": None})
    full = EvalConfig(
        epochs=3,
        epochs_reducer=["mean", "at_least_2"],
        approval=ApprovalPolicyConfig(approvers=[policy]),
        message_limit=4,
        token_limit=5,
        token_limit_type="output",
        turn_limit=6,
        time_limit=7,
        working_limit=8,
        cost_limit=0.5,
        limit=(1, 9),
        sample_id=["a", 1],
    )
    pair(folder, "config", full, EvalConfig(epochs=1, epochs_reducer=[]))


@entry
def identities(folder: Path) -> None:
    revision = EvalRevision(type="git", origin="https://x/y.git", commit="abc", dirty=True)
    saved(folder, "a", eval_set_id="set-1", revision=revision, packages={"inspect_ai": "1", "b": "2"})
    saved(folder, "b", run_id="", task_id="", packages={})


@entry
def dataset_of_a_header(folder: Path) -> None:
    saved(folder, dataset=EvalDataset(name="d", samples=5, sample_ids=["a", 1], shuffled=True))


@entry
def created(folder: Path) -> None:
    stamps = ["2026-01-02T03:04:05", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05+05:30", "2026-01-02T03:04:05.678901Z"]
    for n, stamp in enumerate([*stamps, "1969-12-31T23:59:59Z", "2026-01-02"]):
        saved(folder, str(n), created=stamp)


@entry
def eval_id_twice(folder: Path) -> None:
    save(folder, [sample()], name="a", eval={"eval_id": "same-eval"})
    save(folder, [sample(), sample(id=2)], name="b", eval={"eval_id": "same-eval"})


@entry
def tags(folder: Path) -> None:
    for n, value in enumerate([["b", "a", "b"], [], None, ["with, comma", "ü", ""], [""]]):
        saved(folder, str(n), tags=value)


def edited(folder: Path, suffix: str) -> None:
    path = save(folder, [sample()], suffix=suffix, eval={"tags": ["b", "a"], "metadata": {"x": 1, "y": None, "z": 2}})
    log = read_eval_log(str(path))
    edits = [
        TagsEdit(tags_add=["new"], tags_remove=["a"]),
        MetadataEdit(metadata_set={"x": [2]}, metadata_remove=["z"]),
    ]
    log = edit_eval_log(log, edits, ProvenanceData(author="me", reason="why"))
    log = edit_eval_log(log, [MetadataEdit(metadata_set={"z": {"n": None}})], ProvenanceData(author="you"))
    write_eval_log(log, str(path))


@entry
def edits(folder: Path) -> None:
    edited(folder, ".eval")


@entry
def edits_json(folder: Path) -> None:
    edited(folder, ".json")


@entry
def edits_of_the_header_only(folder: Path) -> None:
    path = saved(folder, tags=["old"])
    log = edit_eval_log(
        read_eval_log(str(path), header_only=True), [TagsEdit(tags_add=["new"])], ProvenanceData(author="me")
    )
    write_eval_log(log, str(path), header_only=True)


@entry
def status_error(folder: Path) -> None:
    error = EvalError(message="run failed", traceback="t", traceback_ansi="a")
    save(folder, [sample()], status="error", error=error)


@entry
def status_cancelled(folder: Path) -> None:
    save(folder, [sample()], status="cancelled")


@entry
def status_started_with_header(folder: Path) -> None:
    save(folder, [sample()], status="started")
