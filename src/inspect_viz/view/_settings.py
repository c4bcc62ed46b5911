"""Arguments of a view that `plot` would name otherwise: sizes, labels and marks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from inspect_viz._util.notgiven import NotGiven
from inspect_viz._util.suggest import did_you_mean, listing

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Mark


def size(name: str, value: object, default: float) -> float:
    """A number of pixels above zero."""
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name}={value!r} must be a number of pixels")
    if not math.isfinite(value) or value <= 0:
        raise ValueError(f"{name}={value!r} must be a finite number of pixels above zero")
    return value


def default_size(name: str) -> float | None:
    """What `plot_defaults` says of a size."""
    from inspect_viz.plot._defaults import current

    value = current().get(name)
    return value if isinstance(value, int | float) else None


def label(name: str, given: object, column: str) -> str | None:
    """The label of an axis: the column's name unless there is another one, or None for none."""
    if isinstance(given, NotGiven):
        return column
    if given is not None and not isinstance(given, str):
        raise TypeError(f"{name}={given!r} must be text, None for no label, or NOT_GIVEN for the column's name")
    return given


def heading(label: str | None, otherwise: str) -> str:
    """What tips call a channel: its label, or another name where there is none, which is no word of the grammar."""
    from inspect_viz._spec.channels import is_word

    found = label or otherwise
    return found.title() if is_word(found) else found


def check_text(name: str, value: object, *, optional: bool = False) -> None:
    """TypeError for what is no text."""
    if not isinstance(value, str) and not (optional and value is None):
        raise TypeError(f"{name}={value!r} must be text{', or None for none' if optional else ''}")


def check_flag(name: str, value: object) -> None:
    """TypeError for what is neither True nor False."""
    if not isinstance(value, bool):
        raise TypeError(f"{name}={value!r} must be True or False")


def is_across(orientation: object) -> bool:
    """Whether an orientation is the horizontal one; ValueError for what is none."""
    if orientation not in ("horizontal", "vertical"):
        hint = did_you_mean(orientation, ("horizontal", "vertical"))
        raise ValueError(f"orientation={orientation!r} must be 'horizontal' or 'vertical'.{hint}")
    return orientation == "horizontal"


def top_marks(marks: object) -> list[Mark]:
    """The marks that are drawn over the cells."""
    from inspect_viz._spec.nodes import Mark

    found = [] if marks is None else [own for part in _parts(marks) for own in _parts(part)]
    for mark in found:
        if not isinstance(mark, Mark):
            raise TypeError(f"marks={mark!r} must be a mark such as text(...) or rule_x(...), or a sequence of marks")
    return found


def _parts(marks: object) -> list[Any]:
    """The parts of a sequence; what is none is its own part."""
    return list(marks) if isinstance(marks, list | tuple) else [marks]


def checked_color(name: str, value: object, default: str) -> str:
    """A CSS colour, or the default for None."""
    from inspect_viz._spec.colors import is_color

    if value is None:
        return default
    if not isinstance(value, str):
        raise TypeError(f"{name}={value!r} must be a CSS colour, or None")
    if not is_color(value):
        raise ValueError(f"{name}={value!r} is not a CSS colour such as 'steelblue' or '#4269d0'")
    return value


def picked(argument: str, names: object, known: Iterable[str]) -> tuple[str, ...]:
    """The names that a caller picked; errors unless one of them is known, if any are."""
    if isinstance(names, str) or not isinstance(names, Sequence) or not all(isinstance(name, str) for name in names):
        raise TypeError(f"{argument}={names!r} must be a list of names, or None for all")
    accepted = list(known)
    if accepted and not any(name in accepted for name in names):
        hint = "".join(did_you_mean(name, accepted) for name in list(names)[:1])
        raise ValueError(f"{argument}={list(names)!r}: none of these is among {listing(accepted)}.{hint}")
    return tuple(dict.fromkeys(names))
