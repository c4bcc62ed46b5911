"""The mark of cells behind views and analyses of samples and models."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from inspect_viz._sql import Expression, text

from ._cell_options import AUTO
from ._groups import Attributes
from ._order import Sort
from ._orders import Orders, Versus, find_orders
from ._roles import Roles
from ._state import State

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Column, Mark, Transform
    from inspect_viz._spec.sidecar import CellNotes


NO_ATTRIBUTES = Attributes()
NO_STATE = State()


def checked_threshold(value: object) -> float | None:
    """The least score of a cell that solves its sample; errors for what is none."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"threshold={value!r} must be a score, or None")
    if not math.isfinite(value):
        raise ValueError(f"threshold={value!r} must be a finite score")
    return float(value)


def checked_lower(higher_is_better: object) -> bool:
    """Whether lower scores are better."""
    if not isinstance(higher_is_better, bool):
        raise TypeError(f"higher_is_better={higher_is_better!r} must be True or False")
    return not higher_is_better


def heatmap_cells(
    roles: Roles,
    look: tuple[float, str | None],
    tip: bool,
    sort: Sort | Sequence[object] | Versus,
    across: bool,
    threshold: float | None,
    details: tuple[str, ...] = (),
    attributes: Attributes = NO_ATTRIBUTES,
    state: State = NO_STATE,
) -> Mark:
    """The mark of the cells of samples and models.

    Args:
        roles: The columns behind it.
        look: Inset in pixels, and colour of the printed values.
        tip: Whether cells answer to the pointer.
        sort: The order of samples and models, or two models that are compared.
        across: Whether samples stand on x.
        threshold: The least score of a cell that solves its sample.
        details: Columns whose texts a page carries.
        attributes: Columns of samples and models.
        state: What a reader has made of the picture.
    """
    from inspect_viz.mark import cell
    from inspect_viz.transform import agg

    inset, color = look
    score = roles.score
    samples = category(roles.sample.column, roles.sample.whole)
    models = category(roles.model.column, roles.model.apart)
    x, y = (samples, models) if across else (models, samples)
    orders = find_orders(sort, roles, across)
    mark = cell(
        roles.data,
        x=x,
        y=y,
        fill=agg(score.of_cell, label=score.column),
        inset=inset,
        tip=tip,
        sort=orders.sort,  # type: ignore[arg-type]
        channels={**orders.channels, **({} if roles.invalidation is None else {"invalidated": roles.invalidation})},
    )
    notes = _notes(roles, color, across, orders)
    notes = replace(notes, attributes=attributes.columns, group=attributes.group, bars=attributes.bars)
    if attributes.is_table:
        notes = replace(notes, level="groups", text=notes.text or AUTO)
    notes = state.in_notes(notes, roles, sort)
    return replace(mark, notes=replace(notes, threshold=threshold, details=details))


def with_suspects(mark: Mark) -> Mark:
    """The mark with diamonds at samples that go against the others."""
    assert mark.notes is not None
    return replace(mark, notes=replace(mark.notes, suspects=True))


def models_needed(mark: Mark) -> tuple[str, ...]:
    """The models by whose scores samples stand, or from which differences are taken."""
    assert mark.notes is not None
    own, base = mark.notes.samples, mark.notes.baseline
    by = () if own is None or own.model is None else (own.model,)
    return mark.notes.versus or ((base, *by) if base is not None else by)


def category(named: str, value: Expression | None) -> Column | Transform:
    """A channel of a column, or of what is to be shown for it."""
    from inspect_viz.transform import column, sql

    return column(named) if value is None else sql(text(value), label=named)


def _notes(roles: Roles, color: str | None, across: bool, orders: Orders) -> CellNotes:
    """What the runtime is told of the columns behind the cells."""
    from inspect_viz._spec.sidecar import CellNotes, ChannelNames

    sample, model = roles.sample.column, "model"
    x, y = (sample, model) if across else (model, sample)
    return CellNotes(
        value=text(roles.score.value),
        text=color,
        names=ChannelNames(x=x, y=y, value=roles.score.column),
        sample_axis="x" if across else "y",
        lower=roles.score.epochs.is_lower or None,
        order="adjusted" if orders.adjusted else "given",
        samples=orders.samples,
        models=orders.models,
        versus=orders.versus,
        runs=roles.model.of_one,
        combined=None if roles.score.epochs.is_mean else True,
        split=roles.score.epochs.is_split or None,
        error=None if roles.error is None else text(roles.error),
        limit=None if roles.limit is None else text(roles.limit),
        infinite=None if roles.infinite is None else text(roles.infinite),
        **{name: text(holds) for name, holds in roles.told.items()},  # type: ignore[arg-type]
        pending=roles.pending or None,
        link=roles.link,
        epoch=roles.epoch,
        log=roles.log,
    )
