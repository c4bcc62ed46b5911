# %% A table beside a plot: rows that are chosen in it are the rows of the plot.
import pandas as pd

from inspect_viz import Data, Selection
from inspect_viz.layout import hconcat
from inspect_viz.mark import bar_y
from inspect_viz.plot import plot
from inspect_viz.table import Pagination, column, table
from inspect_viz.transform import avg, count

rows = pd.DataFrame(
    {
        "model": ["ada", "bob", "cyd", "dee"] * 30,
        "task": ["law", "math", "code"] * 40,
        "score": [i * 7 % 11 / 10 for i in range(120)],
    }
)
data = Data.from_dataframe(rows)

# %%
chosen = Selection.intersect()
hconcat(
    table(
        data,
        columns=["model", column(avg("score"), label="Mean", format=".3f", align="right"), column(count(), label="n")],
        target=chosen,
        select="multiple_row",
        pagination=Pagination(page_size=5),
        width=260,
    ),
    plot(
        bar_y(data, x="task", y=avg("score"), fill="task", filter_by=chosen),
        y_domain=[0, 1],
        width=320,
        height=240,
        legend="color",
    ),
)
