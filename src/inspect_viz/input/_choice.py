"""Whether the value of a param is among what is offered."""

from __future__ import annotations

from collections.abc import Sequence

from inspect_viz._params import Param
from inspect_viz._spec.inputs import Option, check_choice


def check_param(where: str, target: Param, offered: Sequence[Option] | None, multiple: bool) -> None:
    """Raises where the value of a param is no choice."""
    own = target.default
    check_choice(where, "the value of the target", tuple(own) if isinstance(own, list) else own, offered, multiple)
