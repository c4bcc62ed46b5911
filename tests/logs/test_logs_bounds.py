"""Logs take as much memory and work as they hold: copies, members of many pieces, columns without end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from test_logs_bad_tools import HEADER, SUMMARIES, Entry, log_entries, read, refused, running_entries, write, zipped

from inspect_viz.logs import problems
from inspect_viz.logs._errors import Damaged
from inspect_viz.logs._format import eval as evals
from inspect_viz.logs._format import lists, summary, zip
from inspect_viz.logs._format.decode import decode
from inspect_viz.logs._format.fields import Wanted, in_order
from inspect_viz.logs._format.lists import objects_of
from inspect_viz.logs._problems.found import problems_of_state
from inspect_viz.logs._reading.log import read_log
from inspect_viz.logs._reading.reading import State
from inspect_viz.logs._table.part import Part
from inspect_viz.logs._table.query import Query
from inspect_viz.logs._table.types import hollow_of, targets_of

COPIES = 20_000


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Members of more than 4 kB are read piece by piece."""
    monkeypatch.setattr(zip, "PIECE", 4096)
    monkeypatch.setattr(evals, "PIECE", 4096)
    monkeypatch.setattr(summary, "FEW", 100)


@pytest.fixture
def most(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many records are looked through for copies at a time."""
    counts: list[int] = []
    newest = summary.newest

    def counted(records: Any, *told: Any) -> Any:
        counts.append(len(records))
        return newest(records, *told)

    monkeypatch.setattr(summary, "newest", counted)
    return counts


# copies ---------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pieces")
@pytest.mark.parametrize("method", [0, 8, 93])
def test_copies_of_summaries_are_never_in_memory_all_at_once(tmp_path: Path, most: list[int], method: int) -> None:
    path = write(tmp_path / "x.eval", zipped(log_entries(summaries=SUMMARIES * COPIES, method=method)))
    assert read(path)["sample_id"].to_pylist() == ["u1", "u2"]
    assert max(most) < 200
    [found] = [each for each in problems(path, cache=False, progress=False) if each.kind == "copied rows"]
    assert f"{2 * COPIES - 2:,}" in found.message


@pytest.mark.usefixtures("pieces")
def test_copies_in_a_journal_are_never_in_memory_all_at_once(tmp_path: Path, most: list[int]) -> None:
    path = write(tmp_path / "x.eval", zipped(running_entries(*[SUMMARIES * 20] * 100)))
    assert read(path)["sample_id"].to_pylist() == ["u1", "u2"]
    assert max(most) < 200


@pytest.mark.usefixtures("pieces")
def test_of_samples_in_many_pieces_the_last_counts_at_the_place_of_the_first(tmp_path: Path) -> None:
    rows = [{**SUMMARIES[0], "id": n % 3000, "uuid": f"u{n}"} for n in range(4000)]
    table = read(write(tmp_path / "x.eval", zipped(log_entries(summaries=rows))))
    assert table["id"].to_pylist() == [str(n) for n in range(3000)]
    assert table["sample_id"].to_pylist() == [f"u{n if n >= 1000 else n + 3000}" for n in range(3000)]


# pieces of lists ------------------------------------------------------------------------------------------------------

ROWS: list[dict[str, Any]] = [
    {"a": "}, {", "b": [{"a": 1}, {"a": 2}]},
    {"a": '"},{"a":1},{', "b": "}]"},
    {"b": [[{"x": [{}, {}]}, {}], {}]},
    {},
    {"a": '\\" }, { \\', "b": {"c": {"d": [{}, {}]}}},
    {"a": "é☃𝄞", "b": float("nan")},
]


class Row(msgspec.Struct):
    a: Any = None
    b: Any = None


DECODER = msgspec.json.Decoder(list[Row])


def cut(text: bytes, size: int) -> list[bytes]:
    return [text[at : at + size] for at in range(0, len(text), size)]


@pytest.mark.parametrize("style", [{}, {"indent": 2}, {"separators": (",", ":")}, {"ensure_ascii": False}])
@pytest.mark.parametrize("size", [1, 2, 7, 50, 10_000])
def test_a_list_in_pieces_is_the_list(style: dict[str, Any], size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "_SEARCHED", 2)
    text = b" \n" + json.dumps(ROWS * 3, **style).encode() + b"\n"
    found = read_in_pieces(text, size)
    assert repr(found) == repr(decode(text, DECODER, "it"))


def read_in_pieces(text: bytes, size: int) -> list[Row]:
    """As logs are read: what was guessed wrong is read at once."""
    found: list[Row] = []
    try:
        for records in objects_of(cut(text, size), DECODER, "it"):
            found += records
    except Damaged:
        found += decode(text, DECODER, "it")[len(found) :]
    return found


def test_a_list_is_cut_where_its_objects_end() -> None:
    text = json.dumps([{"a": n} for n in range(100)]).encode()
    counts = [len(records) for records in objects_of(cut(text, 100), DECODER, "it")]
    assert sum(counts) == 100
    assert max(counts) < 15


@pytest.mark.parametrize(
    "text",
    [
        b'[{"a":1}],[{"a":2}]',
        b'[{"a":1},{"a":2}',
        b'{"a":1},{"a":2}',
        b'[{"a":1},{"a":2}]]',
        b'[{"a":1},{"a":2},]',
        b'[[{"a":1},{"a":2}]]',
        b'[{"b":[{"a":1},{"a":2}',
    ],
)
@pytest.mark.parametrize("size", [1, 5, 9, 10, 100])
def test_what_is_no_list_is_none_in_pieces(text: bytes, size: int) -> None:
    with pytest.raises(Damaged):
        read_in_pieces(text, size)


def test_an_object_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "LONGEST", 1000)
    with pytest.raises(Damaged, match="no list of objects"):
        list(objects_of(iter(lambda: b'{"a": ', b""), DECODER, "it"))


@pytest.mark.usefixtures("pieces")
def test_errors_are_those_of_the_whole_member(tmp_path: Path) -> None:
    rows = json.dumps(SUMMARIES * 300).encode()
    entries = {
        "cut": Entry("summaries.json", rows[:-1], 8),
        "checksum": Entry("summaries.json", rows, 8, crc=7),
        "long": Entry("summaries.json", rows, 8, size=len(rows) - 1),
        "short": Entry("summaries.json", rows, 93, size=len(rows) + 1),
    }
    mismatch = "summaries.json does not match its checksum: the archive is damaged or was being written"
    for name, bad in entries.items():
        path = write(tmp_path / f"{name}.eval", zipped([log_entries()[0], bad]))
        if name == "cut":
            with pytest.raises(ValueError, match=r"summaries\.json is not JSON \(Expecting ',' delimiter: line 1"):
                read(path)
        else:
            refused(path, mismatch)


# many columns ---------------------------------------------------------------------------------------------------------


class Name(str):
    """A name that counts how often it is compared with another."""

    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Name.compared += 1
        return str.__eq__(self, other)


def test_columns_are_ordered_without_comparing_each_with_each() -> None:
    names = [Name(f"metadata_{n:04}") for n in range(2000)]
    Name.compared = 0
    assert in_order([*reversed(names), "id", "other"]) == ["id", *names, "other"]
    assert Name.compared < 20 * len(names)


MANY = 2000


class Asked:
    """A batch that counts how often it is asked for its schema, which takes as long as it has columns."""

    def __init__(self, batch: Any) -> None:
        self._batch = batch
        self.count = 0

    @property
    def schema(self) -> Any:
        self.count += 1
        return self._batch.schema

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batch, name)

    def __getitem__(self, name: str) -> Any:
        return self._batch[name]


WIDE = {
    "metadata": {"metadata": {f"k{n}": n for n in range(MANY)}},
    "null": {"metadata": {f"k{n}": None for n in range(MANY)}},
    "scores": {"scores": {f"k{n}": {"value": 0.5} for n in range(MANY)}},
    "parts": {"scores": {"k": {"value": {f"k{n}": 0.5 for n in range(MANY)}}}},
}


@pytest.mark.parametrize("kind", WIDE)
def test_logs_of_many_columns_are_not_looked_through_for_each(tmp_path: Path, kind: str) -> None:
    rows = [{**own, "metadata": {}, "scores": {}, **WIDE[kind]} for own in SUMMARIES]
    path = write(tmp_path / "x.eval", zipped(log_entries(summaries=rows)))
    part = Part(read_log(str(path), Wanted()))
    batch = Asked(part.batch)
    part.__dict__["batch"] = batch
    hollow_of([batch], targets_of([batch]))
    assert batch.num_columns > MANY
    assert problems_of_state(State({str(path): part}), Query(path)) == ()
    assert batch.count < 20


# summaries that tell too little ---------------------------------------------------------------------------------------


def told(folder: Path, summaries: Any, *names: str) -> tuple[list[str], list[str]]:
    """The samples of a log with these summaries, and its problems."""
    whole = [
        Entry(f"samples/{name}", json.dumps({**SUMMARIES[0], "id": n, "uuid": f"u{n}", "messages": []}).encode(), 8)
        for n, name in enumerate(names)
    ]
    header = {**HEADER, "eval": {**HEADER["eval"], "dataset": {"name": "sums"}}}
    path = write(folder / "x.eval", zipped([*log_entries(header, SUMMARIES), *whole, *log_entries(None, summaries)]))
    found = problems(path, cache=False, progress=False)
    return read(path)["sample_id"].to_pylist(), [f"{each.kind}: {each.message}" for each in found]


def test_empty_summaries_are_not_a_log_without_samples(tmp_path: Path) -> None:
    said = "odd log: 'x.eval': its summaries are empty; the samples themselves were read"
    assert told(tmp_path, [], "0_epoch_1.json", "1_epoch_1.json") == (["u0", "u1"], [said])


def test_a_log_without_samples_is_not_odd(tmp_path: Path) -> None:
    assert told(tmp_path, []) == ([], [])


def test_summaries_of_some_samples_only(tmp_path: Path) -> None:
    said = "odd log: 'x.eval': its summaries tell of 2 of its 3 samples, and only those are in the table"
    assert told(tmp_path, SUMMARIES, "1_epoch_1.json", "2_epoch_1.json", "3_epoch_1.json") == (["u1", "u2"], [said])


@pytest.mark.parametrize(
    "names",
    [
        ["1_epoch_1.json", "2_epoch_1.json"],
        ["1_epoch_1/sample.json", "1_epoch_1/events/0.json", "2_epoch_1/sample.json", "2_epoch_1/events/0.json"],
        ["1/a_epoch_1.json", "1/b_epoch_1.json", "1/c_epoch_1.json"],
    ],
    ids=["whole", "in chunks", "ids with slashes"],
)
def test_samples_that_summaries_tell_of(tmp_path: Path, names: list[str]) -> None:
    assert told(tmp_path, SUMMARIES, *names) == (["u1", "u2"], [])
