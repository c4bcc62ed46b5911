"""The values of options of interactors and legends, by the rules of their functions in Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inspect_viz._spec.arguments import Call, kinds_in
from inspect_viz._spec.errors import wrong_type
from inspect_viz._spec.interactions import NAMES, Brush, check_interaction
from inspect_viz._spec.legends import check_columns, check_legend
from inspect_viz._spec.names import camel

from ._columns import Columns
from ._options import unknown_option
from ._references import References

BRUSH = {camel(name): kinds for name, kinds in kinds_in(Brush).items()}
NEEDED = {"highlight": ("by",), "toggle": ("as", "channels"), "region": ("as", "channels")}
SELECTIONS = ("as", "by", "x", "y")
"""Options of interactors that are no values but what is set, or shown."""


@dataclass(frozen=True)
class Values:
    """Checks values.

    Args:
        references: What the spec defines.
        columns: The columns of its tables.
    """

    references: References
    columns: Columns

    def interactor(self, where: str, entry: Mapping[str, object]) -> None:
        """Raises TypeError or ValueError for a value that is not accepted, or one that is missing."""
        select = str(entry["select"])
        for name in NEEDED.get(select, () if select.startswith("pan") else ("as",)):
            if entry.get(name) is None:
                raise ValueError(f"{where}: the interactor {select!r} needs {name}.")
        for name, value in entry.items():
            if name in SELECTIONS and value is not None:
                self.references.target(where, name, value, either=select.startswith("nearest"))
            elif name != "select" and value is not None:
                self._interaction(where, name, value)

    def _interaction(self, where: str, name: str, value: object) -> None:
        if name in NAMES:
            self.columns.check(where, name, self.references.value(where, name, value), None)
        elif name == "brush" and isinstance(value, Mapping):
            self._brush(f"{where}: brush", value)
        else:
            check_interaction(where, name, self.references.literal(where, name, value))
        for column in value if name == "fields" and isinstance(value, list) else ():
            self.columns.check(where, name, column, None)

    def _brush(self, where: str, brush: Mapping[str, object]) -> None:
        for name, value in brush.items():
            if name not in BRUSH:
                raise unknown_option(where, "the brush", name, BRUSH)
            Call(where).value(name, self.references.literal(where, name, value), BRUSH[name])

    def legend(self, where: str, entry: Mapping[str, object]) -> None:
        """Raises TypeError or ValueError for a value that is not accepted."""
        for name, value in entry.items():
            if name in ("legend", "scores", "lower") or value is None:
                continue
            if name in ("as", "target"):
                self.references.target(where, name, value)
            elif name in ("for", "forPlot"):
                _check_text(where, name, value)
            else:
                self._look(where, name, self.references.literal(where, name, value))

    def _look(self, where: str, name: str, value: object) -> None:
        if name == "columns":
            check_columns(where, value)
        elif name == "field":
            self.columns.check(where, name, value, None)
        else:
            check_legend(where, name, value)


def _check_text(where: str, name: str, value: object) -> None:
    if not isinstance(value, str):
        raise wrong_type(where, name, value, "the name of a plot")
