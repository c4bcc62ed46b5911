"""The values of options of inputs, by the rules of their functions in Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from inspect_viz._params import check_value
from inspect_viz._spec.arguments import Call, kinds_of
from inspect_viz._spec.errors import unknown_value, wrong_type
from inspect_viz._spec.inputs import (
    Option,
    check_condition,
    check_ends,
    check_match,
    check_numeric,
    check_offered,
    check_step,
    position,
)

from ._columns import Columns
from ._options import unknown_option
from ._references import References
from ._sources import unknown_table

Json = Mapping[str, object]

MATCHES = ("any", "all")
SIDES = ("left", "right", "center", "justify")
TARGETS = ("as", "filterBy")
LENGTHS = ("width", "height", "maxWidth", "rowBatch")


@dataclass(frozen=True)
class Inputs:
    """Checks inputs.

    Args:
        references: What the spec defines.
        columns: The columns of its tables.
    """

    references: References
    columns: Columns

    def check(self, where: str, entry: Json) -> None:
        """Raises TypeError or ValueError for a value that is not accepted, or one that is missing."""
        for name in TARGETS:
            if entry.get(name) is not None:
                self.references.target(where, name, entry[name], either=name == "as")
        kept = {k: v for k, v in entry.items() if k not in ("input", *TARGETS) and v is not None}
        given = {name: self._held(where, name, value, entry) for name, value in kept.items()}
        self._common(where, given, entry["input"] == "table")
        checks: Mapping[object, Callable[[str, Json], None]] = {"menu": self._menu, "slider": self._slider}
        checks = {**checks, "search": self._search, "table": self._table}
        checks[entry["input"]](where, given)

    def _held(self, where: str, name: str, value: object, entry: Json) -> object:
        """A value, or that of its param at first; no param names the table of a table."""
        is_fixed = name == "from" and entry["input"] == "table"
        held = self.references.literal if is_fixed else self.references.value
        return held(where, name, value)

    def _common(self, where: str, given: Json, is_table: bool) -> None:
        """What several inputs have."""
        source = given.get("from")
        if source is not None and not isinstance(source, str):
            raise wrong_type(where, "from", source, "the name of a table")
        if source is not None and source not in self.columns.tables.names:
            raise unknown_table(where, "from", source, self.columns.tables.names)
        if source is None and (is_table or "column" in given):
            raise ValueError(f"{where}: from is needed: the table whose {'rows' if is_table else 'column'} it shows.")
        if "column" in given:
            self.columns.check(where, "column", given["column"], source)
        if "field" in given:
            self.columns.check(where, "field", given["field"], None)
        if "label" in given:
            Call(where).value("label", given["label"], kinds_of("str"))
        for name in LENGTHS:
            if name in given and not (is_table and isinstance(given[name], Mapping)):
                _check_length(where, name, given[name])

    def _menu(self, where: str, given: Json) -> None:
        offered = _options(where, given["options"]) if "options" in given else None
        if offered is None and "column" not in given:
            raise ValueError(f"{where}: column or options is needed: the values that are offered.")
        if given.get("listMatch", "any") not in MATCHES:
            raise unknown_value(where, "listMatch", given["listMatch"], MATCHES)
        if "value" in given:
            check_offered(where, "value", check_value(where, "value", given["value"]), offered)

    def _slider(self, where: str, given: Json) -> None:
        has_column = "column" in given
        ends = check_ends(where, given.get("min"), given.get("max"), has_column)
        check_step(where, given.get("step"))
        if has_column:
            column = str(given["column"])
            kinds = {name.lower(): kind for name, kind in self.columns.of(str(given["from"])).items()}
            check_numeric(where, column, kinds[column.lower()])
        chosen = position(where, "value", given["value"], ends) if "value" in given else None
        check_condition(where, given.get("select"), isinstance(chosen, tuple))

    def _search(self, where: str, given: Json) -> None:
        if "type" in given:
            check_match(where, "type", given["type"])

    def _table(self, where: str, given: Json) -> None:
        table = str(given["from"])
        names = given.get("columns", [])
        if not isinstance(names, list):
            raise wrong_type(where, "columns", names, "a list of names")
        for name in names:
            self.columns.check(where, "columns", name, table)
        for look in ("align", "width"):
            self._look(where, look, given.get(look), table)

    def _look(self, where: str, look: str, of: object, table: str) -> None:
        """How columns stand, by their names."""
        if of is None or (look == "width" and not isinstance(of, Mapping)):
            return
        if not isinstance(of, Mapping):
            raise wrong_type(where, look, of, "a dict from column to left, right, center or justify")
        for name, value in of.items():
            self.columns.check(where, look, name, table)
            if look == "width":
                _check_length(where, f"width of {name!r}", value)
            elif value not in SIDES:
                raise unknown_value(where, f"align of {name!r}", value, SIDES)


def _check_length(where: str, name: str, value: object) -> None:
    found = Call(where).value(name, value, kinds_of("float"))
    if isinstance(found, int | float) and found <= 0:
        raise ValueError(f"{where}: {name} must be greater than 0, not {value!r}.")


def _options(where: str, options: object) -> list[Option]:
    """The choices that a menu offers."""
    if not isinstance(options, list):
        raise wrong_type(where, "options", options, "a list of values, or of dicts with value and label")
    if not options:
        raise ValueError(f"{where}: options is empty; there is nothing to choose.")
    return [_option(f"{where}: options[{i}]", one) for i, one in enumerate(options)]


def _option(where: str, one: object) -> Option:
    if not isinstance(one, Mapping):
        return {"value": check_value(where, "value", one)}
    for name in one:
        if name not in ("value", "label"):
            raise unknown_option(where, "an option", name, ("value", "label"))
    if "value" not in one:
        raise ValueError(f"{where}: value is needed: what is chosen.")
    if one.get("label") is not None and not isinstance(one["label"], str):
        raise wrong_type(where, "label", one["label"], "text")
    return {"value": check_value(where, "value", one["value"])}
