"""Groups options that the same marks share, so that each option is written once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from .names import MIXINS, pascal
from .schema import Atoms, Vocabulary

Slot = tuple[str, Atoms]


@dataclass(frozen=True)
class Mixin:
    """A named group of options and the marks that have it."""

    name: str
    options: tuple[Slot, ...]
    marks: frozenset[str]


def mixins(vocabulary: Vocabulary) -> list[Mixin]:
    """The groups shared by two marks or more, those of most marks first."""
    users: dict[Slot, set[str]] = defaultdict(set)
    for mark, options in vocabulary.marks.items():
        for slot in options.items():
            users[slot].add(mark)
    groups: dict[frozenset[str], list[Slot]] = defaultdict(list)
    for slot, marks in users.items():
        groups[frozenset(marks)].append(slot)
    shared = [(marks, slots) for marks, slots in groups.items() if len(marks) > 1]
    shared.sort(key=lambda group: (-len(group[0]), sorted(group[1])))
    names = unique_names([name_of(slots) for _, slots in shared])
    return [Mixin(name, tuple(slots), marks) for name, (marks, slots) in zip(names, shared, strict=True)]


def name_of(slots: list[Slot]) -> str:
    """The name in the table of one of the options, otherwise the first option's own name."""
    named = [MIXINS[key] for key, _ in slots if key in MIXINS]
    return named[0] if named else f"{pascal(slots[0][0])}Options"


def unique_names(names: list[str]) -> list[str]:
    """The second group of one name gets a 2, and so on."""
    seen: dict[str, int] = defaultdict(int)
    result = []
    for name in names:
        seen[name] += 1
        result.append(name if seen[name] == 1 else f"{name.removesuffix('Options')}{seen[name]}Options")
    return result
