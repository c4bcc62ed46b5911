"""Lines from one position to another. What changed between two versions."""

from inspect_viz import Data, mark
from inspect_viz.plot import plot

changes = Data.from_dataframe(
    {
        "topic": ["logic", "planning", "recall", "writing", "coding", "tools"],
        "cost": [2.1, 3.4, 1.2, 4.0, 2.8, 1.7],
        "score": [0.55, 0.42, 0.71, 0.36, 0.48, 0.30],
        "new_cost": [2.6, 3.0, 1.5, 4.6, 2.2, 2.4],
        "new_score": [0.68, 0.61, 0.74, 0.35, 0.66, 0.52],
    }
)

picture = plot(
    mark.link(changes, x1="cost", y1="score", x2="new_cost", y2="new_score", stroke="gray", marker_end="circle-fill"),
    mark.text(changes, x="new_cost", y="new_score", text="topic", dy=-10),
    x_label="Cost ($)",
    y_label="Score",
    grid=True,
    inset=24,
    width=600,
    height=320,
)
