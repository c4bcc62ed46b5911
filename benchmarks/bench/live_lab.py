"""One JupyterLab for all libraries, a kernel in the environment of each, and notebooks that are open in it."""

from __future__ import annotations

import atexit
import json
import os
import re
import secrets
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .chromium import EXECUTABLE, arguments
from .live_brush import Undrawn, probe, when_drawn
from .live_cells import CELLS, Cells
from .processes import Failed
from .settings import ENVIRONMENTS, LIMIT_S, folder

WIDTH, HEIGHT = 1200, 1000
SETTINGS = {"notification": {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True}}
FOLDERS = ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")
IDLE = "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
RUN = "(n) => { const all = jupyterapp.shell.currentWidget.content; all.activeCellIndex = n; all.deselectAll(); }"
EXECUTE = "async () => { await jupyterapp.commands.execute('notebook:run-cell'); }"
BEGIN = "() => { void jupyterapp.commands.execute('notebook:run-cell'); }"
SHUT = "async () => { await jupyterapp.shell.currentWidget.sessionContext.shutdown(); }"


@dataclass(frozen=True)
class Server:
    """A running JupyterLab."""

    address: str
    token: str
    work: Path

    def open(self, name: str, texts: list[str]) -> str:
        """Writes a notebook whose kernel is that of a library; its address."""
        file = f"{re.sub(r'[^a-z0-9]+', '-', name)}-{secrets.token_hex(4)}.ipynb"
        cells = [{"cell_type": "code", "source": text, "id": f"c{i}", **_EMPTY} for i, text in enumerate(texts)]
        kernel = {"name": CELLS[name].environment, "display_name": name, "language": "python"}
        notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
        (self.work / file).write_text(json.dumps(notebook), encoding="utf-8")
        return f"{self.address}/lab/tree/{file}?reset&token={self.token}"


_EMPTY: dict[str, Any] = {"metadata": {}, "outputs": [], "execution_count": None}


@cache
def server() -> Server:
    """The JupyterLab of this run, which ends with it."""
    home = folder("lab")
    shutil.rmtree(home)
    _write_settings(home)
    work = folder("lab/work")
    token = secrets.token_hex(16)
    process = _start(home, work, token)
    atexit.register(_stop, process)
    return Server(_address(process), token, work)


def _write_settings(home: Path) -> None:
    place = home / "settings/@jupyterlab/apputils-extension"
    place.mkdir(parents=True)
    for name, values in SETTINGS.items():
        (place / f"{name}.jupyterlab-settings").write_text(json.dumps(values))
    for name, cells in CELLS.items():
        kernel = home / "data_dir/kernels" / cells.environment
        kernel.mkdir(parents=True)
        command = [ENVIRONMENTS[cells.environment], "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        (kernel / "kernel.json").write_text(json.dumps({"argv": command, "display_name": name, "language": "python"}))


def _start(home: Path, work: Path, token: str) -> subprocess.Popen[str]:
    own = {f"JUPYTER_{name}": str(home / name.lower()) for name in FOLDERS}
    own |= {"JUPYTERLAB_SETTINGS_DIR": str(home / "settings"), "JUPYTERLAB_WORKSPACES_DIR": str(home / "spaces")}
    own |= {"JUPYTER_TOKEN": token, "IPYTHONDIR": str(home / "ipython")}
    options = ["--no-browser", "--ip=127.0.0.1", "--port=0", "--allow-root", f"--ServerApp.root_dir={work}"]
    return subprocess.Popen(
        [ENVIRONMENTS["ours"], "-m", "jupyterlab", *options, "--LabApp.expose_app_in_browser=True"],
        env={**os.environ, **own},
        stderr=subprocess.PIPE,
        text=True,
    )


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stderr
    for line in process.stderr:
        if found := re.search(r"(http://127\.0\.0\.1:\d+)/lab", line):
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found.group(1)
    raise Failed("JupyterLab did not start: the project's environment needs its test packages")


def _stop(process: subprocess.Popen[str]) -> None:
    """The server ends its kernels, then itself."""
    process.terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()


@contextmanager
def notebook(name: str, rows: int) -> Iterator[tuple[Any, float]]:
    """The pair of a library, drawn in a fresh browser: the page, and seconds from running the cell until then."""
    from playwright.sync_api import sync_playwright

    cells = CELLS[name]
    url = server().open(name, cells.texts(rows))
    port = int(os.environ["BENCH_MIRROR_PORT"]) if cells.needs_mirror else None
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=EXECUTABLE or None, args=arguments(port))
        try:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.set_default_timeout(LIMIT_S * 1000)
            yield page, _drawn(page, url, cells)
        finally:
            with suppress(Exception):  # what went wrong before is what counts
                page.evaluate(SHUT)
            browser.close()


def _drawn(page: Any, url: str, cells: Cells) -> float:
    page.add_init_script(probe(cells.bars))
    page.goto(url, wait_until="commit")
    page.locator(".jp-Notebook .jp-Cell").nth(2).wait_for(state="attached")
    page.wait_for_function(IDLE)
    page.evaluate(RUN, 0)
    page.evaluate(EXECUTE)
    page.evaluate(RUN, 1)
    start = time.time()
    page.evaluate(BEGIN)
    try:
        return when_drawn(page) - start
    except Undrawn as problem:
        raise Undrawn(f"{problem}: {_said(page)}") from None


def _said(page: Any) -> str:
    """What stands below the cells instead."""
    return " ".join(" ".join(page.locator(".jp-OutputArea-output").all_inner_texts()).split())[-150:]


def keep_busy(page: Any) -> None:
    """Runs the last cell, which does not end."""
    page.evaluate(RUN, 2)
    page.evaluate(BEGIN)
    page.wait_for_function("document.querySelectorAll('.jp-Cell')[2].innerText.includes('[*]')")


def is_busy(page: Any) -> bool:
    """Whether the last cell still runs."""
    return "[*]" in page.locator(".jp-Cell").nth(2).inner_text()
