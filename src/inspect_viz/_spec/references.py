"""Params in SQL: texts between which they stand, and the texts that the database is asked about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from inspect_viz._engine import quote_literal
from inspect_viz._params import Param, ParamValue, param_of, referenced

from .nodes import ColumnParam, Transform

QUOTED = re.compile(r"'(?:''|[^'])*'|\"(?:\"\"|[^\"])*\"")


def sql_parts(where: str, text: str) -> tuple[object, ...]:
    """SQL as texts with the params between them; raises for a reference that stands for no value."""
    if not referenced(text):
        return (text,)
    for quoted in QUOTED.findall(text):
        if referenced(quoted):
            raise ValueError(f"{where}: a param stands for a value, so it needs no quotes around it, as in {quoted!r}.")
    parts: list[object] = []
    rest = text
    for reference in referenced(text):
        before, _, rest = rest.partition(reference)
        parts += [before, _param(where, reference)]
    return (*parts, rest)


def _param(where: str, reference: str) -> Param:
    found = param_of(reference)
    if isinstance(found, Param):
        return found
    problem = "is a selection" if found is not None else "was dropped before it was used"
    raise ValueError(f"{where}: only params can stand in an expression, but {found or reference!r} {problem}.")


def sql_text(parts: tuple[object, ...]) -> str:
    """The SQL with the values that its params have first."""
    return joined(parts, lambda param: literal(param.default))


def joined(parts: tuple[object, ...], written: Callable[[Param], str]) -> str:
    """The SQL with its params as they are written; a letter or digit behind one does not become a part of it."""
    text = ""
    for part in parts:
        own = written(part) if isinstance(part, Param) else str(part)
        text += f" {own}" if re.search(r"\w$", text) and re.match(r"\w", own) else own
    return text


def literal(value: ParamValue) -> str:
    """A value as SQL writes it."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    return quote_literal(value)


def params_in(value: object) -> Iterator[Param]:
    """The params in the value of an option, nested ones included."""
    if isinstance(value, Param):
        yield value
    elif isinstance(value, ColumnParam):
        yield value.param
    elif isinstance(value, Transform):
        yield from params_in((*value.args, *value.options.values()))
    elif isinstance(value, Mapping):
        yield from params_in(tuple(value.values()))
    elif isinstance(value, tuple):
        for item in value:
            yield from params_in(item)


def check_text(where: str, argument: str, value: str) -> None:
    """Raises ValueError for a text that holds the reference of a param, which only SQL can."""
    if referenced(value):
        held = param_of(referenced(value)[0])
        raise ValueError(f"{where}: {argument} holds a reference to {held!r}; give that itself, or sql(...) with it.")
