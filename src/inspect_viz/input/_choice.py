"""Whether what is chosen is among what is offered."""

from __future__ import annotations

from collections.abc import Sequence

from inspect_viz._params import Param, ParamValue
from inspect_viz._spec.errors import shown, wrong_type
from inspect_viz._util.suggest import did_you_mean, listing

from ._build import Option, is_among


def check_param(where: str, target: Param, offered: Sequence[Option] | None, multiple: bool) -> None:
    """Raises where the value of a param is no choice."""
    own = target.default
    check_choice(where, "the value of the target", tuple(own) if isinstance(own, list) else own, offered, multiple)


def check_choice(where: str, what: str, value: ParamValue, offered: Sequence[Option] | None, multiple: bool) -> None:
    """Raises for a value that is not offered, for a list where one is wanted, and the other way round."""
    if isinstance(value, tuple) != multiple:
        raise wrong_type(where, what, value, "a list of values" if multiple else "one value")
    for item in value if isinstance(value, tuple) else (value,):
        if offered is not None and not is_among(item, offered):
            names = [shown(option["value"]).strip("'") for option in offered]
            raise ValueError(
                f"{where}: {what} must be one of {listing(names)}, not {shown(item)}.{did_you_mean(item, names)}"
            )
