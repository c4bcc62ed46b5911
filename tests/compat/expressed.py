# %% Channels as SQL, with a param in it; an aggregate as SQL; a column whose name a menu chooses.
import pandas as pd

from inspect_viz import Data, Param
from inspect_viz.input import select, slider
from inspect_viz.layout import hconcat, vconcat
from inspect_viz.mark import bar_x, dot
from inspect_viz.plot import plot
from inspect_viz.transform import agg, column, sql

rows = pd.DataFrame(
    {
        "model": ["ada", "bob", "cyd"] * 20,
        "input": [100 + 31 * i % 400 for i in range(60)],
        "output": [20 + 17 * i % 300 for i in range(60)],
    }
)
data = Data.from_dataframe(rows)

# %%
bias, measure = Param(100), Param("input")
vconcat(
    hconcat(
        slider(label="Bias", target=bias, min=0, max=1000, step=100),
        select(label="Measure", options=["input", "output"], target=measure),
    ),
    plot(
        dot(data, x=sql(f"input + {bias}"), y=sql("output / 2", label="Half"), fill="model", r=3),
        width=420,
        height=240,
    ),
    plot(
        bar_x(data, x=agg("sum(output) / sum(input)"), y="model"),
        dot(data, x=sql("0.5"), y="model", fill="red"),
        width=420,
        height=120,
    ),
    plot(dot(data, x=column(measure), y="model"), width=420, height=120),
)
