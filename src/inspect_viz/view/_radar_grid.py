"""What stands behind the outlines of a radar chart: rings with their values, spokes and the names of axes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypedDict

from inspect_viz._generated.literals import TextOverflow

if TYPE_CHECKING:
    from inspect_viz._params import Param
    from inspect_viz._spec.nodes import Mark

FONT = 11.0
LETTER = 0.55
"""The usual width of a letter, in units of the size of its font."""

NAMES_AT = 1.07
"""Where names stand, in units of the outer ring."""

BESIDE = 0.8
"""From which cosine of its direction on the name of an axis has no room but the margin."""

POLYGON = 3
"""The fewest axes whose rings are polygons; those of fewer are circles."""


class LabelStyles(TypedDict, total=False):
    """How the names of axes are set.

    Keys:
        line_width: Width of a line, in units of the size of the font; longer names take several lines.
        text_overflow: How lines that are too long are cut, such as "ellipsis"; None: they are wrapped between words.
    """

    line_width: float | Param
    text_overflow: TextOverflow | Param | None


@dataclass(frozen=True)
class Grid:
    """The axes of a radar chart and the values of its rings, the outermost last."""

    names: tuple[str, ...]
    rings: tuple[float, ...]

    @property
    def radius(self) -> float:
        return self.rings[-1]

    def angle(self, axis: float) -> float:
        """The direction of an axis: the first along x, the others counter-clockwise."""
        return 2 * math.pi * axis / len(self.names)

    def margin(self, width: float) -> float:
        """The room beside the frame: more where names stand beside it that have long words."""
        beside = [name for n, name in enumerate(self.names) if abs(math.cos(self.angle(n))) > BESIDE]
        longest = max((len(word) for name in beside for word in name.split()), default=0)
        return max(60.0, width * 0.12, min(longest * LETTER * FONT + 16, width * 0.22))

    def marks(self, width: float, margin: float, styles: LabelStyles) -> list[Mark]:
        """Rings and spokes, then the names of axes: what lies behind the outlines."""
        frame = max(width - 2 * margin, 1)
        return [*self._lines(), *(self._name(axis, frame, margin, styles) for axis in range(len(self.names)))]

    def values(self) -> Mark:
        """What the rings stand for, between the last axis and the first; over the outlines."""
        from inspect_viz.mark import text

        at = self.angle(-0.5)
        short = math.cos(math.pi / len(self.names)) if len(self.names) >= POLYGON else 1.0
        return text(
            text=[f"{ring:.4g}" for ring in self.rings],
            x=[ring * short * math.cos(at) for ring in self.rings],
            y=[ring * short * math.sin(at) for ring in self.rings],
            fill="currentColor",
            fill_opacity=0.75,
            styles={"font_size": 9},
        )

    def _lines(self) -> list[Mark]:
        from inspect_viz.data import Data
        from inspect_viz.mark import line

        steps = len(self.names) if len(self.names) >= POLYGON else 72
        turns = [2 * math.pi * step / steps for step in range(steps + 1)]
        rows = [(f"ring {n}", r * math.cos(t), r * math.sin(t)) for n, r in enumerate(self.rings) for t in turns]
        for n in range(len(self.names)):
            end = (self.radius * math.cos(self.angle(n)), self.radius * math.sin(self.angle(n)))
            rows += [(f"axis {n}", 0.0, 0.0), (f"axis {n}", *end)]
        table = Data.from_dataframe(dict(zip(("part", "x", "y"), map(list, zip(*rows, strict=True)), strict=True)))
        return [line(table, x="x", y="y", z="part", stroke="currentColor", stroke_opacity=0.2, stroke_width=1)]

    def _name(self, axis: int, frame: float, margin: float, styles: LabelStyles) -> Mark:
        """The name at the end of an axis, in as many lines as the room beside it needs."""
        from inspect_viz.mark import text

        across, up = math.cos(self.angle(axis)), math.sin(self.angle(axis))
        side: Literal["start", "middle", "end"] = "middle" if abs(across) < 0.2 else "start" if across > 0 else "end"
        beside = margin + frame / 2 * (1 - NAMES_AT * abs(across))
        room = 2 * beside if side == "middle" else beside
        line_width = max(room / FONT, 2.0)
        look: dict[str, object] = {"line_width": line_width, "text_overflow": None, **styles}
        if "text_overflow" not in styles:
            look |= overflow(self.names[axis], line_width)
        return text(
            text=[self.names[axis]],
            title=[self.names[axis]],
            x=[self.radius * NAMES_AT * across],
            y=[self.radius * NAMES_AT * up],
            text_anchor=side,
            line_anchor="middle" if abs(up) < 0.5 else "bottom" if up > 0 else "top",
            fill="currentColor",
            font_size=FONT,
            **{key: value for key, value in look.items() if value is not None},  # type: ignore[arg-type]
        )


def overflow(name: str, line_width: float) -> dict[str, object]:
    """Names with a word that is longer than a line are shortened; others are wrapped between words."""
    longest = max(map(len, name.split()), default=0)
    return {"text_overflow": "ellipsis"} if longest * LETTER > line_width else {}


def rings(highest: float) -> tuple[float, ...]:
    """Four or five round values above zero, the last at least the highest."""
    if not math.isfinite(highest) or highest <= 0:
        return (0.25, 0.5, 0.75, 1.0)
    rough = highest / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * (1 - 1e-9))
    count = math.ceil(highest / step - 1e-9)
    return tuple(step * n for n in range(1, count + 1))
