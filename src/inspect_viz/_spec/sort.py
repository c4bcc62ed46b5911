"""The `sort` option as Plot reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from inspect_viz._generated import literals

from .errors import is_one, shown, unknown_name, unknown_value, wrong_type
from .names import camel

SCALES = get_args(literals.ScaleName)
IMPLIED = ("data", "width", "height")
COMMON = ("order", "reduce", "reverse", "limit")
POSITIONS = ("x", "x1", "x2", "y", "y1", "y2", "fx", "fy", "z")


@dataclass(frozen=True)
class Sorter:
    """Checks a sort order against the channels that a mark was given, in Mosaic's names."""

    where: str
    given: tuple[str, ...]
    extra: tuple[str, ...] = ()

    def order(self, sort: object) -> object:
        """The sort order in Plot's form; raises for anything else."""
        if sort is None:
            return None
        if isinstance(sort, str):
            return {"channel": self.channel("sort", sort)}
        if not isinstance(sort, Mapping):
            raise wrong_type(self.where, "sort", sort, "a channel's name, a dict or None")
        if "value" in sort or "channel" in sort:
            return self.rows(sort)
        return self.domains(sort)

    def rows(self, sort: Mapping[str, object]) -> object:
        """`{value, order}`: the order of the rows."""
        self.keys("sort", sort, ("value", "channel", "order"))
        value = sort.get("channel", sort.get("value"))
        result: dict[str, object] = {"channel": self.channel("sort", value)}
        if "order" in sort:
            result["order"] = self.direction("sort", sort["order"])
        return result

    def domains(self, sort: Mapping[str, object]) -> object:
        """`{scale: ...}`: the order of each scale's categories."""
        self.keys("sort", sort, (*SCALES, *COMMON))
        result: dict[str, object] = {}
        for key, value in sort.items():
            result[key] = self.domain(key, value) if key in SCALES else self.setting("sort", key, value)
        return result

    def domain(self, scale: str, value: object) -> object:
        argument = f"sort[{scale!r}]"
        if value is None or isinstance(value, str):
            return value if value is None else self.channel(argument, value)
        if not isinstance(value, Mapping):
            raise wrong_type(self.where, argument, value, "a channel's name, a dict or None")
        self.keys(argument, value, ("value", *COMMON))
        if "value" not in value:
            raise ValueError(f"{self.where}: {argument} needs a 'value': the channel to order by.")
        rest = {k: self.setting(argument, k, v) for k, v in value.items() if k != "value"}
        return {"value": self.channel(argument, value["value"]), **rest}

    def keys(self, argument: str, sort: Mapping[str, object], accepted: tuple[str, ...]) -> None:
        for key in sort:
            if key not in accepted:
                raise unknown_name(self.where, f"{argument} key", key, accepted)

    def channel(self, argument: str, value: object) -> str:
        """A channel's name in Mosaic's spelling, "-" kept; the mark must have the channel."""
        if not isinstance(value, str):
            raise wrong_type(self.where, argument, value, "a channel's name")
        sign, name = ("-", value[1:]) if value.startswith("-") and value not in self.extra else ("", value)
        if name in self.extra:
            return sign + name
        known = {camel(n): n for n in get_args(literals.ChannelName)} | {n: n for n in IMPLIED}
        found = name if name in known else camel(name)
        if found not in known:
            raise unknown_value(self.where, argument, value, [*known.values(), *self.extra])
        if found not in (*self.given, *IMPLIED, *POSITIONS):
            has = ", ".join(repr(g) for g in (*self.given, *self.extra)) or "none"
            raise ValueError(
                f"{self.where}: {argument} names {value!r}, a channel that the mark does not have ({has})."
            )
        return sign + found

    def setting(self, argument: str, key: str, value: object) -> object:
        """One of order, reduce, reverse and limit."""
        checks = {"order": self.direction, "reduce": self.reducer, "reverse": self.reverse, "limit": self.limit}
        return checks[key](argument, value)

    def direction(self, argument: str, value: object) -> object:
        if value is not None and not is_one(value, ("ascending", "descending")):
            raise unknown_value(self.where, f"{argument} order", value, ("ascending", "descending"), "None")
        return value

    def reducer(self, argument: str, value: object) -> object:
        if value is None or isinstance(value, bool):
            return value
        names = get_args(literals.Reducer)
        if not is_one(value, names):
            shown_names = [n for n in names if not n[1:].isdigit()]
            raise unknown_value(self.where, f"{argument} reduce", value, shown_names, "a percentile such as 'p25'")
        return value

    def reverse(self, argument: str, value: object) -> object:
        if not isinstance(value, bool):
            raise wrong_type(self.where, f"{argument} reverse", value, "true or false")
        return value

    def limit(self, argument: str, value: object) -> object:
        """A count (negative: from the end), or a slice [from, to]."""
        if isinstance(value, list | tuple) and len(value) == 2 and all(map(whole, value)):
            return tuple(value)
        if not whole(value):
            raise wrong_type(self.where, f"{argument} limit", value, "a whole number or [from, to]")
        if value == 0:
            raise ValueError(f"{self.where}: {argument} limit must not be {shown(value)}.")
        return value


def whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
