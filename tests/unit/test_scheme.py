"""The default scheme: even, safe for colour-blind people and in grey, off the paper at both ends, also on dark paper.

Oracles: OKLab (Ottosson 2020), CIE lightness, contrast of WCAG 2, colour blindness after Machado, Oliveira and
Fernandes 2009 (severity 1), filters as of the W3C's Filter Effects.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from heatmaps import SVG, picture, scores

STYLE = Path(__file__).parents[2] / "runtime/src/page/style/colors.css"
LIGHT, DARK = "#ffffff", "#111827"
BLIND = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_LMS = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
]
TO_LAB = [
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
]


def linear(rgb):
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def encoded(rgb):
    rgb = np.clip(rgb, 0, 1)
    return np.where(rgb <= 0.0031308, rgb * 12.92, 1.055 * rgb ** (1 / 2.4) - 0.055)


def luminance(rgb):
    return linear(rgb) @ [0.2126, 0.7152, 0.0722]


def lightness(rgb):
    return 116 * np.cbrt(luminance(rgb)) - 16


def lab(rgb):
    return np.cbrt(linear(rgb) @ np.transpose(TO_LMS)) @ np.transpose(TO_LAB)


def contrast(rgb, paper):
    a, b = luminance(rgb) + 0.05, luminance(of(paper)) + 0.05
    return np.maximum(a, b) / np.minimum(a, b)


def of(text):
    return np.array([int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def seen_by(kind, rgb):
    return encoded(linear(rgb) @ np.transpose(BLIND[kind]))


def turned_over(rgb):
    """What the style sheet of pages makes of colours on dark paper."""
    found = set(
        re.findall(r"filter: invert\((\S+)\) hue-rotate\(180deg\) saturate\((\S+)\);", STYLE.read_text("utf-8"))
    )
    ((amount, much),) = found
    rgb = float(amount) + rgb * (1 - 2 * float(amount))
    weights = np.array([0.213, 0.715, 0.072])
    grey = np.tile(weights, (3, 1))
    rgb = np.clip(rgb @ (2 * grey - np.eye(3)).T, 0, 1)
    return np.clip(rgb @ (grey + float(much) * (np.eye(3) - grey)).T, 0, 1)


@pytest.fixture(scope="module")
def scheme():
    """The default scheme at 1025 places, from 0 to 1."""
    color = picture(scores({"m": {"a": 0.0, "b": 1.0}})).plot["color"]
    assert color["own"] is True
    return color["rgb"].reshape(-1, 3) / 255


def steps(rgb, n=32):
    return np.linalg.norm(np.diff(lab(rgb[:: len(rgb) // n]), axis=0), axis=1)


def test_fails_are_deep_and_passes_pale_in_even_steps(scheme):
    rising = np.diff(lightness(scheme[::32]))
    assert (rising > 0).all()
    assert rising.max() < 1.25 * rising.min()
    assert lightness(scheme[0]) < 25
    assert lightness(scheme[-1]) > 90
    even = steps(scheme)
    assert even.max() < 1.4 * even.min()


@pytest.mark.parametrize("kind", BLIND)
def test_steps_stay_even_for_colour_blind_people(scheme, kind):
    seen = seen_by(kind, scheme)
    assert (np.diff(lightness(seen[::32])) > 0).all()
    even = steps(seen)
    assert even.max() < 1.4 * even.min()


def test_a_scheme_of_all_hues_would_not_pass(scheme):
    """The tests above tell a rainbow from an even scheme."""
    angle = np.linspace(0, 2 * np.pi, len(scheme))[:, None] + np.array([0, 2.1, 4.2])
    assert (np.diff(lightness((0.5 + 0.5 * np.cos(angle))[::32])) < 0).any()


def test_printed_grey_keeps_the_order_and_both_ends(scheme):
    grey = luminance(scheme[::8])
    assert (np.diff(grey) > 0).all()


def test_both_ends_differ_from_paper_light_and_dark(scheme):
    ends = scheme[[0, -1]]
    assert (contrast(ends, LIGHT) >= 1.15).all()
    assert contrast(ends[0], LIGHT) >= 12
    dark = turned_over(ends)
    assert (contrast(dark, DARK) >= 1.3).all()
    assert contrast(dark[0], DARK) >= 9


def test_on_dark_paper_the_order_of_lightness_is_turned_and_kept_apart(scheme):
    dark = lightness(turned_over(scheme)[::32])
    assert (np.diff(dark) < 0).all()
    assert np.diff(dark).min() > 2.6 * np.diff(dark).max()


@pytest.mark.parametrize("kind", BLIND)
def test_dark_stays_in_order_for_colour_blind_people(scheme, kind):
    assert (np.diff(lightness(seen_by(kind, turned_over(scheme))[::32])) < 0).all()


@pytest.mark.parametrize("samples", [20, 3000])
def test_what_has_the_scheme_is_marked_for_pages(samples):
    table = scores({"m": {f"q{i}": i % 5 / 4 for i in range(samples)}})
    marked = [e.tag.removeprefix(SVG) for e in picture(table).root.iter() if e.get("data-scheme") == "own"]
    assert marked.count("rect") + marked.count("g") + marked.count("image") == len(marked) >= 2
    named = picture(table, color_scheme="viridis")
    assert not [e for e in named.root.iter() if e.get("data-scheme")]
    assert "own" not in named.plot["color"]


def test_viridis_and_others_stay_by_name():
    rgb = picture(scores({"m": {"a": 0.0, "b": 1.0}}), color_scheme="viridis").plot["color"]["rgb"].reshape(-1, 3)
    assert rgb[[0, -1]].tolist() == [[68, 1, 84], [253, 231, 37]]


@pytest.mark.parametrize("scale", ["log", "sqrt", "symlog", "quantize", "quantile", "diverging"])
def test_it_serves_every_scale(scale):
    table = scores({"m": {f"q{i}": 1.0 + i for i in range(9)}})
    color = picture(table, color_scale=scale).plot["color"]["rgb"].reshape(-1, 3)
    assert luminance(color[0] / 255) < luminance(color[-1] / 255)
    assert color[0].tolist() == [0x1A, 0x2F, 0x56]
