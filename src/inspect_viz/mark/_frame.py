"""The outline of a plot's inner area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._build import build, options_of

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._generated.options import FrameMarkOptions
    from inspect_viz._spec.nodes import Mark


@options_of("frame", order="anchor inset inset_top inset_right inset_bottom inset_left rx ry")
def frame(**options: Unpack[FrameMarkOptions]) -> Mark:
    """A rectangle around the plot's inner area, or a line along one side of it.

    Args:
        options: Options, listed below.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    return build("frame", None, **options)
