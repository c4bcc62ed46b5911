"""Channels written as a dict: a value with its interval, or with the label and the scale that it has."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from inspect_viz._engine import quote_identifier

from .errors import is_one, shown, unknown_name, wrong_type
from .freeze import frozen
from .nodes import Column, Transform, short

KEYS = ("value", "interval", "label", "scale")
SCALES = {"fill": "color", "stroke": "color", "x1": "x", "x2": "x", "y1": "y", "y2": "y"}


def unfolded(
    where: str, given: Mapping[str, object], options: Container[str], columns: Container[str]
) -> dict[str, object]:
    """The arguments with such dicts taken apart; `options` are those of the mark."""
    found = dict(given)
    for argument, value in given.items():
        if isinstance(value, Mapping) and "value" in value and argument not in ("sort", "tip"):
            found.update(_parts(where, argument, value, options, columns))
    return found


def _parts(
    where: str, argument: str, folded: Mapping[str, object], options: Container[str], columns: Container[str]
) -> dict[str, object]:
    for key in folded:
        if key not in KEYS:
            raise unknown_name(where, f"{argument} key", key, KEYS)
    _check_scale(where, argument, folded.get("scale", "auto"))
    parts = {argument: _labelled(where, argument, folded["value"], folded.get("label"), columns)}
    if "interval" not in folded:
        return parts
    if "interval" not in options:
        raise TypeError(f"{where}: {argument} has an interval, which the mark does not take.")
    return {**parts, "interval": folded["interval"]}


def _check_scale(where: str, argument: str, scale: object) -> None:
    """Raises ValueError for another scale than the channel's own, which Mosaic has no way to say."""
    own = SCALES.get(argument, argument)
    if scale is not True and not is_one(scale, ("auto", own)):
        raise ValueError(f"{where}: {argument} scale must be 'auto', true or {own!r}, not {shown(scale)}.")


def _labelled(where: str, argument: str, value: object, label: object, columns: Container[str]) -> object:
    """The value with a label of its own."""
    if label is None:
        return value
    if not isinstance(label, str):
        raise wrong_type(where, f"{argument} label", label, "text or None")
    name = value.name if isinstance(value, Column) else value
    if isinstance(name, str) and name in columns:
        return Transform("sql", (quote_identifier(name),), frozen({"label": label}))
    if isinstance(value, Transform) and value.name == "sql":
        return replace(value, options=frozen({**value.options, "label": label}))
    told = short(value) if isinstance(value, Transform) else shown(value)
    raise TypeError(
        f"{where}: {argument} label belongs to a column or to sql(...), not to {told}; plots take labels, too."
    )
