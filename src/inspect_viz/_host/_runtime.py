"""The runtime as V8 offers it: JSON and bytes in and out, by a handful of named calls."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ._assets import asset_text
from ._errors import RuntimeUnavailable
from ._room import check_room

if TYPE_CHECKING:
    from py_mini_racer import MiniRacer

# Above about 1.5 GiB V8 ends the whole process before it reports that memory ran out.
MEMORY_LIMIT = 1024**3
SECONDS_PER_CALL = 120.0


def new_context() -> MiniRacer:
    """A V8 with the runtime in it.

    Raises:
        RuntimeUnavailable: If there is none for this machine, or no room for it.
    """
    try:
        from py_mini_racer import MiniRacer
    except ImportError as error:
        raise RuntimeUnavailable(
            "drawing in Python needs the package mini-racer, which is not installed here: pip install mini-racer"
        ) from error
    check_room()
    context = MiniRacer()
    context.set_hard_memory_limit(MEMORY_LIMIT)
    context.eval(asset_text("static.js"))
    return context


class Runtime:
    """The calls of `runtime/src/static/main.ts`: one picture at a time, from the thread that owns the context."""

    def __init__(self, context: MiniRacer) -> None:
        self._context = context

    def start(self, request: str) -> None:
        """Begin the picture that `request`, which is JSON, describes."""
        self._call("start", json.dumps(request))

    def analyse(self, request: str) -> None:
        """Begin the table that `request`, which is JSON, describes."""
        self._call("analyse", json.dumps(request))

    def pump(self) -> Any:
        """Carry the picture on: the questions that it asks, and whether it is done or cannot be."""
        return json.loads(self._call("pump"))

    def answer(self, question: int, data: bytes) -> None:
        """The answer to a question, as an Arrow IPC stream."""
        self._call("room", f"{question}, {len(data)}")[:] = data
        self._call("answer", str(question))

    def states(self) -> list[int | None]:
        """How many states each input has; None where they cannot be told one by one."""
        return list(json.loads(self._call("states")))

    def choose(self, states: Sequence[int]) -> None:
        """Set each input to a state, by its number."""
        self._call("choose", json.dumps(json.dumps(list(states))))

    def result(self) -> Any:
        """The svg, its size, and what there is beside it."""
        return json.loads(self._call("result"))

    def data(self, name: str, argument: str = "") -> bytes:
        """Bytes that belong to the result: "matrix", "details", a "raster" by its number, or the "table"."""
        return bytes(self._call(name, argument))

    def told(self) -> str:
        """What is told of the picture in words, as JSON."""
        return str(self._call("told"))

    def said(self) -> Any:
        """What a spec can say of each plot as it is drawn."""
        return json.loads(self._call("said"))

    def is_full(self) -> bool:
        """Whether V8 has no memory left. What runs by itself, between calls, then ends without a word."""
        return bool(self._context.heap_stats()["used_heap_size"] > MEMORY_LIMIT)

    def forget(self) -> None:
        """Free the picture."""
        self._call("forget")

    def _call(self, name: str, arguments: str = "") -> Any:
        return self._context.eval(f"inspectViz.{name}({arguments})", timeout_sec=SECONDS_PER_CALL)
