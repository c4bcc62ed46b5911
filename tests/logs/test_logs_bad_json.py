"""Members that are whole but hold something else than a log does."""

# ruff: noqa: E501, PT017
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from test_logs_bad_tools import (
    HEADER,
    SUMMARIES,
    Entry,
    good_log,
    log_entries,
    read,
    refused,
    running_entries,
    write,
    zipped,
)

import inspect_viz
from inspect_viz.logs import LogError, problems

DEEP = b"[" * 100_000 + b"]" * 100_000
EVAL = HEADER["eval"]


def told(**changes: Any) -> dict[str, Any]:
    """A header whose field `eval` says something else."""
    return {**HEADER, "eval": {**EVAL, **changes}}


def deep_in(value: Any, field: str) -> bytes:
    return json.dumps(value).replace(f'"{field}": 0', f'"{field}": {DEEP.decode()}').encode()


NOT = "header.json is not what a log holds there"
HEADERS: dict[str, tuple[Any, str]] = {
    "nothing": (b"", "header.json is not JSON (Expecting value: line 1 column 1 (char 0))"),
    "no JSON": (b"{eval}", "header.json is not JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1))"),
    "a list": ([], f"{NOT} (Expected `object`, got `array`)"),
    "null": (b"null", f"{NOT} (Expected `object`, got `null`)"),
    "NaN": (b"NaN", f"{NOT} (Expected `object`, got `float`)"),
    "no eval": ({"version": 2}, f"{NOT} (Object missing required field `eval`)"),
    "a version in words": ({**HEADER, "version": "two"}, f"{NOT} (Expected `int`, got `str` - at `$.version`)"),
    "eval is a list": ({**HEADER, "eval": []}, f"{NOT} (Expected `object`, got `array` - at `$.eval`)"),
    "no time": (told(created="yesterday"), "its time of creation 'yesterday' is no time"),
    "a time in two lines": (told(created="a\nb"), "its time of creation 'a\\nb' is no time"),
    "a number as time": (told(created=5), f"{NOT} (Expected `str`, got `int` - at `$.eval.created`)"),
    "the first time of all": (told(created="0001-01-01T00:00:00+23:59"), "it holds a number that is too large"),
    "a model of null": (told(model=None), f"{NOT} (Expected `str`, got `null` - at `$.eval.model`)"),
    "epochs of NaN": (told(config={"epochs": float("nan")}), f"{NOT} (Expected `int | null`, got `float` - at `$.eval.config.epochs`)"),
    "deep": (DEEP, "header.json is nested too deeply"),
    "deep in metadata": (deep_in(told(metadata=0), "metadata"), "header.json is nested too deeply"),
    "deep in what nobody reads": (deep_in(told(unknown=0), "unknown"), "header.json is nested too deeply"),
    "a number of 5,000 digits": (b'{"eval": ' + b"9" * 5000 + b"}", "header.json is not JSON (Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit)"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HEADERS)
def test_headers(kind: str, tmp_path: Path) -> None:
    header, reason = HEADERS[kind]
    good_log(tmp_path)
    path = write(tmp_path / "x.eval", zipped(log_entries(header)))
    refused(path, reason)
    assert read(tmp_path, strict=False)["sample_id"].to_pylist() == ["u1", "u2"]
    assert [each.logs for each in problems(tmp_path, cache=False, progress=False)] == [(str(path),)]


@pytest.mark.parametrize(
    "changes",
    [
        {"task_version": 2**70},
        {"task_args": {"n": 2**70, "x": float("nan"), "s": "\ud800", "": None, "a\nb": [2**70]}},
        {"metadata": {"n": float("inf"), "k": {"\udfff": 1}}},
        {"tags": ["\ud800", "b"]},
        {"task": "", "model": ""},
        {"task": "a/b\nc", "model": "\x00"},
        {"eval_id": "\ud800"},
        {"sandbox": [1, 2], "config": {"message_limit": 2**64, "approval": "x", "review": float("nan")}},
        {"sandbox": {"type": {"a": 1}, "config": 2**70}},
        {"sandbox": {"type": 2**70}},
        {"sandbox": [["docker"], None]},
        {"scorers": [{"name": None}, {}, {"name": ["x"], "options": 5}]},
        {"dataset": {"name": "\ud800", "samples": -1, "sample_ids": [2**70, "\ud800", -1]}},
        {"created": "2026-01-02"},
        {"created": "2026-01-02T03:04:05.123456789Z"},
        {"config": {"epochs": 10**9}, "dataset": {"sample_ids": [1, "two", 3]}},
        {"config": {"epochs": -1}},
    ],
)
def test_odd_headers_are_read_or_refused(changes: dict[str, Any], tmp_path: Path) -> None:
    header = told(**changes)
    for name, data in (
        ("x.eval", zipped(log_entries(header))),
        ("r.eval", zipped(running_entries(SUMMARIES[:1], start={**header, "status": "started"}))),
        ("y.json", json.dumps({**header, "samples": SUMMARIES}).encode()),
    ):
        path = write(tmp_path / name, data)
        try:
            assert read(path).num_rows in (1, 2)
        except LogError as error:
            assert error.reason in ("it holds a number that is too large",), error.reason
        data_ = inspect_viz.Data.from_logs(path, strict=False, cache=False, progress=False)
        assert data_.pending.num_rows < 10
        assert isinstance(data_.problems, tuple)


def row(**changes: Any) -> dict[str, Any]:
    return {**SUMMARIES[0], **changes}


SUMS = "summaries.json is not what a log holds there"
ROWS: dict[str, tuple[Any, str]] = {
    "an object": ({"rows": []}, f"{SUMS} (Expected `array`, got `object`)"),
    "text": (b'"x"', f"{SUMS} (Expected `array`, got `str`)"),
    "no JSON": (b"[{]", "summaries.json is not JSON (Expecting property name enclosed in double quotes: line 1 column 3 (char 2))"),
    "invalid UTF-8": (json.dumps([row(input="AB")]).encode().replace(b"AB", b"\xff\xfe"), "summaries.json is not JSON ('utf-8' codec can't decode byte 0xff in position 47: invalid start byte)"),
    "numbers": ([1], f"{SUMS} (Expected `object`, got `int` - at `$[0]`)"),
    "lists": ([row(), []], f"{SUMS} (Expected `object`, got `array` - at `$[1]`)"),
    "no id": ([{"epoch": 1}], f"{SUMS} (Object missing required field `id` - at `$[0]`)"),
    "an id of a list": ([row(id=[1])], f"{SUMS} (Expected `int | str`, got `array` - at `$[0].id`)"),
    "an id of null": ([row(id=None)], f"{SUMS} (Expected `int | str`, got `null` - at `$[0].id`)"),
    "an epoch of NaN": ([row(epoch=float("nan"))], f"{SUMS} (Expected `int`, got `float` - at `$[0].epoch`)"),
    "an epoch beyond 64 bits": ([row(epoch=2**70)], "it holds a number that is too large"),
    "deep": (DEEP, "summaries.json is nested too deeply"),
    "deep metadata": (deep_in([row(metadata={"k": 0})], "k"), "summaries.json is nested too deeply"),
    "deep in what nobody reads": (deep_in([row(unknown=0)], "unknown"), "summaries.json is nested too deeply"),
}  # fmt: skip


@pytest.mark.parametrize("kind", ROWS)
def test_summaries(kind: str, tmp_path: Path) -> None:
    rows, reason = ROWS[kind]
    good_log(tmp_path)
    refused(write(tmp_path / "x.eval", zipped(log_entries(HEADER, rows))), reason)
    assert read(tmp_path, strict=False)["sample_id"].to_pylist() == ["u1", "u2"]


@pytest.mark.parametrize("levels", [100, 300, 500, 700, 900, 990])
def test_values_that_are_just_not_too_deep(levels: int, tmp_path: Path) -> None:
    deep = "[" * levels + "]" * levels
    for key, value in (("metadata", {"m": 0}), ("scores", {"m": {"value": 0}})):
        rows = json.dumps([row(**{key: value})]).replace(": 0}", f": {deep}}}").encode()
        path = write(tmp_path / "x.eval", zipped(log_entries(HEADER, rows)))
        try:
            assert read(path).num_rows == 1
        except LogError as error:
            assert "nested too deeply" in error.reason


IDS = ["", "a\nb", "a\x00b", "../..", "x" * 100_000, "\u2028", "1", " 1", "01", "NaN", "None", "'; DROP TABLE data; --"]


def test_odd_ids(tmp_path: Path) -> None:
    rows = [row(id=id, uuid=None) for id in [*IDS, -1, 2**70, 0]]
    for entries in (log_entries(HEADER, rows), running_entries(rows)):
        table = read(write(tmp_path / "x.eval", zipped(entries)))
        assert table["id"].to_pylist() == [*IDS, "-1", str(2**70), "0"]
        assert len(set(table["sample_id"].to_pylist())) == len(IDS) + 3


def test_odd_values_are_kept(tmp_path: Path) -> None:
    rows = [
        row(epoch=-5, uuid="a", metadata={"n": float("nan"), "big": 2**70, "": 1, "a\nb": 2}, total_time=-1e308),
        row(epoch=0, uuid="b", metadata={"n": float("-inf"), "big": -(2**70)}, scores={"": {"value": {"": None}}}),
    ]
    table = read(write(tmp_path / "x.eval", zipped(log_entries(HEADER, rows))))
    assert table["epoch"].to_pylist() == [-5, 0]
    assert table["metadata_n"].to_pylist() == [None, float("-inf")]
    assert table["metadata_big"].to_pylist() == [str(2**70), str(-(2**70))]
    assert table["total_time"].to_pylist() == [-1e308, None]


def test_of_two_keys_the_last_counts(tmp_path: Path) -> None:
    data = json.dumps(SUMMARIES[:1]).replace('"epoch": 1', '"epoch": 9, "epoch": 1, "epoch": 2').encode()
    assert read(write(tmp_path / "x.eval", zipped(log_entries(HEADER, data))))["epoch"].to_pylist() == [2]


def test_halves_of_surrogate_pairs_become_replacement_characters(tmp_path: Path) -> None:
    rows = [row(id="\ud800", input="a\udfffb", metadata={"\ud83d": "\ude00"}, scores={"m": {"value": "\ud800C"}})]
    for name, data in (
        ("x.eval", zipped(log_entries(HEADER, rows))),
        ("x.json", json.dumps({**HEADER, "samples": rows}).encode()),
    ):
        table = read(write(tmp_path / name, data))
        assert table["id"].to_pylist() == ["\ufffd"]
        assert table["input"].to_pylist() == ["user:\na\ufffdb\n"]
        assert table["metadata_\ufffd"].to_pylist() == ["\ufffd"]
        assert table["score_m"].to_pylist() == ["\ufffdC"]


def test_byte_order_marks_are_skipped(tmp_path: Path) -> None:
    mark = b"\xef\xbb\xbf"
    entries = log_entries(mark + json.dumps(HEADER).encode(), mark + json.dumps(SUMMARIES).encode())
    assert read(write(tmp_path / "x.eval", zipped(entries))).num_rows == 2
    log = json.dumps({**HEADER, "samples": SUMMARIES}).encode()
    assert read(write(tmp_path / "x.json", mark + log)).num_rows == 2


def test_unknown_fields_and_members_are_skipped(tmp_path: Path) -> None:
    header = {**told(new={"a": [1]}), "new": None}
    entries = [*log_entries(header, [row(new=[{}])]), Entry("new/1.bin", b"\x00\xff"), Entry("samples/x.txt", b"{")]
    path = write(tmp_path / "x.eval", zipped(entries))
    assert read(path).num_rows == 1
    assert read(path, full=True).num_rows == 0


def test_missing_summaries_are_made_of_the_samples(tmp_path: Path) -> None:
    samples = [json.dumps({**row, "messages": []}).encode() for row in SUMMARIES]
    whole = [Entry(f"samples/{n}.json", data, 8) for n, data in enumerate(samples)]
    path = write(tmp_path / "x.eval", zipped([log_entries()[0], *whole]))
    assert read(path)["sample_id"].to_pylist() == ["u1", "u2"]
    (found,) = problems(path, cache=False, progress=False)
    assert found.message == "'x.eval': it has no summaries; the samples themselves were read"
    assert pa.types.is_string(read(path).schema.field("input").type)
