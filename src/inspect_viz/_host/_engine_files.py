"""DuckDB for pages: the files that the runtime's build packs, and the one beside pages that share them."""

from __future__ import annotations

import base64
from functools import lru_cache
from pathlib import Path

from inspect_viz._util.atomic import write_text

from ._assets import asset

WORKER = "duckdb.worker.js.gz"
WASM = "duckdb.wasm.gz"


@lru_cache(maxsize=1)
def version() -> str:
    """The version of DuckDB-WASM."""
    return asset("duckdb.version").read_text(encoding="ascii")


def sidecar_name() -> str:
    """Name of the file beside pages; another version has another name."""
    return f"inspect-viz-duckdb-{version()}.js"


def packed(name: str) -> str:
    """A file, gzip in base64."""
    return base64.b64encode(asset(name).read_bytes()).decode("ascii")


def write_sidecar(folder: Path) -> None:
    """Write the file beside pages, unless it is there."""
    text = f'globalThis.inspectVizEngine={{worker:"{packed(WORKER)}",wasm:"{packed(WASM)}"}};\n'
    path = folder / sidecar_name()
    if not path.is_file() or path.stat().st_size != len(text):
        write_text(path, text)
