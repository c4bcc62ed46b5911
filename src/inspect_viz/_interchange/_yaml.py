"""YAML 1.2 by PyYAML, whose own rules are those of 1.1: there "no" is false and 12:30 a number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, ClassVar

CORE = (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
)
"""The core schema: tag, form, first letters ("\\0": of nothing)."""


def parse(where: str, text: str) -> object:
    """What a text says.

    Raises:
        ImportError: If PyYAML is not there.
        ValueError: If it is no YAML.
    """
    try:
        import yaml  # type: ignore[import-untyped]
    except ImportError as error:
        raise ImportError(f'{where}: YAML needs the package PyYAML: pip install "inspect-viz[yaml]"') from error
    try:
        return yaml.load(text, _loader())
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(f"{where}: spec is no YAML: {error}") from None


@lru_cache(maxsize=1)
def _loader() -> Any:
    import yaml

    class Core(yaml.SafeLoader):  # type: ignore[misc]
        """The loader that makes nothing but plain values, by the core schema."""

        yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

    for tag, form, first in CORE:
        letters = [letter if letter != "\0" else "" for letter in first]
        Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), letters)
    Core.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile("<<$"), ["<"])
    return Core
