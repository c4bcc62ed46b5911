"""TypeScript of the runtime, called from tests: an oracle's script and what it imports, bundled for V8."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

RUNTIME = Path(__file__).parents[1] / "runtime"


def context(script: Path, *options: str) -> Any:
    """A V8 in which the script ran; `options`: further ones of esbuild."""
    from py_mini_racer import MiniRacer

    with TemporaryDirectory() as folder:
        bundle = Path(folder) / "oracle.js"
        esbuild = RUNTIME / "node_modules/.bin/esbuild"
        command = [esbuild, "--bundle", "--format=iife", "--log-level=error", *options, f"--outfile={bundle}"]
        subprocess.run(command, input=script.read_bytes(), cwd=RUNTIME, check=True)
        started = MiniRacer()
        started.eval(bundle.read_text(encoding="utf-8"))
    return started


def called(v8: Any, name: str, value: Any) -> Any:
    """What a function of the script answers, both as JSON in texts."""
    return json.loads(v8.eval(f"{name}({json.dumps(json.dumps(value))})"))


def table(scores: Any) -> dict[str, Any]:
    """A matrix of scores as the oracles read it: null for no score."""
    import numpy as np

    scores = np.asarray(scores, dtype=float)
    values = [None if np.isnan(v) else v for v in scores.ravel().tolist()]
    return {"values": values, "rows": scores.shape[0], "columns": scores.shape[1]}
