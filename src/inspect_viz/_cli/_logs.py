"""Evaluation logs to `Data`, read with inspect_ai."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from .._util.suggest import listing
from ._messages import one_line

if TYPE_CHECKING:
    import pandas as pd

    from ..data import Data

INSTALL = "reading logs needs inspect_ai: pip install 'inspect-viz[inspect]'"
LONGEST_REASON = 200


def read_logs(paths: Sequence[str], viewers: Mapping[str, str]) -> Data:
    """The samples of logs, with display names of the models and, given folders and addresses, links.

    Raises:
        ImportError: If inspect_ai or pandas is missing.
        ValueError: If a log cannot be read (it is named), none has samples, or a log is in none of the folders.
    """
    from ..data import Data

    folders = {os.path.join(os.path.abspath(folder), ""): url for folder, url in viewers.items()}
    _check_inside(paths, tuple(folders))
    _check_installed()
    _check_complete(paths)
    frame = _rows(paths)
    if frame.empty:
        raise ValueError(f"no samples in {_named(paths)}")
    return Data.from_dataframe(_linked(_with_display_names(frame), folders))


def _check_installed() -> None:
    try:
        import inspect_ai.analysis  # noqa: F401
        import pandas  # noqa: F401
    except ImportError as error:
        raise ImportError(INSTALL) from error


def _check_inside(paths: Sequence[str], folders: tuple[str, ...]) -> None:
    outside = [path for path in paths if folders and not path.startswith(folders)]
    if outside:
        raise ValueError(f"--log-viewer: {_named(outside[:1])} is in none of the folders {listing(folders)}")


def _check_complete(paths: Sequence[str]) -> None:
    for path in paths:
        if path.endswith(".eval") and not zipfile.is_zipfile(path):
            raise ValueError(f"cannot read the log {_short(path)!r}: it is empty, cut off, or no .eval file")


def _rows(paths: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    frames = [_read(list(group)) for _, group in groupby(paths, key=_is_json)]
    return pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]


def _read(paths: list[str]) -> pd.DataFrame:
    try:
        return _samples(paths, quiet=not sys.stdout.isatty())
    except Exception as error:
        raise _explained(paths, error) from error


def _samples(paths: list[str], quiet: bool) -> pd.DataFrame:
    """Rows of logs of one format; of .json files inspect_ai takes only those with a date in their name, unless read."""
    from inspect_ai.analysis import EvalModel, SampleSummary, samples_df
    from inspect_ai.log import read_eval_log

    logs: Any = [read_eval_log(path) for path in paths] if _is_json(paths[0]) else paths
    return samples_df(logs, columns=SampleSummary + EvalModel, quiet=quiet)


def _explained(paths: Sequence[str], error: Exception) -> ValueError:
    """The error of the first log that cannot be read by itself."""
    for path in paths if len(paths) > 1 else ():
        try:
            _samples([path], quiet=True)
        except Exception as own:
            return _explained([path], own)
    return ValueError(f"cannot read {_named(paths)}: {one_line(error)[:LONGEST_REASON]}")


def _with_display_names(frame: pd.DataFrame) -> pd.DataFrame:
    """What model_info() of inspect_ai adds, asked once for each model instead of for each row."""
    from inspect_ai.analysis import model_info

    from .._prepare import prepare

    models = prepare(frame[["model"]].drop_duplicates(ignore_index=True), model_info())
    names = dict(zip(models["model"], models["model_display_name"], strict=True))
    return frame.assign(model_display_name=frame["model"].map(names))


def _linked(frame: pd.DataFrame, viewers: Mapping[str, str]) -> pd.DataFrame:
    from inspect_ai.analysis import log_viewer

    from .._prepare import prepare

    return prepare(frame, log_viewer("sample", dict(viewers))) if viewers else frame


def _is_json(path: str) -> bool:
    return path.lower().endswith(".json")


def _named(paths: Sequence[str]) -> str:
    return f"the log {_short(paths[0])!r}" if len(paths) == 1 else f"the logs {listing(map(_short, paths), 3)}"


def _short(path: str) -> str:
    shorter = os.path.relpath(path)
    return path if shorter.startswith("..") else shorter
