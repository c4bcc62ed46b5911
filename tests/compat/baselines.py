# %% Scores with lines to compare with: a number, and one that is computed.
import pandas as pd

from inspect_viz import Data
from inspect_viz.mark import bar_y, baseline, text_y
from inspect_viz.plot import plot
from inspect_viz.transform import avg

rows = pd.DataFrame({"model": ["ada", "bob", "cyd", "dee"], "score": [0.35, 0.5, 0.8, 0.65]})
data = Data.from_dataframe(rows)

# %%
plot(
    bar_y(data, "score", x="model", fill="#8fb8de"),
    text_y(data, "score", x="model", text="score", line_anchor="bottom", dy=-4, styles={"font_weight": 600}),
    baseline(0.9, orientation="y", label="Human", label_position="start", color="firebrick", dasharray=None),
    baseline(avg("score"), orientation="y", label="Mean", data=data),
    y_domain=[0, 1],
    x_label=None,
    y_label="Score",
    width=460,
    height=280,
)
