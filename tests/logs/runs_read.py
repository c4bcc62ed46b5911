"""What tests of runs share: problems and pictures of a folder of logs."""

from __future__ import annotations

import warnings
from collections import Counter
from pathlib import Path
from typing import Any

from heatmaps import Picture, drawn
from zoo_tools import logs_in

from inspect_viz import Data
from inspect_viz.logs import problems
from inspect_viz.view import sample_heatmap


def told(folder: Path) -> list[tuple[str, str]]:
    """Kind and message of each problem; the table and the function must say the same."""
    own = problems(folder, progress=False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert Data.from_logs(folder, progress=False).problems == own
    return [(each.kind, each.message) for each in own]


def seen(folder: Path, **options: Any) -> Picture:
    """The heatmap of a folder of logs; nothing may warn."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return drawn(sample_heatmap(Data.from_logs(folder, progress=False), **{"sort": None, **options}))


def framed(folder: Path, *columns: Any, **options: Any) -> Picture:
    """The heatmap of the data frame that inspect_ai makes of a folder of logs."""
    return drawn(sample_heatmap(Data.from_dataframe(frame(folder, *columns)), **{"sort": None, **options}))


def frame(folder: Path, *columns: Any) -> Any:
    """The samples as inspect_ai's data frame."""
    from inspect_ai.analysis import EvalInfo, EvalModel, EvalTask, SampleSummary, samples_df

    every = [*SampleSummary, *EvalInfo, *EvalModel, *EvalTask, *columns]
    return samples_df([str(path) for path in logs_in(folder)], every, quiet=True)


def states(picture: Picture) -> dict[str, int]:
    """How many cells are in each state."""
    return dict(Counter(picture.states().values()))


def called(folder: Path) -> list[str]:
    """The logs below a folder, as messages call them."""
    paths = logs_in(folder)
    names = [path.name for path in paths]
    return names if len(set(names)) == len(names) else [path.relative_to(folder).as_posix() for path in paths]
