"""Evaluation logs to tables of samples."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspect_viz.data._changes import Changes
    from inspect_viz.data._problem import Problem

    from ._api import problems, samples
    from ._errors import LogError
    from ._prepare.log_viewer import log_viewer
    from ._prepare.model_info import model_info
    from ._prepare.score_to_float import score_to_float
    from ._prepare.task_info import task_info

_PLACES = {
    "Changes": "inspect_viz.data._changes",
    "LogError": "._errors",
    "Problem": "inspect_viz.data._problem",
    "log_viewer": "._prepare.log_viewer",
    "model_info": "._prepare.model_info",
    "problems": "._api",
    "samples": "._api",
    "score_to_float": "._prepare.score_to_float",
    "task_info": "._prepare.task_info",
}

__all__ = [
    "Changes",
    "LogError",
    "Problem",
    "log_viewer",
    "model_info",
    "problems",
    "samples",
    "score_to_float",
    "task_info",
]


def __getattr__(name: str) -> object:
    if name in _PLACES:
        return getattr(import_module(_PLACES[name], __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return list(__all__)
