"""What a notebook shows: an image first, which the page's core turns into the living picture."""

from __future__ import annotations

import base64
import html
import re
import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

from inspect_viz._options import options

from ._figure import Figure, draw
from ._page import figure_element, runtime

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Drawable

HTML = "text/html"
PNG = "image/png"
PIXELS = 2
"""Pixels for each unit of an image."""
PLAIN = "text/plain"

# Untrusted notebooks keep `style` and drop style sheets.
ATTRIBUTES = ' style="margin:0"'

# JupyterLab takes the keys of commands from every focused element that does not have this attribute itself.
SCRIPT = (
    'for(const e of document.querySelectorAll("[data-inspect-viz]"))e.addEventListener("focusin",'
    '(f)=>f.target.setAttribute("data-lm-suppress-shortcuts","true"));'
)

# JupyterLab, and HTML made by nbconvert, style the lists and tables of all outputs: here they look as in a page,
# on the paper of the notebook's theme.
STYLE = (
    "[data-jp-theme-light] .inspect-viz.inspect-viz:not([data-theme]){--iv-surface:var(--jp-layout-color0)}"
    ".inspect-viz.inspect-viz :is(dt,dd){float:none;width:auto}"
    ".inspect-viz.inspect-viz dl{overflow:visible}"
    '.inspect-viz.inspect-viz ul[data-part="links"]{padding-left:0}'
    '.inspect-viz.inspect-viz ul[data-part="suggestions"]{padding-left:4px}'
    ".inspect-viz.inspect-viz p{text-align:start}"
    ".inspect-viz.inspect-viz table{table-layout:auto}"
    ".inspect-viz.inspect-viz thead{border:0}"
    ".inspect-viz.inspect-viz :is(thead,tr,th,td){vertical-align:middle;line-height:inherit}"
    ".inspect-viz.inspect-viz tr{padding:0;text-align:start}"
    ".inspect-viz.inspect-viz :is(tbody th,th:first-child){text-align:left}"
)


def mimebundle(
    component: Drawable, include: Collection[str] | None = None, exclude: Collection[str] | None = None
) -> dict[str, object]:
    """Output of a cell: HTML whose `<img>` stays where scripts are not trusted, and the text of `repr`.

    `include` and `exclude` are MIME types; a picture that nobody asks for is not drawn. With the option
    `output_format="png"` the output is an image alone.
    """
    shown = {PNG: png} if options.output_format == "png" else {HTML: fragment}
    makers = {**shown, PLAIN: repr}
    return {kind: make(component) for kind, make in makers.items() if _is_wanted(kind, include, exclude)}


def png(component: Drawable) -> str:
    """An image of pixels, in base64 as notebooks keep them."""
    from ._png import rasterize

    pixels, _, _ = rasterize(draw(component, scale=PIXELS), PIXELS, 8)
    return base64.b64encode(pixels).decode("ascii")


def fragment(component: Drawable) -> str:
    """An image that survives in untrusted notebooks, which the core replaces by the living picture."""
    figure = draw(component, planes=True)
    return figure_element(figure, image(figure), True, ATTRIBUTES) + runtime(STYLE, SCRIPT)


def _is_wanted(kind: str, include: Collection[str] | None, exclude: Collection[str] | None) -> bool:
    if exclude and kind in exclude:
        return False
    return kind in include if include else kind == PLAIN or _shows_html()


def _shows_html() -> bool:
    """Whether the running IPython shows HTML: the one of a terminal does not."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell is None or HTML in shell.display_formatter.active_types


def image(figure: Figure) -> str:
    """The picture as an element that needs no trust; a screen reader gets its name and description."""
    drawing = figure.drawing
    source = base64.b64encode(drawing.svg.encode("utf-8")).decode("ascii")
    return (
        f'<img data-part="picture" alt="{html.escape(_alternative(figure))}" '
        f'width="{drawing.width}" height="{drawing.height}" src="data:image/svg+xml;base64,{source}">'
    )


def _alternative(figure: Figure) -> str:
    described = re.search(r"<desc[^>]*>([^<]*)</desc>", figure.drawing.svg)
    texts = [figure.title, html.unescape(described.group(1)) if described else ""]
    return ": ".join(filter(None, texts))
