"""Pictures of what happened in Inspect AI evaluations, sample by sample."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ._util.notgiven import NOT_GIVEN, NotGiven
from ._version import __version__

if TYPE_CHECKING:
    from ._component import Component
    from ._options import Options, options, options_context
    from ._params import Param, ParamValue, Selection
    from ._prepare import prepare
    from .data import Data

_PLACES = {
    "Component": "._component",
    "Data": ".data",
    "Options": "._options",
    "Param": "._params",
    "ParamValue": "._params",
    "Selection": "._params",
    "options": "._options",
    "options_context": "._options",
    "prepare": "._prepare",
}

__all__ = [
    "NOT_GIVEN",
    "Component",
    "Data",
    "NotGiven",
    "Options",
    "Param",
    "ParamValue",
    "Selection",
    "__version__",
    "options",
    "options_context",
    "prepare",
]


def __getattr__(name: str) -> object:
    if name in _PLACES:
        return getattr(import_module(_PLACES[name], __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return list(__all__)
