"""Pictures with golden files; `python tests/pictures/gallery.py` writes those, and those of docs/marks, anew after a
change was looked at."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

import warnings
from base64 import b64decode
from collections.abc import Callable
from hashlib import sha256
from re import sub
from typing import Any

from heatmaps import data, graded, heatmap
from problems import LONG, ONE, TWELVE, TWO, troubled

from inspect_viz._host._figure import draw
from inspect_viz.layout import hconcat, hspace, vconcat, vspace
from inspect_viz.mark import axis_x, cell, frame, rect, rule_x, rule_y, text, title
from inspect_viz.plot import legend, plot
from inspect_viz.transform import avg
from inspect_viz.view import sample_heatmap

GOLDEN = Path(__file__).parent / "golden"
ANCHORS = ("top", "right", "bottom", "left", "top-left", "top-right", "bottom-left", "bottom-right")


def writing_bench() -> Any:
    return heatmap(graded(4, 25), height=200, title="Writing bench")


def states() -> Any:
    return heatmap(graded(4, 25, states=True), height=220, cell={"text": "white"})


def vertical() -> Any:
    return heatmap(
        graded(3, 12), orientation="vertical", id_label="sample", model_label="model", sort="descending", height=300
    )


def raster() -> Any:
    return heatmap(
        graded(6, 1000, states=True), width=300, height=160, title=title("Many", margin_top=20, font_size=12)
    )


def epochs() -> Any:
    """Epochs side by side: of one model all three, of others two."""
    rows = [
        {**row, "epoch": e, "score_s": None if row["score_s"] is None else (row["score_s"] + 0.37 * e) % 1}
        for row in graded(4, 16, states=True)
        for e in range(3 if row["model_display_name"] == "model-1" else 2)
    ]
    return heatmap(rows, height=200, title="Epochs", epochs="split")


def groups() -> Any:
    def told(row: dict[str, Any]) -> dict[str, Any]:
        sample, model = int(row["id"][1:]), int(row["model_display_name"][-1])
        kind = {"topic": "abc"[sample % 3], "level": sample % 5, "family": "xy"[model % 2]}
        return {**row, **kind, "score_s": row["score_s"] and row["score_s"] * (1 + sample % 3) / 3}

    rows = [told(row) for row in graded(4, 20)]
    blocks = heatmap(rows, group=["topic", "family"], bars=["level"], title="Groups", width=500)
    table = heatmap(rows, group="topic", level="groups", higher_is_better=False, title="Topics", width=500)
    return vconcat(blocks, vspace(10), table)


def suspects() -> Any:
    """Passes of models by their strength, turned around in three samples; of few models diamonds are grey."""

    def rows(models: int) -> list[dict[str, Any]]:
        return [
            {"id": f"q{s}", "model": f"model-{m}", "score": float((m * 18 / models + s * 7 % 18 < 17) != (s % 7 == 3))}
            for m in range(models)
            for s in range(18)
        ]

    return vconcat(
        heatmap(rows(14), suspects=True, title="Suspects", width=500),
        vspace(10),
        heatmap(rows(4), suspects=True, orientation="vertical", title="Of few models", width=500),
    )


def lower_level() -> Any:
    samples = data(graded(3, 5))
    order = {"x": {"value": "fill", "reduce": "sum"}, "y": {"value": "fill", "reduce": "sum", "reverse": True}}
    cells = cell(samples, x="id", y="model_display_name", fill="score_s", inset=1, tip=True, sort=order)
    return plot(
        cells, padding=0, color_scheme="greens", height=150, margin_left=50, x_label=None, y_label=None, x_scale="band"
    )


def marks_on_top() -> Any:
    samples = data(graded(2, 4))
    marks = [
        text(samples, x="id", y="model_display_name", text="score_s", fill="white"),
        rule_x(x=["q1"], stroke="red"),
        frame(stroke="black"),
    ]
    return heatmap(graded(2, 4), marks=marks, height=120, legend=None, width=300)


def side_by_side() -> Any:
    samples = data(graded(2, 3))
    small = plot(cell(samples, x="id", y="model_display_name", fill=avg("score_s")), width=200, height=120, title="A")
    rules = plot(
        rule_y(y=[0.25, 0.5]),
        rect(samples, x1=0, x2=1, y1=0, y2=1, fill="silver"),
        axis_x(label="x"),
        width=150,
        height=100,
    )
    words = plot(text(text=["a", "b"], x=[1, 2], y=[1, 2]), frame(), width=150, height=100, title="Words")
    return vconcat(hconcat(small, hspace(20), rules), vspace(10), words)


def legends() -> Any:
    samples = data(graded(2, 3))

    def one(anchor: str) -> Any:
        cells = cell(samples, x="id", y="model_display_name", fill="score_s")
        inside = {"inset": 4} if "-" in anchor else {}
        key = legend("color", frame_anchor=anchor, label=anchor, width=60, **inside)  # type: ignore[arg-type]
        return plot(cells, width=220, height=140, legend=key, title=anchor)

    return vconcat(*(hconcat(*map(one, ANCHORS[i : i + 2])) for i in range(0, len(ANCHORS), 2)))


def problem() -> Any:
    return sample_heatmap(troubled(data(graded(2, 4, states=True)), *ONE), width=300, height=120)


def problems() -> Any:
    return hconcat(
        sample_heatmap(troubled(data(graded(2, 4)), *TWO), width=300, height=120, legend=None),
        sample_heatmap(troubled(data(graded(2, 4)), *LONG), orientation="vertical", height=120),
    )


def problems_narrow() -> Any:
    names = {f"model-{i}": f"provider/a-model-with-a-long-name-{i}" for i in range(2)}
    rows = [{**row, "model_display_name": names[row["model_display_name"]]} for row in graded(2, 4)]
    return sample_heatmap(troubled(data(rows), *TWELVE), width=300, height=120)


def problems_wide() -> Any:
    key = legend("color", frame_anchor="left")
    return sample_heatmap(troubled(data(graded(2, 4)), *TWELVE), width=1200, height=120, legend=key)


PICTURES: dict[str, Callable[[], Any]] = {
    made.__name__: made
    for made in (
        *(
            writing_bench,
            states,
            vertical,
            raster,
            epochs,
            groups,
            suspects,
            lower_level,
            marks_on_top,
            side_by_side,
            legends,
        ),
        *(problem, problems, problems_narrow, problems_wide),
    )
}


def svg_of(name: str) -> str:
    """The picture as `normal` writes it."""
    return normal(drawn(PICTURES[name]()))


def drawn(picture: Any) -> str:
    """The picture, of which nothing is said in a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return draw(picture).drawing.svg


def normal(svg: str) -> str:
    """One element a line, images as the hash of their pixels, without the version."""
    svg = sub(r"data:image/png;base64,([^\"]+)", lambda m: f"pixels:{pixels_hash(b64decode(m.group(1)))}", svg)
    svg = sub(r"inspect-viz \d[\w.]*", "inspect-viz VERSION", svg)
    return sub(r"\biv[0-9a-f]{8}", "iv", svg).replace("><", ">\n<") + "\n"


def pixels_hash(png: bytes) -> str:
    from io import BytesIO

    from PIL import Image

    return sha256(Image.open(BytesIO(png)).convert("RGBA").tobytes()).hexdigest()


def write_all() -> None:
    for name in PICTURES:
        (GOLDEN / f"{name}.svg").write_text(svg_of(name), encoding="utf-8")
    sys.path.append(str(Path(__file__).parents[2] / "docs" / "gallery"))
    import marks

    for file in sorted(marks.FOLDER.glob("*.svg")):
        svg = drawn(marks.picture(file.stem)) + "\n"
        if normal(svg) != normal(file.read_text(encoding="utf-8")):
            file.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    write_all()
