"""Where Mosaic lies, names of columns that are awkward for it, and its parser in V8."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MODULES = ROOT / "runtime/node_modules"
AWKWARD = ["id", 'q"uote', "a.b", "$price", "with space", "fill", "x", "red", "count(", "'; DROP TABLE t0; --", "a\\b"]


class Oracle:
    """Calls the functions of `mosaic_oracle.js`."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def call(self, function: str, argument: object) -> Any:
        return json.loads(self.context.eval(f"JSON.stringify(oracle.{function}({json.dumps(argument)}))"))
