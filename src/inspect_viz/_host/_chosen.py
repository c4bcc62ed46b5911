"""What is chosen in a living picture, as Python sees it: values of params, conditions of selections."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date, datetime, timezone
from functools import partial
from typing import TYPE_CHECKING, Any

from inspect_viz._params import Param, ParamValue, Selection, check_value
from inspect_viz._util.suggest import listing

from . import _board
from ._board import Selected, Shown

if TYPE_CHECKING:
    from inspect_viz._spec import Among
    from inspect_viz._spec.nodes import Drawable

Variable = Param | Selection
Json = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """A change of a param or a selection, and its values before and after."""

    variable: Variable
    old: object
    new: object


class Chosen(MutableMapping[Any, Any]):
    """Params and selections of a picture with what is chosen now; what is set here shows wherever the picture lives."""

    def __init__(self, component: Drawable) -> None:
        self._component = component
        self._names: dict[Variable, str] | None = None
        self._shown: weakref.WeakSet[Any] = weakref.WeakSet()
        self._observers: list[tuple[Callable[[Change], object], Variable | None]] = []

    @property
    def names(self) -> Mapping[Variable, str]:
        """The names in the picture's spec."""
        if self._names is None:
            from inspect_viz._spec import compile

            picture = compile(self._component)
            variables: Mapping[str, Variable] = {**picture.params, **picture.selections}
            self._names = {variable: name for name, variable in variables.items()}
        return self._names

    def __getitem__(self, variable: Variable) -> Any:
        self._check(variable)
        return _board.held(variable)

    def __setitem__(self, variable: Variable, value: object) -> None:
        self._check(variable)
        chosen = self._param(variable, value) if isinstance(variable, Param) else self._selection(value)
        _board.join(self)
        with _board.lock:
            _board.put({variable: (list(chosen) if isinstance(chosen, tuple) else chosen, None)})

    def _param(self, param: Param, value: object) -> ParamValue:
        """The value, which the picture can have wherever the param stands."""
        from inspect_viz._spec.later import check_later

        chosen = check_value("params", "value", value)
        check_later(self._component.node, param, chosen)
        return chosen

    def _selection(self, value: object) -> Selected:
        """The conditions, which are about columns of the picture's data where Python sets them."""
        from inspect_viz._spec.later import check_columns

        chosen = _selected(value)
        if not isinstance(value, Selected):
            check_columns(self._component.node, chosen.values)
        return chosen

    def __delitem__(self, variable: Variable) -> None:
        """Back to the first state."""
        self[variable] = variable.default if isinstance(variable, Param) else None

    def __iter__(self) -> Iterator[Variable]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __repr__(self) -> str:
        return f"{{{', '.join(f'{variable!r}: {self[variable]!r}' for variable in self)}}}"

    def observe(self, handler: Callable[[Change], object], variable: Variable | None = None) -> None:
        """Call `handler` with a `Change` whenever a value has changed, of one variable or of any."""
        if not callable(handler):
            raise TypeError(f"observe: handler must be a function, not {type(handler).__name__}.")
        if variable is not None:
            self._check(variable)
        self._observers.append((handler, variable))
        _board.join(self)

    def unobserve(self, handler: Callable[[Change], object]) -> None:
        """Call `handler` no more."""
        self._observers = [observer for observer in self._observers if observer[0] != handler]

    @property
    def state(self) -> dict[str, Json]:
        """All values as JSON, by the names in the spec: those of readers as they were told."""
        return {name: _board.told.get(variable) or _json(self[variable]) for variable, name in self.names.items()}

    def hear(self, state: Mapping[str, Json], teller: Shown) -> None:
        """Take over what a reader has chosen in one place, and let all others follow, those of other pictures, too.

        What a page was told and tells again is its `echo`: it adds no more than the SQL of the conditions.
        """
        with _board.lock:
            now, changed = self.state, dict[Variable, tuple[Any, Json | None]]()
            for variable, name in self.names.items():
                told = state.get(name)
                if told is not None and _same(now[name], told):
                    self._learn(variable, told)
                elif told is not None and not told.get("echo"):
                    changed[variable] = (_read(told), told)
            _board.put(changed, teller)

    def _learn(self, variable: Variable, told: Json) -> None:
        """Take over the SQL of conditions that are known."""
        _board.values[variable] = _read(told)
        _board.told[variable] = {key: value for key, value in told.items() if key != "echo"}

    def show(self, shown: Shown) -> None:
        """Let a place follow, as long as it lives; places of other pictures may have to answer to this one."""
        self._shown.add(shown)
        _board.join(self)
        for other in _board.others(self):
            for place in list(other._shown):
                place.widen()

    @property
    def widgets(self) -> tuple[Any, ...]:
        """The widgets that show the picture in this notebook."""
        return tuple(self._shown)

    @property
    def among(self) -> Among:
        """The pictures that are shown elsewhere."""
        from inspect_viz._spec import Among

        shown = [other for other in _board.others(self) if other._shown]
        return Among(tuple(other._component.node for other in shown))

    def follow(self, before: Mapping[Variable, Any], teller: Shown | None) -> Iterator[Callable[[], object]]:
        """Tell observers and places of changes of variables that the picture has, all but the place that told them."""
        own = [variable for variable in before if variable in self.names]
        for variable in own:
            if self[variable] != before[variable]:
                yield from self._tell(Change(variable, before[variable], self[variable]))
        for shown in list(self._shown) if own else ():
            if shown is not teller:
                yield partial(shown.choose, self.state)

    def _tell(self, change: Change) -> Iterator[Callable[[], object]]:
        for handler, observed in list(self._observers):
            if observed is None or observed is change.variable:
                yield partial(handler, change)

    def _check(self, variable: object) -> None:
        if not isinstance(variable, Param | Selection):
            raise TypeError(f"params: {variable!r} must be a Param or a Selection, not {type(variable).__name__}.")
        if variable not in self.names:
            known = listing(map(repr, self.names)) if self.names else "none"
            raise KeyError(f"params: the picture has no {variable!r}; it has {known}.")

    def __reduce__(self) -> tuple[object, ...]:
        return (Chosen, (self._component,))


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two choices, as pages tell them, are the same but for their SQL."""
    return all(one.get(key) == other.get(key) for key in ("value", "conditions"))


def _selected(value: object) -> Selected:
    """What a selection is set to: conditions by column, or nothing."""
    if value is None:
        return Selected()
    if isinstance(value, Selected):
        return value
    if not isinstance(value, Mapping):
        raise TypeError(
            "params: a selection is set to None or to a dict of columns, each with an interval (low, high) or a list "
            f"of values, not to {value!r} ({type(value).__name__})."
        )
    return Selected({str(column): _condition(str(column), item) for column, item in value.items()})


def _condition(column: str, value: object) -> object:
    if not isinstance(value, tuple):
        return _checked(column, value if isinstance(value, list | set | frozenset) else [value])
    ends = tuple(_checked(column, value))
    if len(ends) != 2 or not _rises(*ends):
        raise ValueError(f"params: the interval of {column!r} must be (low, high), not {value!r}.")
    return ends


def _rises(low: Any, high: Any) -> bool:
    """Whether two values are of one kind, and the second is no less than the first."""
    low, high = (_moment(end) if isinstance(end, date) else end for end in (low, high))
    try:
        return bool(low <= high)
    except TypeError:
        return False


def _checked(column: str, values: Any) -> list[Any]:
    found = check_value("params", column, list(values))
    return list(found) if isinstance(found, tuple) else [found]


def _json(value: object) -> Json:
    if not isinstance(value, Selected):
        return {"value": _plain(value)}
    conditions = [
        {"columns": [column], "kind": "interval", "value": [_plain(item)]}
        if isinstance(item, tuple)
        else {"columns": [column], "kind": "points", "value": [[_plain(one)] for one in _listed(item)]}
        for column, item in value.values.items()
    ]
    return {"conditions": conditions}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _moment(value: date) -> datetime:
    """The moment that a date is, at UTC where it has no zone of its own."""
    known = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    return known if known.tzinfo else known.replace(tzinfo=timezone.utc)


def _plain(value: object) -> object:
    """Dates as Mosaic knows them."""
    if isinstance(value, datetime):
        return {"date": _moment(value).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
    if isinstance(value, date):
        return {"date": f"{value.isoformat()}T00:00:00Z"}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _read(told: Json) -> object:
    if "conditions" not in told:
        return _revived(told["value"])
    values: dict[str, object] = {}
    for condition in told["conditions"]:
        values.update(_conditions(condition))
    return Selected(values, told.get("sql"))


def _conditions(condition: Json) -> dict[str, object]:
    columns, value = condition["columns"], _revived(condition["value"])
    if condition["kind"] == "interval" and isinstance(value, list):
        return {column: tuple(ends) for column, ends in zip(columns, value, strict=True)}
    if condition["kind"] == "points" and isinstance(value, list):
        return {column: [row[i] for row in value] for i, column in enumerate(columns)}
    return dict.fromkeys(columns, value)


def _revived(value: object) -> object:
    if isinstance(value, dict) and isinstance(value.get("date"), str):
        return datetime.fromisoformat(value["date"].replace("Z", "+00:00"))
    return [_revived(item) for item in value] if isinstance(value, list) else value
