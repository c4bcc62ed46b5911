"""Lines that type-check."""

from inspect_viz import Param, Selection
from inspect_viz.data import Data
from inspect_viz.input import checkbox, checkbox_group, radio_group, search, select, slider
from inspect_viz.interactor import (
    Brush,
    highlight,
    interval_x,
    interval_xy,
    nearest_x,
    pan_zoom,
    region,
    toggle,
    toggle_y,
)
from inspect_viz.layout import hconcat, hspace, vconcat
from inspect_viz.mark import (
    MarkOptions,
    Marks,
    area_y,
    axis_x,
    bar_x,
    cell,
    contour,
    density_y,
    dot,
    error_bar_x,
    frame,
    grid_fx,
    line,
    line_y,
    raster_tile,
    rect,
    rect_y,
    rule_x,
    rule_y,
    text,
    text_x,
    tick_x,
    title,
)
from inspect_viz.plot import PlotAttributes, legend, plot, plot_defaults
from inspect_viz.table import Pagination, TableStyle, table
from inspect_viz.table import column as table_column
from inspect_viz.transform import avg, column, count, max, sql, sum

data = Data.from_file("samples.parquet")
more: MarkOptions = {"stroke": "red", "tip": {"format": {"fill": ".2f"}}, "dx": 2}
attributes: PlotAttributes = {"color_scheme": "Greens", "x_domain": [0, 1], "margins": {"left": 3}}
marks: Marks = [rule_y(y=0.5), [frame(stroke="red"), axis_x(ticks=[0, 1], label=None)]]

cell(data, "id", "model", inset=1, rx="50%", **more)
cell(data, "id", "model", fill="score", inset=1)
cell(data, x="id", y=column("model"), fill=avg("score"), channels={"Model": "model"}, tip=True)
cell(data, x="id", y="model", fill=None, sort={"x": {"value": "fill", "reduce": "mean", "limit": 50}, "y": None})
cell(data, x="id", sort="-x", facet="include", select="max_x")
cell(data, x="id", sort={"value": "x", "order": "descending"})
text(data, "id", "model", text="score", styles={"font_size": 9, "text_anchor": "end"})
text(text=["a", "b"], x=[1, 2], y=3, frame_anchor="top-left")
rect(data, x1=sql("a + 1"), x2=max("score"), interval="day", order=None)
rule_x(data, x=sum("score", orderby="id", rows=[None, 0]), marker="dot", stroke=count())
plot(marks, title=title("T", font_size=12), legend=legend("color", border=False, columns=2), **attributes)
plot(cell(data), x_label=None, width=300, height=200.5, x_scale="band", legend=["color", "symbol"])
plot_defaults(width=300, y_label=None, color_interpolate="hcl")
hconcat(plot(), hspace("2em"), vconcat(plot()))
dot(data, "difficulty", "score", fill="model", r=3, symbol="star", fx="task")
line_y(data, "score", x="day", curve="monotone-x", marker="dot", z=None)
line(x=[1, 2], y=[3, 4])
area_y(data, y=avg("score"), x="day", offset="normalize", order="-sum")
bar_x(data, count(), y="model", sort={"y": "-x"}, fill="state", inset_top=1)
rect_y(data, y={"count": None}, x={"bin": "score", "steps": 20}, rx=2)
text_x(data, "score", y="model", text="model", font_size=9, text_anchor="start", styles={"font_weight": 700})
tick_x(data, "score", "model", stroke_opacity=0.5)
density_y(data, "score", fill="model", type="areaY", bandwidth=12)
contour(data, "a", "b", thresholds=[1, 2, 3], filter_by=None)
raster_tile(data, "a", "b", origin=[0, 0], pixel_size=2)
error_bar_x(data, "score", "model", ci=0.9)
grid_fx(stroke="red")

size, chosen, brush = Param(300), Param("score"), Selection.crossfilter()
look: Brush = {"fill": "none", "stroke_opacity": 0.5}
plot(cell(data, "id", chosen, inset=size, filter_by=brush), interval_x(brush, brush=look), highlight(brush), width=size)
plot(
    cell(data, "id", column(chosen)),
    color_scheme=Param("Greens"),
    x_label=Param("x"),
    legend=legend("color", target=brush),
)
vconcat(select(data, column="id", target=brush), slider(min=0, max=1, target=size), legend("color", for_plot="a"))

checkbox(data, label="Solved", target=Param(True), values=[True, None])
checkbox_group(data, column="id", target=brush)
radio_group(options={"A": 1, "B": 2}, target=Param(1), label="Which")
search(data, column="id", type="prefix", filter_by=brush, width=200)
slider(data, column="score", select="interval", value=(0, 0.5), target=brush)
plot(dot(data, "id", "score"), interval_xy(brush), toggle_y(brush), toggle(brush, ["x"]), region(brush, ["x", "y"]))
plot(dot(data, "id", "score"), nearest_x(brush, max_radius=9), pan_zoom(), highlight(by=brush, fill="#ccc"))
table(data, columns=["id", avg("score"), table_column(count(), label="n", format=",d", align="right")], target=brush)
table(
    data, pagination=Pagination(20), select="multiple_row", filtering="row", style=TableStyle(spacing=4), height="auto"
)
