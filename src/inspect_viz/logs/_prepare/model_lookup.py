"""Facts about models: the caller's own, then inspect_ai's, whose answers are kept so that it is rarely imported."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from inspect_viz._util.suggest import did_you_mean, listing

from .model import Info
from .model_cache import load, store

Found = Mapping[str, "Info | None"]

_NOT_MODELS = ("mockllm/", "none/")
"""Providers without models: what answers as "mockllm/gpt-4o" is not GPT-4o."""

_LOADING = re.compile(r"(hf|vllm|vllm-completions|sglang|transformer_lens|nnterp)/")
"""Providers that load weights or start a server as soon as they are asked for a model."""


_KEYS = tuple(field.name for field in fields(Info))


def lookup(models: Sequence[str], info: Mapping[str, Any] | None = None, cache: bool = True) -> dict[str, Info]:
    """Facts about each of `models`.

    Args:
        models: Names of models, as Inspect writes them: "openai/gpt-4o".
        info: Facts that count before all others, as the argument `model_info` of `model_info()`.
        cache: Whether answers of inspect_ai are read from and kept in the user's cache folder.

    Returns:
        Facts by name; a model of which no name to show is known is shown by its own.

    Raises:
        ValueError: If a fact in `info` is wrong.
    """
    own = checked(info)
    known: dict[str, Info | None] = {**_from_inspect([m for m in models if m not in own], cache), **own}
    return {name: _shown(name, known.get(name)) for name in models}


def _shown(name: str, info: Info | None) -> Info:
    return replace(info or Info(), model=(info.model if info else None) or name)


def checked(info: Mapping[str, Any] | None) -> dict[str, Info]:
    """The caller's facts as `Info`, or a ValueError that names the one that is wrong."""
    if info is not None and not isinstance(info, Mapping):
        raise ValueError(f"model_info={info!r} must map names of models to facts about them")
    return {_name(name): _info(name, facts) for name, facts in (info or {}).items()}


def _name(name: object) -> str:
    if not isinstance(name, str):
        raise ValueError(f"model_info: {name!r} must be the name of a model")
    return name


def _info(name: object, facts: Any) -> Info:
    if isinstance(facts, Mapping):
        for key in facts:
            if key not in _KEYS:
                raise ValueError(
                    f"model_info[{name!r}]: {key!r} is none of {listing(_KEYS)}.{did_you_mean(key, _KEYS)}"
                )
        values = {key: facts.get(key) for key in _KEYS}
    elif not isinstance(facts, type) and all(hasattr(facts, key) for key in _KEYS):
        values = {key: getattr(facts, key) for key in _KEYS}
    else:
        raise ValueError(
            f"model_info[{name!r}]={facts!r} must be a ModelInfo or a mapping with keys of {listing(_KEYS)}"
        )
    return Info(**{key: _fact(f"model_info[{name!r}]", key, value) for key, value in values.items()})


def _fact(where: str, key: str, value: Any) -> Any:
    if value is None:
        return None
    if not key.endswith("_date"):
        if not isinstance(value, str):
            raise ValueError(f"{where}: {key}={value!r} must be a text")
        return value
    day = _day(value)
    if day is None:
        raise ValueError(f"{where}: {key}={value!r} must be a date, such as datetime.date(2024, 5, 13) or '2024-05-13'")
    return day


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) else None


def _from_inspect(models: Iterable[str], cache: bool) -> Found:
    """inspect_ai's answers; where it is imported already it is asked, as models may have been registered with it."""
    wanted = [m for m in models if m and not m.startswith(_NOT_MODELS)]
    if not wanted:
        return {}
    if sys.modules.get("inspect_ai") is not None:
        return _asked(wanted)
    kept = load() if cache else {}
    new = [m for m in wanted if m not in kept]
    answers = _asked(new) if new else {}
    if cache and answers:
        store({**kept, **answers})
    return {**kept, **answers}


def _asked(models: Iterable[str]) -> Found:
    """What inspect_ai answers; nothing where it is not installed or is broken: pictures do not depend on it."""
    try:
        from inspect_ai.model import get_model_info
    except Exception:
        return {}
    return {name: _answer(get_model_info, name) for name in models}


def _answer(get_model_info: Any, name: str) -> Info | None:
    bare = name
    while _LOADING.match(bare):
        bare = _LOADING.sub("", bare, count=1)
    try:
        facts = get_model_info(bare)
        return None if facts is None else _info(name, facts)
    except Exception:
        return None
