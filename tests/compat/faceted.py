# %% A plot for each task, side by side, with a bar for each model.
import pandas as pd

from inspect_viz import Data
from inspect_viz.mark import bar_y, frame, rule_y
from inspect_viz.plot import legend, plot

rows = pd.DataFrame(
    [
        {"task": task, "model": model, "score": (3 + 5 * i + 2 * j) % 9 / 10}
        for i, task in enumerate(["algebra", "geometry", "law"])
        for j, model in enumerate(["ada", "bob", "cyd"])
    ]
)
data = Data.from_dataframe(rows)

# %%
plot(
    bar_y(data, x="model", fx="task", y="score", fill="model", tip=True),
    rule_y(y=[0]),
    frame(stroke="#ddd", facet="include"),
    legend=legend("color", frame_anchor="bottom"),
    x_label=None,
    x_ticks=[],
    fx_label=None,
    y_label="Score",
    y_domain=[0, 1],
    margin_bottom=30,
    width=560,
    height=260,
)
