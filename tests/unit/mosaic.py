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


def normal(spec: dict[str, Any]) -> dict[str, Any]:
    """The spec in the form that Mosaic writes: no arguments are an empty text, labels of SQL are dropped."""
    marks = [{k: normal_value(v) for k, v in mark.items()} for mark in spec["plot"]]
    return {**spec, "plot": marks}


def normal_value(value: Any) -> Any:
    if isinstance(value, dict) and "count" in value:
        return {**value, "count": value["count"] or ""}
    if isinstance(value, dict) and "sql" in value:
        return {"sql": value["sql"]}
    return value
