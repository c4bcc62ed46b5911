"""Pictures as files: formats, sizes, folders, and what leaves the process."""

from __future__ import annotations

import gzip
import io
import re
import struct
from base64 import b64decode
from pathlib import Path

import pandas as pd
import pytest
from heatmaps import data, graded, heatmap
from PIL import Image

from inspect_viz.layout import vconcat
from inspect_viz.plot import to_html, write_html, write_pdf, write_png, write_svg
from inspect_viz.view import sample_heatmap

SECRET = "the-text-of-a-prompt-7f3a"


@pytest.fixture(scope="module")
def picture():
    return heatmap(graded(3, 4), title="Scores")


def test_save_by_ending(picture, tmp_path):
    for name in ("a.png", "a.svg", "a.html", "a.pdf", "b.PNG", "b.htm"):
        picture.save(tmp_path / name)
    picture.save(str(tmp_path / "text.svg"))
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.PNG").read_bytes() == write_png(None, picture)[0]
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<svg ")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == (tmp_path / "b.htm").read_text(encoding="utf-8")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == to_html(picture)
    assert (tmp_path / "text.svg").read_bytes() == (tmp_path / "a.svg").read_bytes()


@pytest.mark.parametrize(
    ("name", "words"), [("a.jpg", "'.png'"), ("a", "'.html', '.svg', '.png', '.pdf'"), ("a.pngs", "'.png'?")]
)
def test_other_endings_are_refused(picture, tmp_path, name, words):
    with pytest.raises(ValueError, match=r"saved as") as caught:
        picture.save(tmp_path / name)
    assert words in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [write_png, write_svg, write_html, write_pdf])
def test_paths_that_cannot_be_written(picture, tmp_path, write):
    ending = f".{write.__name__[6:]}"
    with pytest.raises(FileNotFoundError, match=r"folder .*none.* does not exist"):
        write(tmp_path / "none" / f"a{ending}", picture)
    (tmp_path / f"folder{ending}").mkdir()
    with pytest.raises(IsADirectoryError, match="is a folder"):
        write(tmp_path / f"folder{ending}", picture)
    with pytest.raises(ValueError, match=f"must end in \\{ending}"):
        write(tmp_path / "a.txt", picture)
    with pytest.raises(TypeError, match=r"file must be a path, not Component; the picture comes second"):
        write(picture, tmp_path / f"a{ending}")
    with pytest.raises(TypeError, match="component must be a picture"):
        write(tmp_path / f"a{ending}", pd.DataFrame())
    assert [p.name for p in tmp_path.iterdir()] == [f"folder{ending}"]


@pytest.mark.parametrize(("scale", "padding"), [(1, 0), (2, 8), (3, 0), (0.5, 3), (1.5, 0.5)])
def test_png_sizes(picture, tmp_path, scale, padding):
    width, height = write_png(tmp_path / "a.png", picture, scale=scale, padding=padding)
    made, *size = write_png(None, picture, scale=scale, padding=padding)
    assert (width, height) == tuple(size) == Image.open(tmp_path / "a.png").size == Image.open(io.BytesIO(made)).size
    assert abs(width - (700 + 2 * padding) * scale) <= 1


def test_png_padding_is_paper(picture):
    made = Image.open(io.BytesIO(write_png(None, picture, scale=1, padding=20)[0])).convert("RGBA")
    edge = [made.getpixel((x, y)) for x in range(0, made.width, 7) for y in (0, 10, made.height - 1)]
    assert set(edge) == {(255, 255, 255, 255)}
    assert made.getextrema()[3] == (255, 255)


@pytest.mark.parametrize("name", ["scale", "padding"])
@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), "2", True, None])
def test_wrong_scale_and_padding(picture, name, value):
    with pytest.raises((TypeError, ValueError), match=f"{name}={value!r}"):
        write_png(None, picture, **{name: value})


def test_a_scale_of_zero(picture):
    with pytest.raises(ValueError, match="scale=0"):
        write_png(None, picture, scale=0)


@pytest.mark.parametrize("name", ["é 日本 🎉", "a'b\"c", "per%20cent", "x" * 200])
def test_names_of_files(picture, tmp_path, name):
    picture.save(tmp_path / f"{name}.svg")
    assert (tmp_path / f"{name}.svg").stat().st_size > 1000


def test_a_path_that_starts_with_a_tilde_is_a_name(picture, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match="~"):
        picture.save("~nobody/a.svg")


def secrets(kind: str) -> pd.DataFrame:
    table = pd.DataFrame(graded(3, 4))
    more = {"input": SECRET, "target": SECRET, "metadata": [{"deep": SECRET}] * len(table), SECRET: 1, "epoch": 1}
    return table if kind == "plain" else table.assign(**more)


def everything_in(page: str) -> str:
    """The page with all that is packed inside it."""
    blocks = re.findall(r'type="application/octet-stream"[^>]*>([^<]*)<', page)
    return page + "".join(gzip.decompress(b64decode(block)).decode("latin-1") for block in blocks)


@pytest.mark.parametrize("source", ["frame", "parquet"])
def test_only_used_columns_leave(tmp_path, source):
    from inspect_viz import Data

    def picture(kind):
        if source == "frame":
            return sample_heatmap(data(secrets(kind)))
        (tmp_path / kind).mkdir()
        secrets(kind).drop(columns="metadata", errors="ignore").to_parquet(tmp_path / kind / "t.parquet")
        return sample_heatmap(Data.from_file(tmp_path / kind / "t.parquet"))

    full, plain = picture("full"), picture("plain")
    assert SECRET not in everything_in(to_html(full))
    assert SECRET.encode() not in write_png(None, full)[0]
    assert to_html(full) == to_html(plain)
    assert write_png(None, full) == write_png(None, plain)


def test_prompts_of_two_kilobytes_a_row_do_not_change_the_page():
    rows = graded(5, 100)
    plain, long = (heatmap([{**row, **more} for row in rows]) for more in ({}, {"input": "word " * 400}))
    assert to_html(long) == to_html(plain)


def test_a_page_of_500_cells_is_small_and_whole():
    rows = [{**row, "log_viewer": f"https://logs.example.org/{i}"} for i, row in enumerate(graded(5, 100, states=True))]
    page = to_html(heatmap(rows, title="Scores"))
    assert len(page.encode()) < 450_000
    outside = re.sub(r"<script>.*?</script>|<style>.*?</style>", "", page, flags=re.S)
    assert not re.search(r'(src|href)="(?!data:|#)', outside)
    assert "@import" not in page
    assert not re.search(r"url\((?!data:|#|['\"]?#)", re.search(r"<style>(.*?)</style>", page, re.S).group(1))


def test_no_folder_of_this_machine_leaves(tmp_path):
    from inspect_viz import Data

    pd.DataFrame(graded(2, 2)).to_parquet(tmp_path / "named.parquet")
    component = sample_heatmap(Data.from_file(tmp_path / "named.parquet"))
    made = [to_html(component), write_png(None, component)[0].decode("latin-1")]
    for text in made:
        assert "named.parquet" in text
        assert str(tmp_path) not in text
        assert str(Path.home()) not in text or str(Path.home()) == "/"


def test_png_holds_its_provenance(picture):
    made = write_png(None, picture)[0]
    at = made.index(b"iTXt")
    (length,) = struct.unpack(">I", made[at - 4 : at])
    assert b'"rows": 12' in made[at : at + 4 + length]
    assert Image.open(io.BytesIO(made)).text["Source"].startswith('{"made by": "inspect-viz ')


def test_a_notebook_gets_the_image_first(picture):
    bundle = picture._repr_mimebundle_()
    html = bundle["text/html"]
    assert html.index("<img ") < html.index("<script")
    assert re.match(r"\s*(<[^i][^>]*>\s*)*<img ", html)
    source = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', html).group(1)
    assert b64decode(source).startswith(b"<svg ")
    assert 'alt="' in html
    assert "Scores" in bundle["text/plain"]


def test_drawing_twice_gives_the_same_bytes(picture):
    again = heatmap(graded(3, 4), title="Scores")
    assert to_html(picture) == to_html(picture) == to_html(again)
    assert write_png(None, picture) == write_png(None, again)
    stacked = vconcat(picture, again)
    assert to_html(stacked) == to_html(vconcat(again, picture))


def test_ids_of_pictures_on_one_page_differ():
    pages = [to_html(heatmap(graded(3, n), title="t"), dependencies=False) for n in (4, 5)]
    ids = [set(re.findall(r' id="([^"]+)"', page)) for page in pages]
    assert not ids[0] & ids[1]


def test_a_fragment_has_no_runtime(picture):
    fragment = to_html(picture, dependencies=False)
    assert fragment.startswith("<figure ")
    assert "<script>" not in fragment
    assert len(fragment) < 60_000
