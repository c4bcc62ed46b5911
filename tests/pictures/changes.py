"""A page with golden pictures and what was drawn instead, side by side: it opens from disk, without network."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

NAME = "index.changed.html"
STYLE = """
body { font: 14px/1.4 system-ui, sans-serif; margin: 24px; background: #eee }
section { margin: 0 0 32px }
div { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }
figure { margin: 0; background: #fff; padding: 8px }
.both { position: relative; isolation: isolate }
.both img + img { position: absolute; inset: 8px auto auto 8px; mix-blend-mode: difference }
"""


def update(folder: Path) -> Path:
    """Write the page of all `*.changed.svg` in a folder, or remove it where there are none; returns its path."""
    page, changed = folder / NAME, sorted(folder.glob("*.changed.svg"))
    if changed:
        page.write_text(_page([_section(file) for file in changed]), encoding="utf-8")
    else:
        page.unlink(missing_ok=True)
    return page


def _page(sections: list[str]) -> str:
    head = f'<!doctype html>\n<meta charset="utf-8">\n<title>{len(sections)} pictures changed</title>'
    return "\n".join([head, f"<style>{STYLE}</style>", *sections, ""])


def _section(changed: Path) -> str:
    name = changed.name.removesuffix(".changed.svg")
    golden = changed.with_name(f"{name}.svg")
    columns = [_figure("golden", golden), _figure("changed", changed), _difference(golden, changed)]
    return f"<section><h2>{escape(name)}</h2><div>{''.join(columns)}</div></section>"


def _figure(what: str, file: Path) -> str:
    return f"<figure><figcaption>{what}: {_size(file)}</figcaption>{_image(file)}</figure>"


def _difference(golden: Path, changed: Path) -> str:
    images = _image(golden) + _image(changed)
    return f'<figure><figcaption>difference, black where equal</figcaption><div class="both">{images}</div></figure>'


def _image(file: Path) -> str:
    return f'<img src="{escape(file.name)}" alt="">' if file.exists() else "<p>none</p>"


def _size(file: Path) -> str:
    if not file.exists():
        return "not there"
    text = file.read_text(encoding="utf-8")
    found = re.match(r'<svg[^>]*? width="([^"]+)"[^>]*? height="([^"]+)"', text)
    return f"{f'{found[1]} x {found[2]}, ' if found else ''}{len(text.encode()):,} bytes"
