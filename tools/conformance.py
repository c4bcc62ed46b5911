"""Draws Mosaic specs in V8 and in Chromium, and compares marks, numbers of elements and domains.

    make conformance SPECS=folder     the folder holds Mosaic's specs/json (or the files themselves) and data

A clone of Mosaic's repository is such a folder. A spec that needs a network or an extension of the database is listed
with the reason; any other that fails, differs or warns makes the command fail.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import time
from base64 import b64encode
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import chromium  # type: ignore[import-not-found]
from playwright.sync_api import Page, sync_playwright

from inspect_viz._engine import Engine
from inspect_viz._host._assets import asset_text
from inspect_viz._host._drawing import _pump
from inspect_viz._host._runtime import Runtime
from inspect_viz._host._v8 import warm_up
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.plot import from_spec

ABOUT = {"title": "Conformance", "description": None, "metadata": "{}"}
OPTIONS = {**ABOUT, "scale": 1, "details": True, "idPrefix": "iv"}
OPEN = """async (recording) => {
    const root = document.createElement("div");
    document.body.replaceChildren(root);
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const answers = new Map(recording.answers.map(([sql, text]) => [sql, bytes(text)]));
    const { Living, frozen } = inspectVizLive;
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error("nothing is drawn after 30 s")), 30_000));
    const { picture, warnings } = await Promise.race([Living.open(root, recording, frozen(answers)), late]);
    return { warnings, inventory: JSON.stringify(picture.plots.map((plot) => plot.inventory)) };
}"""
CANNOT = ("extension of DuckDB", "is an address", "There is no table 'http", "There is no file", "nothing is fetched")
"""What the reason says of a spec that needs more than its folder."""

ROUNDING = 1e-9
"""Powers differ in their last bits between versions of V8, and blurs add that up."""


@dataclass
class Result:
    """What became of one spec."""

    name: str
    plots: list[Any] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    cannot: str | None = None
    seconds: float = 0.0

    @property
    def line(self) -> str:
        marks = sum(len(plot["marks"]) for plot in self.plots)
        elements = sum(mark["elements"] for plot in self.plots for mark in plot["marks"])
        what = (
            self.cannot or "; ".join(self.differences) or f"{len(self.plots)} plots, {marks} marks, {elements} elements"
        )
        word = "cannot" if self.cannot else "DIFFERS" if self.differences else "same"
        return f"{word:8} {self.name:24} {self.seconds:5.1f} s  {what}"


def conform(page: Page, file: Path, folder: Path) -> Result:
    """Draws one spec twice."""
    result, begun = Result(file.stem), time.monotonic()
    try:
        drawn, recording = in_v8(file, folder)
        shown = in_chromium(page, recording)
        result.plots = drawn["inventory"]
        found = differences(drawn, shown)
        reasons = [text for text in found if any(word in text for word in CANNOT)]
        result.differences = [text for text in found if text not in reasons]
        result.cannot = reasons[0] if reasons and not result.differences else None
    except Exception as error:
        told = str(error).partition(" The question was")[0].strip()
        if any(word in told for word in CANNOT):
            result.cannot = told
        else:
            result.differences = [told]
    result.seconds = time.monotonic() - begun
    return result


def in_v8(file: Path, folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What V8 draws, and what a page needs to draw it again."""
    picture = compile(from_spec(file, folder=folder))
    request = {"spec": picture.spec, "sidecar": json_of(picture.sidecar)}
    answers: list[tuple[str, str]] = []
    with Engine(picture.tables, picture.columns, queries=picture.queries) as engine:

        def answer(question: str) -> bytes:
            found = engine.arrow(question)
            answers.append((question, b64encode(found).decode()))
            return found

        def draw(context: Any) -> dict[str, Any]:
            runtime = Runtime(context)
            runtime.start(json.dumps({**request, "options": OPTIONS}))
            _pump(runtime, answer)
            inventory = json.loads(context.eval("inspectViz.inventory()"))
            return {"inventory": inventory, "warnings": runtime.result()["warnings"]}

        drawn = warm_up().run(draw)
    return drawn, {**request, "about": ABOUT, "answers": answers}


def in_chromium(page: Page, recording: dict[str, Any]) -> dict[str, Any]:
    """What a page draws from the same answers."""
    said: list[str] = []
    listen = lambda message: said.append(message.text) if message.type in ("warning", "error") else None  # noqa: E731
    page.on("console", listen)
    shown = page.evaluate(OPEN, recording)
    page.remove_listener("console", listen)
    return {"inventory": json.loads(shown["inventory"]), "warnings": [*shown["warnings"], *said]}


def differences(drawn: dict[str, Any], shown: dict[str, Any]) -> list[str]:
    """In words, what is not the same in both, and all warnings."""
    found = [f"V8 warns: {text}" for text in drawn["warnings"]] + [f"Chromium warns: {t}" for t in shown["warnings"]]
    for number, (one, other) in enumerate(zip(drawn["inventory"], shown["inventory"], strict=True)):
        if one["marks"] != other["marks"]:
            found.append(f"plot {number}: marks {one['marks']} in V8, {other['marks']} in Chromium")
        found += [
            f"plot {number}: scale {name}: {one['scales'].get(name)} in V8, {other['scales'].get(name)} in Chromium"
            for name in sorted({*one["scales"], *other["scales"]})
            if not alike(one["scales"].get(name), other["scales"].get(name))
        ]
    return found


def alike(one: Any, other: Any) -> bool:
    """Whether two values of JSON are equal, numbers but for rounding."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=ROUNDING)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[k], other[k]) for k in one)
    return bool(one == other)


def specs_in(folder: Path) -> list[Path]:
    inner = folder / "specs" / "json"
    return sorted((inner if inner.is_dir() else folder).glob("*.json"))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="holds Mosaic's specs and data")
    parser.add_argument("names", nargs="*", help="specs, without their ending; all, where none is named")
    given = parser.parse_args()
    files = [file for file in specs_in(given.folder) if not given.names or file.stem in given.names]
    if not files:
        parser.error(f"there is no spec below {os.fspath(given.folder)!r}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.add_script_tag(content=asset_text("live.js"))
        results = []
        for file in files:
            results.append(conform(page, file, given.folder))
            print(results[-1].line, flush=True)
        browser.close()
    same = sum(not result.differences and not result.cannot for result in results)
    cannot = sum(result.cannot is not None for result in results)
    differ = len(results) - same - cannot
    print(f"{same} of {len(results)} are drawn alike, {cannot} cannot be drawn here, {differ} differ")
    return int(differ > 0)


if __name__ == "__main__":
    raise SystemExit(main())
