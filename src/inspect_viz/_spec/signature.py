"""Signatures and docstrings that list every option, for help() and Tab completion."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from inspect_viz._util.notgiven import NOT_GIVEN

F = TypeVar("F", bound=Callable[..., Any])


def lists_options(options: type, lines: Mapping[str, str], order: str = "") -> Callable[[F], F]:
    """A decorator that puts the keys of a TypedDict into the signature and docstring of a function.

    Args:
        options: TypedDict of the options that the function takes as keywords.
        lines: Explanation of each option.
        order: Names of those options that may also be given by position, after the function's own.
    """

    def decorate(function: F) -> F:
        own = inspect.signature(function)
        fixed = [p for p in own.parameters.values() if p.kind is not p.VAR_KEYWORD]
        names = [p.name for p in fixed]
        most = limit(fixed)

        @functools.wraps(function)
        def call(*args: object, **keywords: object) -> object:
            return function(*args[:most], **keywords, **surplus(function, args[most:], order, keywords))

        rest = {k: v for k, v in options.__annotations__.items() if k not in names}
        call.__signature__ = signature(own, fixed, rest, order.split())  # type: ignore[attr-defined]
        call.__doc__ = documented(function.__doc__ or "", rest, lines)
        return cast(F, call)

    return decorate


def limit(fixed: list[inspect.Parameter]) -> int:
    """How many arguments the function itself takes by position."""
    if any(p.kind is p.VAR_POSITIONAL for p in fixed):
        return sys.maxsize
    return sum(p.kind is p.POSITIONAL_OR_KEYWORD for p in fixed)


def surplus(
    function: Callable[..., Any], args: tuple[object, ...], order: str, keywords: Mapping[str, object]
) -> dict[str, object]:
    """Further arguments by position, under their names."""
    names = order.split()
    if len(args) > len(names):
        raise TypeError(f"{function.__name__}: too many arguments by position; give options by name.")
    found = dict(zip(names, args, strict=False))
    for name in found:
        if name in keywords:
            raise TypeError(f"{function.__name__}: {name} is given twice.")
    return found


def signature(
    own: inspect.Signature, fixed: list[inspect.Parameter], rest: Mapping[str, Any], order: list[str]
) -> inspect.Signature:
    """The function's own parameters, then those with a position, then the others."""
    positional = [p for p in fixed if p.kind is not p.KEYWORD_ONLY]
    by_name = [p for p in fixed if p.kind is p.KEYWORD_ONLY]
    ordered = [parameter(n, rest[n], inspect.Parameter.POSITIONAL_OR_KEYWORD) for n in order]
    others = [parameter(n, kind, inspect.Parameter.KEYWORD_ONLY) for n, kind in rest.items() if n not in order]
    return own.replace(parameters=[*positional, *ordered, *by_name, *others])


def parameter(name: str, kind: Any, position: Any) -> inspect.Parameter:
    annotation = getattr(kind, "__forward_arg__", kind)
    return inspect.Parameter(name, position, default=NOT_GIVEN, annotation=annotation)


def documented(text: str, rest: Mapping[str, object], lines: Mapping[str, str]) -> str:
    """The docstring with a line about each option."""
    listed = "".join(f"\n    {name}: {lines[name]}" for name in rest if name in lines)
    return f"{inspect.cleandoc(text)}\n\nOptions:{listed}\n"
