"""Types of values that options take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict

from inspect_viz._params import Param, Selection

from .nodes import Column, ColumnParam, Scalar, Transform

if TYPE_CHECKING:
    from inspect_viz._generated.literals import Reducer, TimeInterval

Channel: TypeAlias = "Scalar | Sequence[Scalar] | Column | ColumnParam | Transform | Mapping[str, object] | Param"
"""What a channel shows: a column's name, a transform (or its dict), one value, a list of values, or a param."""

ChannelSpec: TypeAlias = Channel
"""A channel that a scale reads."""

ChannelIntervalSpec: TypeAlias = Channel
"""A channel whose values may stand for intervals."""


class ChannelValue(TypedDict):
    """What a channel shows, as a part of a dict."""

    value: Channel


class ChannelWithInterval(ChannelValue):
    """A channel whose values stand for intervals of that length."""

    interval: Interval


class ChannelWithScale(ChannelValue, total=False):
    """A channel with a label of its own; the scale is the channel's."""

    label: str | None
    scale: str | bool


Channels: TypeAlias = "Mapping[str, str | Column]"
"""Further columns by the name under which they are shown."""

Interval: TypeAlias = "float | TimeInterval | str"
"""A number, or a unit of time such as "month" or "3 months"."""

Order: TypeAlias = Literal["ascending", "descending"]


class ValueOrder(TypedDict, total=False):
    """Orders rows by a channel."""

    value: str
    channel: str
    order: Order


class DomainValue(TypedDict, total=False):
    """Orders the categories of one scale by another channel."""

    value: str
    order: Order | None
    reduce: Reducer | bool | None
    reverse: bool
    limit: int | Sequence[int]


class DomainSort(TypedDict, total=False):
    """Orders the categories of scales; the keys that are no scales hold for all of them."""

    x: str | DomainValue | None
    y: str | DomainValue | None
    fx: str | DomainValue | None
    fy: str | DomainValue | None
    color: str | DomainValue | None
    opacity: str | DomainValue | None
    symbol: str | DomainValue | None
    r: str | DomainValue | None
    length: str | DomainValue | None
    order: Order | None
    reduce: Reducer | bool | None
    reverse: bool
    limit: int | Sequence[int]


SortOrder: TypeAlias = "str | ValueOrder | DomainSort | None"
"""A channel (with "-" in front: descending), an order of rows, or an order of each scale's categories."""

FilterBy: TypeAlias = "Selection | None"
"""The selection whose conditions the rows of a mark meet."""
