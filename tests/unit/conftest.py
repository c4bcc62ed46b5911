"""Mosaic's parser in V8 as oracle, and a table with awkward names."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from mosaic import AWKWARD, MODULES, ROOT, Oracle

SHIMS = "globalThis.TextDecoder ??= class {}; globalThis.TextEncoder ??= class {};"


@pytest.fixture(scope="session")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Oracle:
    from py_mini_racer import MiniRacer

    bundle = tmp_path_factory.mktemp("oracle") / "oracle.js"
    source = Path(__file__).with_name("mosaic_oracle.js").read_text(encoding="utf-8")
    command = [MODULES / ".bin/esbuild", "--bundle", "--format=iife", "--log-level=error", f"--banner:js={SHIMS}"]
    subprocess.run([*command, f"--outfile={bundle}"], input=source.encode(), cwd=ROOT / "runtime", check=True)
    context = MiniRacer()
    context.eval(bundle.read_text(encoding="utf-8"))
    return Oracle(context)


@pytest.fixture(scope="session")
def awkward() -> Any:
    """A `Data` of three rows; cell (row, column) holds "row/column"."""
    import pandas as pd

    from inspect_viz.data import Data

    return Data.from_dataframe(pd.DataFrame({name: [f"{row}/{name}" for row in range(3)] for name in AWKWARD}))


@pytest.fixture(scope="session")
def samples() -> Any:
    """A small `Data` of scores."""
    import pandas as pd

    from inspect_viz.data import Data

    rows = [(str(i), model, (i + len(model)) % 3 / 2) for i in range(4) for model in ("ada", "bob")]
    return Data.from_dataframe(pd.DataFrame(rows, columns=["id", "model", "score"]))
