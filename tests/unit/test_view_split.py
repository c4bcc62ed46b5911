"""Cells that show their epochs side by side. The rows that went in are the oracle."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from base64 import b64decode
from io import BytesIO

import numpy as np
import pytest
from heatmaps import data, drawn, heatmap, picture, starts, unpacked
from PIL import Image

from inspect_viz._host._figure import draw
from inspect_viz.analysis import models
from inspect_viz.view import sample_compare

PASSES = {("a", "p"): "110", ("a", "q"): "001", ("b", "p"): "111", ("b", "q"): "000"}


def rows(passes, **columns):
    """Rows of {(model, sample): scores of epochs from 1 on}; "-" for no row, "x" for an error."""
    return [
        {"model": m, "id": s, "score": None if told == "x" else int(told), "epoch": e, "error": "x" * (told == "x")}
        | columns
        for (m, s), epochs in passes.items()
        for e, told in enumerate(epochs, 1)
        if told != "-"
    ]


def fills(found):
    """Of each cell the fills of its rectangles, from left to right and top to bottom."""
    dx, dy = found.origin("paint")
    x, y = starts(found.plot["x"]) - dx, starts(found.plot["y"]) - dy
    cells: dict[tuple[str, str], list[tuple[float, float, str]]] = {}
    for rect in found.rects():
        left, top = float(rect.get("x", "")), float(rect.get("y", ""))
        cell = (
            found.x[int(np.searchsorted(x, left + 0.5) - 1)],
            found.y[int(np.searchsorted(y, top + 0.5) - 1)],
        )
        cells.setdefault(cell, []).append((top, left, rect.get("fill", "")))
    return {cell: [fill for *_, fill in sorted(parts)] for cell, parts in cells.items()}


def colors():
    """Of fail, pass and no score."""
    found = fills(picture(rows({("m", "f"): "0", ("m", "p"): "1", ("m", "x"): "x"})))
    return {told: found[name, "m"][0] for told, name in (("0", "f"), ("1", "p"), ("x", "x"))}


def said(component):
    """The footer on paper, and in a page, which may be zoomed."""
    paper = ET.fromstring(draw(component).drawing.svg)
    part = next(e for e in paper.iter() if e.get("data-part") == "footer")
    return "".join(part.itertext()), " ".join(drawn(component).texts("footer"))


IN_PAGES = "side by side where they have room, else their mean"


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_each_epoch_has_its_part_in_order(orientation):
    shown = colors()
    found = picture(rows(PASSES), epochs="split", orientation=orientation, width=400, height=400)
    for cell, parts in fills(found).items():
        model, sample = cell[::-1] if orientation == "horizontal" else cell
        assert parts == [shown[told] for told in PASSES[model, sample]]


def test_epochs_stand_in_their_order_not_in_that_of_the_rows():
    passes = {("a", "p"): "100000000010", ("a", "q"): "111111111111", ("b", "p"): "0" * 12, ("b", "q"): "0" * 12}
    shuffled = [rows(passes)[i] for i in np.random.default_rng(0).permutation(48)]
    found = picture(shuffled, epochs="split", width=900)
    assert fills(found)["p", "a"] == [colors()[told] for told in passes["a", "p"]]


def test_an_epoch_that_is_missing_leaves_its_place_empty():
    found = picture(rows({**PASSES, ("a", "p"): "1-0"}), epochs="split", width=400)
    lefts = sorted(float(rect.get("x", "")) for rect in found.rects())
    whole = sorted(float(rect.get("x", "")) for rect in picture(rows(PASSES), epochs="split", width=400).rects())
    assert fills(found)["p", "a"] == [colors()["1"], colors()["0"]]
    assert set(lefts) == set(whole)
    assert len(lefts) == len(whole) - 1


def test_samples_are_divided_by_their_own_epochs():
    passes = {("a", "p"): "1101", ("a", "q"): "0", ("b", "p"): "1", ("b", "q"): "1"}
    found = picture(rows(passes), epochs="split", width=500)
    shown = {cell: len(parts) for cell, parts in fills(found).items()}
    assert shown == {("p", "a"): 4, ("q", "a"): 1, ("p", "b"): 1, ("q", "b"): 1}
    (narrow,) = {float(r.get("width", "")) for r in found.rects()} - {
        max(float(r.get("width", "")) for r in found.rects())
    }
    assert narrow < max(float(r.get("width", "")) for r in found.rects()) / 3
    assert said(heatmap(rows(passes), epochs="split", width=500)) == (
        "each cell: its 1 to 4 epochs side by side, a dash for one not run",
        "each cell: its 1 to 4 epochs side by side where they have room, a dash for one not run, else their mean",
    )


def test_states_are_those_of_each_epoch():
    found = picture(rows({**PASSES, ("a", "p"): "1x1", ("b", "q"): "xxx"}), epochs="split", width=400)
    shown = colors()
    assert fills(found)["p", "a"] == [shown["1"], shown["x"], shown["1"]]
    crosses = [e for e in found.part("paint").iter() if e.get("data-ink") == "cross"]
    assert sum(len(re.findall("M", e.get("d", ""))) for e in crosses) == 4
    assert found.counts == {"error": 4}


def test_values_margins_order_and_texts_are_those_of_the_mean():
    random = np.random.default_rng(5)
    made = rows({(f"m{m}", f"s{s}"): "".join(random.choice(list("01x-"), 3)) for m in range(4) for s in range(9)})
    mean, split = picture(made, width=900), picture(made, epochs="split", width=900)
    for name in ("x", "y", "counts", "margin", "beside", "standing"):
        assert str(mean.plot[name]) == str(split.plot[name])
    np.testing.assert_array_equal(mean.plot["values"], split.plot["values"])
    assert [text for part in ("title", "subtitle", "margin-rows") for text in mean.texts(part)] == [
        text for part in ("title", "subtitle", "margin-rows") for text in split.texts(part)
    ]
    assert models(data(made), epochs="split").equals(models(data(made)))


def payload_of(component):
    return unpacked(draw(component, scale=2, planes=True).drawing.matrix)


def test_only_pages_that_asked_carry_epochs():
    made = rows({**PASSES, ("a", "p"): "1x-"})
    (plain,) = payload_of(heatmap(made))["plots"][0]["marks"]
    (split,) = payload_of(heatmap(made, epochs="split"))["plots"][0]["marks"]
    assert set(split) - set(plain) == {"epochs"}
    told = split["epochs"]
    assert list(told["names"]) == ["epoch 1", "epoch 2", "epoch 3"]
    assert np.cumsum(told["steps"]).tolist() == [0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 3]
    single = rows({key: value[0] for key, value in PASSES.items()})
    assert draw(heatmap(single), scale=2, planes=True) == draw(heatmap(single, epochs="split"), scale=2, planes=True)


def test_rows_of_one_epoch_and_rows_without_epochs_have_parts_too():
    twice = [*rows(PASSES), *rows({("a", "p"): "0"})]
    (mark,) = payload_of(heatmap(twice, epochs="split"))["plots"][0]["marks"]
    assert list(mark["epochs"]["names"]) == ["epoch 1", "epoch 1, row 2", "epoch 2", "epoch 3"]
    unnumbered = [{key: value for key, value in row.items() if key != "epoch"} for row in rows(PASSES)]
    (mark,) = payload_of(heatmap(unnumbered, epochs="split"))["plots"][0]["marks"]
    assert list(mark["epochs"]["names"]) == ["row 1", "row 2", "row 3"]
    assert fills(picture(unnumbered, epochs="split", width=400)) == fills(
        picture(rows(PASSES), epochs="split", width=400)
    )


def test_cells_too_small_for_their_epochs_show_the_mean():
    random = np.random.default_rng(1)
    made = rows({(f"m{m}", f"s{s}"): "".join(random.choice(list("01"), 4)) for m in range(3) for s in range(80)})
    found = picture(made, epochs="split")
    assert len(found.rects()) == len(picture(made).rects()) == 240
    assert said(heatmap(made, epochs="split")) == (
        "each cell: the mean of its 4 epochs, which have no room side by side",
        f"each cell: its 4 epochs {IN_PAGES}",
    )
    assert [fill for parts in fills(found).values() for fill in parts] == [
        fill for parts in fills(picture(made)).values() for fill in parts
    ]


def test_colours_reach_as_far_as_the_scores_of_epochs():
    grades = [
        {"model": m, "id": s, "score": score, "epoch": e}
        for m in "ab"
        for s in "pq"
        for e, score in enumerate((1, 9) if m == "a" else (4, 6))
    ]
    color = picture(grades, epochs="split").plot["color"]
    assert (color["low"], color["high"]) == (1, 9)


def test_many_cells_are_a_raster_of_their_epochs():
    random = np.random.default_rng(2)
    passes = {(f"m{m:02}", f"s{s:03}"): "".join(random.choice(list("01-"), 3)) for m in range(40) for s in range(60)}
    found = drawn(heatmap(rows(passes), epochs="split", width=1500, margins=False), scale=1)
    assert found.plot["paint"] == "raster"
    image = found.part("paint").find("{http://www.w3.org/2000/svg}image")
    pixels = np.asarray(Image.open(BytesIO(b64decode(image.get("href", "").split(",")[1]))).convert("RGBA"))
    x, y = (starts(found.plot[axis]) - found.plot["area"][axis] for axis in "xy")
    inner = found.plot["x"]["bandwidth"] - 2 * found.plot["inset"]
    shown = {told: (*bytes.fromhex(fill[1:]), 255) for told, fill in colors().items()}
    for (model, sample), told in passes.items():
        left, row = x[found.x.index(sample)] + found.plot["inset"], int(y[found.y.index(model)] + 3)
        for k, epoch in enumerate(told):
            pixel = tuple(pixels[row, int(left + (k + 0.5) * inner / 3)].tolist())
            assert (pixel[3] == 0) if epoch == "-" else (pixel == shown[epoch])


def test_two_models_are_compared_with_their_epochs_in_sight():
    found = drawn(sample_compare(data(rows(PASSES)), "a", "b", epochs="split", width=500))
    assert sorted(len(parts) for parts in fills(found).values()) == [3, 3, 3, 3]
