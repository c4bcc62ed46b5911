"""A model with which all others are compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ._models import checked_model
from ._samples import names_of

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Mark

    from ._roles import Roles


def checked_baseline(baseline: object, roles: Roles, *, is_table: bool) -> str | None:
    """The model that a caller named; errors for what is none.

    Args:
        baseline: The name, or None.
        roles: The columns behind the cells.
        is_table: Whether samples are taken together in groups.

    Raises:
        TypeError: If it is no text.
        ValueError: If there is no such model, or no other, or cells cannot show differences.
    """
    if baseline is None:
        return None
    name = checked_model(roles.data, roles.model, "baseline", baseline)
    if len(names_of(roles.data, roles.model.name)) < 2:
        raise ValueError(f"baseline={name!r} is the only model, so that there is none to compare with it")
    if roles.score.epochs.is_split:
        raise ValueError(f"baseline={name!r}: cells show differences of means; epochs='split' shows epochs")
    if is_table:
        raise ValueError(f"baseline={name!r}: differences are those of samples; level='groups' shows means of groups")
    return name


def with_baseline(mark: Mark, baseline: str | None) -> Mark:
    """The mark of cells that show differences from this model."""
    assert mark.notes is not None
    return mark if baseline is None else replace(mark, notes=replace(mark.notes, baseline=baseline))


def difference_domain(domain: dict[str, object], baseline: str | None) -> dict[str, object]:
    """The colours' domain for differences of scores that have one."""
    if baseline is None or not domain:
        return domain
    low, high = domain["color_domain"]  # type: ignore[misc]
    return {"color_domain": [low - high, high - low]}  # type: ignore[has-type]


def difference_label(score: str, baseline: str | None) -> str:
    """What a legend calls scores, or differences."""
    return score if baseline is None else f"{score}, difference from {baseline}"


__all__ = ["checked_baseline", "difference_domain", "difference_label", "with_baseline"]
