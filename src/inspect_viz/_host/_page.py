"""One HTML file that shows a picture at once and answers the pointer without a network."""

from __future__ import annotations

import base64
import hashlib
import html
from typing import TYPE_CHECKING

from inspect_viz._util.text import well_formed

from . import _zip
from ._assets import asset_text
from ._figure import Figure, draw

if TYPE_CHECKING:
    from inspect_viz._engine import Limits
    from inspect_viz._spec.nodes import Drawable

PAGE_STYLE = (
    "body{margin:0;padding:16px;background:#fff;color:#1f2937}"
    "h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}"
    "@media (prefers-color-scheme:dark){body{background:#111827;color:#e5e7eb}}"
)


def page(component: Drawable, extra_head: str = "", limits: Limits | None = None) -> str:
    """A complete page. `extra_head` is HTML that the caller answers for; it widens no policy."""
    figure = draw(component, planes=True, limits=limits)
    style = asset_text("core.css") + PAGE_STYLE
    core, later = asset_text("core.js"), asset_text("later.js")
    title = html.escape(figure.title)
    return (
        "<!doctype html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, core, later)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta name="inspect-viz" content="{html.escape(figure.metadata)}">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n"
        f"{well_formed(extra_head)}</head>\n<body>\n"
        f"<main>\n<h1>{title}</h1>\n{figure_element(figure, figure.drawing.svg, later)}\n</main>\n"
        f"<script>{core}</script>\n</body>\n</html>\n"
    )


def fragment(component: Drawable, limits: Limits | None = None) -> str:
    """The figure alone, for a page that holds the runtime."""
    figure = draw(component, planes=True, limits=limits)
    return figure_element(figure, figure.drawing.svg)


def runtime(style: str = "", script: str = "") -> str:
    """The core with its style sheet, and what a host adds to both."""
    return f"<style>{asset_text('core.css')}{style}</style><script>{asset_text('core.js')}{script}</script>"


def figure_element(figure: Figure, picture: str, later: str | None = None, attributes: str = "") -> str:
    """The element that the core takes over: a picture, and beside it what it needs to answer.

    `later` is the text of the second script, for pages where it has not run before the core.
    """
    scripts = "".join(
        f'<script type="application/octet-stream" data-part="{name}">{_zip.packed(data)}</script>'
        for name, data in [*_planes(figure), ("later", later and later.encode())]
        if data
    )
    return f'<figure class="inspect-viz" data-inspect-viz=""{attributes}>{picture}{scripts}</figure>'


def _planes(figure: Figure) -> list[tuple[str, bytes | None]]:
    return [("matrix", figure.drawing.matrix), ("details", figure.drawing.details)]


def _policy(style: str, *scripts: str) -> str:
    return (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
