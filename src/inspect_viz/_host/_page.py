"""One HTML file that shows a picture at once and answers the pointer without a network."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from inspect_viz._util.text import well_formed

from . import _zip
from ._assets import asset_text, styled_core, styled_live
from ._engine_files import WASM, WORKER
from ._engine_files import packed as packed_file
from ._figure import Figure, draw
from ._living import EngineKind, Living

if TYPE_CHECKING:
    from inspect_viz._engine import Limits
    from inspect_viz._spec import Among
    from inspect_viz._spec.nodes import Drawable

    from ._shelf import Shelf

PAGE_STYLE = (
    "body{margin:0;padding:16px;background:#fff;color:#1f2937}"
    "h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}"
    "@media (prefers-color-scheme:dark){body{background:#111827;color:#e5e7eb}}"
)


@dataclass(frozen=True)
class Page:
    """The text of a page, and whether it needs the engine in a file beside it."""

    html: str
    needs_sidecar: bool


def page(component: Drawable, extra_head: str = "", limits: Limits | None = None, engine: EngineKind = "none") -> Page:
    """A complete page. `extra_head` is HTML that the caller answers for; it widens no policy."""
    figure = draw(component, planes=True, engine=engine, limits=limits)
    style = asset_text("core.css") + PAGE_STYLE
    living = figure.living
    sheet, name, script = ("live", "live-loader.js", styled_live()) if living else ("later", "loader.js", styled_core())
    loader = asset_text(name)
    policy = _policy((style, asset_text(f"{sheet}.css")), (loader, script), living)
    title = html.escape(figure.title)
    element = living_element if living else figure_element
    text = (
        "<!doctype html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta name="inspect-viz" content="{html.escape(figure.metadata)}">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n"
        f"{well_formed(extra_head)}</head>\n<body>\n"
        f"<main>\n<h1>{title}</h1>\n{element(figure, figure.drawing.svg, True)}\n</main>\n"
        f"<script>{loader}</script>\n</body>\n</html>\n"
    )
    return Page(text, living is not None and living.engine == "sidecar")


def fragment(component: Drawable, limits: Limits | None = None) -> str:
    """The figure alone, for a page that holds the runtime."""
    figure = draw(component, planes=True, limits=limits)
    return figure_element(figure, figure.drawing.svg)


def shared_fragment(component: Drawable, among: Among, shelf: Shelf, is_first: bool) -> tuple[str, Living | None]:
    """A figure for a page with several, and what it carries if it lives; the first that does brings the script."""
    figure = draw(component, planes=True, engine="inline", among=among, shelf=shelf)
    if figure.living is None:
        return figure_element(figure, figure.drawing.svg), None
    brings = not shelf.has_engine and figure.living.engine == "inline"
    element = living_element(figure, figure.drawing.svg, is_first, brings)
    return f"{element}<script>{asset_text('live-loader.js')}</script>", figure.living


def runtime(style: str = "", script: str = "") -> str:
    """What runs the cores of figures, with their style sheet, and what a host adds to both."""
    return f"<style>{asset_text('core.css')}{style}</style><script>{asset_text('loader.js')}{script}</script>"


def figure_element(figure: Figure, picture: str, own_core: bool = False, attributes: str = "") -> str:
    """The element that the core takes over: a picture, and beside it what it needs to answer.

    With its own core it answers in a page that has only what runs it. One that does not answer has no tools, and needs
    no room for them.
    """
    blocks = [("matrix", figure.drawing.matrix), ("details", figure.drawing.details)]
    scripts = [_block(name, _zip.packed(data)) for name, data in blocks if data]
    scripts += [_block("core", _packed_core())] if own_core else []
    still = "" if figure.drawing.matrix else " data-still"
    return f'<figure class="inspect-viz" data-inspect-viz=""{still}{attributes}>{picture}{"".join(scripts)}</figure>'


def living_element(figure: Figure, picture: str, own_script: bool = False, own_engine: bool = True) -> str:
    """The element that Mosaic takes over: a picture, and beside it spec, answers and tables."""
    living = figure.living
    assert living
    blocks = [("recording", living.recording), ("answers", living.answers), ("table-data", living.tables)]
    scripts = [_block(name, _zip.packed(data)) for name, data in blocks if data]
    if living.engine == "inline" and own_engine:
        scripts += [_block("engine-worker", packed_file(WORKER)), _block("engine-wasm", packed_file(WASM))]
    scripts += [_block("live", _packed_live())] if own_script else []
    name = f' data-inspect-viz-fragment="{living.fragment}"' if living.fragment else ""
    return f'<figure class="inspect-viz" data-inspect-viz-live=""{name}>{picture}{"".join(scripts)}</figure>'


def _block(name: str, packed: str) -> str:
    return f'<script type="application/octet-stream" data-part="{name}">{packed}</script>'


@lru_cache(maxsize=1)
def _packed_core() -> str:
    return _zip.packed(styled_core().encode(), level=9)


@lru_cache(maxsize=1)
def _packed_live() -> str:
    return _zip.packed(styled_live().encode(), level=9)


def _policy(styles: Iterable[str], scripts: Iterable[str], living: Living | None = None) -> str:
    """A browser cannot check the hash of a file that it reads from disk: the engine beside a page has a nonce."""
    engine = living.engine if living else "none"
    runs = [*map(_hash, scripts)] + (["'wasm-unsafe-eval'"] if engine != "none" else [])
    runs += [f"'nonce-{living.nonce}'"] if living and engine == "sidecar" else []
    return (
        f"default-src 'none'; script-src {' '.join(runs)}; style-src {' '.join(map(_hash, styles))}; "
        f"img-src data: blob:; {'worker-src blob:; ' if engine != 'none' else ''}base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
