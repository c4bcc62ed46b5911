"""One evaluation by what its log, or the columns of a table, say of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

ARGUMENT = "task_arg_"
LIMITS = ("message_limit", "token_limit", "turn_limit", "time_limit", "working_limit")
SETTINGS = (
    *("model_generate_config", "model_args", "model_base_url", "model_roles", "solver", "solver_args"),
    *("task_version", *LIMITS, "epochs", "metadata", "tags"),
)
"""The columns of a table that say how an evaluation was set up, besides `task_arg_*`."""

_OPERATION = frozenset(
    (
        *("adaptive_connections", "attempt_timeout", "batch", "cache", "cache_prompt"),
        *("max_connections", "max_retries", "timeout"),
    )
)
"""Generate settings that say how a model is reached, not what it is asked to do."""

_FIRST = ("reasoning_effort", "reasoning_tokens", "effort", "temperature")
Settings = Mapping[str, Any]


@dataclass(frozen=True)
class Evaluation:
    """One log.

    Args:
        key: Its id in tables.
        log: Its path or address; empty where that is not known.
        task: The task.
        model: The model.
        task_id: What it has in common with the logs that it continues; empty where that is not known.
        created: Its start, as text that sorts by time.
        headline: Columns of which the first that there is holds the score by which its task is judged.
        complete: Whether it came to its end and counts; None where that is not known.
        asked: How the model was called: generate settings and arguments of the model.
        setup: All other settings, in order of how much they say.
    """

    key: str
    log: str = ""
    task: str = ""
    model: str = ""
    task_id: str = ""
    created: str = ""
    headline: tuple[str, ...] = ()
    complete: bool | None = None
    asked: Settings = field(default_factory=dict)
    setup: Settings = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        """All settings, the most telling first."""
        return {**self.asked, **self.setup}


def evaluation_of(key: str, columns: Mapping[str, Any], **known: Any) -> Evaluation:
    """An evaluation, its settings taken from values of table columns, whose lists and objects may be JSON."""
    asked = dict(_asked(columns))
    return Evaluation(key, asked=asked, setup=_distinct(_setup(columns), asked), **known)


def _distinct(settings: Iterable[tuple[str, str, Any]], taken: Collection[str]) -> dict[str, Any]:
    """Name to value; a name that is taken gets the kind of its setting in front."""
    found: dict[str, Any] = {}
    for kind, name, value in settings:
        found[f"{kind} {name}" if name in found or name in taken else name] = value
    return found


def _asked(columns: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    own = _object(columns.get("model_generate_config"))
    told = [*(name for name in _FIRST if name in own), *sorted(name for name in own if name not in _FIRST)]
    yield from ((name, own[name]) for name in told if name not in _OPERATION and own[name] is not None)
    yield from _object(columns.get("model_args")).items()


def _setup(columns: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Kind, name and value of each setting that is not the model's own."""
    if columns.get("solver"):
        yield "solver", "solver", columns["solver"]
    yield from (("solver", name, own) for name, own in _object(columns.get("solver_args")).items())
    yield from (("task", name, own) for name, own in _arguments(columns))
    yield from (("role", role, _models(own)) for role, own in _object(columns.get("model_roles")).items())
    yield from (("task", "version", own) for own in [columns.get("task_version")] if own)
    yield from (("limit", name, columns[name]) for name in (*LIMITS, "epochs") if columns.get(name) is not None)
    yield from (("metadata", name, own) for name, own in _object(columns.get("metadata")).items() if _is_plain(own))
    yield from (("log", name, columns[name]) for name in ("tags", "model_base_url") if columns.get(name))


def _arguments(columns: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    names = sorted(name for name in columns if name.startswith(ARGUMENT) and columns[name] is not None)
    return ((name.removeprefix(ARGUMENT), _value(columns[name])) for name in names)


def _object(value: Any) -> Mapping[str, Any]:
    """An object, also one that is written as JSON; anything else holds nothing."""
    found = _value(value)
    return found if isinstance(found, Mapping) else {}


def _value(value: Any) -> Any:
    if not isinstance(value, str) or value[:1] not in ("{", "["):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float | bool)


def _models(role: Any) -> Any:
    """The names of the models in a role; all that is said of them where there are no names."""
    if isinstance(role, list):
        return ", ".join(str(_models(own)) for own in role)
    return role.get("model", role) if isinstance(role, Mapping) else role
