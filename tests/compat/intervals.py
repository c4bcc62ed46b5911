# %% Means with confidence intervals: from rows, and from standard errors.
import pandas as pd

from inspect_viz import Data
from inspect_viz.layout import hconcat
from inspect_viz.mark import bar_x, dot_x, error_bar_x, rule_y
from inspect_viz.plot import plot
from inspect_viz.transform import avg, ci_bounds

rows = pd.DataFrame({"model": ["ada", "bob", "cyd"] * 60, "score": [i * i % 7 % 5 / 4 for i in range(180)]})
means = pd.DataFrame({"model": ["ada", "bob"], "mean": [0.4, 0.7], "stderr": [0.05, 0.02]})
data, told = Data.from_dataframe(rows), Data.from_dataframe(means)
low, high = ci_bounds(score="mean", level=0.95, stderr="stderr")

# %%
hconcat(
    plot(
        error_bar_x(data, "score", "model", ci=0.95, stroke="model", marker="tick"),
        dot_x(data, avg("score"), "model", fill="model"),
        x_domain=[0, 1],
        y_label=None,
        width=340,
        height=180,
        margin_left=60,
    ),
    plot(
        bar_x(told, x="mean", y="model", fill="#7aa6c2"),
        rule_y(told, x1=low, x2=high, y="model", stroke="black", marker="tick"),
        x_domain=[0, 1],
        y_label=None,
        width=340,
        height=180,
    ),
)
