# %% A menu without a target filters all marks of its data; another one sets a selection of its own.
import pandas as pd

from inspect_viz import Data, Selection
from inspect_viz.input import select
from inspect_viz.layout import hconcat, vconcat, vspace
from inspect_viz.mark import dot
from inspect_viz.plot import plot

rows = pd.DataFrame(
    {
        "sex": ["female", "male", "male"] * 30,
        "island": ["Biscoe", "Dream", "Torgersen", "Dream", "Biscoe"] * 18,
        "mass": [3000 + 37 * i % 2500 for i in range(90)],
        "flipper": [170 + 13 * i % 60 for i in range(90)],
    }
)
data = Data.from_dataframe(rows)

# %%
island = Selection.single()
vconcat(
    hconcat(
        select(data, label="Sex", column="sex"),
        select(data, column="island", target=island, value="Dream", label="Island"),
    ),
    vspace(8),
    hconcat(
        plot(dot(data, x="mass", y="flipper", stroke="island"), x_domain="fixed", color_domain="fixed", width=340),
        plot(dot(data, "mass", "flipper", filter_by=island), x_domain=[3000, 5500], width=340),
    ),
)
