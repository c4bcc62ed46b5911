"""Options of the process: what cells of a notebook show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict, cast, get_args

from ._util.suggest import did_you_mean, listing

if TYPE_CHECKING:
    from typing_extensions import Unpack

OutputFormat: TypeAlias = Literal["auto", "js", "png"]


class OptionsArgs(TypedDict, total=False):
    """What `options_context` takes."""

    output_format: OutputFormat
    """What a cell shows: "auto" and "js" a picture that answers the pointer, "png" an image alone."""


_DEFAULTS: OptionsArgs = {"output_format": "auto"}
_within: ContextVar[OptionsArgs | None] = ContextVar("inspect_viz_options", default=None)


class Options:
    """The options, by attributes: `options.output_format = "png"`. In an `options_context` they are that context's."""

    def __init__(self) -> None:
        self.__dict__["_process"] = OptionsArgs(**_DEFAULTS)

    @property
    def _now(self) -> OptionsArgs:
        within = _within.get()
        process: OptionsArgs = self.__dict__["_process"]
        return process if within is None else within

    def __getattr__(self, name: str) -> object:
        if name in _DEFAULTS:
            return cast("dict[str, object]", self._now)[name]
        raise AttributeError(f"options: there is no {name!r}.{_hint(name)}")

    def __setattr__(self, name: str, value: object) -> None:
        _check("options", {name: value})
        cast("dict[str, object]", self._now)[name] = value

    def __dir__(self) -> list[str]:
        return list(_DEFAULTS)

    def __repr__(self) -> str:
        return f"Options({', '.join(f'{k}={v!r}' for k, v in self._now.items())})"


options = Options()


@contextmanager
def options_context(**kwargs: Unpack[OptionsArgs]) -> Iterator[None]:
    """Options for a `with` block; after it, also after an error, they are what they were before.

    Threads and coroutines have contexts of their own.

    Args:
        kwargs: Options by name: `output_format`, what a cell shows: "auto" or "js" a picture that answers the pointer,
            "png" an image alone.

    Raises:
        TypeError: for an unknown option.
        ValueError: for a value that is not accepted.
    """
    _check("options_context", kwargs)
    token = _within.set({**options._now, **kwargs})
    try:
        yield
    finally:
        _within.reset(token)


def _check(where: str, given: object) -> None:
    for name, value in cast("dict[str, object]", given).items():
        if name not in _DEFAULTS:
            raise TypeError(f"{where}: unknown option {name!r}.{_hint(name)}")
        accepted = get_args(OutputFormat)
        if value not in accepted:
            raise ValueError(
                f"{where}: {name} must be one of {listing(accepted)}, not {value!r}.{did_you_mean(value, accepted)}"
            )


def _hint(name: str) -> str:
    return did_you_mean(name, _DEFAULTS) or f" The options are {listing(_DEFAULTS)}."
