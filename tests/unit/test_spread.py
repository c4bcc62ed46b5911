"""Labels of blocks never overlap, stand over their block, and are as long as there is room for."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from fuzz import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from runtime_v8 import context

GAP = 8.0
NEAR = 1e-6
QUICK = settings(max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def spread():
    oracle = context(Path(__file__).with_name("spread_oracle.js"))

    def call(wanted: list[dict[str, Any]], low: float, high: float) -> Any:
        about = {"wanted": wanted, "low": low, "high": high, "gap": GAP}
        return json.loads(oracle.eval(f"JSON.stringify(oracle.spread({json.dumps(about)}))"))

    return call


@st.composite
def stretches(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Blocks one after the other, 6 units apart, with a long and a short label each."""
    at, out = 0.0, []
    for _ in range(draw(st.integers(1, 8))):
        size = draw(st.sampled_from([0.5, 3, 12, 60, 200]))
        long = draw(st.floats(20, 120))
        out.append({"from": at, "to": at + size, "widths": [long, min(long, draw(st.floats(4, 24)))]})
        at += size + 6
    return out


def placed(wanted: list[dict[str, Any]], found: Any) -> list[tuple[dict[str, Any], float, float]]:
    """Stretch, beginning and end of each label that is shown."""
    return [
        (w, spot["at"], spot["at"] + w["widths"][spot["form"]]) for w, spot in zip(wanted, found, strict=True) if spot
    ]


@given(wanted=stretches(), before=st.floats(0, 80), behind=st.floats(0, 80))
@QUICK
def test_labels_never_overlap_and_stand_over_their_stretch(spread, wanted, before, behind):
    low, high = -before, wanted[-1]["to"] + behind
    shown = placed(wanted, spread(wanted, low, high))
    for (_, _, end), (_, start, _) in itertools.pairwise(shown):
        assert start >= end + GAP - NEAR
    for stretch, start, end in shown:
        assert start >= low - NEAR
        assert end <= high + NEAR
        assert start <= stretch["to"] + NEAR
        assert end >= stretch["from"] - NEAR


@given(wanted=stretches(), before=st.floats(0, 80), behind=st.floats(0, 80))
@QUICK
def test_what_has_room_in_its_own_stretch_is_said_at_length_in_its_middle(spread, wanted, before, behind):
    roomy = [{**w, "to": w["to"] + 400, "from": w["from"] + i * 400} for i, w in enumerate(wanted)]
    roomy = [{**w, "to": w["from"] + 130} for w in roomy]
    found = spread(roomy, -before, roomy[-1]["to"] + behind)
    for w, spot in zip(roomy, found, strict=True):
        assert spot["form"] == 0
        assert spot["at"] + w["widths"][0] / 2 == pytest.approx((w["from"] + w["to"]) / 2)


@given(wanted=stretches())
@QUICK
def test_no_label_is_shorter_than_it_must_be(spread, wanted):
    """Where one is not at length, the others leave it no room: any longer form of it alone needs another to go."""
    high = wanted[-1]["to"] + 60
    found = spread(wanted, -60, high)
    forms = [spot["form"] if spot else 2 for spot in found]
    for i, form in enumerate(forms):
        if form:
            fixed = [{**w, "widths": w["widths"][f : f + 1]} for w, f in zip(wanted, forms, strict=True)]
            fixed[i] = {**wanted[i], "widths": [wanted[i]["widths"][form - 1]]}
            assert not all(spread([w for w in fixed if w["widths"]], -60, high))


def test_a_narrow_block_shifts_its_neighbour_or_says_its_number(spread):
    narrow = {"from": 0, "to": 4, "widths": [50, 8]}
    wide = {"from": 10, "to": 200, "widths": [90, 20]}
    first, second = spread([narrow, wide], 0, 200)
    assert first == {"at": 0, "form": 0}
    assert second == {"at": 60, "form": 0}
    tight = {"from": 10, "to": 70, "widths": [60, 20]}
    first, second = spread([narrow, tight], 0, 70)
    assert [first["form"], second["form"]] == [1, 1]
    assert spread([{"from": 0, "to": 4, "widths": [50, 30]}], 0, 20) == [None]
