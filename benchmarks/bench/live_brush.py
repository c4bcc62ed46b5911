"""Drags a brush over one of two linked histograms and watches the other one."""

from __future__ import annotations

import json
import math
import statistics
from pathlib import Path
from typing import Any

from .processes import Failed

PROBE = Path(__file__).with_name("brush.js")
MOVES, STEP_PX = 40, 4
START = 0.2
"""Share of the first plot's width at which the pointer is pressed."""
DRAWN_S, WAIT_MS, QUIET_MS = 40, 20_000, 60
MISSED = 3
"""So many moves without an answer, and no more are tried."""
OVERLAY = ".interval-x .overlay"
Milliseconds = dict[str, float]


class Undrawn(Failed):
    """The pair did not appear."""


def probe(bars: str, handle: str = OVERLAY) -> str:
    """The script that watches the last group of bars that a selector finds, once there is something to handle."""
    text = PROBE.read_text(encoding="utf-8")
    return text[text.index("(() =>") :].replace("BARS", json.dumps(bars)).replace("HANDLE", json.dumps(handle))


def when_drawn(page: Any) -> float:
    """Waits for the pair: seconds since the epoch."""
    drawn = page.evaluate("(limit) => __brush.whenDrawn(limit)", DRAWN_S * 1000)
    if drawn is None:
        raise Undrawn(f"not drawn in {DRAWN_S} s")
    return float(drawn) / 1000


def brushed(page: Any) -> dict[str, Any]:
    """Drags from left to right: each move waits until the linked plot has other bars.

    Returns:
        For the first move, and for each of the others, milliseconds from the pointer's event to the frame with other
        bars; where a kernel answers also its parts: until it is asked, until its answer is there, until the frame.
    """
    x, y = _start(page)
    page.mouse.move(x, y)
    page.mouse.down()
    found: list[Milliseconds] = []
    for number in range(MOVES + 1):
        found += filter(None, [_move(page, x + 3 * STEP_PX + number * STEP_PX, y)])
        if number - len(found) >= MISSED:
            break
    page.mouse.up()
    if len(found) < MOVES / 2:
        raise Failed(f"the linked plot followed {len(found)} of {MOVES} moves")
    first, *rest = found
    return {"first_ms": first["ms"], "first_at": first["at"], "missed": MOVES - len(rest)} | _columns(rest)


def rested(page: Any) -> list[float]:
    """Drags as `brushed` does, and rests after each move: milliseconds from the exact question to its answer."""
    x, y = _start(page)
    page.mouse.move(x, y)
    page.mouse.down()
    found: list[float | None] = []
    for number in range(MOVES // 2):
        page.evaluate("() => { __brush.sent.length = __brush.heard.length = 0; }")
        page.mouse.move(x + (number + 1) * STEP_PX, y)
        found.append(page.evaluate(f"__brush.answered({WAIT_MS})"))
    page.mouse.up()
    return [round(one, 1) for one in found[1:] if one is not None]


def _start(page: Any) -> tuple[float, float]:
    """Where the pointer is pressed, once the page scrolls no more."""
    before, place = None, page.evaluate("__brush.place()")
    while before != place:
        page.wait_for_timeout(100)
        before, place = place, page.evaluate("__brush.place()")
    x, y, width, height = place
    return round(x + width * START), round(y + height / 2)


def _move(page: Any, x: float, y: float) -> Milliseconds | None:
    page.evaluate(f"{{ __brush.sent.length = __brush.heard.length = 0; __brush.arm('pointermove', {WAIT_MS}); }}")
    page.mouse.move(x, y)
    shown, sent, heard = page.evaluate("__brush.shown.then((s) => [s, [...__brush.sent], [...__brush.heard]])")
    page.evaluate(f"__brush.quiet({QUIET_MS}, {WAIT_MS})")
    return shown and {"ms": shown["drawn"] - shown["moved"], "at": shown["drawn"]} | _parts(shown, sent, heard)


def _parts(shown: dict[str, float], sent: list[Any], heard: list[Any]) -> Milliseconds:
    """From the pointer to the first question, from there to the last answer before the frame, from there to it."""
    asked = {name: at for name, at in sent if at >= shown["moved"]}
    answered = [at for name, at in heard if name in asked and at <= shown["drawn"]]
    if not answered:
        return {}
    first, last = min(asked.values()), max(answered)
    return {"ask_ms": first - shown["moved"], "kernel_ms": last - first, "draw_ms": shown["drawn"] - last}


def _columns(found: list[Milliseconds]) -> dict[str, list[float]]:
    names = ("ms", "ask_ms", "kernel_ms", "draw_ms")
    return {name: [round(each[name], 1) for each in found if name in each] for name in names}


def percentile(values: list[float], share: float) -> float | None:
    """Nearest-rank percentile."""
    return sorted(values)[math.ceil(share * len(values)) - 1] if values else None


def middle(values: list[float]) -> float | None:
    """The median, if there is any value."""
    return statistics.median(values) if values else None
