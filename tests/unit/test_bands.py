"""Places of bands with gaps between blocks: place and band undo each other, at home and in every view."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from fuzz import examples
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from runtime_v8 import context

FROM, ROOM = 40.0, 560.0
AREA = {"x": FROM, "y": 10.0, "width": ROOM, "height": 100.0}
NEAR = 1e-6
QUICK = settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def ask():
    oracle = context(Path(__file__).with_name("bands_oracle.js"))
    return lambda name, **about: json.loads(oracle.eval(f"JSON.stringify(oracle.{name}({json.dumps(about)}))"))


@st.composite
def axes(draw: st.DrawFn) -> tuple[dict[str, Any], int]:
    """An axis over the area with up to six gaps, some of them double, and its number of bands."""
    n = draw(st.integers(2, 400))
    before = sorted(draw(st.lists(st.integers(1, n - 1), max_size=6)))
    share = draw(st.sampled_from([1.0, 0.9, 0.5]))
    plain = {"start": FROM, "step": ROOM / n, "bandwidth": ROOM / n * share}
    size = draw(st.floats(0.5, 6))
    return ({**plain, "gaps": {"before": before, "size": size}} if before else plain), n


def fitted(ask: Any, axis: dict[str, Any], n: int) -> dict[str, Any]:
    """The axis, shrunk so that its gaps have room."""
    return ask("withGaps", axis=axis, n=n, gaps=axis["gaps"]) if "gaps" in axis else axis


def edges(axis: dict[str, Any], n: int) -> list[tuple[float, float]]:
    """Both ends of each band, one after the other."""
    out, at = [], axis["start"]
    gaps = axis.get("gaps", {"before": [], "size": 0})
    for i in range(n):
        at += gaps["size"] * gaps["before"].count(i)
        out.append((at, at + axis["bandwidth"]))
        at += axis["step"]
    return out


@given(given_axis=axes())
@example(given_axis=({"start": FROM, "step": 5.6, "bandwidth": 5.6, "gaps": {"before": [50, 50], "size": 6.0}}, 100))
@QUICK
def test_place_and_band_undo_each_other(ask, given_axis):
    given, n = given_axis
    axis = fitted(ask, given, n)
    expected = edges(axis, n)
    assert expected[-1][0] + axis["step"] == pytest.approx(FROM + ROOM)
    assert ask("places", axis=axis, n=n) == pytest.approx([low for low, _ in expected])
    assert ask("centres", axis=axis, n=n) == pytest.approx([(low + high) / 2 for low, high in expected])
    for share in (0.001, 0.5, 0.999):
        inside = [low + share * (high - low) for low, high in expected]
        assert ask("at", axis=axis, at=inside) == list(range(n))


@given(given_axis=axes())
@QUICK
def test_half_of_what_lies_between_two_bands_belongs_to_each(ask, given_axis):
    axis = fitted(ask, *given_axis)
    expected = edges(axis, given_axis[1])
    between = [(high, low) for (_, high), (low, _) in itertools.pairwise(expected) if low - high > NEAR]
    for share, step in ((0.01, 0), (0.49, 0), (0.51, 1), (0.99, 1)):
        found = ask("at", axis=axis, at=[a + share * (b - a) for a, b in between])
        wide = [i for i, (a, b) in enumerate(itertools.pairwise(expected)) if b[0] - a[1] > NEAR]
        assert found == [i + step for i in wide]
    n = given_axis[1]
    outside = ask("at", axis=axis, at=[FROM - axis["step"], FROM + ROOM + axis["step"]])
    assert outside[0] < 0
    assert outside[1] >= n


ENDS_IN_GAP = ({"start": FROM, "step": 5.6, "bandwidth": 5.6, "gaps": {"before": [50], "size": 6.0}}, 100)


@given(given_axis=axes(), begin=st.floats(-50, 700), size=st.floats(0, 700))
@example(given_axis=ENDS_IN_GAP, begin=100.0, size=220.5)
@QUICK
def test_centres_within_a_stretch_are_those_that_are_counted(ask, given_axis, begin, size):
    axis, n = fitted(ask, *given_axis), given_axis[1]
    centres = [(low + high) / 2 for low, high in edges(axis, n)]
    at_edge = any(min(abs(c - begin), abs(c - begin - size)) < NEAR * 100 for c in centres)
    found = ask("centresIn", axis=axis, n=n, **{"from": begin, "size": size})
    within = [i for i, c in enumerate(centres) if begin <= c <= begin + size]
    if not at_edge:
        assert list(range(*found)) == within
    some = [i for i, (low, high) in enumerate(edges(axis, n)) if low < begin + size and high > begin]
    assert set(some) <= set(range(*ask("within", axis=axis, n=n, **{"from": begin, "size": size})))


STEPS = st.one_of(
    st.tuples(st.just("zoomed"), st.floats(0.3, 8), st.floats(FROM, FROM + ROOM), st.floats(10, 110)),
    st.tuples(st.just("panned"), st.floats(-900, 900), st.floats(-50, 50)),
    st.tuples(st.just("centred"), st.just("x"), st.floats(FROM, FROM + ROOM), st.floats(0, 60)),
    st.tuples(st.just("revealed"), st.just("x"), st.floats(FROM, FROM + ROOM - 1), st.just(1.0)),
)
ZOOM_IN = ("zoomed", 6.0, 320.0, 50.0)


def walked(ask: Any, given_axis: tuple[dict[str, Any], int], walk: list[Any], at: list[float]) -> Any:
    axis, n = fitted(ask, *given_axis), given_axis[1]
    grain = {"x": axis["step"], "y": 25.0}
    return axis, ask("views", axis=axis, n=n, area=AREA, grain=grain, walk=walk, at=at)


@given(given_axis=axes(), walk=st.lists(STEPS, min_size=1, max_size=6))
@QUICK
def test_views_move_bands_and_keep_the_size_of_gaps(ask, given_axis, walk):
    at = [FROM + ROOM * k / 97 for k in range(98)]
    axis, views = walked(ask, given_axis, walk, at)
    n = given_axis[1]
    for shown in views:
        k, bands = shown["map"]["k"], shown["shown"]
        assert k >= 1
        assert bands.get("gaps") == axis.get("gaps")
        assert bands["step"] == pytest.approx(k * axis["step"])
        assert shown["places"] == pytest.approx([low for low, _ in edges(bands, n)], abs=NEAR * k)
        assert shown["back"] == pytest.approx(at, abs=NEAR)
        assert shown["to"] == sorted(shown["to"])
        assert shown["to"][0] <= FROM + NEAR * k
        assert shown["to"][-1] >= FROM + ROOM - NEAR * k


@given(given_axis=axes(), factor=st.floats(1.1, 8), at=st.floats(FROM + 1, FROM + ROOM - 1))
@QUICK
def test_what_is_under_the_pointer_stays_there(ask, given_axis, factor, at):
    axis, views = walked(ask, given_axis, [("zoomed", factor, at, 50.0), ("zoomed", factor, at, 50.0)], [at])
    assert views[0]["to"][0] == pytest.approx(at)
    again = views[1]
    place = again["were"][0]
    k, gaps = again["map"]["k"], axis.get("gaps", {"before": [], "size": 0})
    passed = sum(min(max(place - g, 0), gaps["size"]) for g in gap_places(axis))
    assert k * place + again["map"]["shift"] - (k - 1) * passed == pytest.approx(at)


def gap_places(axis: dict[str, Any]) -> list[float]:
    gaps = axis.get("gaps", {"before": [], "size": 0})
    return [axis["start"] + b * axis["step"] + k * gaps["size"] for k, b in enumerate(gaps["before"])]


@given(given_axis=axes(), place=st.floats(FROM, FROM + ROOM - 1))
@QUICK
def test_what_is_revealed_is_in_sight(ask, given_axis, place):
    _, views = walked(ask, given_axis, [ZOOM_IN, ("revealed", "x", place, 1.0)], [place, place + 1.0])
    first, last = views[-1]["to"]
    if last - first <= ROOM:
        assert first >= FROM - 1e-3
        assert last <= FROM + ROOM + 1e-3


@QUICK
@given(axes(), st.integers(0, 900))
@example(({"start": FROM, "step": 5.6, "bandwidth": 5.6}, 100), 0)
def test_a_stretched_axis_keeps_order_and_gaps_and_fills_its_area(ask, given_axis, by):
    plain, n = given_axis
    axis = fitted(ask, plain, n)
    made = ask("stretched", axis=axis, n=n, area=AREA, by=by)
    wide, after = made["axis"], made["after"]
    assert made["area"] == {**AREA, "width": ROOM + by}
    gaps = axis.get("gaps", {"before": [], "size": 0.0})
    assert wide.get("gaps", gaps) == gaps
    assert wide["bandwidth"] / wide["step"] == pytest.approx(axis["bandwidth"] / axis["step"])
    assert after[0] == pytest.approx(FROM)
    assert after[-1] + wide["step"] == pytest.approx(FROM + ROOM + by)
    for i, (a, b) in enumerate(itertools.pairwise(after), 1):
        assert b - a == pytest.approx(wide["step"] + gaps["before"].count(i) * gaps["size"])


@QUICK
@given(st.floats(2, 20), st.floats(0.3, 0.7), st.integers(200, 1400))
def test_a_zoomed_view_keeps_its_middle_and_the_size_of_cells_in_another_width(ask, factor, share, width):
    grain = {"x": 5.0, "y": 20.0}
    at = {"x": FROM + share * ROOM, "y": 60.0}
    made = ask("carried", axis={}, area=AREA, grain=grain, factor=factor, at=at, wide={**AREA, "width": float(width)})
    least = min(grain["x"] * width / ROOM, grain["y"])
    assert made["size"][1] == pytest.approx(max(made["size"][0], least))
    if made["size"][1] > 2 * least:
        assert made["after"] == pytest.approx(made["before"], abs=0.5 * least / made["size"][1])
