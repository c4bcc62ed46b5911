"""Columns by which samples and models stand in groups, or of which bars tell."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from inspect_viz._meaning.types import is_number
from inspect_viz._sql import Expression, call, case, literal, name, select, text
from inspect_viz._util.stack import outside
from inspect_viz._util.suggest import did_you_mean, listing

from ._columns import check_category
from ._samples import FLOATING, whole_numbers

if TYPE_CHECKING:
    from inspect_viz._spec.sidecar import AttributeNotes
    from inspect_viz.data import Data

    from ._roles import Roles

Columns: TypeAlias = "str | Sequence[str] | Mapping[str, str | Sequence[str]] | None"
"""A column, several, or those of samples and of models."""

OF = ("samples", "models")
LEVELS = ("samples", "groups")
MOST_GROUPS = 30
"""So many groups stand apart, as in `runtime/src/shared/analysis/group.ts`."""


@dataclass(frozen=True)
class Attributes:
    """What a mark of cells carries besides scores."""

    columns: tuple[AttributeNotes, ...] = ()
    group: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()

    is_table: bool = False
    """Samples are taken together in their groups."""

    remarks: tuple[str, ...] = ()
    """Sentences for the note below a picture, each of which was a warning."""

    def called(self, of: str) -> str:
        """What these groups are of, in words."""
        own = [column.name for column in self.columns if column.of == of and column.name in self.group]
        return " / ".join((name.removeprefix("metadata_") or name).removesuffix("_name") for name in own)


def find_attributes(
    roles: Roles,
    group: Columns,
    bars: Columns,
    level: object = "samples",
    suspects: bool = False,
    margins: object = True,
) -> Attributes:
    """The columns that a caller named.

    Args:
        roles: The columns behind the cells.
        group: Those by which samples and models stand in groups; None for none, or by tasks that share ids.
        bars: Those that are shown as bars.
        level: "samples", or "groups" for one column a group of samples.
        suspects: Whether samples are marked.
        margins: As the view takes it.

    Raises:
        TypeError: If they are no names of columns.
        ValueError: If there is no such column, or it has several values for one sample and for one model.
    """
    if group is None and roles.sample.task is not None:
        group = {"samples": roles.sample.task}
    wanted = {"group": _listed("group", group), "bars": _listed("bars", bars)}
    known: dict[str, AttributeNotes] = {}
    for argument, columns in wanted.items():
        for column, of in columns.items():
            found = _attribute(roles, argument, column, of)
            if known.setdefault(column, found).of != found.of:
                raise ValueError(f"{argument}={column!r} is of {found.of}, but was named as one of {known[column].of}")
    grouped = [known[column] for column in wanted["group"]]
    is_table = _is_table(level, any(own.of == "samples" for own in grouped))
    if is_table and suspects:
        raise ValueError("suspects=True marks samples, of which level='groups' shows none")
    if wanted["bars"] and margins is False:
        raise ValueError("bars stand in the margins; margins=False leaves no room for them")
    of_samples = [column for column in wanted["bars"] if known[column].of == "samples"]
    if is_table and of_samples:
        raise ValueError(f"bars: {of_samples[0]!r} tells of samples, of which level='groups' shows none")
    return Attributes(
        columns=tuple(known.values()),
        group=tuple(wanted["group"]),
        bars=tuple(wanted["bars"]),
        is_table=is_table,
        remarks=tuple(sentence for of in OF for sentence in _many(roles, [own for own in grouped if own.of == of])),
    )


def _is_table(level: object, has_groups: bool) -> bool:
    if level not in LEVELS:
        raise ValueError(f"level={level!r} must be {listing(LEVELS)}.{did_you_mean(level, LEVELS)}")
    if level == "groups" and not has_groups:
        raise ValueError("level='groups' shows groups of samples; group= must name a column of samples")
    return level == "groups"


def _listed(argument: str, given: object) -> dict[str, str | None]:
    """Names of columns, and whose they are where the caller said so."""
    if given is None:
        return {}
    if isinstance(given, str):
        return {given: None}
    if isinstance(given, Mapping):
        for key in (key for key in given if key not in OF):
            raise ValueError(f"{argument}: {key!r} must be {listing(OF)}.{did_you_mean(key, OF)}")
        return {column: of for of in OF for column in _listed(argument, given.get(of))}
    if not isinstance(given, Sequence):
        raise TypeError(f"{argument}={given!r} must be the name of a column, or a list of names")
    for n, column in enumerate(given):
        if not isinstance(column, str):
            raise TypeError(f"{argument}: {column!r} must be the name of a column")
        if column in given[:n]:
            raise ValueError(f"{argument}: {column!r} is named twice")
    return dict.fromkeys(given)


def _attribute(roles: Roles, argument: str, column: str, of: str | None) -> AttributeNotes:
    from inspect_viz._spec.sidecar import AttributeNotes

    data = roles.data
    check_category(data, argument, column)
    value, is_numeric = value_of(data, column)
    differs = {own: _differing(roles, own, value) for own in OF if of in (None, own)}
    found = next((own for own in OF if differs.get(own, "") is None), None)
    if found is None:
        one = "each sample, or for each model" if of is None else f"each of the {of}"
        raise ValueError(
            f"{argument}={column!r} differs within {next(iter(differs.values()))}; it must hold one value for {one}"
        )
    return AttributeNotes(name=column, of=found, value=text(value), number=is_numeric or None)  # type: ignore[arg-type]


def value_of(data: Data, column: str) -> tuple[Expression, bool]:
    """A row's value in a column, NULL for none, and whether it is a number."""
    kind = data.reader.types[column]
    value: Expression = name(column)
    if kind in FLOATING:
        return whole_numbers(data, column) or case({~call("isnan", value): value}), True
    if is_number(kind):
        return value, kind != "BOOLEAN"
    return call("nullif", value.as_text(), ""), False


def _differing(roles: Roles, of: str, value: Expression) -> str | None:
    """The first sample, or model, with two values, in words; None where each has one."""
    key = band_of(roles, of)
    asked = select(key.as_text(), call("min", value).as_text(), call("max", value).as_text(), source="data")
    several = asked.grouped(key).having(call("count", value, distinct=True).above(1))
    rows = roles.data.reader.ask(several.ordered(key).first(1))
    if not rows:
        return None
    band, low, high = rows[0]
    return f"the {of[:-1]} {band!r}: {low!r} and {high!r}"


def band_of(roles: Roles, of: str) -> Expression:
    """What names a row's sample or model."""
    return roles.model.name if of == "models" else roles.sample.name


def _many(roles: Roles, columns: Sequence[AttributeNotes]) -> list[str]:
    """A sentence, which is also a warning, about more groups than stand apart."""
    if not columns:
        return []
    of = columns[0].of
    values = {f"v{i}": call("min", value_of(roles.data, own.name)[0]) for i, own in enumerate(columns)}
    each = select(**values, source="data").grouped(band_of(roles, of))
    groups = int(roles.data.reader.ask(select(call("count", literal(1)), source=select(source=each).unique()))[0][0])
    if groups <= MOST_GROUPS:
        return []
    names = listing(own.name for own in columns)
    sentence = (
        f"group={names}: {groups:,} different values; the {MOST_GROUPS} with the most {of} stand apart, "
        f"the other {groups - MOST_GROUPS:,} together"
    )
    warnings.warn(sentence, stacklevel=outside())
    return [sentence]


__all__ = ["Attributes", "Columns", "find_attributes"]
