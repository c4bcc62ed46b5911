# %% A density whose bandwidth is a slider's.
import numpy as np
import pandas as pd

from inspect_viz import Data, Param
from inspect_viz.input import slider
from inspect_viz.layout import vconcat
from inspect_viz.mark import density_y
from inspect_viz.plot import plot

rng = np.random.default_rng(8)
rows = pd.DataFrame({"delay": np.concatenate([rng.normal(20, 4, 700), rng.normal(60, 9, 300)])})
data = Data.from_dataframe(rows)

# %%
bandwidth = Param(20)
vconcat(
    slider(label="Bandwidth", target=bandwidth, min=1, max=40, step=1),
    plot(density_y(data, x="delay", fill="#888888", bandwidth=bandwidth), y_axis=None, width=500, height=220),
)
