"""The part of the zoo about `.eval` logs of old and later versions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import inspect_ai.log  # noqa: F401  (teaches zipfile to read zstd before Python 3.14)
from zoo_edits import HEADERS, ROWS, dropped, edit, edit_rows, rewrite
from zoo_tools import entry, refused, save


@entry
def eval_of_a_later_version(folder: Path) -> None:
    edit(save(folder, ROWS), lambda value: {**value, "version": 9}, *HEADERS)


@entry
def eval_of_version_one(folder: Path) -> None:
    edit(save(folder, ROWS), lambda value: {**value, "version": 1}, *HEADERS)


@entry
def running_eval_of_a_later_version(folder: Path) -> None:
    path = save(folder, ROWS)
    edit(path, lambda value: {**value, "version": 9}, *HEADERS)
    rewrite(path, lambda members: {name: data for name, data in members.items() if "/" in name})


@entry
def old_without_uuid(folder: Path) -> None:
    edit_rows(save(folder, ROWS), dropped("uuid"))


@entry
def old_without_eval_id(folder: Path) -> None:
    edit(save(folder, ROWS), lambda value: value["eval"].pop("eval_id") and None, *HEADERS)


@entry
def old_without_eval_id_and_uuid(folder: Path) -> None:
    path = save(folder, ROWS)
    edit(path, lambda value: value["eval"].pop("eval_id") and None, *HEADERS)
    edit_rows(path, dropped("uuid"))


@entry
def old_max_messages(folder: Path) -> None:
    edit(save(folder, ROWS), lambda value: value["eval"]["config"].update(max_messages=7), *HEADERS)


@entry
def old_max_messages_beside_message_limit(folder: Path) -> None:
    new = {"max_messages": 7, "message_limit": 3}
    edit(save(folder, ROWS), lambda value: value["eval"]["config"].update(new), *HEADERS)


@entry
def old_max_messages_zero(folder: Path) -> None:
    edit(
        save(folder, ROWS),
        lambda value: value["eval"]["config"].update({"max_messages": 0, "message_limit": 3}),
        *HEADERS,
    )


@entry
def old_sandbox_list(folder: Path) -> None:
    edit(save(folder, ROWS), lambda value: value["eval"].update(sandbox=["docker", "compose.yaml"]), *HEADERS)


@entry
def old_summaries_of_few_fields(folder: Path) -> None:
    keep = ("id", "epoch", "input", "target", "scores")

    def few(row: dict[str, Any]) -> None:
        dropped(*[name for name in row if name not in keep])(row)

    edit_rows(save(folder, ROWS), few)


@entry
def old_summaries_untrimmed(folder: Path) -> None:
    def whole(row: dict[str, Any]) -> None:
        row["metadata"] = {"text": "a  b\n" * 600, "list": ["x" * 2000], "none": None}
        row["input"] = "x" * 6000

    edit_rows(save(folder, ROWS), whole)


@entry
def old_summaries_with_null_fields(folder: Path) -> None:
    nulls = ["choices", "scores", "description", "error", "limit", "retries", "total_time", "uuid", "model_fallbacks"]
    edit_rows(save(folder, ROWS), lambda row: row.update(dict.fromkeys(nulls)))


@entry
def old_header_with_few_fields(folder: Path) -> None:
    keep = ("created", "task", "dataset", "model", "config")

    def few(value: dict[str, Any]) -> None:
        value["eval"] = {name: value["eval"][name] for name in keep}

    edit(save(folder, ROWS), few, *HEADERS)


@entry
def old_header_with_null_fields(folder: Path) -> None:
    nulls = ["eval_set_id", "task_file", "solver", "solver_args", "tags", "sandbox", "model_base_url", "metadata"]
    edit(save(folder, ROWS), lambda value: value["eval"].update(dict.fromkeys(nulls)), *HEADERS)


@entry
def old_header_of_version_one(folder: Path) -> None:
    edit(save(folder, ROWS), lambda value: value.update(version=1), *HEADERS)


@entry
def old_unscored_reason(folder: Path) -> None:
    def old(row: dict[str, Any]) -> None:
        row["scores"]["match"] = {"value": float("nan"), "metadata": {"unscored_reason": "refusal"}}

    edit_rows(save(folder, ROWS), old)


@entry
def unknown_fields(folder: Path) -> None:
    path = save(folder, ROWS)
    extra = {"unknown_field": {"x": [1]}, "other": None}
    edit_rows(path, lambda row: row.update(extra))
    edit(
        path,
        lambda value: [part.update(extra) for part in (value, value["eval"], value["eval"]["config"])] and None,
        *HEADERS,
    )


@entry
def unknown_members(folder: Path) -> None:
    rewrite(
        save(folder, ROWS), lambda members: {"a.txt": b"x", **members, "more/b.json": b"{", "samples/note.txt": b""}
    )


@entry
def numbers_as_text_in_summaries(folder: Path) -> None:
    def text(row: dict[str, Any]) -> None:
        row.update(epoch="2", total_time="1.5", message_count="3", completed="true", retries=2.0)

    edit_rows(save(folder, ROWS[:1]), text)


@entry
def numbers_as_text_in_header(folder: Path) -> None:
    config = {"epochs": "2", "message_limit": 3.0}
    edit(save(folder, ROWS), lambda value: value["eval"]["config"].update(config), *HEADERS)


@entry
def input_message_of_old_tool_error(folder: Path) -> None:
    old = [{"role": "tool", "content": "x", "tool_call_id": "1", "tool_error": "it broke", "function": "f"}]
    more = [
        {"role": "assistant", "content": "<think>why</think>so", "tool_calls": None},
        {"role": "user", "content": "u"},
    ]
    edit_rows(save(folder, ROWS), lambda row: row.update(input=old + more))


@entry
def input_message_with_reasoning_field(folder: Path) -> None:
    old = [{"role": "assistant", "content": "so", "reasoning": "why", "tool_output": None}]
    call = {"id": "1", "function": "f", "arguments": {"a": 1}, "type": "function"}
    more = [{"role": "assistant", "content": [{"type": "text", "text": "t"}], "tool_calls": [call]}]
    edit_rows(save(folder, ROWS), lambda row: row.update(input=old + more))


@refused("validation errors for EvalSampleSummary")
def score_null(folder: Path) -> None:
    edit_rows(save(folder, ROWS), lambda row: row["scores"]["match"].update(value=None))


@refused("validation errors for EvalSampleSummary")
def score_of_nested_dict(folder: Path) -> None:
    edit_rows(save(folder, ROWS), lambda row: row["scores"]["match"].update(value={"a": {"b": 1}}))


@refused("validation error")
def sample_without_input(folder: Path) -> None:
    edit_rows(save(folder, ROWS), dropped("input"))


@refused("validation error")
def header_without_model(folder: Path) -> None:
    edit(save(folder, ROWS), lambda value: value["eval"].pop("model") and None, *HEADERS)


@refused("validation error")
def created_empty(folder: Path) -> None:
    edit(save(folder, ROWS), lambda value: value["eval"].update(created=""), *HEADERS)
