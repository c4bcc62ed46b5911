"""The figures that the docs name are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from inspect_viz._engine import _limits
from inspect_viz._host import _figure, _runtime
from inspect_viz.logs._format import zip as members
from inspect_viz.logs._reading import cache, log, parallel
from inspect_viz.logs._store import open as stores
from inspect_viz.logs._table import texts

ROOT = Path(__file__).parents[2]
NUMBERS = {"two": 2.0, "three": 3.0}
UNITS = {"": 1, "kB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30, "million": 1e6}


def typescript(file: str, name: str) -> float:
    """A number that a constant of the runtime is."""
    source = (ROOT / "runtime" / "src" / file).read_text(encoding="utf-8")
    (value,) = re.findall(rf"^(?:export )?const {name} = ([\d_.]+);", source, re.MULTILINE)
    return float(value.replace("_", ""))


FIGURES = [
    ("docs/design.md", "Up to # cells of", lambda: typescript("shared/rects.ts", "RECTS_UP_TO")),
    (
        "docs/design.md",
        "cells of # units and more are rectangles",
        lambda: typescript("shared/rects.ts", "RECTS_FROM"),
    ),
    ("docs/design.md", "a raster of # pixels a unit", lambda: _figure.DEFAULT_SCALE),
    ("docs/design.md", "turns into rectangles when # or fewer are left", lambda: typescript("page/paint.ts", "FEW")),
    ("docs/design.md", "From # cells a pixel on", lambda: typescript("shared/levels.ts", "SMALLEST") ** 2),
    ("docs/design.md", "over blocks of #, 8, 16", lambda: typescript("shared/levels.ts", "SMALLEST")),
    ("docs/design.md", "is asked for the last # first", lambda: stores.TAIL),
    ("docs/design.md", "would take # s more", lambda: parallel.WORTH_IT),
    ("docs/design.md", "At most # logs a process", lambda: parallel._AHEAD),
    ("docs/design.md", "What is longer than # is cut", lambda: members.PIECE),
    ("docs/design.md", "is read again for # seconds", lambda: log.PATIENCE),
    ("docs/design.md", "one thread, # and", lambda: _runtime.MEMORY_LIMIT),
    ("docs/design.md", "and # s a call at most", lambda: _runtime.SECONDS_PER_CALL),
    (
        "docs/design.md",
        "A plot of more than # cells is refused",
        lambda: typescript("plot/cell/planes.ts", "MOST_CELLS"),
    ),
    ("README.md", "a plot holds at most # cells", lambda: typescript("plot/cell/planes.ts", "MOST_CELLS")),
    ("README.md", "which takes at most #;", lambda: _runtime.MEMORY_LIMIT),
    ("README.md", "Each question has # seconds", lambda: _limits.DEFAULT_SECONDS),
    ("docs/logs.md", "shortens inputs to # and metadata", lambda: texts.LONGEST_INPUT),
    ("docs/logs.md", "and metadata to # characters", lambda: texts.LONGEST_METADATA),
    ("docs/logs.md", "It takes # at most", lambda: cache.LARGEST),
]
"""File, words around a figure, and what the figure is in the code."""


def figure(file: str, words: str) -> float:
    """The figure that stands for # in the words of a file."""
    text = " ".join((ROOT / file).read_text(encoding="utf-8").split())
    before, after = map(re.escape, words.split("#"))
    found = re.findall(rf"{before}(?:([\d,.]+|two|three)(?: (kB|MB|GB|million))?){after}", text)
    assert len(found) == 1, f"{file} does not say {words!r} once"
    number, unit = found[0]
    return (NUMBERS.get(number) or float(number.replace(",", ""))) * UNITS[unit]


@pytest.mark.parametrize(("file", "words", "of_code"), FIGURES, ids=[words for _, words, _ in FIGURES])
def test_figures_of_the_docs_are_those_of_the_code(file, words, of_code):
    assert figure(file, words) == of_code()
