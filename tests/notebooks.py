"""The notebooks of tests/compat, and what V8 draws of them: shapes and domains, of later states of inputs, too."""

from __future__ import annotations

import ast
import json
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from inspect_viz import Component
from inspect_viz._engine import Engine
from inspect_viz._host._drawing import _pump, _settle
from inspect_viz._host._runtime import Runtime
from inspect_viz._host._v8 import warm_up
from inspect_viz._spec import compile as compiled
from inspect_viz._spec.sidecar import json_of

FOLDER = Path(__file__).parent / "compat"
NAMES = sorted(file.stem for file in FOLDER.glob("*.py") if not file.stem.startswith("test_"))
OPTIONS = {"title": "", "description": None, "metadata": "{}", "scale": 1, "details": False, "idPrefix": "iv"}


@dataclass(frozen=True)
class Notebook:
    """A notebook that ran: its names, and what its last line shows."""

    names: dict[str, Any]
    shown: Component

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """What DuckDB says of the notebook's data frames."""
        with duckdb.connect() as connection:
            for name in ("rows", "means"):
                if name in self.names:
                    connection.register(name, self.names[name])
            return connection.sql(sql).fetchall()

    def one(self, sql: str) -> Any:
        """The only value of an answer."""
        ((value,),) = self.ask(sql)
        return value


def run(name: str) -> Notebook:
    """Runs a notebook as a kernel does; a warning is an error."""
    file = FOLDER / f"{name}.py"
    tree = ast.parse(file.read_text(encoding="utf-8"))
    last = tree.body.pop()
    assert isinstance(last, ast.Expr), "the last line shows something"
    names: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        exec(compile(tree, file, "exec"), names)
        shown = eval(compile(ast.Expression(last.value), file, "eval"), names)
    return Notebook(names, shown)


@dataclass(frozen=True)
class Seen:
    """What V8 drew: the first picture, and of each state what every plot has drawn, in numbers."""

    root: ET.Element
    warnings: list[str]
    states: list[list[dict[str, Any]]]

    def marks(self, plot: int = 0, state: int = 0) -> dict[str, int]:
        """Of a plot's groups that are no axes how many shapes they have; equal names are added up."""
        found: dict[str, int] = {}
        for mark in self.states[state][plot]["marks"]:
            if not mark["name"].startswith(("x-", "y-", "fx-", "fy-")):
                found[mark["name"]] = found.get(mark["name"], 0) + mark["elements"]
        return found

    def domain(self, scale: str, plot: int = 0, state: int = 0) -> list[Any]:
        found: list[Any] = self.states[state][plot]["scales"][scale]["domain"]
        return found

    def texts(self, label: str) -> list[str]:
        """Texts of all groups with that name, in the order of the drawing."""
        groups = [group for group in self.root.iter() if group.get("aria-label") == label]
        return ["".join(e.itertext()) for group in groups for e in group.iter() if e.tag.endswith("}text")]

    def shapes(self, label: str, tag: str) -> list[ET.Element]:
        """Shapes of all groups with that name."""
        groups = [group for group in self.root.iter() if group.get("aria-label") == label]
        return [e for group in groups for e in group.iter() if e.tag.endswith(f"}}{tag}")]


def see(component: Component, *states: Sequence[int]) -> Seen:
    """Draws a component, and again with its inputs in each of the states, by their numbers."""
    picture = compiled(component)
    request = json.dumps({"spec": picture.spec, "sidecar": json_of(picture.sidecar), "options": OPTIONS})
    with Engine(picture.tables, picture.columns) as engine:

        def draw(context: Any) -> Seen:
            runtime = Runtime(context)
            runtime.start(request)
            try:
                _pump(runtime, engine.arrow)
                result = runtime.result()
                drawn = [json.loads(context.eval("inspectViz.inventory()"))]
                for state in states:
                    runtime.choose(state)
                    _settle(runtime, engine.arrow)
                    drawn.append(json.loads(context.eval("inspectViz.inventory()")))
                return Seen(ET.fromstring(result["svg"]), result["warnings"], drawn)
            finally:
                runtime.forget()

        return warm_up().run(draw)
