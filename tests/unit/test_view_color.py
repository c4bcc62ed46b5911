"""The domain and the scheme of the colours."""

from __future__ import annotations

import pytest
from heatmaps import data, drawn, picture, scores

from inspect_viz import Param
from inspect_viz.mark import cell
from inspect_viz.plot import plot, write_svg
from inspect_viz.view import sample_heatmap


def domain_of(*values: object, **options: object) -> tuple[float, float]:
    found = picture(scores({"m": {f"s{i}": v for i, v in enumerate(values)}}), **options)
    color = found.plot["color"]
    ramp = found.part("legend-ramp")
    assert (float(ramp.get("data-domain-low")), float(ramp.get("data-domain-high"))) == (color["low"], color["high"])
    return color["low"], color["high"]


@pytest.mark.parametrize(
    ("values", "domain"),
    [
        ((0.2, 0.7), (0, 1)),
        ((0, 1), (0, 1)),
        ((0.5,), (0, 1)),
        ((0, 0), (0, 1)),
        ((1, 1), (0, 1)),
        ((0.5, 1.5), (0.5, 1.5)),
        ((-1, 1), (-1, 1)),
        ((3, 9), (3, 9)),
        ((-7, -2), (-7, -2)),
        ((1e-300, 1e300), (1e-300, 1e300)),
        ((5, 5), (0, 5)),
        ((-5, -5), (-5, 0)),
    ],
    ids=str,
)
def test_domain(values, domain):
    assert domain_of(*values) == domain


def test_values_that_are_not_drawn_do_not_count():
    assert domain_of(0.2, 0.4, 7, sort={"x": {"value": "fill", "limit": 2}}) == (0, 1)
    assert domain_of(0.2, float("inf")) == (0, 1)


def test_means_count_and_not_single_rows():
    rows = [{"id": "a", "model": "m", "score_s": v} for v in (-1.0, 2.0)]
    color = picture(rows).plot["color"]
    assert (color["low"], color["high"]) == (0, 1)


def test_the_callers_domain_and_scheme():
    assert domain_of(0.2, 0.7, color_domain=[0.1, 0.8]) == (0.1, 0.8)
    found = picture(scores({"m": {"a": 0.0, "b": 1.0}}), color_scheme="greens", sort=None)
    assert found.plot["color"]["rgb"].reshape(-1, 3)[[0, -1]].tolist() == [[247, 252, 245], [0, 68, 27]]


def test_by_default_the_scheme_is_sequential_and_grows_lighter_evenly():
    rgb = picture(scores({"m": {"a": 0.0}})).plot["color"]["rgb"].reshape(-1, 3) / 255
    linear = ((rgb + 0.055) / 1.055) ** 2.4
    lightness = 116 * (linear @ [0.2126, 0.7152, 0.0722]) ** (1 / 3) - 16
    steps = lightness[64::64] - lightness[:-64:64]
    assert (steps > 0).all()
    assert steps.max() < 1.6 * steps.min()


@pytest.mark.parametrize("scale", ["log", "sqrt", "pow", "symlog", "linear", "quantize", "quantile", "threshold"])
def test_scales_of_colours(scale):
    samples = data(scores({"m": {f"s{i}": v for i, v in enumerate((1, 2, 10, 100))}}))
    options = {"color_domain": [5, 50]} if scale == "threshold" else {}
    found = drawn(plot(cell(samples, x="id", y="model_display_name", fill="score_s"), color_scale=scale, **options))
    fills = [r.get("fill") for r in found.rects()]
    assert len(set(fills)) == {"threshold": 3, "quantize": 2}.get(scale, 4)


def test_a_scale_that_cannot_colour_numbers_is_named():
    samples = data(scores({"m": {"a": 1.0, "b": 2.0}}))
    with pytest.raises(Exception, match="color_scale 'ordinal'"):
        drawn(plot(cell(samples, x="id", y="model_display_name", fill="score_s"), color_scale="ordinal"))


def test_the_label_of_the_colours_can_be_a_param(tmp_path):
    write_svg(tmp_path / "label.svg", sample_heatmap(data(scores({"m": {"a": 0.0}})), color_label=Param("Solved?")))
    assert ">Solved?<" in (tmp_path / "label.svg").read_text(encoding="utf-8")
