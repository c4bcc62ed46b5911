"""The runtime in an embedded V8: one owner thread, a memory limit, a time limit for each picture."""

from __future__ import annotations

import atexit
import base64
import ctypes
import json
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from ._assets import asset_text
from ._pixels import encode_png
from ._worker import Worker

if TYPE_CHECKING:
    from py_mini_racer import MiniRacer

T = TypeVar("T")

# Above about 1.5 GiB V8 ends the whole process before it reports that memory ran out.
MEMORY_LIMIT = 1024**3
SECONDS_PER_CALL = 120.0
SECONDS_TO_END = 10.0
IDLE_ROUNDS = 1000


class RuntimeUnavailable(RuntimeError):
    """There is no V8 for this machine."""


class DrawingError(RuntimeError):
    """The runtime could not draw a picture; the message says why."""


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


class _Owner:
    """A V8 context and the one thread that may touch it."""

    def __init__(self) -> None:
        self.pid = os.getpid()
        self.worker = Worker("inspect-viz-v8")
        self.context: Future[MiniRacer] = self.worker.submit(_new_context)

    def run(self, work: Callable[[MiniRacer], T]) -> T:
        return self.worker.submit(lambda: work(self.context.result())).result()

    def end(self) -> Future[None]:
        """End V8 and then its thread."""
        ended = self.worker.submit(lambda: self.context.result().close())
        self.worker.end()
        return ended


_lock = threading.Lock()
_owner: _Owner | None = None


def _new_context() -> MiniRacer:
    try:
        from py_mini_racer import MiniRacer
    except ImportError as error:
        raise RuntimeUnavailable(
            "drawing in Python needs the package mini-racer, which is not installed here: pip install mini-racer"
        ) from error
    context = MiniRacer()
    context.set_hard_memory_limit(MEMORY_LIMIT)
    context.eval(asset_text("static.js"))
    return context


@atexit.register
def _end_at_exit() -> None:
    """V8 ends while its threads still run; after that the interpreter can end."""
    if _owner is not None:
        with suppress(Exception):
            _owner.end().result(SECONDS_TO_END)


def _forget_in_child() -> None:
    """A forked child has none of V8's threads: it must neither use nor free its parent's context."""
    global _owner, _lock
    if _owner is not None and _owner.context.done() and _owner.context.exception() is None:
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(_owner.context.result()))
    _owner, _lock = None, threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_in_child)


def warm_up() -> _Owner:
    """The owner of this process; starts V8 in its thread and does not wait for it."""
    global _owner
    with _lock:
        if _owner is None or _owner.pid != os.getpid():
            _owner = _Owner()
        return _owner


def _discard(owner: _Owner) -> None:
    global _owner
    with _lock:
        if _owner is owner:
            _owner = None
    owner.end()


def draw(request: dict[str, Any], answer: Callable[[str], bytes], *, planes: bool) -> Drawing:
    """Draw a spec with its sidecar. `answer` turns one SELECT into Arrow bytes; `planes` also fetches what a page
    needs."""
    owner = warm_up()
    text = json.dumps(request)
    try:
        return owner.run(lambda context: _draw(context, text, answer, planes))
    except (DrawingError, RuntimeUnavailable):
        raise
    except Exception as error:
        _discard(owner)
        if type(error).__module__.startswith("py_mini_racer"):
            raise DrawingError(
                f"the picture could not be drawn: {str(error).strip() or type(error).__name__}"
            ) from error
        raise


def _call(context: MiniRacer, code: str) -> Any:
    return context.eval(code, timeout_sec=SECONDS_PER_CALL)


def _draw(context: MiniRacer, request: str, answer: Callable[[str], bytes], planes: bool) -> Drawing:
    _call(context, f"inspectViz.start({json.dumps(request)})")
    try:
        _pump(context, answer)
        result = json.loads(_call(context, "inspectViz.result()"))
        return Drawing(
            svg=_with_images(context, result["svg"], result["rasters"]),
            width=result["width"],
            height=result["height"],
            warnings=tuple(result["warnings"]),
            covered=result["covered"],
            matrix=_bytes(context, "matrix") if planes and result["cells"] else None,
            details=_bytes(context, "details") if planes and result["details"] else None,
        )
    finally:
        _call(context, "inspectViz.forget()")


def _pump(context: MiniRacer, answer: Callable[[str], bytes]) -> None:
    for _ in range(IDLE_ROUNDS):
        state = json.loads(_call(context, "inspectViz.pump()"))
        if state["error"] is not None:
            raise DrawingError(state["error"])
        if state["done"]:
            return
        for query in state["queries"]:
            _answer(context, query["id"], query["sql"], answer)
    raise DrawingError("the picture was not finished: the runtime waits for something that does not come")


def _answer(context: MiniRacer, number: int, sql: str, answer: Callable[[str], bytes]) -> None:
    try:
        data = answer(sql)
    except Exception as error:
        _call(context, f"inspectViz.refuse({number}, {json.dumps(str(error))})")
        return
    room = _call(context, f"inspectViz.room({number}, {len(data)})")
    room[:] = data
    _call(context, f"inspectViz.answer({number})")


def _with_images(context: MiniRacer, svg: str, rasters: list[dict[str, int]]) -> str:
    """The svg with its images inside; texts of data cannot hold the quotes of an attribute."""
    for number, size in enumerate(rasters):
        png = encode_png(_bytes(context, "raster", str(number)), size["width"], size["height"])
        address = f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"
        svg = svg.replace(f'href="inspect-viz:raster:{number}"', f'href="{address}"', 1)
    return svg


def _bytes(context: MiniRacer, name: str, argument: str = "") -> bytes:
    return bytes(_call(context, f"inspectViz.{name}({argument})"))
