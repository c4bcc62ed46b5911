"""Frames of tasks side by side, in several rows where one has too little room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ._long_names import FONT, LETTER, look_alike

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Mark

BESIDE = 60.0
"""The width of what stands beside the frames, in pixels."""

NARROWEST = 84.0
"""The least width of a frame: shorter names of tasks tell little."""

SLOT = 6.0
"""The least width of a bar with its gap."""

ABOVE = 32.0
TITLE = 28.0
"""Heights of what stands above the frames, and of the title of a picture, in pixels."""

ROW = 150.0
"""The height of a row of frames where there are several."""


@dataclass(frozen=True)
class Frames:
    """Where tasks stand.

    Args:
        tasks: Their names in order.
        slots: How many bars a frame holds.
        width: Width of the picture in pixels.
    """

    tasks: Sequence[str]
    slots: int
    width: float

    @property
    def columns(self) -> int:
        """How many frames stand side by side."""
        needed = max(NARROWEST, self.slots * SLOT)
        most = min(len(self.tasks), max(1, int((self.width - BESIDE) / needed)))
        apart = (own for own in range(most, 2, -1) if not look_alike(self.tasks, self._room_of(own)))
        return next(apart, most)

    @property
    def rows(self) -> int:
        return -(-len(self.tasks) // self.columns)

    @property
    def step(self) -> float:
        """The width of a bar with its gap."""
        return (self.width - BESIDE) / self.columns * 0.9 / self.slots

    def placed(self, tasks: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Columns of the column and the row of the frame of each of these tasks; nothing where there is one row."""
        if self.rows == 1:
            return {}
        at = {task: divmod(place, self.columns) for place, task in enumerate(self.tasks)}
        return {
            "frame_column": tuple(str(at[task][1] + 1) for task in tasks),
            "frame_row": tuple(str(at[task][0] + 1) for task in tasks),
        }

    def titles(self) -> list[Mark]:
        """The names of tasks over their frames, where there are several rows."""
        from inspect_viz.data import Data
        from inspect_viz.mark import text

        if self.rows == 1:
            return []
        places = dict(zip(("fx", "fy"), self.placed(self.tasks).values(), strict=True))
        table = Data.from_dataframe({"task": list(self.tasks), **{key: list(own) for key, own in places.items()}})
        look: dict[str, Any] = {"frame_anchor": "top", "line_anchor": "bottom", "dy": -4, **self._cut()}
        return [text(table, text="task", fx="fx", fy="fy", **look)]

    def axis(self, given: Mapping[str, object]) -> list[Mark]:
        """The axis of one row, where names are too long for their frames and the caller says nothing of it."""
        from inspect_viz.mark import axis_fx

        longest = max(map(len, self.tasks)) * LETTER
        if self.rows > 1 or longest <= self._room or any(name.startswith(("fx_axis", "fx_tick")) for name in given):
            return []
        return [axis_fx(anchor="bottom", tick_size=0, label=None, **self._cut())]  # type: ignore[arg-type]

    def attributes(self, is_titled: bool) -> dict[str, object]:
        """Attributes of the plot that stand for the frames."""
        if self.rows == 1:
            return {"fx_label": None, "fx_domain": list(self.tasks)}
        above = ABOVE + (TITLE if is_titled else 0)
        domains = {"fx_domain": _numbers(self.columns), "fy_domain": _numbers(self.rows)}
        return {"fx_axis": None, "fy_axis": None, "fy_padding": 0.25, "margin_top": above, **domains}

    @property
    def _room(self) -> float:
        return self._room_of(self.columns)

    def _room_of(self, columns: int) -> float:
        """The width of a name over so many frames, in units of the size of its font."""
        return max((self.width - BESIDE) / columns * 0.95 / FONT, 1)

    def _cut(self) -> dict[str, object]:
        return {"line_width": self._room, "text_overflow": "ellipsis-middle"}


def _numbers(count: int) -> list[str]:
    """The names of columns or rows of frames, in order."""
    return [str(place + 1) for place in range(count)]
