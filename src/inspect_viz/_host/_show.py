"""A picture in the browser of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.text import well_formed

from ._write import write_html

if TYPE_CHECKING:
    from inspect_viz._engine import Limits
    from inspect_viz._spec.nodes import Drawable


def show(component: Drawable, limits: Limits | None = None) -> None:
    """Write the picture to a private temporary folder and open it; the browser needs the file to stay."""
    import tempfile
    import webbrowser
    from pathlib import Path

    folder = tempfile.mkdtemp(prefix="inspect-viz-")
    file = Path(folder) / "picture.html"
    write_html(file, component, limits=limits)
    if not webbrowser.open(file.as_uri()):
        print(well_formed(f"No browser could be opened; the picture is in {file}"))
