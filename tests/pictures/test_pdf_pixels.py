"""PDF shows what PNG shows: other programs draw both, pdfium from typst's page, resvg from the svg."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2
import pytest
from gallery import PICTURES
from PIL import Image

from inspect_viz.plot import write_pdf, write_png

BLOCK = 8
"""Pixels across what is averaged before it is compared: edges are smoothed in two ways."""


def blocks(image):
    small = image.convert("RGB").resize((image.width // BLOCK, image.height // BLOCK), Image.Resampling.BOX)
    return np.asarray(small).astype(float)


@pytest.mark.parametrize("name", ["writing_bench", "states", "legends", "marks_on_top", "raster", "groups"])
def test_a_pdf_shows_what_a_png_shows(name):
    picture = PICTURES[name]()
    png = Image.open(io.BytesIO(write_png(None, picture, scale=2, padding=0)[0]))
    (page,) = pypdfium2.PdfDocument(write_pdf(None, picture))
    pdf = page.render(scale=2 * 96 / 72).to_pil()
    assert pdf.size == pytest.approx(png.size, abs=1)
    differ = np.abs(blocks(pdf.resize(png.size)) - blocks(png)).max(axis=2)
    assert differ.mean() < 2
    assert differ.max() < 90
    assert np.ptp(blocks(png)) > 150, "there is something to see"
