"""Mosaic's parser in V8 as oracle, and a table with awkward names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mosaic import AWKWARD, Oracle
from runtime_v8 import context

SHIMS = "globalThis.TextDecoder ??= class {}; globalThis.TextEncoder ??= class {};"


@pytest.fixture(scope="session")
def oracle() -> Oracle:
    script = Path(__file__).with_name("mosaic_oracle.js")
    return Oracle(context(script, f"--banner:js={SHIMS}"))


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
