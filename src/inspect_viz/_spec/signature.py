"""Signatures and docstrings that list every option, for help() and Tab completion."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from inspect_viz._util.notgiven import NOT_GIVEN

F = TypeVar("F", bound=Callable[..., Any])
POSITIONAL, KEYWORD = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY


def lists_options(
    options: type, lines: Mapping[str, str], has: Callable[[str], bool] = lambda name: True
) -> Callable[[F], F]:
    """A decorator that puts the keys of a TypedDict into the signature and docstring of a function.

    Args:
        options: TypedDict of the options that the function takes as keywords.
        lines: Explanation of each option.
        has: Whether the function has an option.
    """

    def decorate(function: F) -> F:
        own = inspect.signature(function)
        rest = {name: kind for name, kind in further(own, options).items() if has(name)}
        function.__signature__ = listed(own, rest, ())  # type: ignore[attr-defined]
        text = inspect.cleandoc(function.__doc__ or "")
        function.__doc__ = f"{text}\n\nOptions:{explained(rest, lines)}\n"
        return function

    return decorate


def as_in(other: Callable[..., Any], **lines: str) -> Callable[[F], F]:
    """A decorator of a function whose arguments are explained, and errors told, where another function has them.

    Args:
        other: The other function.
        lines: What is said in another way.
    """
    text = inspect.cleandoc(other.__doc__ or "")
    arguments, _, raised = text.partition("Raises:")
    known = {**_lines(arguments.partition("Args:")[2]), **lines}

    def decorate(function: F) -> F:
        names = inspect.signature(function).parameters
        own = inspect.cleandoc(function.__doc__ or "")
        function.__doc__ = f"{own}\n\nArgs:{explained(names, known)}\n\nRaises:{raised.rstrip()}\n"
        return function

    return decorate


def lines_of(options: type) -> dict[str, str]:
    """The explanations of the keys of a TypedDict, in one line each: what stands in its docstring below "Keys:"."""
    return _lines(inspect.cleandoc(options.__doc__ or "").partition("Keys:")[2])


def _lines(section: str) -> dict[str, str]:
    """`name: text` for each name; a text goes on in lines that are indented further."""
    found = re.findall(r"^ {4}(\w+): (.*(?:\n {5,}.*)*)", section, re.MULTILINE)
    return {name: re.sub(r"\s+", " ", text) for name, text in found}


def further(own: inspect.Signature, options: type) -> dict[str, Any]:
    """The keys of a TypedDict that are no parameters of the function's own, with their types."""
    return {k: v for k, v in options.__annotations__.items() if k not in own.parameters}


def listed(own: inspect.Signature, rest: Mapping[str, Any], order: Sequence[str]) -> inspect.Signature:
    """The function's own parameters, then those options that have a position, then the others."""
    fixed = [p for p in own.parameters.values() if p.kind is not p.VAR_KEYWORD]
    positional = [p for p in fixed if p.kind is not p.KEYWORD_ONLY]
    by_name = [p for p in fixed if p.kind is p.KEYWORD_ONLY]
    ordered = [parameter(n, rest[n], POSITIONAL) for n in order]
    others = [parameter(n, kind, KEYWORD) for n, kind in rest.items() if n not in order]
    return own.replace(parameters=[*positional, *ordered, *by_name, *others])


def parameter(name: str, kind: Any, position: Any) -> inspect.Parameter:
    annotation = getattr(kind, "__forward_arg__", kind)
    return inspect.Parameter(name, position, default=NOT_GIVEN, annotation=annotation)


def explained(names: Iterable[str], lines: Mapping[str, str]) -> str:
    """A line about each name that has one, as docstrings list arguments."""
    return "".join(f"\n    {name}: {lines[name]}" for name in names if name in lines)
