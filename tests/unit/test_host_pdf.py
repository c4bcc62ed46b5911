"""Pictures on paper: one page of their size, text and vectors, the package's font, the same bytes each time."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pypdf
import pytest
from heatmaps import graded, heatmap
from PIL import Image

from inspect_viz._host._figure import draw
from inspect_viz._host._pdf import paper
from inspect_viz._host._still import still
from inspect_viz.layout import vconcat
from inspect_viz.plot import DrawingError, write_pdf, write_png

TITLE = "Größe <b> & «x»"


@pytest.fixture(scope="module")
def picture():
    return heatmap(graded(3, 4), title=TITLE)


def page_of(pdf: bytes) -> pypdf.PageObject:
    (page,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return page


def fonts_of(page: pypdf.PageObject) -> dict[str, bool]:
    """Names of the fonts, and whether each one is in the file."""
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    inner = [font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font for font in fonts]
    return {
        font["/BaseFont"].partition("+")[2]: bool({"/FontFile2", "/FontFile3"} & font["/FontDescriptor"].keys())
        for font in inner
    }


@pytest.mark.parametrize("padding", [0, 8, 0.5])
def test_the_page_has_the_size_of_the_picture(picture, padding):
    page = page_of(write_pdf(None, picture, padding))
    width, height = write_png(None, picture, scale=1, padding=0)[1:]
    expected = [(width + 2 * padding) * 0.75, (height + 2 * padding) * 0.75]
    assert [float(v) for v in page.mediabox[2:]] == pytest.approx(expected, abs=0.01)


def test_text_can_be_read_and_the_font_is_inside(picture):
    page = page_of(write_pdf(None, picture))
    text = page.extract_text()
    assert text.startswith(TITLE)
    assert {"model-0", "model-1", "model-2", "q0", "mean"} <= set(text.split())
    assert fonts_of(page) == {"Arimo-Regular": True, "Arimo-Bold": True}
    assert not page.images


def test_glyphs_that_the_font_lacks_do_not_change_the_font_of_others():
    page = page_of(write_pdf(None, heatmap(graded(3, 4), title="∑ \N{SNOWMAN} b")))
    assert {"Arimo-Regular", "Arimo-Bold"} <= fonts_of(page).keys()
    assert all(fonts_of(page).values())


def test_what_the_document_says_of_itself(picture):
    reader = pypdf.PdfReader(io.BytesIO(write_pdf(None, picture, author="Ada <L>")))
    about = dict(reader.metadata)
    assert (about["/Title"], about["/Author"]) == (TITLE, "Ada <L>")
    assert about["/Subject"].startswith('{"made by": "inspect-viz ')
    assert '"rows": 12' in about["/Subject"]
    assert not {"/CreationDate", "/ModDate"} & about.keys()
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "colour shows" in str(alternative(reader.trailer["/Root"]["/StructTreeRoot"]))


def alternative(node):
    """The text that stands for the picture where it is read aloud."""
    if "/Alt" in node:
        return node["/Alt"]
    kids = node["/K"] if isinstance(node["/K"], list) else [node["/K"]]
    return next(filter(None, (alternative(kid.get_object()) for kid in kids if hasattr(kid.get_object(), "get"))), None)


def test_the_same_bytes_each_time(picture, tmp_path):
    first = write_pdf(None, picture)
    picture.save(tmp_path / "a.pdf")
    assert first == write_pdf(None, heatmap(graded(3, 4), title=TITLE)) == (tmp_path / "a.pdf").read_bytes()
    code = f"""
import sys
sys.path[:0] = {sys.path!r}
from heatmaps import graded, heatmap
from inspect_viz.plot import write_pdf
sys.stdout.buffer.write(write_pdf(None, heatmap(graded(3, 4), title={TITLE!r})))
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == first


def test_pixels_of_many_cells_stay_pixels():
    many = heatmap(graded(30, 300))
    (image,) = page_of(write_pdf(None, many, scale=2)).images
    (fine,) = page_of(write_pdf(None, many)).images
    assert not image.indirect_reference.get_object().get("/Interpolate", False)
    assert np.array(fine.image.size) == pytest.approx(1.5 * np.array(image.image.size), abs=2)
    drawn = np.asarray(Image.open(io.BytesIO(write_png(None, many, scale=2, padding=0)[0])).convert("RGB"))
    colors = {tuple(c) for c in drawn.reshape(-1, 3)}
    clear = np.asarray(image.image.convert("RGBA"))
    seen = {tuple(c[:3]) for c in clear.reshape(-1, 4) if c[3]}
    assert seen <= colors
    assert len(seen) > 50
    assert {tuple(c) for c in clear.reshape(-1, 4) if not c[3]} <= {(255, 255, 255, 0)}


def test_several_plots_are_one_page(picture):
    page = page_of(write_pdf(None, vconcat(picture, heatmap(graded(2, 3), title="Below"))))
    assert page.extract_text().index(TITLE) < page.extract_text().index("Below")


@pytest.mark.parametrize("name", ["scale", "padding"])
@pytest.mark.parametrize("value", [-1, float("nan"), "2", True, None])
def test_wrong_scale_and_padding(picture, name, value):
    with pytest.raises((TypeError, ValueError), match=f"{name}={value!r}"):
        write_pdf(None, picture, **{name: value})


def test_an_author_is_text(picture):
    with pytest.raises(TypeError, match=r"author=\['Ada'\] must be text"):
        write_pdf(None, picture, author=["Ada"])


def test_without_typst_the_error_says_what_to_install(picture, monkeypatch, tmp_path, capsys):
    from inspect_viz._cli import main

    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ImportError, match=r"pip install 'inspect-viz\[pdf\]'"):
        picture.save(tmp_path / "a.pdf")
    assert main(["sample-heatmap", "none.csv", "-o", str(tmp_path / "a.pdf")]) == 2
    assert "pip install 'inspect-viz[pdf]'" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["{path}", "file://{path}", "secret.png", "https://example.org/a.png"])
def test_a_picture_cannot_take_a_file_of_this_machine(picture, monkeypatch, tmp_path, address):
    """`address` stands in an image that data could name."""
    Image.new("RGB", (9, 9), "red").save(tmp_path / "secret.png")
    monkeypatch.chdir(tmp_path)
    href = address.format(path=tmp_path / "secret.png")
    figure = draw(picture)
    image = f'<image aria-label="a > b" href="{href}" width="50" height="50"/></svg>'
    figure = replace(figure, drawing=replace(figure.drawing, svg=figure.drawing.svg.replace("</svg>", image)))
    assert not page_of(paper(figure, 0, "")).images
    assert "secret" not in still(figure.drawing, 0)
    assert "example.org" not in still(figure.drawing, 0)


def test_an_svg_that_typst_refuses_is_an_error_of_the_drawing(picture):
    figure = draw(picture)
    broken = replace(figure, drawing=replace(figure.drawing, svg=figure.drawing.svg + "<"))
    with pytest.raises(DrawingError, match="could not be written as PDF: failed to"):
        paper(broken, 0, "")
