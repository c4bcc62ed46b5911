"""Rasters of many cells: levels change no pixel beyond rounding, hide no state, and memory follows the cells."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_raster import ABSENT, ERROR, LIMIT, OK, TOLERANCE, UNSCORED, v8

__all__ = ["v8"]

SHARP = 3
SMALLEST = 4
KINDS = dict(enumerate((ABSENT, UNSCORED, LIMIT, ERROR)))
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def call(v8: Any, name: str, **given: Any) -> Any:
    return json.loads(v8.eval(f"{name}({json.dumps(json.dumps(given))})"))


def cells(seed: int, nx: int, ny: int, bad: float) -> tuple[Any, Any]:
    """Values and states; some cells without a row or a score, some with both a score and trouble."""
    random = np.random.default_rng(seed)
    hit = random.random((ny, nx)) < bad
    states = np.where(hit, random.choice([ABSENT, UNSCORED, LIMIT, ERROR], (ny, nx)), OK)
    gone = (states == ABSENT) | (states == UNSCORED) | ((states >= LIMIT) & (random.random((ny, nx)) < 0.5))
    return np.where(gone, np.nan, random.random((ny, nx))), states


def given_cells(values: Any, states: Any) -> dict[str, Any]:
    return {
        "values": [None if np.isnan(v) else float(v) for v in values.ravel()],
        "states": states.ravel().tolist(),
    }


def shares(n: int, start: float, step: float, pixels: int) -> Any:
    """How much of each cell lies under each pixel: pixels x cells; one cell for a pixel where cells are wide."""
    low = start + np.arange(n) * step
    at = np.arange(pixels)[:, None]
    if step >= SHARP:
        return ((at + 0.5 >= low) & (at + 0.5 < low + step)).astype(float)
    return np.maximum(0, np.minimum(low + step, at + 1) - np.maximum(low, at)) / step


def settled(n: int, start: float, step: float, pixels: int) -> Any:
    """Pixels whose centre does not lie on the edge of two wide cells, where either one may be shown."""
    at = (np.arange(pixels) + 0.5 - start) / step
    return (step < SHARP) | (np.abs(at - np.round(at)) > 1e-6)


ROW_WITH_STRIP = 8
"""Units of rows below whose cells there is paper for signs."""


@st.composite
def zooms(draw: st.DrawFn) -> dict[str, Any]:
    long, short = draw(st.integers(100, 3000)), draw(st.integers(1, 12))
    nx, ny = (long, short) if draw(st.booleans()) else (short, long)
    k = draw(st.floats(1, 60))
    at = draw(st.floats(0, 1)), draw(st.floats(0, 1))
    return {
        "nx": nx,
        "ny": ny,
        "width": draw(st.integers(4, 30)),
        "height": draw(st.integers(4, 30)),
        "zoom": (1.0, k),
        "at": at,
        "seed": draw(st.integers(0, 2**32 - 1)),
        "bad": draw(st.sampled_from([0, 0.001, 0.05])),
    }


def bands(size: int, n: int, zoom: float, at: float) -> dict[str, float]:
    step = size / n * zoom
    return {"start": 10 - at * size * (zoom - 1), "step": step, "bandwidth": step}


def tall_and_wide(nx: int, ny: int) -> dict[str, Any]:
    where = {"zoom": (1.0, 7.3), "at": (0.31, 0.77), "seed": 5, "bad": 0.001}
    return {"nx": nx, "ny": ny, "width": 17, "height": 13, **where}


@given(case=zooms())
@example(case=tall_and_wide(9000, 3))
@example(case=tall_and_wide(3, 9000))
@example(case=tall_and_wide(300, 200))
@example(case=tall_and_wide(200, 300))
@QUICK
def test_pixels_of_many_cells_are_their_means_in_every_view(v8, case):
    nx, ny, width, height = case["nx"], case["ny"], case["width"], case["height"]
    values, states = cells(case["seed"], nx, ny, case["bad"])
    views = [(bands(width, nx, k, case["at"][0]), bands(height, ny, k, case["at"][1])) for k in case["zoom"]]
    size = {"nx": nx, "ny": ny, "width": width, "height": height}
    made = call(v8, "paintViews", **size, scale=1, inset=0, views=views, **given_cells(values, states))
    for (x, y), picture in zip(views, made, strict=True):
        pixels = np.array(picture["rgba"], dtype=np.uint8).reshape(height, width, 4)
        across, down = (shares(n, b["start"] - 10, b["step"], p) for n, b, p in ((nx, x, width), (ny, y, height)))
        firm = np.outer(settled(ny, y["start"] - 10, y["step"], height), settled(nx, x["start"] - 10, x["step"], width))
        _check_means(pixels, across, down, values, firm)
        _check_states(pixels, across, down, states, firm, has_strips=y["step"] >= ROW_WITH_STRIP)


def _check_means(pixels: Any, across: Any, down: Any, values: Any, firm: Any) -> None:
    weight = down @ np.isfinite(values) @ across.T
    with np.errstate(invalid="ignore", divide="ignore"):
        expected = down @ np.nan_to_num(values) @ across.T / weight
    coloured = (pixels[..., 2] == 0) & (pixels[..., 3] == 255) & (weight > 1e-6) & firm
    assert np.abs(pixels[..., 0] / 255 - expected)[coloured].max(initial=0) <= TOLERANCE


def _check_states(pixels: Any, across: Any, down: Any, states: Any, firm: Any, has_strips: bool) -> None:
    """No pixel is marked under which no cell in trouble lies; and signs take no more than their share, and one more."""
    weights = down @ (states != OK) @ across.T / np.maximum(1e-9, np.outer(down.sum(axis=1), across.sum(axis=1)))
    marked = ~((pixels[..., 2] == 0) & (pixels[..., 3] == 255))
    if has_strips:
        marked &= pixels[..., 3] == 255
    assert not (marked & ~(weights > 1e-6) & firm).any()
    if not (down.max() <= 1 and across.max() <= 1 and min(down.sum(axis=1).min(), across.sum(axis=1).min()) > 4):
        return
    assert abs(marked.sum() - weights.sum()) <= 0.2 * weights.sum() + 4 * len(pixels)


@pytest.mark.parametrize("state", [ABSENT, UNSCORED, LIMIT, ERROR])
@pytest.mark.parametrize(("nx", "ny"), [(30_000, 2), (2, 30_000)])
def test_one_bad_cell_among_thousands_is_seen(v8, state, nx, ny):
    for cell in (0, nx * ny // 3, nx * ny - 1):
        values, states = np.full(nx * ny, 0.5), np.zeros(nx * ny, dtype=int)
        states[cell], values[cell] = state, np.nan
        size = {"nx": nx, "ny": ny, "width": 20, "height": 20, "scale": 1, "inset": 0}
        made = call(v8, "paint", **size, **given_cells(values, states))
        pixels = np.array(made["rgba"], dtype=np.uint8).reshape(20, 20, 4)
        assert (pixels[..., 2] != 0).any()


@pytest.mark.parametrize(("nx", "ny"), [(6000, 2), (2, 6000)])
def test_pixels_over_nothing_but_absent_cells_stay_empty(v8, nx, ny):
    values, states = np.full(nx * ny, 0.5), np.zeros(nx * ny, dtype=int)
    gone = (np.arange(nx * ny) % nx >= 3000) | (np.arange(nx * ny) // nx >= 3000)
    values[gone], states[gone] = np.nan, ABSENT
    size = {"nx": nx, "ny": ny, "width": 20, "height": 20, "scale": 1, "inset": 0}
    made = call(v8, "paint", **size, **given_cells(values, states))
    alpha = np.array(made["rgba"]).reshape(20, 20, 4)[..., 3]
    along = alpha if nx > ny else alpha.T
    strips = [6, 7, 8, 9, 16, 17, 18, 19] if nx > ny else []
    assert (np.delete(along, strips, axis=0)[:, :10] == 255).all()
    assert (along[strips] == 0).all()
    dashes = ny if nx > ny else 0
    assert (along[:, 10:] == 0).sum() == 10 * (20 - dashes)


@pytest.mark.parametrize(("nx", "ny"), [(403, 7), (7, 403), (64, 64)])
@pytest.mark.parametrize(("perPixel", "size"), [(16, 4), (63.9, 4), (64, 8), (300, 16), (1500, 32)])
def test_levels_are_sums_of_their_cells(v8, nx, ny, perPixel, size):
    values, states = cells(3, nx, ny, 0.2)
    made = call(
        v8, "level", perPixel=perPixel, nx=nx, ny=ny, width=40, height=40, inset=0, **given_cells(values, states)
    )
    long = (values, states) if nx >= ny else (values.T, states.T)
    n = max(nx, ny) // size
    blocks = [plane[:, : n * size].reshape(-1, n, size) for plane in long]
    expected = {
        "sum": np.nansum(blocks[0], axis=2),
        "weight": np.isfinite(blocks[0]).sum(axis=2),
    }
    assert (made["size"], made["count"]) == (size, n)
    made |= {f"signs {kind}": plane for kind, plane in enumerate(made["signs"])}
    expected |= {f"signs {kind}": (blocks[1] == state).sum(axis=2) for kind, state in KINDS.items()}
    for name, plane in expected.items():
        shown = np.array(made[name]).reshape(plane.shape if nx >= ny else plane.T.shape)
        np.testing.assert_allclose(shown if nx >= ny else shown.T, plane, rtol=1e-12)


def test_few_cells_under_a_pixel_need_no_level(v8):
    values, states = cells(3, 50, 5, 0)
    assert (
        call(v8, "level", perPixel=15.9, nx=50, ny=5, width=40, height=40, inset=0, **given_cells(values, states))
        is None
    )


@pytest.mark.parametrize(("nx", "ny"), [(20_000, 10), (10, 20_000), (3, 60_000), (400, 400), (60_000, 3)])
def test_memory_follows_cells_and_pixels_not_rows_times_width(v8, nx, ny):
    width, height, scale = 700, 200, 2
    size = {"nx": nx, "ny": ny, "width": width, "height": height}
    elements = call(v8, "allocated", **size, scale=scale, inset=1)
    pixels = scale * scale * width * height
    assert elements <= 4 * pixels + 12 * scale * (width + height) + 6 * nx + 2 * nx * ny
