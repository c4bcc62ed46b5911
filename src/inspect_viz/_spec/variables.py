"""The params of a spec: those of the picture, named by first use, and texts that Mosaic would take for their names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from inspect_viz._params import Param, ParamValue, Selection


@dataclass
class Variables:
    """Names of params (`p0`, ...), selections (`s0`, ...) and texts that begin with `$` (`literal0`, ...)."""

    spec: dict[str, object] = field(default_factory=dict)
    """Name -> what Mosaic is told of it."""

    taken: Collection[str] = ()
    """Names that mean something else in the picture."""

    params: dict[str, Param] = field(default_factory=dict)
    selections: dict[str, Selection] = field(default_factory=dict)

    def reference(self, value: Param | Selection) -> str:
        """What stands for a param or a selection in the spec."""
        return f"${self.param(value) if isinstance(value, Param) else self.selection(value)}"

    def param(self, param: Param) -> str:
        for name, known in self.params.items():
            if known is param:
                return name
        name = self.free("p", len(self.params))
        self.params[name] = param
        self.spec[name] = self.held(param.default)
        return name

    def selection(self, selection: Selection) -> str:
        for name, known in self.selections.items():
            if known is selection:
                return name
        include = [self.reference(included) for included in selection.include]
        name = self.free("s", len(self.selections))
        self.selections[name] = selection
        given = {
            "select": selection.select,
            "cross": True if selection.cross and selection.select != "crossfilter" else None,
            "empty": selection.empty or None,
            "include": include or None,
        }
        self.spec[name] = {key: value for key, value in given.items() if value is not None}
        return name

    def free(self, prefix: str, number: int) -> str:
        """The first name from this number on that is not taken."""
        while f"{prefix}{number}" in self.taken or f"{prefix}{number}" in self.spec:
            number += 1
        return f"{prefix}{number}"

    def held(self, value: ParamValue) -> dict[str, object]:
        """A value as the content of a param."""
        if isinstance(value, date):
            return {"date": value.isoformat()}
        if isinstance(value, Sequence) and not isinstance(value, str):
            return {"value": [self.value(item) for item in value]}
        return {"value": value}

    def value(self, value: object) -> object:
        """The value as it can stand in the spec: a reference for params, and for texts and lists that need one."""
        if isinstance(value, Param | Selection):
            return self.reference(value)
        if isinstance(value, list) and any(isinstance(item, Param) for item in value):
            return self.literal([self.value(item) for item in value])
        return self.literal(value) if isinstance(value, str) and value.startswith("$") else value

    def literal(self, value: object) -> str:
        """A reference to a param that holds the value and that nobody changes."""
        for name, param in self.spec.items():
            if name.startswith("literal") and param == {"value": value}:
                return f"${name}"
        name = self.free("literal", sum(name.startswith("literal") for name in self.spec))
        self.spec[name] = {"value": value}
        return f"${name}"
