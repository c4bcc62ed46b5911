"""Evaluation logs to tables of samples."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._api import problems, samples
    from ._changes import Changes
    from ._errors import LogError
    from ._log_viewer import log_viewer
    from ._model_info import model_info
    from ._problems import Problem
    from ._score_to_float import score_to_float
    from ._task_info import task_info

_PLACES = {
    "Changes": "._changes",
    "LogError": "._errors",
    "Problem": "._problems",
    "log_viewer": "._log_viewer",
    "model_info": "._model_info",
    "problems": "._api",
    "samples": "._api",
    "score_to_float": "._score_to_float",
    "task_info": "._task_info",
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
