"""What a page carries of a picture that its readers change: spec, answers, and the tables behind them."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, Literal

from inspect_viz._engine import quote_identifier

from ._alive import has_pointer
from ._engine_files import sidecar_name
from ._errors import DrawingError

if TYPE_CHECKING:
    from ._drawing import Session
    from ._open import OpenPicture
    from ._shelf import Shelf

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
    fragment: str | None = None
    """Its name in a page that holds it with others."""


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
        if has_pointer(self._picture.picture) or None in sizes or prod(filter(None, sizes)) > MOST_STATES:
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

    def carried(self, request: Mapping[str, Any], engine: EngineKind, shelf: Shelf | None = None) -> Living:
        """What a page carries of the picture as it was requested; where all is frozen, no engine.

        Args:
            request: What was drawn.
            engine: Who answers the rest.
            shelf: What the pictures of its page have in common.
        """
        engine = "none" if self._is_complete else engine
        answers = pack_named(self._answers)
        sharing, pieces = shelf.share(self._picture, engine != "none") if shelf else (None, None)
        found = (self._tables() if pieces is None else pieces) if engine != "none" else None
        tables = None if found is None else pack_named(found)
        nonce = hashlib.sha256(answers + (tables or b"")).hexdigest()[:32]
        by = {"sidecar": {"file": sidecar_name(), "nonce": nonce}, "inline": "inline", "none": None}[engine]
        about = {key: request["options"][key] for key in ("title", "description", "metadata")}
        recording = {"spec": request["spec"], "sidecar": request["sidecar"], "about": about, "engine": by}
        text = json.dumps({**recording, **({"sharing": sharing} if sharing else {})}, ensure_ascii=False)
        return Living(text.encode(), answers, tables, engine, nonce, sharing["name"] if sharing else None)

    def _tables(self) -> dict[str, bytes]:
        """The columns that the picture reads, and tables that SQL makes, as Arrow IPC streams."""
        names = [*self._picture.picture.tables, *self._picture.picture.queries]
        return {name: self._picture.answer(f"SELECT * FROM {quote_identifier(name)}") for name in names}


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
