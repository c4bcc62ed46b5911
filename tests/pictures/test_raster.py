"""The raster tells the truth about every cell, whatever its size: means, edges, marks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fuzz import examples
from heatmaps import STATES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from runtime_v8 import context

OK, ABSENT, UNSCORED, LIMIT, ERROR = map(STATES.index, ("ok", "absent", "unscored", "limit", "error"))
INKS = {
    ABSENT: ((0x23, 0x28, 0x2F), (0xCD, 0xD2, 0xD9), (0x7D, 0x85, 0x90)),
    UNSCORED: ((0x1F, 0x29, 0x37), (0xDB, 0xE1, 0xEA), (0x64, 0x73, 0xB4)),
    LIMIT: ((0x55, 0x36, 0x08), (0xFF, 0xE9, 0xA8), (0xB3, 0x69, 0x0A)),
    ERROR: ((0x7A, 0x0C, 0x0C), (0xFF, 0xE4, 0xD3), (0xCF, 0x32, 0x28)),
}
SHARP = 3
TOLERANCE = 1.5 / 255
QUICK = settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def v8():
    return context(Path(__file__).with_name("raster_oracle.js"))


@dataclass(frozen=True)
class Plot:
    nx: int
    ny: int
    width: int
    height: int
    scale: float
    inset: float
    values: Any
    states: Any

    def paint(self, v8: Any) -> Any:
        """Pixels: rows, columns, red green blue alpha."""
        lists = {
            "values": [None if np.isnan(v) else float(v) for v in self.values.ravel()],
            "states": self.states.ravel().tolist(),
        }
        made = json.loads(v8.eval(f"paint({json.dumps(json.dumps({**vars(self), **lists}))})"))
        return np.array(made["rgba"], dtype=np.uint8).reshape(made["height"], made["width"], 4)


def shares(n: int, pixels: int) -> Any:
    """How much of each cell lies under each pixel of an axis; where cells are wide, the one under its centre."""
    step = pixels / n
    edges = np.arange(n) * step
    starts = np.arange(pixels)
    if step >= SHARP:
        under = np.minimum(((starts + 0.5) / step - 1e-9).astype(int), n - 1)
        return np.eye(n)[under]
    low, high = np.maximum(edges[None], starts[:, None]), np.minimum(edges[None] + step, starts[:, None] + 1)
    return np.maximum(0, high - low)


def settled(n: int, pixels: int) -> Any:
    """Pixels of an axis whose centre does not lie on the edge of two wide cells, where either one may be shown."""
    at = (np.arange(pixels) + 0.5) / (pixels / n)
    return (pixels / n < SHARP) | (np.abs(at - np.round(at)) > 1e-6) | (np.round(at) <= 0) | (np.round(at) >= n)


@st.composite
def plots(draw: st.DrawFn, bad: bool) -> Plot:
    nx, ny = draw(st.integers(1, 90)), draw(st.integers(1, 40))
    width, height = draw(st.integers(4, 40)), draw(st.integers(3, 30))
    scale, inset = draw(st.sampled_from([0.5, 1, 2, 3])), draw(st.sampled_from([0, 1, 5]))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    values = random.random((ny, nx))
    states = np.zeros((ny, nx), dtype=int)
    if bad:
        share = draw(st.sampled_from([0.001, 0.02, 0.3]))
        states = np.where(
            random.random((ny, nx)) < share, random.choice([ABSENT, UNSCORED, LIMIT, ERROR], (ny, nx)), OK
        )
        unscored = (states == ABSENT) | (states == UNSCORED) | ((states >= LIMIT) & (random.random((ny, nx)) < 0.5))
        values = np.where(unscored, np.nan, values)
    return Plot(nx, ny, width, height, scale, inset, values, states)


@given(plot=plots(bad=False))
@QUICK
def test_each_pixel_shows_the_mean_of_the_cells_under_it(v8, plot):
    pixels = plot.paint(v8)
    height, width, _ = pixels.shape
    across, down = shares(plot.nx, width), shares(plot.ny, height)
    expected = down @ plot.values @ across.T / np.outer(down.sum(axis=1), across.sum(axis=1))
    shown = pixels[..., 3] == 255
    assert (pixels[~shown] == 0).all()
    shown &= np.outer(settled(plot.ny, height), settled(plot.nx, width))
    assert np.abs(pixels[..., 0] / 255 - expected)[shown].max(initial=0) <= TOLERANCE
    assert (pixels[..., 2] == 0).all()


@given(plot=plots(bad=False))
@QUICK
def test_no_cell_vanishes_and_small_ones_leave_no_gap(v8, plot):
    shown = plot.paint(v8)[..., 3] == 255
    for size, pixels, n in ((plot.nx, shown.any(axis=0), plot.nx), (plot.ny, shown.any(axis=1), plot.ny)):
        if len(pixels) / n < SHARP:
            assert pixels.all()
        else:
            assert all(part.any() for part in np.array_split(pixels, size)) or size == 1
            assert pixels.mean() >= 0.5


def inked(pixels: Any, state: int) -> Any:
    """Pixels that show a state: its ink, or nothing and the dash of absent cells."""
    found = np.any([(pixels[..., :3] == ink).all(axis=-1) for ink in INKS[state]], axis=0) & (pixels[..., 3] == 255)
    return found | (pixels[..., 3] == 0) if state == ABSENT else found


def seen(states: Any) -> list[int]:
    """The gravest state of cells, which is always seen, and whether there is any."""
    return [int(states.max())] if (states != OK).any() else []


@given(plot=plots(bad=True))
@QUICK
def test_every_row_shows_its_gravest_state_where_cells_have_it(v8, plot):
    pixels = plot.paint(v8)
    height, width, _ = pixels.shape
    across, down = shares(plot.nx, width) > 1e-6, shares(plot.ny, height) > 1e-6
    sharp = height / plot.ny >= SHARP
    for rows in range(plot.ny) if sharp else [slice(None)]:
        states = np.atleast_2d(plot.states[rows])
        lines = np.flatnonzero(np.atleast_2d(down.T[rows]).any(axis=0))
        for state in seen(states):
            columns = across[:, (states == state).any(axis=0)].any(axis=1)
            near = columns | np.roll(columns, 1) | np.roll(columns, -1)
            found = inked(pixels[lines], state).any(axis=0)
            assert (found & near).any(), f"state {state} of row {rows} is not seen"


@given(plot=plots(bad=True))
@QUICK
def test_no_pixel_has_a_sign_that_none_of_its_cells_has(v8, plot):
    pixels = plot.paint(v8)
    height, width, _ = pixels.shape
    across, down = shares(plot.nx, width) > 1e-6, shares(plot.ny, height) > 1e-6
    firm = np.outer(settled(plot.ny, height), settled(plot.nx, width))
    for state in (UNSCORED, LIMIT, ERROR):
        holds = (down.astype(int) @ (plot.states == state) @ across.astype(int).T) > 0
        assert not (inked(pixels, state) & ~holds & firm).any()


@given(plot=plots(bad=True))
@QUICK
def test_colours_beside_marks_are_still_means_of_scores(v8, plot):
    pixels = plot.paint(v8)
    height, width, _ = pixels.shape
    across, down = shares(plot.nx, width), shares(plot.ny, height)
    weight = down @ np.isfinite(plot.values) @ across.T
    with np.errstate(invalid="ignore"):
        expected = down @ np.nan_to_num(plot.values) @ across.T / weight
    coloured = (pixels[..., 2] == 0) & (pixels[..., 3] == 255)
    coloured &= np.outer(settled(plot.ny, height), settled(plot.nx, width))
    assert (weight[coloured] > 0).all()
    assert np.abs(pixels[..., 0] / 255 - expected)[coloured].max(initial=0) <= TOLERANCE


@pytest.mark.parametrize("state", [ABSENT, UNSCORED, LIMIT, ERROR])
@pytest.mark.parametrize(("nx", "ny"), [(120, 90), (40, 90), (160, 10), (40, 10), (41, 31)])
def test_a_single_bad_cell_is_seen_wherever_it_lies(v8, state, nx, ny):
    for j, i in ((0, 0), (ny // 2, nx // 2), (ny // 2 + 1, nx // 2), (ny - 1, nx - 1)):
        values, states = np.full((ny, nx), 0.5), np.zeros((ny, nx), dtype=int)
        states[j, i] = state
        values[j, i] = np.nan if state != LIMIT else 0.5
        pixels = Plot(nx, ny, 40, 30, 1, 0, values, states).paint(v8)
        plain = Plot(nx, ny, 40, 30, 1, 0, np.full((ny, nx), 0.5), states * 0).paint(v8)
        differs = (pixels != plain).any(axis=2)
        assert differs.any()
        assert differs[j * 30 // ny, max(0, i * 40 // nx - 1) : i * 40 // nx + 2].any() or ny <= 10


def test_strips_survive_small_scales(v8):
    values, states = np.full((2, 400), 0.5), np.zeros((2, 400), dtype=int)
    states[1, 200] = ERROR
    pixels = Plot(400, 2, 100, 24, 0.25, 0, values, states).paint(v8)
    assert (pixels[..., 2] != 0).any()
