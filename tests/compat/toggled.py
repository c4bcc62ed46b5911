# %% A click on a bar selects it: the others become pale, and the lines show its rows alone.
import pandas as pd

from inspect_viz import Data, Selection
from inspect_viz.interactor import highlight, toggle_y
from inspect_viz.layout import vconcat
from inspect_viz.mark import bar_x, line_y
from inspect_viz.plot import legend, plot
from inspect_viz.transform import avg, count

WEATHER = ["sun", "fog", "rain", "snow"]
rows = pd.DataFrame(
    {
        "day": [i % 31 for i in range(400)],
        "weather": [WEATHER[i % 7 % 4] for i in range(400)],
        "warmth": [8 + 7 * i % 19 for i in range(400)],
    }
)
data = Data.from_dataframe(rows)

# %%
click = Selection.single()
domain, colors = WEATHER, ["#e7ba52", "#a7a7a7", "#1f77b4", "#9467bd"]
vconcat(
    plot(
        bar_x(data, x=count(), y="weather", fill="weather"),
        toggle_y(target=click),
        highlight(by=click),
        color_domain=domain,
        color_range=colors,
        y_domain=domain,
        y_label=None,
        x_domain="fixed",
        name="bars",
        width=480,
        height=170,
    ),
    legend("color", for_plot="bars", target=click, label="Weather"),
    plot(
        line_y(data, y=avg("warmth"), x="day", stroke="weather", filter_by=click),
        color_domain=domain,
        color_range=colors,
        y_domain=[0, 30],
        width=480,
        height=200,
    ),
)
