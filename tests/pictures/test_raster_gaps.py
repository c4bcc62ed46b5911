"""A raster with gaps between blocks is what the blocks would be, each by itself; and so are rectangles."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from fuzz import examples
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_raster import v8
from test_raster_levels import call, cells, given_cells

__all__ = ["v8"]

GAP = 3.0
ROUNDING = 1
BESIDE_EDGES = 0.01379
QUICK = settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def blocks_of(before: list[int], n: int) -> list[tuple[int, int]]:
    bounds = [0, *sorted(set(before)), n]
    return list(itertools.pairwise(bounds))


def place(bands: dict[str, Any], i: int) -> float:
    gaps = bands["gaps"]
    return bands["start"] + i * bands["step"] + gaps["size"] * sum(b <= i for b in gaps["before"])


@st.composite
def plots(draw: st.DrawFn) -> dict[str, Any]:
    n, m = draw(st.sampled_from([7, 40, 300, 3000])), draw(st.integers(1, 9))
    before = sorted(draw(st.lists(st.integers(1, n - 1), min_size=1, max_size=4)))
    return {
        "along": draw(st.sampled_from("xy")),
        "n": n,
        "m": m,
        "before": before,
        "size": draw(st.integers(20, 50)),
        "other": draw(st.integers(4, 30)),
        "zoom": draw(st.floats(1, 30)),
        "at": draw(st.floats(0, 1)),
        "scale": draw(st.sampled_from([1, 2])),
        "seed": draw(st.integers(0, 2**32 - 1)),
    }


def tall(along: str, n: int, m: int) -> dict[str, Any]:
    where = {"size": 40, "other": 11, "zoom": 1.0, "at": 0.0, "scale": 2, "seed": 3}
    return {"along": along, "n": n, "m": m, "before": [n // 7, n // 2, n // 2], **where}


def bands_of(case: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Zoomed bands of the axis with gaps, and those of the other."""
    room = len(case["before"]) * GAP
    step = (case["size"] - room) / case["n"] * case["zoom"]
    start = 10 - case["at"] * (case["zoom"] - 1) * (case["size"] - room)
    other = case["other"] / case["m"]
    gaps = {"before": case["before"], "size": GAP}
    return (
        {"start": start, "step": step, "bandwidth": step, "gaps": gaps},
        {"start": 10, "step": other, "bandwidth": other},
    )


def painted(v8: Any, case: dict[str, Any], values: Any, states: Any, along: Any, other: Any) -> Any:
    """Pixels of cells given with the axis of gaps as their second; blocks along x or y."""
    across = case["along"] == "x"
    values, states = (values, states) if across else (values.T, states.T)
    ny, nx = values.shape
    size = (case["size"], case["other"]) if across else (case["other"], case["size"])
    view = [along, other] if across else [other, along]
    about = {"nx": nx, "ny": ny, "width": size[0], "height": size[1], "scale": case["scale"], "inset": 1}
    made = call(v8, "paintViews", **about, views=[view], **given_cells(values, states))[0]
    return np.array(made["rgba"], dtype=int).reshape(made["height"], made["width"], 4)


@given(case=plots())
@example(case=tall("x", 9000, 3))
@example(case=tall("y", 9000, 3))
@example(case=tall("x", 5, 4))
@QUICK
def test_a_raster_with_gaps_is_its_blocks_side_by_side(v8, case):
    """Of cells without trouble: its signs are spread along whole rows."""
    values, states = cells(case["seed"], case["n"], case["m"], 0)
    along, other = bands_of(case)
    whole = painted(v8, case, values, states, along, other)
    expected = np.zeros_like(whole)
    for low, high in blocks_of(case["before"], case["n"]):
        single = {**along, "start": place(along, low), "gaps": None}
        block = painted(v8, case, values[:, low:high], states[:, low:high], single, other)
        assert not ((expected[..., 3] > 0) & (block[..., 3] > 0)).any()
        expected += block
    assert np.abs(whole - expected).max() <= ROUNDING


def test_gaps_are_empty_and_as_wide_as_they_are_said_to_be(v8):
    case = {**tall("x", 400, 2), "size": 106, "before": [100, 200], "scale": 1}
    values, states = np.full((2, 400), 0.5), np.zeros((2, 400), dtype=int)
    alpha = painted(v8, case, values, states, *bands_of(case))[0, :, 3]
    assert alpha.tolist() == [255] * 25 + [0] * 3 + [255] * 25 + [0] * 3 + [255] * 50


@given(case=plots())
@QUICK
def test_rectangles_with_gaps_are_those_of_their_blocks(v8, case):
    case = {**case, "n": 12, "before": sorted({1 + b % 11 for b in case["before"]})}
    values, states = cells(case["seed"], 12, case["m"], 0.0)
    along, other = bands_of(case)
    along["start"] += BESIDE_EDGES

    def drawn(values: Any, states: Any, bands: Any) -> list[str]:
        view = {"x": bands, "y": other}
        ny, nx = values.shape
        about = {"nx": nx, "ny": ny, "width": case["size"], "height": case["other"], "inset": 1, "view": view}
        return call(v8, "rectangles", **about, **given_cells(values, states))

    blocks = [
        drawn(values[:, low:high], states[:, low:high], {**along, "start": place(along, low), "gaps": None})
        for low, high in blocks_of(case["before"], 12)
    ]
    assert sorted(drawn(values, states, along)) == sorted(rect for block in blocks for rect in block)
