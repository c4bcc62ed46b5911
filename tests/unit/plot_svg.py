"""Reads the svg of a plot: groups by the names that Plot gives them, texts and where they stand."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

from inspect_viz._host._figure import draw
from inspect_viz.plot import plot

SVG = "{http://www.w3.org/2000/svg}"


def svg_of(*marks: Any, width: float = 500, height: float = 200, **attributes: Any) -> ET.Element:
    """The drawing of a plot."""
    return ET.fromstring(draw(plot(*marks, width=width, height=height, **attributes)).drawing.svg)


def groups(svg: ET.Element, label: str) -> list[ET.Element]:
    """The groups of that name, such as "dot" or "x-axis tick label"."""
    return [group for group in svg.iter(f"{SVG}g") if group.get("aria-label") == label]


def shift(element: ET.Element) -> tuple[float, float]:
    """How far an element's own transform moves it."""
    found = re.search(r"translate\(([^,)]+),([^)]+)\)", element.get("transform") or "")
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)


def texts(svg: ET.Element, label: str) -> dict[str, tuple[float, float]]:
    """Text -> where it stands, of the groups of that name."""
    found = {}
    for group in groups(svg, label):
        x, y = shift(group)
        for element in group.iter(f"{SVG}text"):
            dx, dy = shift(element)
            found["".join(element.itertext())] = (x + dx, y + dy)
    return found
