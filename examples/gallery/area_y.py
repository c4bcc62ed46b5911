"""Stacked areas. Tokens of each week, by topic."""

from inspect_viz import Data, mark
from inspect_viz.plot import plot

weeks = Data.from_dataframe(
    {
        "week": [week for week in range(1, 11) for _ in range(3)],
        "topic": ["logic", "planning", "writing"] * 10,
        "tokens": [4, 7, 2, 5, 8, 3, 7, 7, 5, 6, 9, 8, 8, 9, 9, 9, 12, 9, 7, 14, 12, 8, 13, 15, 10, 12, 16, 11, 15, 19],
    }
)

picture = plot(
    mark.area_y(weeks, y="tokens", x="week", fill="topic", curve="monotone-x"),
    y_label="Tokens (million)",
    x_label="Week",
    y_grid=True,
    legend="color",
    width=600,
    height=320,
)
