"""Names in Python and in Mosaic."""

from __future__ import annotations

import re


def camel(name: str) -> str:
    """`stroke_width` as `strokeWidth`."""
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


def snake(name: str) -> str:
    """`strokeWidth` as `stroke_width`."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()
