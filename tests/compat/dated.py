# %% Scores by the day of release, with months along the axis, and the days of a year on top of each other.
import pandas as pd

from inspect_viz import Data
from inspect_viz.layout import vconcat
from inspect_viz.mark import axis_x, dot, line_y, rule_y, text
from inspect_viz.plot import plot
from inspect_viz.transform import date_month, date_month_day, max

days = pd.date_range("2023-11-05", periods=40, freq="17D")
rows = pd.DataFrame({"released": days, "score": [0.3 + i * 0.013 + i % 3 / 20 for i in range(40)]})
rows["name"] = [f"m{i}" if i % 8 == 0 else None for i in range(40)]
data = Data.from_dataframe(rows)

# %%
vconcat(
    plot(
        dot(data, x="released", y="score", fill="#376996"),
        text(data, x="released", y="score", text="name", dy=-10),
        axis_x(ticks="4 months", tick_format="%b %Y", label=None),
        y_domain=[0, 1],
        width=640,
        height=240,
        margin_left=40,
    ),
    plot(
        rule_y(y=[0.5], stroke="red"),
        line_y(data, y=max("score"), x=date_month("released"), marker="circle"),
        dot(data, x=date_month_day("released"), y="score"),
        x_tick_format="%b",
        x_label="Month",
        y_domain=[0, 1],
        width=640,
        height=200,
    ),
)
