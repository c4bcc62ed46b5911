# %% Two histograms: a brush over one filters the other.
import numpy as np
import pandas as pd

from inspect_viz import Data, Selection
from inspect_viz.interactor import interval_x
from inspect_viz.layout import hconcat
from inspect_viz.mark import rect_y
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count

rng = np.random.default_rng(3)
tokens = rng.gamma(4, 500, 3000)
rows = pd.DataFrame({"tokens": tokens, "seconds": tokens / 90 + rng.normal(0, 4, 3000)})
data = Data.from_dataframe(rows)

# %%
brush = Selection.crossfilter()


def histogram(column):
    return plot(
        rect_y(data, x=bin(column), y=count(), filter_by=brush, fill="steelblue", inset=0.5),
        interval_x(target=brush),
        width=360,
        height=220,
        x_domain="fixed",
        y_tick_format="s",
    )


# %%
hconcat(histogram("tokens"), histogram("seconds"))
