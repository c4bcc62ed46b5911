# %% Dots by kind, a line through each kind, a legend in the frame.
import numpy as np
import pandas as pd

from inspect_viz import Data
from inspect_viz.mark import dot, regression_y
from inspect_viz.plot import legend, plot

rng = np.random.default_rng(5)
kind = np.repeat(["open", "closed", "tuned"], 40)
size = rng.uniform(1, 70, 120)
slope = pd.Series(kind).map({"open": 0.004, "closed": 0.006, "tuned": 0.001}).to_numpy()
rows = pd.DataFrame({"kind": kind, "size": size, "score": 0.3 + slope * size + rng.normal(0, 0.05, 120)})
data = Data.from_dataframe(rows)

# %%
plot(
    dot(data, "size", "score", fill="kind", symbol="kind", tip=True),
    regression_y(data, "size", "score", stroke="kind", ci=0.9),
    legend=legend("color", frame_anchor="top-left", inset=12, columns=1),
    title="Score by size",
    x_label="Parameters (billions)",
    y_label="Score",
    grid=True,
    width=520,
    height=340,
)
