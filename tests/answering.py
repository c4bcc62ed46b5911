"""What tests of marks that answer share: the facts that a page carries of them, read back as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from functools import cached_property
from typing import Any

import numpy as np
from heatmaps import unpacked

from inspect_viz._host._figure import _drawn, _request
from inspect_viz._host._open import OpenPicture


def texts_of(column: dict[str, Any]) -> list[str]:
    """Texts of a column, whose lengths are those of UTF-16."""
    units = bytes(column["bytes"]).decode("utf-8").encode("utf-16-le")
    ends = 2 * np.cumsum(column["lengths"])
    starts = ends - 2 * np.asarray(column["lengths"])
    return [units[a:b].decode("utf-16-le") for a, b in zip(starts, ends, strict=True)]


def number(text: str) -> float:
    """A number, or the moment of a date in milliseconds."""
    try:
        return float(text.replace("\u2212", "-"))
    except ValueError:
        return datetime.fromisoformat(text).replace(tzinfo=timezone.utc).timestamp() * 1000


@dataclass(frozen=True)
class Answering:
    """A mark that answers."""

    facts: dict[str, Any]
    plot: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.facts["name"])

    @cached_property
    def told(self) -> dict[str, list[str]]:
        """Texts of all things by heading."""
        return {channel["name"]: texts_of(channel["texts"]) for channel in self.facts["channels"]}

    @property
    def rows(self) -> list[dict[str, str]]:
        """What is told of each thing."""
        return [dict(zip(self.told, texts, strict=True)) for texts in zip(*self.told.values(), strict=True)]

    def numbers(self, heading: str) -> list[float]:
        return [number(text) for text in self.told[heading]]

    def spans(self, heading: str) -> list[tuple[float, float]]:
        """Both ends of texts that are two numbers with a dash between them."""
        ends = [text.split(" \u2013 ") for text in self.told[heading]]
        return [(number(a), number(b)) for a, b in ends]

    @cached_property
    def places(self) -> np.ndarray[Any, Any]:
        """Left, top, right and bottom (or both ends) of each thing."""
        return np.asarray(self.facts["places"]).reshape(-1, 4)

    @property
    def outlines(self) -> list[np.ndarray[Any, Any]]:
        """Joined places of each thing."""
        points, ends = self.facts["outlines"]["points"], self.facts["outlines"]["ends"]
        return [part.reshape(-1, 2) for part in np.split(np.asarray(points), np.asarray(ends)[:-1])]

    @property
    def links(self) -> list[tuple[int, str]]:
        links = self.facts.get("links")
        return [] if links is None else list(zip(map(int, links["at"]), texts_of(links["hrefs"]), strict=True))

    def at(self, axis: str, value: float) -> float:
        """Where a value lies on a linear axis, or one of time."""
        (a, b), (c, d) = self.plot[axis]["domain"], self.plot[axis]["range"]
        return float(c + (value - a) / (b - a) * (d - c))


def tipped(part: Any) -> Any:
    """A spec all of whose marks have a tip."""
    if isinstance(part, list):
        return [tipped(entry) for entry in part]
    if "mark" in part:
        return {**part, "tip": True}
    inner = {key: tipped(part[key]) for key in ("plot", "hconcat", "vconcat") if key in part}
    return {**part, **inner}


def answering(component: Any, tips: bool = False) -> list[Answering]:
    """The marks of a picture that answer; `tips`: each gets a tip."""
    return answers(component, tips)[0]


def answers(component: Any, tips: bool) -> tuple[list[Answering], list[str]]:
    """The marks that answer, and the names of all, in Mosaic's spelling."""
    with OpenPicture(component) as picture:
        request = _request(picture, 2.0, True)
        if tips:
            request["spec"] = tipped(request["spec"])
        drawing = _drawn(request, picture.answer, True, False, None, None)
    plots = unpacked(drawing.matrix)["plots"] if drawing.matrix else []
    found = [Answering(facts, plot) for plot in plots for facts in plot["marks"]]
    return found, [entry["mark"] for entry in request["spec"].get("plot", []) if "mark" in entry]
