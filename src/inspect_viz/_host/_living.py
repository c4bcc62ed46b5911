"""What a page carries of a picture that its readers change: spec, answers, and the tables behind them."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, Literal

from inspect_viz._spec.nodes import InputNode, Interactor, Legend, PlotNode, SpecNode, TableNode, walk

from ._engine_files import sidecar_name
from ._errors import DrawingError

if TYPE_CHECKING:
    from inspect_viz._spec.compile import Picture
    from inspect_viz._spec.nodes import Node

    from ._drawing import Session
    from ._open import OpenPicture

MOST_BYTES = 256_000
"""Answers of all states of a picture's inputs, packed, beyond which DuckDB is asked in the page instead."""
MOST_STATES = 300

EngineKind = Literal["sidecar", "inline", "none"]
"""Who answers in a page what is not frozen: DuckDB in a file beside it, DuckDB in it, or nobody."""


@dataclass(frozen=True)
class Living:
    """Blocks of a page, and what its policy has to allow for them."""

    recording: bytes
    answers: bytes
    tables: bytes | None
    engine: EngineKind
    nonce: str


class Recorder:
    """Answers a picture's questions and keeps the answers."""

    def __init__(self, picture: OpenPicture) -> None:
        self._picture = picture
        self._answers: dict[str, bytes] = {}
        self._is_complete = False
        """Whether readers can ask nothing else."""

    def answer(self, sql: str) -> bytes:
        """The picture's answer."""
        if sql not in self._answers:
            self._answers[sql] = self._picture.answer(sql)
        return self._answers[sql]

    def explore(self, session: Session) -> None:
        """Ask all that readers can ask by inputs with few states, as far as the answers fit into a page."""
        sizes = session.states()
        if _has_pointer(self._picture.picture) or None in sizes or prod(filter(None, sizes)) > MOST_STATES:
            return
        seen, packed = 0, 0
        try:
            for state in product(*(range(size) for size in sizes if size is not None)):
                session.choose(state)
                fresh = list(self._answers.values())[seen:]
                seen += len(fresh)
                packed += sum(len(gzip.compress(answer, 1)) for answer in fresh)
                if packed > 2 * MOST_BYTES:  # one by one they take more than together
                    return
        except DrawingError:
            return
        self._is_complete = len(gzip.compress(pack_named(self._answers))) <= MOST_BYTES

    def carried(self, request: Mapping[str, Any], engine: EngineKind) -> Living:
        """What a page carries of the picture as it was requested; where all is frozen, no engine."""
        engine = "none" if self._is_complete else engine
        answers = pack_named(self._answers)
        tables = pack_named(self._tables()) if engine != "none" else None
        nonce = hashlib.sha256(answers + (tables or b"")).hexdigest()[:32]
        by = {"sidecar": {"file": sidecar_name(), "nonce": nonce}, "inline": "inline", "none": None}[engine]
        about = {key: request["options"][key] for key in ("title", "description", "metadata")}
        recording = {"spec": request["spec"], "sidecar": request["sidecar"], "about": about, "engine": by}
        return Living(json.dumps(recording, ensure_ascii=False).encode(), answers, tables, engine, nonce)

    def _tables(self) -> dict[str, bytes]:
        """The columns that the picture reads, as Arrow IPC streams."""
        return {name: self._picture.answer(f'SELECT * FROM "{name}"') for name in self._picture.picture.tables}


def _has_pointer(picture: Picture) -> bool:
    """Whether some interactor publishes what the pointer does; pans and zooms without a selection ask nothing."""
    return any(not _is_mute(part) for part in _parts(picture.spec) if _is_interactor(part))


def _is_interactor(part: Mapping[str, object]) -> bool:
    return "select" in part and "mark" not in part and "input" not in part


def _is_mute(part: Mapping[str, object]) -> bool:
    name = str(part["select"])
    return name == "highlight" or (name.startswith("pan") and "x" not in part and "y" not in part)


def is_living(node: Node) -> bool:
    """Whether readers can change the picture: it has an input, a table, an interactor, or a legend that selects."""
    return any(_changes(below) for below in walk(node))


def _changes(node: Node) -> bool:
    if isinstance(node, PlotNode):
        return any(map(_changes, node.legends))
    if isinstance(node, Legend):
        return node.target is not None
    if isinstance(node, SpecNode):
        return any(
            "input" in part or {"legend", "as"} <= part.keys() or _is_interactor(part) for part in _parts(node.part)
        )
    return isinstance(node, InputNode | TableNode | Interactor)


def _parts(part: object) -> Iterator[Mapping[str, object]]:
    """The parts of a layout and the entries of plots."""
    if not isinstance(part, Mapping):
        return
    yield part
    for key in ("hconcat", "vconcat", "plot"):
        children = part.get(key)
        for child in children if isinstance(children, Iterable) else ():
            yield from _parts(child)


def pack_named(named: Mapping[str, bytes]) -> bytes:
    """Bytes by name, equal ones once: a head of names, sizes and numbers, then the bytes."""
    runs = {data: number for number, data in enumerate(dict.fromkeys(named.values()))}
    head = {
        "names": list(named),
        "runs": [runs[data] for data in named.values()],
        "sizes": [len(data) for data in runs],
    }
    text = json.dumps(head, ensure_ascii=False).encode("utf-8")
    return b"".join([len(text).to_bytes(4, "little"), text, *runs])
