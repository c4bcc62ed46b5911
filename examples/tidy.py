"""Makes a log fit to be shared: paths of this machine become short names, and most transcripts are left out."""

from __future__ import annotations

import re
import sysconfig
from pathlib import Path
from typing import Any

from inspect_ai.log import EvalLog

_TRANSCRIPT = {"events", "events_data"}
_LEFT_OUT = {"revision"}


def tidied(log: EvalLog, *, transcript: bool = False) -> EvalLog:
    """A copy of a log without machine paths, colour codes in tracebacks, and the state of the repository.

    Args:
        log: The log.
        transcript: Whether the events of its samples stay.
    """
    left_out = _LEFT_OUT if transcript else _LEFT_OUT | _TRANSCRIPT
    return EvalLog.model_validate(_tidied(log.model_dump(exclude_none=True), left_out))


def _tidied(value: Any, left_out: set[str]) -> Any:
    if isinstance(value, dict):
        return _tidied_object(value, left_out)
    if isinstance(value, list):
        return [_tidied(item, left_out) for item in value]
    return shortened(value) if isinstance(value, str) else value


def _tidied_object(fields: dict[str, Any], left_out: set[str]) -> dict[str, Any]:
    kept = {key: _tidied(value, left_out) for key, value in fields.items() if key not in left_out}
    if "traceback_ansi" in kept:
        kept["traceback_ansi"] = kept["traceback"]
    return kept


def shortened(text: str) -> str:
    """A text with the folders of this machine replaced by short names, and no address of a cancelled task."""
    for folder, name in _FOLDERS:
        text = text.replace(folder, name)
    return _ADDRESS.sub("", text)


def _folders() -> list[tuple[str, str]]:
    paths = sysconfig.get_paths()
    names = {paths["purelib"]: "site-packages", paths["platlib"]: "site-packages", paths["stdlib"]: "python"}
    names |= {str(Path(__file__).resolve().parent): "examples", str(Path.home()): "~"}
    return sorted(names.items(), key=lambda pair: -len(pair[0]))


_ADDRESS = re.compile(r" [0-9a-f]+ by <Task .*?>(?=; reason)")
_FOLDERS = _folders()
