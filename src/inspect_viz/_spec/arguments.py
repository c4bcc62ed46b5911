"""Turns the arguments of one call into options as Mosaic names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from inspect_viz._params import Param, Selection

from .errors import shown, unknown_name, unknown_value, wrong_type
from .formats import check_format
from .freeze import frozen, thaw
from .kinds import CHECKS, REFUSED, choice, described, description, finite, literal_values, plain
from .names import camel, snake
from .ranges import check_range
from .references import check_text

CHANNELS = ("Channel", "ChannelSpec", "ChannelIntervalSpec")
NESTED = ("Margins", "TextStyles", "TipFormat", "TipOptions")
Kinds = tuple[str, ...]


def kinds_of(annotation: str) -> Kinds:
    """The types in an annotation, "None" last."""
    return tuple(sorted((kind for kind in annotation.split(" | ") if kind != "Param"), key="None".__eq__))


def kinds_in(options: type) -> dict[str, Kinds]:
    """Option -> types, from a generated TypedDict."""
    found: dict[str, Any] = options.__annotations__
    return {k: kinds_of(getattr(v, "__forward_arg__", v)) for k, v in found.items()}


@dataclass(frozen=True)
class Call:
    """One call of a function of the grammar: its name for messages."""

    where: str

    def options(self, given: Mapping[str, object], known: Mapping[str, Kinds], what: str) -> dict[str, object]:
        """Checked options by Mosaic's names; `None` where Mosaic knows no null counts as not given."""
        for name in given:
            if name not in known:
                raise unknown_name(self.where, what, name, known)
        kept = {k: v for k, v in given.items() if v is not None or accepts_none(known[k])}
        return {camel(k): self.value(k, v, known[k]) for k, v in kept.items()}

    def value(self, argument: str, value: object, kinds: Kinds) -> object:
        """The checked value; raises when none of the types takes it."""
        value = plain(value)
        if isinstance(value, Param):
            return self.param(argument, value, kinds)
        if isinstance(value, Selection):
            return self.selection(argument, value, kinds)
        if isinstance(value, str):
            check_text(self.where, argument, value)
        for kind in kinds:
            found = self.convert(argument, value, kind)
            if found is not REFUSED:
                self.check_number(argument, found)
                if isinstance(found, str) and snake(argument).endswith("tick_format"):
                    check_format(self.where, argument, found)
                return found
        raise self.refusal(argument, value, kinds)

    def param(self, argument: str, param: Param, kinds: Kinds) -> object:
        """The param, whose value must be one that the argument takes, as Mosaic writes it."""
        found = thaw(self.value(argument, param.default, kinds))
        if isinstance(param.default, str) and found != param.default:
            raise ValueError(f"{self.where}: {argument}={param!r} must be written {found!r} to be a param's value.")
        return param

    def selection(self, argument: str, selection: Selection, kinds: Kinds) -> object:
        """A selection, where an interval that was selected can stand: in the domains of scales."""
        if argument.endswith("_domain"):
            return selection
        raise wrong_type(self.where, argument, selection, f"{described(kinds)} or a Param")

    def convert(self, argument: str, value: object, kind: str) -> object:
        if kind in CHECKS:
            return CHECKS[kind](value)
        if kind in NESTED:
            return self.nested(argument, value, kind)
        if kind == "SortOrder":
            return value
        return spelled(kind, choice(kind, value))

    def nested(self, argument: str, value: object, kind: str) -> object:
        """Options in a dict of their own, such as those of a tip."""
        if not isinstance(value, Mapping):
            return REFUSED
        from inspect_viz._generated import attributes, options

        known = kinds_in(getattr(attributes if kind == "Margins" else options, kind))
        inner = replace(self, where=f"{self.where}: {argument}")
        return frozen(inner.options(value, known, "key"))

    def check_number(self, argument: str, value: object) -> None:
        if not finite(value):
            raise ValueError(f"{self.where}: {argument} must be finite, not {shown(value)}.")
        check_range(self.where, argument, value)

    def refusal(self, argument: str, value: object, kinds: Kinds) -> Exception:
        """The error for a value that none of the types takes."""
        accepted = [v for kind in kinds for v in literal_values(kind)]
        others = [description(kind) for kind in kinds if not literal_values(kind)]
        if isinstance(value, str) and accepted:
            return unknown_value(self.where, argument, value, accepted, " or ".join(others))
        if isinstance(value, str) and {"Interval", "Length"} & set(kinds):
            return ValueError(f"{self.where}: {argument} must be {described(kinds)}, not {shown(value)}.")
        return wrong_type(self.where, argument, value, described(kinds))


class Fixed(Call):
    """One call of a function whose values stay as they are: no param can stand for them."""

    def param(self, argument: str, param: Param, kinds: Kinds) -> object:
        raise self.refusal(argument, param, kinds)

    def selection(self, argument: str, selection: Selection, kinds: Kinds) -> object:
        raise self.refusal(argument, selection, kinds)


def accepts_none(kinds: Kinds) -> bool:
    return any(kind in ("None", "object", "SortOrder", *CHANNELS) for kind in kinds)


def spelled(kind: str, value: object) -> object:
    """Names that are identifiers in Mosaic are camel-case there."""
    return camel(value) if kind in ("SelectFilter", "ChannelName") and isinstance(value, str) else value
