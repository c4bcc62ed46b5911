"""Names that picture, page and hosts share are written once, in `runtime/src/shared/protocol.ts`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspect_viz import Data
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

ROOT = Path(__file__).parents[2]
RUNTIME = ROOT / "runtime" / "src"
PROTOCOL = RUNTIME / "shared" / "protocol.ts"

pytestmark = pytest.mark.skipif(not PROTOCOL.exists(), reason="needs the runtime's source")

SOURCES = [
    *(ROOT / "src" / "inspect_viz").rglob("*.py"),
    *(path for folder in ("live", "page", "plot", "static", "shared") for path in (RUNTIME / folder).rglob("*.ts")),
    *(path for folder in ("live", "page") for path in (RUNTIME / folder).rglob("*.css")),
    *(ROOT / "tests" / "pictures" / "golden").glob("*.svg"),
]

WRITERS = [path for path in SOURCES if "data-part" in path.read_text(encoding="utf-8")]


def constants() -> dict[str, str]:
    """Names that the protocol exports as texts."""
    return dict(re.findall(r'export const (\w+)(?:: \w+)? = "([^"]+)"', PROTOCOL.read_text(encoding="utf-8")))


def parts() -> list[str]:
    block = re.search(r"PARTS = \[(.*?)\]", PROTOCOL.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    return re.findall(r'"([\w-]+)"', block.group(1))


def written(text: str) -> Iterator[str]:
    """Names of parts in markup, in selectors, and as attributes of elements that are made."""
    yield from re.findall(r'\bdata-part[~|^$*]?=\\?["\']?([\w-]+)', text)
    yield from re.findall(r'"data-part": "([\w-]+)"', text)


@pytest.mark.parametrize("path", WRITERS, ids=lambda path: path.name)
def test_every_part_that_is_written_or_looked_for_is_in_the_protocol(path: Path) -> None:
    assert set(written(path.read_text(encoding="utf-8"))) <= set(parts())


def test_every_part_of_the_protocol_is_used() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in SOURCES if path != PROTOCOL)
    assert [name for name in parts() if f'"{name}"' not in texts] == []
    assert len(set(parts())) == len(parts())


def test_hosts_write_the_names_of_the_protocol() -> None:
    figure, pixels = constants()["FIGURE"], "inspect-viz:raster:"
    rows = {"id": ["a", "b"], "model_display_name": ["m", "m"], "score_s": [0.0, 1.0]}
    html = to_html(sample_heatmap(Data.from_dataframe(rows)))
    body = html.split("</head>")[1].split("<script>")[0]
    assert f'<figure class="inspect-viz" {figure}=' in body
    assert set(written(body)) <= set(parts())
    assert {"matrix", "cells", "paint", "background"} <= set(written(body))
    hosts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/inspect_viz/_host").glob("*.py"))
    assert f'href="{pixels}' in hosts
    assert pixels in PROTOCOL.read_text(encoding="utf-8")
