"""Dates stand where numbers do: in domains, ticks, rules and baselines, as dates or as their texts."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
from plot_svg import groups, svg_of, texts

from inspect_viz import Param, mark
from inspect_viz._spec import compile
from inspect_viz.data import Data
from inspect_viz.plot import plot

FIRST, LAST = datetime.date(2026, 1, 1), datetime.date(2026, 1, 3)
DAYS = Data.from_dataframe(
    {
        "day": [FIRST, datetime.date(2026, 1, 2), LAST],
        "text": ["2026-01-01", "2026-01-02", "2026-01-03"],
        "y": [1.5, 2.5, 0.5],
    }
)
BERLIN = [pd.Timestamp("2025-12-01", tz="Europe/Berlin"), pd.Timestamp("2026-02-01", tz="Europe/Berlin")]
DOMAINS = {
    "dates": [datetime.date(2025, 12, 1), datetime.date(2026, 2, 1)],
    "texts": ["2025-12-01", "2026-02-01"],
    "numpy": np.array(["2025-12-01", "2026-02-01"], dtype="datetime64[ns]"),
    "zoned": BERLIN,
}


@pytest.mark.parametrize("domain", DOMAINS.values(), ids=DOMAINS)
def test_a_domain_of_dates_keeps_the_dots_inside(domain):
    dots = groups(svg_of(mark.dot(DAYS, "day", "y"), x_domain=domain), "dot")[0]
    places = sorted(float(dot.get("cx")) for dot in dots)
    assert len(places) == 3
    assert 200 < places[0] < places[2] < 300


def test_zones_are_those_of_the_world():
    assert compile(plot(x_domain=BERLIN)).spec["xDomain"] == ["2025-11-30T23:00:00.000Z", "2026-01-31T23:00:00.000Z"]


@pytest.mark.parametrize("at", [FIRST, datetime.datetime(2026, 1, 1), np.datetime64("2026-01-01"), Param(FIRST)])
def test_a_rule_stands_at_its_date(at):
    svg = svg_of(mark.dot(DAYS, "day", "y"), mark.rule_x(x=at))
    rule = groups(svg, "rule")[0]
    dots = groups(svg, "dot")[0]
    assert float((rule if rule.get("x1") else rule[0]).get("x1")) == float(dots[0].get("cx"))


def test_a_baseline_and_its_label_stand_at_a_date():
    svg = svg_of(mark.dot(DAYS, "day", "y"), mark.baseline(datetime.date(2026, 1, 2), label="release"))
    assert len(groups(svg, "rule")) == 1
    assert "release" in texts(svg, "text")


@pytest.mark.parametrize("ticks", [[FIRST, LAST], ["2026-01-01", "2026-01-03"]])
def test_ticks_stand_at_dates(ticks):
    for svg in (
        svg_of(mark.dot(DAYS, "day", "y"), x_ticks=ticks),
        svg_of(mark.dot(DAYS, "day", "y"), mark.axis_x(ticks=ticks)),
    ):
        assert len(texts(svg, "x-axis tick label")) == 2


def test_texts_on_an_axis_of_texts_stay_texts():
    made = plot(mark.dot(DAYS, "text", "y"), x_domain=["2026-01-01", "2026-01-02"])
    assert "xScale" not in compile(made).spec


def test_what_the_caller_says_of_the_scale_counts():
    made = plot(mark.dot(DAYS, "day", "y"), x_domain=["2026-01-01", "2026-01-02"], x_scale="point")
    assert compile(made).spec["xScale"] == "point"
