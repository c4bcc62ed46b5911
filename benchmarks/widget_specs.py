"""Draws what `to_spec` writes with PyPI's mosaic-widget in Chromium, and compares marks with what we draw.

    python -m venv W && W/bin/pip install mosaic-widget
    ../.venv/bin/python widget_specs.py W [--shots folder] [names of examples/gallery ...]

The widget's own script runs with a stand-in for the kernel, which answers as the widget's Python does.
"""

from __future__ import annotations

import argparse
import json
import sys
from base64 import b64encode
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1] / "tests"))
sys.path.append(str(Path(__file__).parents[1] / "tools"))
sys.path.append(str(Path(__file__).parents[1] / "docs" / "gallery"))

import chromium
import duckdb
import marks
import pyarrow as pa
from conformance import in_v8
from playwright.sync_api import Page, sync_playwright

from inspect_viz.data import Data
from inspect_viz.view import sample_heatmap

OPEN = """async ({script, spec}) => {
    const el = document.createElement("div");
    document.body.replaceChildren(el);
    const heard = {};
    const values = {spec, params: {}, preagg_schema: ""};
    const bytes = (text) => new DataView(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
    const model = {
        get: (name) => values[name],
        set: (name, value) => { values[name] = value; },
        save_changes() {},
        on: (name, listener) => { heard[name] = listener; },
        off() {},
        send: async (message) => {
            const found = JSON.parse(await answer(JSON.stringify(message)));
            const {data, ...rest} = found;
            heard["msg:custom"]({...rest, uuid: message.uuid}, data ? [bytes(data)] : []);
        },
    };
    window.widget ??= (await import(URL.createObjectURL(new Blob([script], {type: "text/javascript"})))).default;
    await widget.initialize?.({model});
    await widget.render({model, el});
}"""
STATE = """() => {
    const error = document.querySelector("pre.error")?.textContent ?? null;
    const svgs = [...document.querySelectorAll("svg")];
    const groups = svgs.flatMap((svg) => [...svg.querySelectorAll(":scope > [aria-label]")]);
    return {error, groups: groups.map((group) => [group.getAttribute("aria-label"), group.children.length])};
}"""


class Kernel:
    """Answers messages as the widget's Python does; each picture has a database of its own."""

    def __init__(self) -> None:
        self.con = duckdb.connect()

    def answer(self, text: str) -> str:
        message = json.loads(text)
        try:
            if message["type"] == "exec":
                self.con.execute(message["sql"])
                return json.dumps({"type": "exec"})
            table = self.con.sql(message["sql"]).to_arrow_table()
        except duckdb.Error as error:
            return json.dumps({"error": str(error)})
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        return json.dumps({"type": "arrow", "data": b64encode(sink.getvalue().to_pybytes()).decode()})


def drawn(page: Page, script: str, spec: dict[str, Any]) -> dict[str, Any]:
    """What the widget shows once it is still."""
    page.evaluate(OPEN, {"script": script, "spec": spec})
    before: Any = None
    for _ in range(60):
        page.wait_for_timeout(150)
        now = page.evaluate(STATE)
        if now["error"] or (now["groups"] and now == before):
            return dict(now)
        before = now
    return dict(now)


def is_guide(name: str) -> bool:
    """Axes, and Mosaic's own tips, in whose place ours stand."""
    return "axis" in name or name == "tip"


def ours(spec: dict[str, Any], folder: Path) -> Counter[str]:
    """Groups of marks that we draw from the same spec."""
    file = folder / "spec.json"
    file.write_text(json.dumps(spec), encoding="utf-8")
    inventory = in_v8(file, folder)[0]["inventory"]
    return Counter(mark["name"] for plot in inventory for mark in plot["marks"] if not is_guide(mark["name"]))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("environment", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--shots", type=Path)
    given = parser.parse_args()
    (found,) = given.environment.glob("lib/python*/site-packages/mosaic_widget/static/index.js")
    script = found.read_text(encoding="utf-8")
    pictures = {name: lambda name=name: marks.picture(name) for name in given.names or marks.NAMES}
    if not given.names:
        pictures["heatmap of samples"] = lambda: sample_heatmap(Data.example(), score_value="score_includes")
    same = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        context = browser.new_context(viewport={"width": 900, "height": 700})
        kernel = Kernel()
        context.expose_function("answer", kernel.answer)
        page = context.new_page()
        for name, picture in pictures.items():
            spec, kernel.con = picture().to_spec(), duckdb.connect()
            shown = drawn(page, script, spec)
            theirs = Counter(group for group, _ in shown["groups"] if not is_guide(group))
            wanted = ours(spec, given.environment)
            ok = shown["error"] is None and theirs == wanted
            same += ok
            what = shown["error"] or ("" if ok else f"{dict(theirs)} for {dict(wanted)}")
            print(f"{'same' if ok else 'DIFFERS':8} {name:20} {what[:300]}", flush=True)
            if given.shots:
                page.screenshot(path=given.shots / f"{name}.png")
        browser.close()
    print(f"{same} of {len(pictures)} have the same marks in both")
    return int(same < len(pictures))


if __name__ == "__main__":
    raise SystemExit(main())
