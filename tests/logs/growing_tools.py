"""Logs of the tests that are being written, and what a table says of them."""

from __future__ import annotations

import json
import os
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from inspect_ai.log import EvalConfig, EvalDataset, write_eval_log
from inspect_ai.scorer import Score
from zoo_tools import log, sample, save

from inspect_viz.data import Data

WHAT, AGAIN = "user:\nWhat?\n", "user:\nagain\n"


def rows(count: int, start: int = 1) -> list[dict[str, Any]]:
    return [sample(id=f"s{n}", scores={"match": Score(value="C")}) for n in range(start, start + count)]


class Running:
    """An `.eval` log in states that an evaluation gives it one after the other.

    Args:
        path: Where it is written.
        planned: How many samples are planned, called s1, s2 and so on.
        epochs: How often.
    """

    def __init__(self, path: Path, planned: int = 6, epochs: int = 1) -> None:
        self.path = path
        self._planned = rows(planned)
        ids = [str(row["id"]) for row in self._planned]
        about = {"dataset": EvalDataset(sample_ids=ids), "config": EvalConfig(epochs=epochs)}
        write_eval_log(log(path.stem, self._planned, eval=about), str(path))
        with zipfile.ZipFile(path) as archive:
            self._members = {name: archive.read(name) for name in archive.namelist()}
        self._summaries = {row["id"]: row for row in json.loads(self._members["summaries.json"])}
        self._journal: list[list[dict[str, Any]]] = []
        path.unlink()

    def write(self, *ids: str, **fields: Any) -> Running:
        """One more part of the journal, with samples by id."""
        if ids:
            self._journal.append([{**self._summaries[id], **fields} for id in ids])
        self._save({"_journal/start.json": self._members["_journal/start.json"]})
        return self

    def finish(self) -> Running:
        newest = {(row["id"], row["epoch"]): row for part in self._journal for row in part}
        self._save(
            {
                "_journal/start.json": self._members["_journal/start.json"],
                "summaries.json": json.dumps(list(newest.values())).encode(),
                "header.json": self._members["header.json"],
            }
        )
        return self

    def _save(self, members: dict[str, bytes]) -> None:
        draft = self.path.with_suffix(".draft")
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            for name, data in [*members.items(), *self._parts()]:
                archive.writestr(name, data)
        os.replace(draft, self.path)

    def _parts(self) -> Iterator[tuple[str, bytes]]:
        """Samples and summaries; a name that is there already is written again, as inspect_ai does."""
        for number, part in enumerate(self._journal, 1):
            for row in part:
                name = f"samples/{row['id']}_epoch_{row['epoch']}.json"
                yield name, self._members.get(name, self._members[f"samples/{row['id']}_epoch_1.json"])
            yield f"_journal/summaries/{number}.json", json.dumps(part).encode()


def opened(logs: Any, **options: Any) -> Data:
    return Data.from_logs(logs, progress=False, **options)


def aged(path: Path, content: bytes) -> None:
    """Writes a file long ago: what was written a moment ago is taken for a file that is being written."""
    path.write_bytes(content)
    os.utime(path, (1_700_000_000, 1_700_000_000))


def ids(data: Data) -> list[str]:
    return [row[0] for row in data.reader.ask("SELECT id FROM data")]


def pending(data: Data) -> list[tuple[str, int]]:
    return [(row["id"], row["epoch"]) for row in data.pending.to_pylist()]


def messages(data: Data, kind: str) -> list[str]:
    return [own.message for own in data.problems if own.kind == kind]


def numbered(folder: Path, count: int) -> Path:
    """A folder with so many small logs, called 00, 01, ..."""
    for number in range(count):
        save(folder, rows(1 + number % 3, start=number), name=f"{number:02}")
    return folder
