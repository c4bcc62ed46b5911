"""The licences of the npm packages that the bundled runtime is made from."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NAMES = ("LICENSE", "LICENCE", "COPYING")
HEAD = "The runtime of Inspect Viz is bundled from its own sources and these npm packages, under their licences.\n"


def licenses(runtime: Path) -> str:
    """Each licence text once, below the packages that it covers."""
    lock = json.loads((runtime / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    covered: dict[str, list[str]] = defaultdict(list)
    for path, facts in sorted(lock.items()):
        if path and not facts.get("dev") and not facts.get("optional"):
            covered[_text(runtime / path, facts)].append(f"{path.rpartition('node_modules/')[2]} {facts['version']}")
    return "\n".join([HEAD, *(f"{'-' * 80}\n{', '.join(names)}\n\n{text}\n" for text, names in covered.items())])


def _text(package: Path, facts: Mapping[str, Any]) -> str:
    files = sorted(path for path in package.iterdir() if path.name.upper().startswith(NAMES))
    texts = [path.read_text(encoding="utf-8").replace("\r\n", "\n").strip() for path in files]
    return "\n\n".join(texts) or f"License: {facts['license']}"
