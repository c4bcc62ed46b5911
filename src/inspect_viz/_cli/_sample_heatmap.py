"""The command `inspect-viz sample-heatmap`."""

from __future__ import annotations

import argparse
import sys
import warnings
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from inspect_viz._util.text import well_formed

from ._messages import notes
from ._outputs import apart, checked, named_after, with_score
from ._sources import Logs, recognise

if TYPE_CHECKING:
    from inspect_viz._component import Component
    from inspect_viz._host import Description
    from inspect_viz.data import Data
    from inspect_viz.view._order import Sort

ALL = "all"
NONE = "none"


def run(arguments: argparse.Namespace) -> int:
    """Read, draw, write, and say what was drawn and where it is, or what the pictures show."""
    from ._summary import summary

    if arguments.format and arguments.open and not arguments.output:
        raise ValueError("--open with --format needs --output: no picture is drawn without it")
    given = checked(arguments.output or [])
    told: list[Description] = []
    with notes():
        data = _read(arguments)
        scores = _scores(data, arguments.score)
        files = apart([_files(given, arguments, score, len(scores) > 1) for score in scores], scores)
        for score, own in zip(scores, files, strict=True):
            picture = _draw(data, arguments, score)
            for file in own:
                picture.save(file)
            if arguments.format:
                told.append(picture.describe())
            else:
                print(well_formed(summary(data, own, arguments.limit)))
        if told:
            print(well_formed(_words(told, arguments.format)))
    if arguments.open:
        _open(files[0][0])
    return 0


def _words(told: Sequence[Description], form: str) -> str:
    """Texts one after the other; one JSON object, or a list of several."""
    if form == "text":
        return "\n\n".join(map(str, told))
    return told[0].json if len(told) == 1 else f"[{', '.join(one.json for one in told)}]"


def _files(given: Sequence[str], arguments: argparse.Namespace, score: str, several: bool) -> Sequence[str]:
    if not given:
        return [] if arguments.format else checked([named_after(arguments.sources, score)])
    return checked([with_score(file, score) for file in given]) if several else given


def _read(arguments: argparse.Namespace) -> Data:
    source = recognise(arguments.sources)
    if isinstance(source, Logs):
        from ._logs import read_logs

        return read_logs(arguments, source.paths, where=arguments.where)
    if arguments.log_viewer:
        raise ValueError("--log-viewer needs logs; a table brings its links in its column log_viewer")
    from ._tables import read_table

    return read_table(source.path, arguments.where)


def _draw(data: Data, arguments: argparse.Namespace, score: str) -> Component:
    from inspect_viz.view import sample_heatmap

    return sample_heatmap(
        data,
        score_value=None if arguments.score in (None, ALL) and score not in data.columns else score,
        title=arguments.title,
        sort=_sort(arguments),
        orientation=arguments.orientation,
        width=arguments.width,
        height=arguments.height,
        color_scheme=arguments.color_scheme,
        margins=not arguments.no_margins,
        threshold=arguments.threshold,
        higher_is_better=not arguments.lower_is_better,
        group=arguments.group,
        level="groups" if arguments.topics else "samples",
        bars=arguments.bars,
        score_range=arguments.score_range,
        suspects=arguments.suspects,
    )


def _sort(arguments: argparse.Namespace) -> Sort:
    """The order, of the hardest samples only where they are limited; those stand at the end of a falling order."""
    from inspect_viz.view._order import hardest

    if arguments.limit is None:
        return None if arguments.sort == NONE else str(arguments.sort)
    if arguments.sort == NONE:
        raise ValueError("--limit takes the hardest samples, so it cannot keep the order of the data (--sort none)")
    return hardest(arguments.sort, arguments.limit, "x" if arguments.orientation == "horizontal" else "y")


def _scores(data: Data, name: str | None) -> Sequence[str]:
    """The columns of the scores to draw; one can be named without its prefix.

    Raises:
        ValueError: If it does not say which of several.
    """
    from inspect_viz._meaning.scores import PREFIX
    from inspect_viz.view._scores import find_score, scores_of

    if name == ALL and not {ALL, PREFIX + ALL} & set(data.columns):
        return scores_of(data) or _scores(data, None)
    if name is None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return [find_score(data, None).column]
    prefixed = f"{PREFIX}{name}"
    return [prefixed if name not in data.columns and prefixed in data.columns else name]


def _open(file: str) -> None:
    if not webbrowser.open(Path(file).resolve().as_uri()):
        print(f"note: no browser could be opened; the picture is in {file}", file=sys.stderr)
