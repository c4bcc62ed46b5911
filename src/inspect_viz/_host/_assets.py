"""Files that the runtime's build puts into the package."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "_runtime"


def asset(name: str) -> Path:
    """Path of a built file; FileNotFoundError says how to build it."""
    path = FOLDER / name
    if not path.is_file():
        raise FileNotFoundError(f"{name} is not built; run: npm --prefix runtime ci && npm --prefix runtime run build")
    return path


@lru_cache(maxsize=8)
def asset_text(name: str) -> str:
    return asset(name).read_text(encoding="utf-8")


def core() -> str:
    """The script that makes pictures answer: what the core asks for later runs before it."""
    return asset_text("later.js") + asset_text("core.js")


def style() -> str:
    """All rules of pages with pictures."""
    return asset_text("core.css") + asset_text("later.css")


def styled_core() -> str:
    """The core behind a line that adds the rules for what the core adds to pictures."""
    return _styled("later.css") + core()


def styled_live() -> str:
    """The script of living pictures behind a line that adds the rules for what it adds to them."""
    return _styled("live.css") + asset_text("live.js")


def _styled(name: str) -> str:
    rules = json.dumps(asset_text(name))
    return f'document.head.append(Object.assign(document.createElement("style"),{{textContent:{rules}}}));'
