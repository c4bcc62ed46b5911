"""A picture drawn by the runtime in V8, which asks, and gets its answers from a function."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from inspect_viz._engine import LimitError, Stop, Stopped

from ._errors import DrawingError, DrawingLimitError, OutOfMemory
from ._pixels import encode_png
from ._runtime import Runtime
from ._v8 import warm_up

IDLE_ROUNDS = 1000


@dataclass(frozen=True)
class Drawing:
    """A drawn picture: its svg, and what the page's core needs to take it over."""

    svg: str
    width: int
    height: int
    warnings: tuple[str, ...]
    covered: bool
    matrix: bytes | None
    details: bytes | None
    told: str | None = None


def draw(
    request: dict[str, Any],
    answer: Callable[[str], bytes],
    *,
    planes: bool,
    told: bool = False,
    then: Callable[[Session], None] | None = None,
    stop: Stop | None = None,
) -> Drawing:
    """Draw a spec with its sidecar.

    Args:
        request: What the runtime is to draw.
        answer: Turns one SELECT into an Arrow IPC stream.
        planes: Whether to fetch what a page needs, too.
        told: Whether to fetch what is told of the picture in words, too.
        then: What is done with the drawn picture before it is freed.
        stop: Ends the drawing from another thread.

    Raises:
        DrawingError: If it cannot be drawn, or a question cannot be answered; a DrawingLimitError, which is a
            LimitError, too, if that takes too much.
        Stopped: If `stop` says so.
        RuntimeUnavailable: If there is no V8.
    """
    text = json.dumps(request)
    return warm_up().run(lambda context: _draw(Runtime(context), text, answer, planes, told, then), stop)


def analyse(request: str, answer: Callable[[str], bytes], *, stop: Stop | None = None) -> bytes:
    """Compute a table.

    Args:
        request: What the runtime is asked, as JSON.
        answer: Turns one SELECT into an Arrow IPC stream.
        stop: Ends the work from another thread.

    Returns:
        The table as an Arrow IPC stream.

    Raises:
        DrawingError, Stopped, RuntimeUnavailable: As `draw`.
    """
    return warm_up().run(lambda context: _analyse(Runtime(context), request, answer), stop)


def _analyse(runtime: Runtime, request: str, answer: Callable[[str], bytes]) -> bytes:
    runtime.analyse(request)
    try:
        _pump(runtime, answer)
        return runtime.data("table")
    finally:
        runtime.forget()


@dataclass(frozen=True)
class Session:
    """A drawn picture whose inputs can be set."""

    runtime: Runtime
    answer: Callable[[str], bytes]

    def states(self) -> list[int | None]:
        """How many states each input has; None where they cannot be told one by one."""
        return self.runtime.states()

    def choose(self, states: Sequence[int]) -> None:
        """Set each input to a state by its number, and ask all that follows."""
        self.runtime.choose(states)
        _settle(self.runtime, self.answer)


def _draw(
    runtime: Runtime,
    request: str,
    answer: Callable[[str], bytes],
    planes: bool,
    told: bool,
    then: Callable[[Session], None] | None,
) -> Drawing:
    runtime.start(request)
    try:
        left = _pump(runtime, answer)
        result = runtime.result()
        drawing = Drawing(
            svg=_with_images(runtime, result["svg"], result["rasters"]),
            width=result["width"],
            height=result["height"],
            warnings=tuple(result["warnings"]),
            covered=result["covered"],
            matrix=runtime.data("matrix") if planes and result["cells"] else None,
            details=runtime.data("details") if planes and result["details"] else None,
            told=runtime.told() if told else None,
        )
        if then:
            _tell(runtime, left, answer)
            then(Session(runtime, answer))
        return drawing
    finally:
        runtime.forget()


def _pump(runtime: Runtime, answer: Callable[[str], bytes]) -> list[dict[str, Any]]:
    """Until it is done; what was asked last need not be answered for that."""
    asked: list[str] = []
    for _ in range(IDLE_ROUNDS):
        state = runtime.pump()
        if state["error"] is not None:
            raise DrawingError(state["error"])
        if state["done"]:
            return list(state["queries"])
        if not state["queries"] and not state["ran"] and runtime.is_full():
            raise OutOfMemory
        asked += [query["sql"] for query in state["queries"]]
        _tell(runtime, state["queries"], answer)
    last = f"; the last question was: {asked[-1]}" if asked else ""
    raise DrawingError(f"the picture was not finished: the runtime waits for something that does not come{last}")


def _settle(runtime: Runtime, answer: Callable[[str], bytes]) -> None:
    """Until nothing is asked and nothing is left to do."""
    for _ in range(IDLE_ROUNDS):
        state = runtime.pump()
        if state["error"] is not None:
            raise DrawingError(state["error"])
        if not state["queries"] and not state["ran"]:
            return
        _tell(runtime, state["queries"], answer)
    raise DrawingError("a state of the inputs was not reached: the runtime does not come to rest")


def _tell(runtime: Runtime, queries: Sequence[dict[str, Any]], answer: Callable[[str], bytes]) -> None:
    for query in queries:
        runtime.answer(query["id"], _answered(query["sql"], answer))


def _answered(sql: str, answer: Callable[[str], bytes]) -> bytes:
    try:
        return answer(sql)
    except Stopped:
        raise
    except Exception as error:
        kind = DrawingLimitError if isinstance(error, LimitError) else DrawingError
        raise kind(str(error).partition(" The question was")[0]) from error


def _with_images(runtime: Runtime, svg: str, rasters: list[dict[str, int]]) -> str:
    """The svg with its images inside; texts of data cannot hold the quotes of an attribute."""
    for number, size in enumerate(rasters):
        png = encode_png(runtime.data("raster", str(number)), size["width"], size["height"])
        address = f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"
        svg = svg.replace(f'href="inspect-viz:raster:{number}"', f'href="{address}"', 1)
    return svg
