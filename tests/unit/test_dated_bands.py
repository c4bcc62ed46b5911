"""Dates as categories: of bands, facets, colours and symbols."""

from __future__ import annotations

import datetime
import re

import pandas as pd
import pytest
from plot_svg import SVG, groups, svg_of

from inspect_viz import Data, mark

DAYS = ["2024-03-01", "2024-03-09", "2025-01-02"]
TIMES = [datetime.datetime.fromisoformat(day) for day in DAYS]
DATES = [time.date() for time in TIMES]


@pytest.fixture(scope="module", params=["timestamps", "dates"])
def rows(request):
    when = TIMES if request.param == "timestamps" else DATES
    return Data.from_dataframe(pd.DataFrame({"when": when, "n": [1.0, 2.0, 3.0], "t": [*"abc"]}))


def labels(svg, label="x-axis tick label"):
    return ["".join(text.itertext()) for group in groups(svg, label) for text in group.iter(f"{SVG}text")]


def words(svg):
    return ["".join(text.itertext()) for text in svg.iter(f"{SVG}text")]


def test_bands_have_dates_as_labels(rows):
    assert labels(svg_of(mark.bar_y(rows, "n", x="when"))) == DAYS
    assert labels(svg_of(mark.dot(rows, "when", "n"), x_scale="point")) == DAYS
    assert labels(svg_of(mark.cell(rows, "when", "t", fill="n"))) == DAYS
    assert labels(svg_of(mark.dot(rows, "n", "n", fx="when"), width=900), "fx-axis tick label") == DAYS


def test_times_of_days_are_written_as_elsewhere():
    times = [*TIMES[:2], datetime.datetime(2025, 1, 2, 12, 30)]
    rows = Data.from_dataframe(pd.DataFrame({"when": times, "n": [1, 2, 3]}))
    assert labels(svg_of(mark.bar_y(rows, "n", x="when"))) == [*DAYS[:2], "2025-01-02 12:30"]
    assert labels(svg_of(mark.cell(rows, "when", "n", fill="n"), width=800)) == [*DAYS[:2], "2025-01-02 12:30"]


def test_categories_that_look_like_dates_or_numbers_draw_no_warning_sign(rows):
    texts = Data.from_dataframe({"when": DAYS, "id": ["1", "2", "3"], "n": [1, 2, 3]})
    for data, x in ((rows, "when"), (texts, "when"), (texts, "id")):
        assert not [word for word in words(svg_of(mark.bar_y(data, "n", x=x))) if "\u26a0" in word]


@pytest.mark.parametrize("domain", [DAYS[::2], TIMES[::2], DATES[::2]], ids=["texts", "times", "dates"])
def test_domains_and_ticks_name_dates(rows, domain, recwarn):
    bars = svg_of(mark.bar_y(rows, "n", x="when"), x_domain=domain)
    assert labels(bars) == DAYS[::2]
    assert [len(group) for group in groups(bars, "bar")] == [2]
    assert labels(svg_of(mark.bar_y(rows, "n", x="when"), x_ticks=domain)) == DAYS[::2]
    assert labels(svg_of(mark.cell(rows, "when", "t", fill="n"), x_domain=domain)) == DAYS[::2]
    assert not recwarn.list
    facets = svg_of(mark.dot(rows, "n", "n", fx="when"), fx_domain=domain)
    assert len(facets.findall(f".//{SVG}circle")) == 2
    dots = svg_of(mark.dot(rows, "n", "n", fill="when"), color_scale="ordinal", color_domain=domain)
    assert len(dots.findall(f".//{SVG}circle")) == 2


@pytest.mark.parametrize("channel", ["fill", "symbol"])
def test_legends_show_dates(rows, channel):
    legend = "color" if channel == "fill" else "symbol"
    svg = svg_of(mark.dot(rows, "n", "n", **{channel: "when"}), color_scale="ordinal", legend=legend)
    assert [text for text in words(svg) if re.match(r"\d{4}-", text)] == DAYS
    assert "GMT" not in " ".join(words(svg))
