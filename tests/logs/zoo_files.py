"""The part of the zoo about files: `.json`, logs of old versions, running logs, and zip archives of every kind."""

from __future__ import annotations

import json
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import inspect_ai.log  # noqa: F401  (teaches zipfile to read zstd before Python 3.14)
from inspect_ai.scorer import Score
from zoo_tools import entry, refused, sample, samples, save

Change = Callable[[Any], Any]
Members = dict[str, bytes]

ROWS = [
    sample(scores={"match": Score(value="C")}, metadata={"a": 1, "b": "x"}),
    sample(id="two/2", scores={"match": Score(value="I", answer="x")}, metadata={"a": None}, choices=["a", "b"]),
]


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


# json -----------------------------------------------------------------------------------------------------------------


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


# old .eval ------------------------------------------------------------------------------------------------------------

HEADERS = ("header.json", "_journal/start.json")


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


# archives -------------------------------------------------------------------------------------------------------------


def without(*names: str) -> Callable[[Members], Members]:
    return lambda members: {name: data for name, data in members.items() if name not in names}


@entry
def running(folder: Path) -> None:
    rewrite(save(folder, ROWS), without("header.json", "summaries.json"))


@entry
def running_without_samples(folder: Path) -> None:
    rewrite(save(folder, []), without("header.json", "summaries.json"))


@entry
def running_with_many_journals(folder: Path) -> None:
    rows = [sample(id=n) for n in range(12)]

    def split(members: Members) -> Members:
        all_rows = json.loads(members.pop("summaries.json"))
        kept = {name: data for name, data in members.items() if "summaries" not in name and name != "header.json"}
        journal = {f"_journal/summaries/{n}.json": json.dumps([row]).encode() for n, row in enumerate(all_rows, 1)}
        return {**kept, **dict(reversed(journal.items()))}

    rewrite(save(folder, rows), split)


@entry
def running_sample_logged_twice(folder: Path) -> None:
    def twice(members: Members) -> Members:
        old = json.loads(members["_journal/summaries/1.json"])
        new = {**old[0], "input": "again", "uuid": "logged-again"}
        return {
            **without("summaries.json", "header.json")(members),
            "_journal/summaries/2.json": json.dumps([new]).encode(),
        }

    rewrite(save(folder, ROWS[:1], name="x"), twice)


@entry
def header_without_summaries(folder: Path) -> None:
    rewrite(save(folder, ROWS), without("summaries.json"))


@entry
def header_only(folder: Path) -> None:
    rewrite(save(folder, ROWS), lambda members: {"header.json": members["header.json"]})


@entry
def summaries_without_samples(folder: Path) -> None:
    keep = ("header.json", "summaries.json")
    rewrite(save(folder, ROWS), lambda members: {name: members[name] for name in keep})


@entry
def summaries_twice(folder: Path) -> None:
    def twice(rows: list[Any]) -> list[Any]:
        return [*rows, {**rows[0], "input": "again", "uuid": "again", "scores": None}]

    edit(save(folder, ROWS), twice, "summaries.json")


@refused("summaries/2.json")
def journal_with_a_hole(folder: Path) -> None:
    def hole(members: Members) -> Members:
        rows = members["_journal/summaries/1.json"]
        return {**without("summaries.json", "header.json")(members), "_journal/summaries/3.json": rows}

    rewrite(save(folder, ROWS), hole)


@refused("Expected a list of summaries")
def summaries_not_a_list(folder: Path) -> None:
    edit(save(folder, ROWS), lambda rows: {"rows": rows}, "summaries.json")


@refused("start.json")
def archive_without_header(folder: Path) -> None:
    rewrite(save(folder, ROWS), without("header.json", "_journal/start.json"))


@entry
def deflated(folder: Path) -> None:
    rewrite(save(folder, ROWS), dict, compression=zipfile.ZIP_DEFLATED)


@entry
def stored(folder: Path) -> None:
    rewrite(save(folder, ROWS), dict, compression=zipfile.ZIP_STORED)


@entry
def indented_members(folder: Path) -> None:
    def indent(members: Members) -> Members:
        return {n: json.dumps(json.loads(d), indent=2, ensure_ascii=False).encode() for n, d in members.items()}

    rewrite(save(folder, ROWS), indent, compression=zipfile.ZIP_DEFLATED)


@entry
def zip64(folder: Path) -> None:
    path = save(folder, ROWS)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(data)


@entry
def archive_with_comment(folder: Path) -> None:
    path = save(folder, ROWS)
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"a comment"


@refused("EOCD not found")
def archive_with_comment_like_an_end(folder: Path) -> None:
    path = save(folder, ROWS)
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"PK\x05\x06 a comment"


@entry
def archive_with_dead_bytes(folder: Path) -> None:
    path = save(folder, ROWS)
    with zipfile.ZipFile(path) as archive:
        header = json.loads(archive.read("header.json"))
    header["eval"]["tags"] = ["second"]
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.filelist = [info for info in archive.filelist if info.filename != "header.json"]
        archive.NameToInfo.pop("header.json")
        archive.writestr("header.json", json.dumps(header))


@entry
def member_twice(folder: Path) -> None:
    path = save(folder, ROWS)
    with zipfile.ZipFile(path) as archive:
        rows = json.loads(archive.read("summaries.json"))
        header = json.loads(archive.read("header.json"))
    header["eval"]["tags"] = ["second"]
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        archive.writestr("header.json", json.dumps(header))
        archive.writestr("summaries.json", json.dumps(rows[:1]))


@entry
def members_escaped(folder: Path) -> None:
    rows = [sample(input="ünï ☃ 𝄞 \u2028", metadata={"ü": "é"})]
    rewrite(save(folder, rows), lambda members: {n: json.dumps(json.loads(d)).encode() for n, d in members.items()})
    save(folder, rows, name="plain")


@entry
def key_twice_in_json(folder: Path) -> None:
    def twice(members: Members) -> Members:
        rows = members["summaries.json"].replace(b'"epoch":1', b'"epoch":5,"epoch":1')
        return {**members, "summaries.json": rows}

    rewrite(save(folder, ROWS), twice)


@refused("Unterminated string")
def member_broken(folder: Path) -> None:
    rewrite(save(folder, ROWS), lambda members: {**members, "summaries.json": members["summaries.json"][:-9]})


@refused("EOCD not found")
def archive_cut(folder: Path) -> None:
    path = save(folder, ROWS)
    path.write_bytes(path.read_bytes()[:-40])


@refused("EOCD not found")
def archive_not_a_zip(folder: Path) -> None:
    (folder / "text.eval").write_text("not a log")


@refused("EOCD not found")
def archive_of_no_bytes(folder: Path) -> None:
    (folder / "nothing.eval").write_bytes(b"")
