"""Margins that leave no room for a plot."""

from __future__ import annotations

import re

import pytest

from inspect_viz import Data, Param, mark
from inspect_viz.plot import plot, plot_defaults


@pytest.fixture(scope="module")
def dots():
    return mark.dot(Data.from_dataframe({"x": [1, 2]}), "x", "x")


BAD = [
    ({"margin_left": 900, "width": 600}, "plot: margin_left=900 leaves no room in a width of 600; take less than 580"),
    ({"margin_left": 620}, "plot: margin_left=620 leaves no room in a width of 640; take less than 620"),
    ({"margin_right": 600.5}, "plot: margin_right=600.5 leaves no room in a width of 640; take less than 600"),
    (
        {"margin_left": 300, "margin_right": 340},
        "plot: margin_left=300 and margin_right=340 leave no room in a width of 640; take less than 640 together",
    ),
    ({"margin": 320}, "plot: margin=320 leaves no room in a width of 640; take less than 320"),
    ({"margins": {"left": 900}}, "plot: margins={'left': 900} leaves no room in a width of 640; take less than 620"),
    ({"margin_top": 280, "height": 300}, "plot: margin_top=280 leaves no room in a height of 300; take less than 270"),
]


@pytest.mark.parametrize(("attributes", "message"), BAD)
def test_margins_larger_than_the_plot_are_refused(dots, attributes, message):
    whole = f"{message}, or a larger {'height' if 'height' in attributes else 'width'}."
    with pytest.raises(ValueError, match=f"^{re.escape(whole)}$"):
        plot(dots, **attributes)


def test_margins_with_room_are_taken(dots):
    for attributes in ({"margin_left": 619}, {"margin": 319}, {"margin_top": 900}):
        plot(dots, **attributes)
    plot(dots, margin=900, margin_left=0, margin_right=0)
    plot(dots, margin_left=Param(900))
    plot(dots, margin_left=900, width=Param(600))


def test_defaults_count(dots):
    plot_defaults(width=300)
    try:
        with pytest.raises(ValueError, match="margin_left=290 leaves no room in a width of 300"):
            plot(dots, margin_left=290)
    finally:
        plot_defaults()
