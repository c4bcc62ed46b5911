"""The page of marks: the examples of examples/gallery, each with its picture and its code."""

from __future__ import annotations

import ast
import runpy
import sys
from pathlib import Path

from inspect_viz import Component
from inspect_viz.plot import write_svg

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "gallery"
FOLDER = ROOT / "docs" / "marks"
PAGE = ROOT / "docs" / "marks.md"
SECTIONS = {
    "Points and texts": "dot dot_x dot_y circle hexagon text text_x text_y image",
    "Lines and areas": "line line_x line_y area area_x area_y regression_y",
    "Bars, rectangles and cells": "bar_x bar_y rect rect_x rect_y waffle_x waffle_y cell cell_x cell_y",
    "Rules, ticks and intervals": "rule_x rule_y tick_x tick_y error_bar_x error_bar_y baseline",
    "Links, arrows and vectors": "link arrow vector vector_x vector_y spike",
    "Distributions": "density_x density_y density contour heatmap raster raster_tile dense_line hexbin hexgrid",
    "Neighbours": "delaunay_link delaunay_mesh voronoi voronoi_mesh hull",
    "Axes, grids, frames and titles": "axis_x axis_y axis_fx axis_fy grid_x grid_y grid_fx grid_fy frame title",
    "Maps": "geo graticule sphere",
}
NAMES = tuple(name for names in SECTIONS.values() for name in names.split())
HEAD = """# Marks

Every mark of `inspect_viz.mark`, made by `make gallery` from the files of examples/gallery; each runs as it stands
in that folder of a clone, beside [`evaluations.py`](../examples/gallery/evaluations.py), which reads `runs` and
`samples` from the two csv files there. `help(mark.dot)` lists all options with a line about each.

## What a plot leaves out

A plot is drawn as it was asked for. Where that loses rows, a line below it says so, in files, pages and notebooks, in
`describe()` and for screen readers, and follows what readers choose:

* Values for which a scale has no place: 0 and below on a log scale (bars that start at 0, too), texts on a scale of
  numbers or times, infinity, categories that a given domain of bands, colours or facets does not hold. "The log x axis
  leaves out 12 of 200 dots, at 0 or below". Missing values are no loss.
* Things outside a domain that was given (`x_domain=[0, 10]`, "Fixed"): "3 of 200 dots lie outside the x domain". A bar
  or an interval counts where nothing of it is inside. Lines, areas, hulls and fits leave their frame by their nature:
  they are told of where all of them lies beyond one side.
* Marks that count rows in bins, and densities, tell only when no row is within the domain.
* Nothing is said of what lies outside where `clip=True` cuts on purpose (unless that leaves nothing), where a domain
  follows a param or a selection, and once a reader has zoomed or moved; nor of rules and texts beside other marks.
* A domain of a `cell` chooses its rows and columns, and is no loss.
* Numbers on a scale of time are milliseconds since 1970, which is said of years and of seconds.

## On dark paper

Pages follow the reader's theme. The scheme that cells have by themselves is turned over there, so that what stands out
on white paper stands out on dark, too. A scheme that you name keeps its colours, as the legend shows: in those that
begin pale (`color_scheme="blues"`, "greys", "ylgnbu") the low values are then the brightest. Schemes from dark to
bright, such as "viridis", draw the eye to the high values on dark paper, and to the low ones on white.
`data-theme="light"` on the figure keeps a picture on white paper.
"""


def picture(name: str) -> Component:
    """The picture of an example, from its file."""
    if str(EXAMPLES) not in sys.path:
        sys.path.append(str(EXAMPLES))
    made = runpy.run_path(str(EXAMPLES / f"{name}.py"))["picture"]
    assert isinstance(made, Component)
    return made


def make(names: list[str]) -> None:
    """Write the pictures of examples."""
    FOLDER.mkdir(exist_ok=True)
    for name in names:
        write_svg(FOLDER / f"{name}.svg", picture(name))


def page() -> str:
    """The text of docs/marks.md."""
    sections = (f"## {title}\n\n{''.join(map(_entry, names.split()))}" for title, names in SECTIONS.items())
    return f"{HEAD}\n{''.join(sections)}".rstrip() + "\n"


def _entry(name: str) -> str:
    text = (EXAMPLES / f"{name}.py").read_text(encoding="utf-8")
    about = ast.get_docstring(ast.parse(text))
    code = text.split('"""', 2)[2].strip()
    image = f"![{about}](marks/{name}.svg)\n\n" if (FOLDER / f"{name}.svg").exists() else ""
    return f"### {name}\n\n{about}\n\n{image}```python\n{code}\n```\n\n"
