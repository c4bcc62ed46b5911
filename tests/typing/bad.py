"""Lines none of which type-checks."""

from inspect_viz import Param, Selection
from inspect_viz.data import Data
from inspect_viz.input import checkbox, radio_group, search, select, slider
from inspect_viz.interactor import highlight, interval_x, nearest_x, toggle
from inspect_viz.layout import hconcat, hspace
from inspect_viz.mark import (
    MarkOptions,
    area_y,
    axis_fx,
    cell,
    contour,
    density,
    dot,
    frame,
    line,
    rect,
    rule_x,
    rule_y,
    sphere,
    text,
    text_x,
    title,
    waffle_y,
)
from inspect_viz.plot import PlotAttributes, legend, plot, plot_defaults
from inspect_viz.table import Pagination, table
from inspect_viz.transform import avg, column, sql, sum

data = Data.from_file("samples.parquet")

cell()  # bad
cell("samples.csv", "id")  # bad
cell(data, "id", fil="red")  # bad
cell(data, "id", inset="1")  # bad
cell(data, "id", fill={1, 2})  # bad
cell(data, "id", fill=object())  # bad
cell(data, "id", tip="xz")  # bad
cell(data, "id", tip={"pointr": "x"})  # bad
cell(data, "id", channels=["id"])  # bad
cell(data, "id", sort={"x": {"value": "fill", "reduce": "mea"}})  # bad
cell(data, "id", sort=3)  # bad
cell(data, "id", facet="maybe")  # bad
cell(data, "id", filter_by="selection")  # bad
text(data, frame_anchor="top left")  # bad
text(data, styles={"font_sise": 3})  # bad
rect(data, marker="dot")  # bad
rule_x(data, marker="square")  # bad
frame(data)  # bad
title(3)  # bad
plot(3)  # bad
plot(color_scheme="greeens")  # bad
plot(x_scale="bnd")  # bad
plot(colour_scheme="Greens")  # bad
plot(width="300")  # bad
plot(x_label=3)  # bad
plot(legend="colour")  # bad
plot(title=["T"])  # bad
plot_defaults(widht=3)  # bad
legend("size")  # bad
legend("color", "auto")  # bad
legend("color", frame_anchor="under")  # bad
avg("score", order_by="id")  # bad
avg({"a": 1})  # bad
sum()  # bad
column(3)  # bad
sql("a", 3)  # bad
hconcat(3)  # bad
hspace([1])  # bad
options: MarkOptions = {"strok": "red"}  # bad
attributes: PlotAttributes = {"x_domain": 3}  # bad
dot(data, "a")  # bad
dot(data, "a", "b", font_size=9)  # bad
dot("samples.csv", "a", "b")  # bad
line(data, "a", "b", curve="bumpy")  # bad
area_y(data, "a", marker="dot")  # bad
density(data, "a", "b", type="squares")  # bad
contour(data, "a", "b", thresholds="many")  # bad
rule_y(data, y1="a")  # bad
text_x(data, "a", text_anchor="centre")  # bad
waffle_y(data, "a", fil="red")  # bad
axis_fx(ticks={})  # bad
sphere(data)  # bad
Param({})  # bad
Selection("intersct")  # bad
interval_x(Param(1))  # bad
cell(data, "id", filter_by=Param(1))  # bad
plot(width=Selection.single())  # bad
select(data, columns="id")  # bad
slider(data, select="range")  # bad
legend("color", target=Param(1))  # bad
checkbox(data, checked="yes")  # bad
radio_group(data, "id")  # bad
search(data, column="id", type="like")  # bad
select(data, column="id", target="selection")  # bad
slider(min="0", max=1)  # bad
toggle(Param(1), ["x"])  # bad
nearest_x(Selection.single(), max_radius="far")  # bad
highlight(by="brush")  # bad
interval_x(Selection.single(), brush={"colour": "red"})  # bad
table(data, select="several")  # bad
table(data, filtering="above")  # bad
table(data, target=Param(1))  # bad
table("samples.csv")  # bad
Pagination("ten")  # bad
