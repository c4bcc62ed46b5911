"""Which numbers are too small for an option, or too large."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .errors import shown
from .names import snake

POSITIVE = re.compile(
    r"width|height|hspace|vspace|font_size|pixel_size|bin_width|.*tick_spacing|line_height|unit|color_n|step|steps"
    r"|line_width|aspect_ratio"
)
NOT_NEGATIVE = re.compile(
    r"(facet_)?margin(_\w+)?|r|stroke_width|text_stroke_width|bandwidth|tick_padding|pointer_size|head_length|bins"
)
COUNT = re.compile(r"(.*_)?ticks|thresholds|color_n")
MOST_COUNTED = 10_000
"""V8 ends the whole process where it is to list many more."""
BINS = re.compile(r"bins")
MOST_BINS = 1_000_000
SHARE = re.compile(r"(.*_)?padding_inner|([xyf]+_)?padding|(.*_)?align|ci|((text_)?stroke_|fill_)?opacity")


def check_range(where: str, argument: str, value: object) -> None:
    """Raises ValueError for a number outside the range of the argument, in Python's spelling or in Mosaic's."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return
    name = snake(argument)
    if POSITIVE.fullmatch(name) and value <= 0:
        raise ValueError(f"{where}: {argument} must be greater than 0, not {shown(value)}.")
    if NOT_NEGATIVE.fullmatch(name) and value < 0:
        raise ValueError(f"{where}: {argument} must be 0 or more, not {shown(value)}.")
    for kind, most in ((COUNT, MOST_COUNTED), (BINS, MOST_BINS)):
        if kind.fullmatch(name) and value > most:
            raise ValueError(f"{where}: {argument} must be at most {most:,}, not {shown(value)}.")
    if SHARE.fullmatch(name) and not 0 <= value <= 1:
        raise ValueError(f"{where}: {argument} must be between 0 and 1, not {shown(value)}.")


def check_logs(where: str, options: Mapping[str, object]) -> None:
    """Raises ValueError for the domain of a log scale that reaches zero, where nothing would be drawn."""
    for name, scale in options.items():
        domain = options.get(f"{name.removesuffix('Scale')}Domain")
        if scale != "log" or not name.endswith("Scale") or not isinstance(domain, tuple):
            continue
        numbers = [value for value in domain if isinstance(value, int | float)]
        if numbers and min(numbers) <= 0 <= max(numbers):
            axis = snake(name.removesuffix("Scale"))
            raise ValueError(
                f"{where}: {axis}_domain={list(domain)!r} reaches 0, which a log scale never does; let it begin above "
                f"0, or say {axis}_scale='symlog'."
            )
