"""One module per library. A module has one value, ADAPTER."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

MODULES = {
    "ours": "ours",
    "inspect_viz 0.4.2": "published",
    "plotly": "plotly",
    "altair": "altair",
    "bokeh": "bokeh",
    "holoviews+datashader": "holoviews",
    "matplotlib": "matplotlib",
}
NAMES = tuple(MODULES)


@dataclass(frozen=True)
class Adapter:
    """How a library draws the heatmap, and how its page is read.

    `packages` are reported with their versions; `module` is what a user imports; `html`, `png`, `svg` take the path
    of the table and the path to write. The rest are JavaScript expressions, `N` being the number of cells: `ready` is
    truthy once all is drawn, `area` is [x0, y0, x1, y1] of the cells in client pixels, `tip` the text of the tip on
    screen or null, `ramp` the box of the legend's colours {box, low, high, vertical}, `still` is truthy once a
    finished picture is in the document, whether or not it answers the pointer. `bare_html`, `bare_png` and `bare_svg`
    draw the same cells without gaps between blocks of them; where a library has these, colours are read from them.
    """

    html: Callable[[str, str], None]
    ready: str
    area: str
    packages: tuple[str, ...]
    module: str
    environment: str = "peers"
    tip: str | None = None
    ramp: str | None = None
    still: str | None = None
    png: Callable[[str, str], None] | None = None
    svg: Callable[[str, str], None] | None = None
    bare_html: Callable[[str, str], None] | None = None
    bare_png: Callable[[str, str], None] | None = None
    bare_svg: Callable[[str, str], None] | None = None
    needs_mirror: bool = False


def adapter(name: str) -> Adapter:
    """The adapter of a library; loads no library."""
    found: Adapter = import_module(f"{__name__}.{MODULES[name]}").ADAPTER
    return found
