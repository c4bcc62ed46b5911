# %% Lines, and a rule, dots and words at the day nearest to the pointer.
import pandas as pd

from inspect_viz import Data, Selection
from inspect_viz.interactor import nearest_x
from inspect_viz.mark import dot, line_y, rule_x, text
from inspect_viz.plot import legend, plot

SHARES = {"AAPL": 3, "GOOG": 7, "IBM": 2}
rows = pd.DataFrame(
    [
        {"day": day, "symbol": symbol, "close": 100 + factor * (day % 13) + day}
        for symbol, factor in SHARES.items()
        for day in range(60)
    ]
)
data = Data.from_dataframe(rows)

# %%
point = Selection.intersect(empty=True)
plot(
    line_y(data, x="day", y="close", stroke="symbol"),
    nearest_x(target=point, channels=["x"]),
    rule_x(data, x="day", filter_by=point, stroke="#888"),
    dot(data, x="day", y="close", fill="symbol", filter_by=point),
    text(data, x="day", y="close", text="close", filter_by=point, dx=6, styles={"text_anchor": "start"}),
    legend=legend("color", frame_anchor="top-left"),
    x_domain="fixed",
    y_domain=[90, 260],
    width=560,
    height=260,
)
