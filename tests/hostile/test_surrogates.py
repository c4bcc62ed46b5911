"""Halves of surrogate pairs, which UTF-8 cannot hold, are replaced visibly wherever they enter a picture."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from heatmaps import SVG, data, drawn, graded, heatmap

from inspect_viz import Data
from inspect_viz._cli import main
from inspect_viz._host import HtmlPage, mimebundle
from inspect_viz._host._open import OpenPicture
from inspect_viz._util.text import well_formed
from inspect_viz.data._reader import TableReader
from inspect_viz.mark import cell, text
from inspect_viz.mark import title as make_title
from inspect_viz.plot import legend, plot, to_html, write_html, write_png, write_svg
from inspect_viz.transform import sql

BAD = "a\ud800b"
GOOD = "a\ufffdb"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("", ""),
        ("plain", "plain"),
        ("é👩‍🚀", "é👩‍🚀"),
        ("\ud800", "\ufffd"),
        ("x\udfff", "x\ufffd"),
        ("\ud800\ud800y", "\ufffd\ufffdy"),
        ("\udc00\ud800", "\ufffd\ufffd"),
        ("\ud83d\ude00", "\U0001f600"),
    ],
)
def test_only_lone_halves_are_replaced(given: str, shown: str) -> None:
    assert well_formed(given) == shown


def cells(**options: Any) -> Any:
    return cell(data(graded(2, 3)), x="id", y="model_display_name", **{"fill": "score_s", **options})


PICTURES: dict[str, Callable[[], Any]] = {
    "title of a view": lambda: heatmap(graded(2, 3), title=BAD),
    "labels of a view": lambda: heatmap(graded(2, 3), id_label=BAD, model_label=BAD),
    "title": lambda: plot(cells(), title=BAD),
    "styles of a title": lambda: plot(cells(), title=make_title(BAD, font_family=BAD)),
    "axes": lambda: plot(cells(), x_label=BAD, y_label=BAD),
    "descriptions": lambda: plot(cells(), aria_label=BAD, aria_description=BAD, title="t"),
    "name": lambda: plot(cells(), name=BAD),
    "legend": lambda: plot(cells(), legend=legend("color", label=BAD)),
    "sql": lambda: plot(cells(fill=sql(f"CASE WHEN id = '{BAD}' THEN 1 ELSE 0.5 END"))),
    "label of sql": lambda: plot(cells(fill=sql("score_s", label=BAD)), legend="color"),
    "channel": lambda: plot(cells(channels={BAD: "id"}, tip=True)),
    "inline text": lambda: plot(text(text=[BAD], x=[1], y=[2])),
    "ids and models": lambda: plot(
        cell(
            Data.from_dataframe({"id": [BAD, "b"], "model": ["m", BAD], "score_s": [0.1, 0.2]}),
            x="id",
            y="model",
            fill="score_s",
        )
    ),
    "column": lambda: plot(
        cell(
            Data.from_dataframe({BAD: ["a", "b"], "model": ["c", "d"], "s": [0.1, 0.2]}),
            x=GOOD,
            y="model",
            fill="s",
        )
    ),
}


@pytest.mark.parametrize("make", PICTURES.values(), ids=PICTURES)
def test_every_output_can_be_encoded(make: Callable[[], Any], tmp_path: Path) -> None:
    picture = make()
    bundle = mimebundle(picture)
    for made in (to_html(picture), to_html(picture, dependencies=False), HtmlPage().fragment(picture), repr(picture)):
        made.encode("utf-8")
    assert [str(shown).encode("utf-8") for shown in bundle.values()]
    write_html(tmp_path / "a.html", picture)
    write_svg(tmp_path / "a.svg", picture)
    write_png(tmp_path / "a.png", picture)
    assert {path.name for path in tmp_path.iterdir()} == {"a.html", "a.svg", "a.png"}


def test_they_are_replaced_visibly() -> None:
    picture = heatmap(graded(2, 3), title=BAD, id_label=BAD)
    assert f"<title>{GOOD}</title>" in to_html(picture)
    texts = ["".join(e.itertext()) for e in drawn(picture).root.iter(f"{SVG}text")]
    assert sum(shown.startswith(GOOD) for shown in texts) == 2


def test_warnings() -> None:
    picture = plot(cells(), x_domain=["q0", BAD])
    with pytest.warns(UserWarning, match=GOOD):
        write_png(None, picture)


def test_the_head_of_a_page() -> None:
    assert f'content="{GOOD}"' in to_html(heatmap(graded(2, 3)), extra_head=f'<meta name="x" content="{BAD}">')


def test_provenance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of files are halves where a file system holds other bytes than UTF-8."""
    picture = plot(cells())
    monkeypatch.setattr(TableReader, "origin", BAD)
    with OpenPicture(picture) as opened:
        assert json.loads(opened.provenance)["data"][0]["source"] == GOOD


odd_names = pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes are there on Linux only")


@odd_names
def test_files_with_names_of_any_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff"))
    odd.mkdir()
    write_html(odd / "\udcff.html", heatmap(graded(2, 3)))
    assert [path.suffix for path in odd.iterdir()] == [".html"]
    pd.DataFrame(graded(2, 3)).to_csv(tmp_path / "table.csv")
    assert main(["sample-heatmap", str(tmp_path / "table.csv"), "-o", str(odd / "picture.png")]) == 0
    assert "odd\ufffd" in capsys.readouterr().out
    for ending in ("csv", "parquet"):
        (odd / f"table.{ending}").write_bytes(b"id\n1\n")
        with pytest.raises(ValueError, match=r"is not UTF-8 text.*rename"):
            Data.from_file(odd / f"table.{ending}")
