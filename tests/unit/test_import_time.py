"""`import inspect_viz` and the command line's help load nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ["pandas", "pyarrow", "duckdb", "numpy", "narwhals", "polars", "IPython", "py_mini_racer", "inspect_ai"]
HEAVY += ["nanoarrow", "resvg_py", "rich", "msgspec", "zstandard", "tqdm", "loky", "platformdirs", "fsspec", "typst"]
HEAVY += ["fastexcel", "pyreadstat"]


def loaded_by(code: str) -> set[str]:
    """The heavy packages that a fresh process has loaded after `code`."""
    report = f"import sys; print('\\nHEAVY', *(set({HEAVY}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize(
    "code",
    [
        "import inspect_viz",
        "from inspect_viz import Data, Component, prepare",
        "from inspect_viz.view import sample_heatmap",
        "from inspect_viz.view.beta import sample_heatmap",
        "import inspect_viz.plot, inspect_viz.mark, inspect_viz.transform, inspect_viz.layout",
        "import inspect_viz.logs",
        "from inspect_viz.logs import log_viewer, model_info, score_to_float, task_info",
        "from inspect_viz._cli import main\ntry: main(['sample-heatmap', '--help'])\nexcept SystemExit: pass",
        "from inspect_viz._cli import main\nassert main([]) == 0",
        "from inspect_viz._cli import main\ntry: main(['samples', '--help'])\nexcept SystemExit: pass",
        "from inspect_viz._cli import main\ntry: main(['problems', '--help'])\nexcept SystemExit: pass",
        "from inspect_viz._cli import main\nassert main(['sample-heatmap', 'no-such-folder']) == 2",
        "from inspect_viz._cli import main\nassert main(['samples', 'no-such-folder', '-o', 'a.parquet']) == 2",
    ],
    ids=[
        *("package", "names", "view", "beta", "grammar", "logs", "frames"),
        *("help", "help of all", "help samples", "help problems", "error", "error samples"),
    ],
)
def test_nothing_heavy_is_loaded(code: str) -> None:
    assert loaded_by(code) == set()


def test_the_first_use_loads_it() -> None:
    assert "pyarrow" in loaded_by("import inspect_viz; inspect_viz.Data.from_dataframe({'a': [1]})")
