"""Problems of the logs: a note below the picture, as much as has room; the rest in its description."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from heatmaps import SVG, data, drawn, graded, unpacked
from PIL import ImageFont
from problems import HOSTILE, LONG, ONE, TWELVE, TWO, Problem, troubled

from inspect_viz._host._assets import asset
from inspect_viz._host._figure import draw
from inspect_viz._host._notebook import image
from inspect_viz._spec import compile
from inspect_viz.layout import vconcat
from inspect_viz.plot import legend, write_png
from inspect_viz.view import sample_heatmap

MORE = "\u2026\u00a0and\u00a0{}\u00a0more"


def heatmap(*messages, models=3, samples=8, **options):
    table = data(graded(models, samples))
    return sample_heatmap(troubled(table, *messages) if messages else table, **{"height": 200, **options})


def note(found):
    """The lines of the note."""
    return found.texts("problems") if found.part("problems") is not None else []


def description(found):
    return found.root.findtext(f"{SVG}desc")


def width_of(text):
    font = ImageFont.truetype(str(asset("fonts/Arimo_400Regular.ttf")), 100)
    return font.getlength(text) / 10


def place(found):
    """Where the note stands in the picture."""
    holder = next(e for e in found.root.iter() if any(c.get("data-part") == "problems" for c in e))
    x, y = holder.get("transform").removeprefix("translate(").rstrip(")").split(",")
    return float(x), float(y)


def test_the_picture_carries_the_messages():
    assert compile(heatmap(*TWO)).sidecar.plots["p0"].problems == TWO


def test_without_problems_nothing_is_said():
    plain, empty = heatmap(), sample_heatmap(troubled(data(graded(3, 8))), height=200)
    assert (compile(plain).spec, compile(plain).sidecar) == (compile(empty).spec, compile(empty).sidecar)
    assert not compile(plain).sidecar.plots["p0"].problems
    assert draw(plain).drawing.svg == draw(empty).drawing.svg
    assert "problem" not in draw(plain).drawing.svg
    assert "problems" not in unpacked(draw(plain, planes=True).drawing.matrix)


@pytest.mark.parametrize("blank", ["", " \n", "\u202e", "."])
def test_blank_messages_are_none(blank):
    assert draw(heatmap(blank)).drawing.height == draw(heatmap()).drawing.height


def test_names_of_columns_in_messages_read_no_columns():
    rows = [{**row, "secret": 1} for row in graded(2, 3)]
    component = sample_heatmap(troubled(data(rows), "the column secret differs"))
    assert "secret" not in compile(component).columns["t0"]


def test_equal_messages_are_told_once():
    assert note(drawn(heatmap(*ONE, *ONE))) == note(drawn(heatmap(*ONE)))


def test_the_note_tells_how_many_and_which():
    assert note(drawn(heatmap(*ONE))) == ["1 problem in the logs: 3 logs could not be read"]
    assert note(drawn(heatmap(*TWO))) == [f"2 problems in the logs: {TWO[0]}\u00a0\u00b7 {TWO[1]}"]


@pytest.mark.parametrize("messages", [ONE, TWO, TWELVE, LONG], ids=["one", "two", "twelve", "long"])
@pytest.mark.parametrize("width", [90, 300, 700, 1200])
@pytest.mark.parametrize("models", ["m", "a-provider/a-model-with-a-long-name"])
def test_the_note_lies_inside_below_the_rest(messages, width, models):
    rows = [{**row, "model_display_name": models + row["model_display_name"]} for row in graded(3, 8)]
    table = data(rows)
    plain = draw(sample_heatmap(table, width=width, height=200)).drawing
    found = drawn(sample_heatmap(troubled(table, *messages), width=width, height=200))
    lines = note(found)
    x, y = place(found)
    assert 1 <= len(lines) <= 3
    assert x + max(map(width_of, lines)) <= found.width
    assert y >= plain.height
    assert found.height == plain.height + 14 * len(lines) + 10
    assert found.width == plain.width


@pytest.mark.parametrize("options", [{}, {"legend": None}, {"orientation": "vertical"}, {"side": "left"}])
def test_the_note_begins_where_the_header_does(options):
    if side := options.pop("side", None):
        options["legend"] = legend("color", frame_anchor=side)
    found = drawn(heatmap(*TWO, **options))
    assert found.origin("problems")[0] == found.origin("title")[0] == 12


def test_what_has_no_room_is_counted():
    lines = note(drawn(heatmap(*TWELVE)))
    told = sum(f"“provider/model-{i}”" in " ".join(lines) for i in range(12))
    assert 1 <= told < 12
    assert lines[-1].endswith(MORE.format(12 - told))


def test_a_message_without_room_is_cut_between_words():
    text = " ".join(note(drawn(heatmap(*LONG))))
    assert text.endswith("\u00a0\u2026")
    words = text.removeprefix("1 problem in the logs: ").removesuffix("\u00a0\u2026").split(" ")
    assert words == LONG[0].split(" ")[: len(words)]
    both = note(drawn(heatmap(*LONG, *ONE)))
    assert both[-1].endswith(MORE.format(1))
    assert len(both) == 3


def test_words_wider_than_the_picture_are_cut():
    found = drawn(heatmap(f"log “{'x' * 300}.eval” could not be read", width=300))
    assert max(map(width_of, note(found))) <= 300
    assert any("\u2026" in line for line in note(found))
    assert "x" * 300 in description(found)


@pytest.mark.parametrize("messages", [TWO, TWELVE, LONG], ids=["two", "twelve", "long"])
def test_nothing_is_lost(messages):
    figure = draw(heatmap(*messages), planes=True)
    root = ET.fromstring(figure.drawing.svg)
    payload = unpacked(figure.drawing.matrix)
    plain = [message.rstrip(".") for message in messages]
    assert payload["problems"] == plain
    assert f"{len(plain)} problem" in root.findtext(f"{SVG}desc")
    for text in plain:
        assert text in root.findtext(f"{SVG}desc")
        assert text in payload["description"]
        assert text in image(figure)
    tips = ["".join(title.itertext()) for title in root.iter(f"{SVG}title")]
    assert tips == ([] if messages is TWO else ["\n".join(plain)])


def test_pictures_of_the_same_logs_tell_a_problem_once_in_words():
    one = heatmap(*ONE)
    found = drawn(vconcat(one, one))
    assert description(found).count(ONE[0]) == 1
    assert sum(ONE[0] in text for text in found.texts()) == 2


def test_the_png_holds_the_note():
    plain = write_png(None, heatmap(), scale=1, padding=0)
    png = write_png(None, heatmap(*TWO), scale=1, padding=0)
    assert png[1:] == (plain[1], plain[2] + 24)


def test_hostile_messages_are_text():
    found = drawn(heatmap(*HOSTILE, width=1200))
    assert not [e for e in found.root.iter() if e.tag.removeprefix(SVG) in ("script", "img", "b")]
    assert "<script>alert(1)</script>" in " ".join(note(found))
    assert "<script>alert(1)</script>" in description(found)
    assert "line one line two" in description(found)
    assert "\u202e" not in found.svg


def test_names_from_right_to_left_stay_in_their_message():
    text = " ".join(note(drawn(heatmap("“שלום”", "“עולם”"))))
    assert "\u2068“שלום”\u2069\u00a0\u00b7 \u2068“עולם”\u2069" in text


def test_lone_surrogates_are_replaced():
    found = drawn(heatmap("log “a\ud800b” could not be read"))
    assert "a\ufffdb" in note(found)[0]


def retried(*messages):
    table = troubled(data(graded(3, 8)))
    quiet = [Problem(message, "retried") for message in messages]
    type(table).problems = (*map(Problem, ONE), *quiet) if "with problems" in messages else tuple(quiet)
    return drawn(sample_heatmap(table, height=200))


def test_what_is_in_order_is_told_and_is_no_problem():
    found = retried("“b.eval” continues “a.eval”: they count as one run")
    assert found.part("problems") is None
    assert found.texts("remarks") == ["“b.eval” continues “a.eval”: they count as one run"]
    assert "they count as one run." in description(found)
    assert "problem" not in description(found)


def test_remarks_stand_below_problems_and_are_not_counted():
    found = retried("with problems")
    assert note(found) == [f"1 problem in the logs: {ONE[0]}"]
    assert found.texts("remarks") == ["with problems"]


def test_many_remarks_are_cut_and_stand_whole_in_a_tip_of_the_browser():
    messages = [f"“{'long-name-' * 4}{i}.eval” continues another log" for i in range(20)]
    found = retried(*messages)
    lines = [text for text in found.texts("remarks") if text not in messages and "\n" not in text]
    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert found.part("remarks").findtext(f"{SVG}title").splitlines() == messages
