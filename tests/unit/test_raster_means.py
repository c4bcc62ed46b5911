"""Rasters of means: bins without a row are empty, and not 0."""

from __future__ import annotations

import base64
import io
import re

import numpy as np
import pytest
from PIL import Image

from inspect_viz import Data
from inspect_viz.mark import raster, raster_tile
from inspect_viz.plot import plot, write_svg
from inspect_viz.transform import avg, count, sql
from inspect_viz.transform import max as highest
from inspect_viz.transform import sum as total

ROWS = Data.from_dataframe(
    {"x": [0.5, 0.5, 2.5, 3.5], "y": [0.5, 0.5, 1.5, 0.5], "v": [40, 60, 70, 90], "kind": ["a", "a", "b", "c"]}
)


def drawn(fill, tmp_path, mark=raster):
    made = mark(ROWS, "x", "y", fill=fill, width=4, height=2, pad=0)
    look = {"x_domain": [0, 4], "y_domain": [0, 2], "legend": "color"}
    write_svg(tmp_path / "raster.svg", plot(made, width=400, height=200, **look))
    svg = (tmp_path / "raster.svg").read_text(encoding="utf-8")
    (found,) = re.findall(r'href="data:image/png;base64,([^"]*)"', svg)
    return svg, np.asarray(Image.open(io.BytesIO(base64.b64decode(found))).convert("RGBA"))


@pytest.mark.parametrize("mark", [raster, raster_tile])
@pytest.mark.parametrize("fill", [avg("v"), highest("v"), sql("median(v)"), sql("mode(kind)")], ids=str)
def test_bins_without_a_row_show_nothing(fill, tmp_path, mark):
    alpha = drawn(fill, tmp_path, mark)[1][:, :, 3]
    assert (alpha > 0).tolist() == [[False, False, True, False], [True, False, False, True]]


@pytest.mark.parametrize("fill", [count(), total("v")], ids=str)
def test_what_is_added_up_is_nought_there(fill, tmp_path):
    assert (drawn(fill, tmp_path)[1][:, :, 3] == 255).all()


def test_the_scale_is_that_of_the_rows(tmp_path):
    svg, _ = drawn(avg("v"), tmp_path)
    assert re.findall(r'data-domain-(?:low|high)="(\d+)"', svg) == ["50", "90"]
    legend = drawn(sql("mode(kind)"), tmp_path)[0].split('data-part="legend"')[1]
    assert re.findall(r"<text[^>]*>([^<]*)", legend) == ["a", "b", "c"]
