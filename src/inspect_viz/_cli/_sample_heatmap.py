"""The command `inspect-viz sample-heatmap`."""

from __future__ import annotations

import argparse
import sys
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from inspect_viz._util.suggest import did_you_mean, listing
from inspect_viz._util.text import well_formed

from ._messages import notes
from ._sources import Logs, recognise

if TYPE_CHECKING:
    from inspect_viz._component import Component
    from inspect_viz.data import Data

DEFAULT_OUTPUT = "heatmap.html"
ENDINGS = (".html", ".htm", ".svg", ".png")


def run(arguments: argparse.Namespace) -> int:
    """Read, draw, write, and say what was drawn and where it is."""
    from ._summary import summary

    files = _checked(arguments.output or [DEFAULT_OUTPUT])
    with notes():
        data = _read(arguments)
        picture = _draw(data, arguments)
        for file in files:
            picture.save(file)
        print(well_formed(summary(data, files)))
    if arguments.open:
        _open(files[0])
    return 0


def _read(arguments: argparse.Namespace) -> Data:
    source = recognise(arguments.sources)
    if isinstance(source, Logs):
        from ._logs import read_logs

        return read_logs(arguments, source.paths)
    if arguments.log_viewer:
        raise ValueError("--log-viewer needs logs; a table brings its links in its column log_viewer")
    from inspect_viz.data import Data

    return Data.from_file(source.path)


def _draw(data: Data, arguments: argparse.Namespace) -> Component:
    from inspect_viz.view import sample_heatmap

    return sample_heatmap(
        data,
        score_value=_score(data, arguments.score),
        title=arguments.title,
        sort=None if arguments.sort == "none" else arguments.sort,
        orientation=arguments.orientation,
        width=arguments.width,
        height=arguments.height,
    )


def _score(data: Data, name: str | None) -> str | None:
    """The column of a score, which can be named without its prefix."""
    prefixed = f"score_{name}"
    return prefixed if name not in data.columns and prefixed in data.columns else name


def _checked(files: Sequence[str]) -> Sequence[str]:
    """The files to write, before anything slow begins."""
    for file in files:
        path = Path(file)
        if path.suffix.lower() not in ENDINGS:
            accepted = listing(ENDINGS)
            raise ValueError(f"-o {file!r} must end in one of {accepted}.{did_you_mean(path.suffix.lower(), ENDINGS)}")
        if path.is_dir():
            raise ValueError(f"-o {file!r} is a folder")
        if not path.parent.is_dir():
            raise ValueError(f"-o {file!r}: there is no folder {str(path.parent)!r}")
    return files


def _open(file: str) -> None:
    if not webbrowser.open(Path(file).resolve().as_uri()):
        print(f"note: no browser could be opened; the picture is in {file}", file=sys.stderr)
