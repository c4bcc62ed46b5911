"""Planes in the bytes of a page: every number comes back, one number throughout takes no room."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from heatmaps import KINDS, unpacked
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from runtime_v8 import context

MOST = {"u8": 2**8 - 1, "u16": 2**16 - 1, "u32": 2**32 - 1}
HEAD = 400
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def v8():
    return context(Path(__file__).with_name("pack_oracle.js"))


def plain(number: float) -> Any:
    if isinstance(number, float) and math.isnan(number):
        return "nan"
    return "-0" if number == 0 and math.copysign(1, number) < 0 else number


def packed(v8: Any, *planes: tuple[str, list[float], int]) -> bytes:
    """The bytes of planes (kind, numbers, how often they are repeated), which must come back as they were."""
    given = [{"kind": k, "numbers": [plain(n) for n in numbers], "repeat": r} for k, numbers, r in planes]
    made = json.loads(v8.eval(f"roundTrip({json.dumps(json.dumps(given))})"))
    assert made["same"]
    return bytes(made["bytes"])


doubles = st.floats(allow_infinity=False, allow_nan=True)
whole = st.sampled_from(sorted(MOST)).flatmap(
    lambda kind: st.tuples(st.just(kind), st.lists(st.integers(0, MOST[kind]), max_size=40), st.integers(1, 9))
)
planes = whole | st.tuples(st.just("f64"), st.lists(doubles, max_size=40), st.integers(1, 9))


@given(given=st.lists(planes, max_size=4))
@example(given=[("f64", [0.0, -0.0, math.nan, 1.5, -3.0, 5e-324], 20)])
@example(given=[("u16", list(range(300)), 1), ("u8", [7], 500), ("f64", [math.nan], 500)])
@example(given=[("f64", [i / 1000 for i in range(1001)], 3)])
@QUICK
def test_planes_come_back_in_the_page_and_in_python(v8, given):
    data = packed(v8, *given)
    for (kind, numbers, repeat), plane in zip(given, unpacked(data)["planes"], strict=True):
        assert plane.dtype == KINDS[kind]
        np.testing.assert_array_equal(plane, np.array(numbers * repeat, dtype=KINDS[kind]))
    assert packed(v8, *given) == data


@pytest.mark.parametrize(
    ("kind", "number"), [("u8", 0), ("u16", 513), ("u32", 70_000), ("f64", 0.25), ("f64", math.nan)]
)
def test_a_plane_of_one_number_takes_no_room(v8, kind, number):
    assert len(packed(v8, (kind, [number], 50_000))) < HEAD


def test_counts_below_a_byte_take_one_byte(v8):
    assert len(packed(v8, ("u16", [1, 2, 3], 10_000))) < 30_000 + HEAD


@pytest.mark.parametrize(("distinct", "size"), [(2, 1), (256, 1), (257, 2), (65_536, 2)])
def test_doubles_are_codes_of_their_values(v8, distinct, size):
    data = packed(v8, ("f64", [i / 7 for i in range(distinct)], 4))
    assert len(data) <= (4 * size + 8) * distinct + HEAD


def test_doubles_that_are_all_different_stay_as_they_are(v8):
    data = packed(v8, ("f64", [i / 7 for i in range(70_000)], 1))
    assert 0 <= len(data) - 8 * 70_000 < HEAD


def test_codes_rise_with_the_values_so_that_neighbours_are_alike(v8):
    scores = np.random.default_rng(3).integers(0, 1001, 5000) / 1000
    data = packed(v8, ("f64", scores.tolist(), 1))
    length = int.from_bytes(data[:4], "little")
    written = json.loads(data[4 : 4 + length])["planes"][0]
    start = -(-(4 + length) // 8) * 8
    table = np.frombuffer(data, np.float64, written["table"]["length"], start + written["table"]["at"])
    np.testing.assert_array_equal(table, np.unique(scores))
