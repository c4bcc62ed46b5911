"""What runs of one model are called: by what differs between them, by numbers only where nothing does."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ._evaluation import Evaluation
from ._runs import Run

LONGEST = 40
"""Characters of a value in a name."""

_MISSING = object()
Pair = frozenset[int]


@dataclass(frozen=True)
class Name:
    """What a run is called besides its model; as text, what is put behind the name of the model.

    Args:
        settings: How it was set up, as far as that tells it apart.
        number: Its number among runs that are set up alike, from 1; 0 where it is the only one.
        date: When it was, where it has a number.
    """

    settings: str = ""
    number: int = 0
    date: str = ""

    def __str__(self) -> str:
        counted = f"run {self.number}" + (f" ({self.date})" if self.date else "") if self.number else ""
        if self.settings:
            return f", {self.settings}, {counted}" if counted else f", {self.settings}"
        return f" {counted}" if counted else ""


def named_apart(runs: Sequence[Run], sharing: Collection[frozenset[str]] = ()) -> dict[str, Name]:
    """Key of each log to the name of its run.

    Settings of the model tell runs of one task apart, all others only those runs that share samples. Runs that share
    samples and are set up alike have numbers, and dates where these are known. Empty where nothing has to be said.

    Args:
        runs: The runs of one model.
        sharing: Sets of keys of logs that hold one sample and epoch of one task.
    """
    pairs = _sharing(runs, sharing)
    names = _numbered(runs, _set_up(runs, pairs), pairs)
    return {own.key: name for run, name in zip(runs, names, strict=True) for own in run.evaluations}


def _sharing(runs: Sequence[Run], sharing: Iterable[Collection[str]]) -> set[Pair]:
    """The pairs of runs that share samples."""
    of = {key: number for number, run in enumerate(runs) for key in run.keys}
    found = ({of[key] for key in keys if key in of} for keys in sharing)
    return {frozenset((one, other)) for each in found for one in each for other in each if one != other}


def _set_up(runs: Sequence[Run], pairs: set[Pair]) -> list[str]:
    """What is said of the settings of each run."""
    standing = [run.standing for run in runs]
    keys = _telling(standing, pairs)
    values = {key: [own.settings.get(key, _MISSING) for own in standing] for key in keys}
    said = {key: _said(key, values[key], _others(key, values)) for key in keys}
    return [", ".join(filter(None, (said[key][number] for key in keys))) for number in range(len(runs))]


def _telling(standing: Sequence[Evaluation], pairs: set[Pair]) -> list[str]:
    """The fewest settings that tell apart what is to be told apart."""
    together = [
        (one, other)
        for other in range(len(standing))
        for one in range(other)
        if standing[one].task == standing[other].task
    ]
    apart = {pair: keys for pair in together if (keys := _differing(standing, pair, pairs))}
    chosen: list[str] = []
    for key in dict.fromkeys(key for own in standing for key in own.settings):
        told = [pair for pair, keys in apart.items() if key in keys]
        if told:
            chosen.append(key)
            apart = {pair: keys for pair, keys in apart.items() if key not in keys}
    return chosen


def _differing(standing: Sequence[Evaluation], pair: tuple[int, int], pairs: set[Pair]) -> set[str]:
    """The settings in which two runs differ, as far as they count."""
    one, other = (standing[number] for number in pair)
    whole = frozenset(pair) in pairs
    first, second = (one.settings, other.settings) if whole else (one.asked, other.asked)
    return {key for key in {*first, *second} if _text(first.get(key)) != _text(second.get(key))}


def _others(key: str, values: Mapping[str, Sequence[Any]]) -> set[str]:
    return {_text(value) for name, own in values.items() if name != key for value in own if value is not _MISSING}


def _said(key: str, values: Sequence[Any], others: Collection[str]) -> list[str]:
    """The values of a setting in words; names stand alone where nothing else has them."""
    short = _without_owners(values)
    own = short if key == "solver" else values
    alone = all(_is_name(value) and _text(value) not in others for value in own if value is not _MISSING)
    words = key.replace("_", " ")
    return _distinct([_phrase(words, value, alone) for value in short], values)


def _distinct(phrases: list[str], values: Sequence[Any]) -> list[str]:
    """Phrases with numbers where long values begin alike."""
    kinds = list(dict.fromkeys(map(_text, values)))
    if len(set(phrases)) == len(kinds):
        return phrases
    return [f"{each} #{kinds.index(_text(value)) + 1}" for each, value in zip(phrases, values, strict=True)]


def _without_owners(values: Sequence[Any]) -> Sequence[Any]:
    """Names of models and the like without their owners, if they stay different."""
    short = [value.rsplit("/", 1)[-1] if isinstance(value, str) else value for value in values]
    return short if len(set(map(_text, short))) == len(set(map(_text, values))) else values


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and "/" not in value and not value.replace(".", "").isdigit()


def _phrase(words: str, value: Any, alone: bool) -> str:
    if value is _MISSING or value is None or value == "":
        return ""
    if isinstance(value, bool):
        return words if value else f"no {words}"
    text = _shortened(_text(value))
    return text if alone else f"{words} {text}"


def _text(value: Any) -> str:
    if value is _MISSING or value is None:
        return ""
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        return str(int(value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _numbered(runs: Sequence[Run], settings: Sequence[str], pairs: set[Pair]) -> list[Name]:
    """Names with numbers for runs that share samples and are set up alike."""
    alike: dict[tuple[str, str], list[int]] = {}
    for number, run in enumerate(runs):
        if any(number in pair and len({settings[each] for each in pair}) == 1 for pair in pairs):
            alike.setdefault((settings[number], run.standing.task), []).append(number)
    names = [Name(own) for own in settings]
    for numbers in alike.values():
        dates = _dates([runs[number].standing.created for number in numbers])
        for count, (number, date) in enumerate(zip(numbers, dates, strict=True), 1):
            names[number] = Name(settings[number], count, date)
    return names


def _dates(created: Sequence[str]) -> list[str]:
    """Days, with the time where runs are of one day."""
    days = [text[:10] for text in created]
    return days if len(set(days)) == len(days) else [text[:16].replace("T", " ") for text in created]
