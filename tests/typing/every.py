"""Every public function but marks once right and once wrong: wrong lines, which end so, do not type-check."""

import pandas as pd

from inspect_viz import Data, Param, Selection, analysis, logs, options_context
from inspect_viz import input as i
from inspect_viz import interactor as r
from inspect_viz import layout as y
from inspect_viz import mark as m
from inspect_viz import plot as p
from inspect_viz import table as tables
from inspect_viz import transform as t
from inspect_viz import view as v

data, sel = Data.example(), Selection.single()

t.count("a", distinct=True, orderby="b")
t.count({"a"})  # bad
t.avg("a", distinct=True, orderby="b")
t.avg("a", distinct=1)  # bad
t.first("a", distinct=True, orderby="b")
t.first("a", order_by="b")  # bad
t.geomean("a", distinct=True, orderby="b")
t.geomean("a", rows=3)  # bad
t.last("a", distinct=True, orderby="b")
t.last({"a"})  # bad
t.max("a", distinct=True, orderby="b")
t.max("a", distinct=1)  # bad
t.median("a", distinct=True, orderby="b")
t.median("a", order_by="b")  # bad
t.min("a", distinct=True, orderby="b")
t.min("a", rows=3)  # bad
t.mode("a", distinct=True, orderby="b")
t.mode({"a"})  # bad
t.product("a", distinct=True, orderby="b")
t.product("a", distinct=1)  # bad
t.stddev("a", distinct=True, orderby="b")
t.stddev("a", order_by="b")  # bad
t.stddev_pop("a", distinct=True, orderby="b")
t.stddev_pop("a", rows=3)  # bad
t.sum("a", distinct=True, orderby="b")
t.sum({"a"})  # bad
t.var_pop("a", distinct=True, orderby="b")
t.var_pop("a", distinct=1)  # bad
t.variance("a", distinct=True, orderby="b")
t.variance("a", order_by="b")  # bad
t.argmax("a", "b", partitionby="c")
t.argmax("a")  # bad
t.argmin("a", "b", partitionby="c")
t.argmin("a")  # bad
t.covar_pop("a", "b", partitionby="c")
t.covar_pop("a")  # bad
t.covariance("a", "b", partitionby="c")
t.covariance("a")  # bad
t.quantile("a", 0.5)
t.quantile("a", threshold=None)  # bad
t.cume_dist(orderby="a", rows=[None, 0])
t.cume_dist("a")  # bad
t.dense_rank(orderby="a", rows=[None, 0])
t.dense_rank("a")  # bad
t.percent_rank(orderby="a", rows=[None, 0])
t.percent_rank("a")  # bad
t.rank(orderby="a", rows=[None, 0])
t.rank("a")  # bad
t.row_number(orderby="a", rows=[None, 0])
t.row_number("a")  # bad
t.first_value("a", range=[t.days(3), None])
t.first_value("a", exclude=3)  # bad
t.last_value("a", range=[t.days(3), None])
t.last_value("a", exclude=3)  # bad
t.lag("a", 2, default=0)
t.lag("a", offset="2")  # bad
t.lead("a", 2, default=0)
t.lead("a", offset="2")  # bad
t.nth_value("a", 2)
t.nth_value("a")  # bad
t.n_tile(4, orderby="a")
t.n_tile("4")  # bad
t.bin("a", interval="day", steps=Param(20))
t.bin("a", "dya")  # bad
t.date_day("a")
t.date_day(3)  # bad
t.date_month("a")
t.date_month(3)  # bad
t.date_month_day("a")
t.date_month_day(3)  # bad
t.epoch_ms("a")
t.epoch_ms(3)  # bad
t.days(3)
t.days("3")  # bad
t.hours(3)
t.hours("3")  # bad
t.microseconds(3)
t.microseconds("3")  # bad
t.milliseconds(3)
t.milliseconds("3")  # bad
t.minutes(3)
t.minutes("3")  # bad
t.months(3)
t.months("3")  # bad
t.seconds(3)
t.seconds("3")  # bad
t.years(3)
t.years("3")  # bad
t.centroid("geom")
t.centroid()  # bad
t.centroid_x("geom")
t.centroid_x()  # bad
t.centroid_y("geom")
t.centroid_y()  # bad
t.geojson("geom")
t.geojson()  # bad
t.ci_bounds("a", stderr="b")
t.ci_bounds("a", level="0.9")  # bad
t.agg("sum(a)", label="A")
t.agg(t.sum("a"))  # bad
t.sql("a + 1")
t.sql()  # bad
t.column(Param("a"))
t.column(None)  # bad
r.interval_x(sel, pixel_size=2)
r.interval_x(sel, pixel_size="2")  # bad
r.interval_y(sel, field="a")
r.interval_y(sel, xfield="a")  # bad
r.interval_xy(sel, xfield="a", brush={"opacity": 0.5})
r.interval_xy(sel, brush={"opacity": "half"})  # bad
r.region(sel, ["x"], peers=False)
r.region(sel)  # bad
r.nearest(Param(1), ["x"])
r.nearest("a", ["x"])  # bad
r.nearest_x(sel, fields=["a"])
r.nearest_x(sel, max_radius="far")  # bad
r.nearest_y(Param(1))
r.nearest_y(sel, [1])  # bad
r.toggle(sel, ["x"])
r.toggle(sel)  # bad
r.toggle_x(sel, peers=True)
r.toggle_x(sel, ["x"])  # bad
r.toggle_y(sel)
r.toggle_y(Param(1))  # bad
r.toggle_z(sel)
r.toggle_z()  # bad
r.toggle_color(sel)
r.toggle_color(sel, peers="no")  # bad
r.highlight(sel, 0.2, fill="#ccc")
r.highlight(sel, fill=3)  # bad
r.pan(sel, sel)
r.pan(Param(1))  # bad
r.pan_x(x=sel)
r.pan_x(x="a")  # bad
r.pan_y(y=sel)
r.pan_y(z=sel)  # bad
r.pan_zoom(xfield="a")
r.pan_zoom(xfield=3)  # bad
r.pan_zoom_x(sel)
r.pan_zoom_x([sel])  # bad
r.pan_zoom_y(y=sel, yfield="b")
r.pan_zoom_y(y=True)  # bad
i.checkbox(data, field="a")
i.checkbox(data, "a")  # bad
i.checkbox_group(options=["a", "b"], target=Param(["a"]))
i.checkbox_group(options=3)  # bad
i.radio_group(data, column="a")
i.radio_group(data, column=["a"])  # bad
i.search(data, column="a", type="suffix")
i.search(column="a")  # bad
i.select(data, column="a", multiple=True)
i.select(data, column="a", multiple="yes")  # bad
i.slider(data, column="a", value=[1, 2])
i.slider(data, column="a", value="1")  # bad
y.hconcat(p.plot(), y.hspace(3))
y.hconcat("plot")  # bad
y.vconcat(p.plot(), y.vspace("1em"))
y.vconcat([p.plot()])  # bad
y.hspace(3)
y.hspace(None)  # bad
y.vspace(3)
y.vspace({})  # bad
p.plot(m.dot(data, "a", "b"), width=300)
p.plot(m.dot)  # bad
p.plot_defaults(height=200)
p.plot_defaults(height="200")  # bad
p.legend("opacity", width=100)
p.legend("color", width="100")  # bad
p.from_spec({"plot": []}, {"t": data})
p.from_spec({"plot": []}, data)  # bad
p.to_html(p.plot(), engine=None)
p.to_html(p.plot(), engine="sidecar")  # bad
p.write_html("a.html", p.plot(), engine="sidecar")
p.write_html(p.plot(), "a.html")  # bad
p.write_svg("a.svg", p.plot())
p.write_svg(None, p.plot())  # bad
p.write_png(None, p.plot(), 3)
p.write_png("a.png", p.plot(), scale="3")  # bad
made = p.write_png_async("a.png", p.plot())
made = p.write_png_async("a.png", p.plot(), 2, 8, None)  # bad
p.write_pdf("a.pdf", p.plot(), author="me")
p.write_pdf("a.pdf", p.plot(), author=3)  # bad
p.HtmlPage(p.plot())
p.HtmlPage("plot")  # bad
tables.table(data, columns=["a", t.avg("b")])
tables.table(data, ["a"])  # bad
tables.column("a", align="justify")
tables.column("a", align="middle")  # bad
v.sample_heatmap(data, sort="natural", x_tick_rotate=30)
v.sample_heatmap(data, orientation="upright")  # bad
v.sample_compare(data, "a", "b", tip=False)
v.sample_compare(data, "a")  # bad
v.sample_tool_calls(data, tools=["bash"], limit=None, x_label=None)
v.sample_tool_calls(data, tools=3)  # bad
v.scores_by_factor(data, "hint", ("No", "Yes"), color=("red", "blue"), ci=False)
v.scores_by_factor(data, "hint", "No", "Yes")  # bad
v.heatmap(data, "topic", y_value="level", color_value="tokens", channels={"Model": "model"})
v.heatmap(data, 3)  # bad
v.scores_heatmap(data, sort="descending", cell={"text": None}, padding=0.1)
v.scores_heatmap(data, cell={"txt": None})  # bad
v.scores_by_limit(data, ci=0.9, scale="log")
v.scores_by_limit(data, scale="logs")  # bad
v.scores_by_limit_df(pd.DataFrame(), "score", steps=10)
v.scores_by_limit_df(pd.DataFrame(), "score", steps="10")  # bad
v.scores_by_model(data, sort="asc", ci=None)
v.scores_by_model(data, sort="ascending")  # bad
v.scores_by_task(data, "model", "task", ci=False, score_label=None)
v.scores_by_task(data, score_stderr=0.1)  # bad
v.scores_radar_by_task(data, width=500, label_styles={"line_width": 9})
v.scores_radar_by_task(data, label_styles={"width": 9})  # bad
v.scores_radar_by_task_df(pd.DataFrame(), normalization="min_max", domain=(0, 1))
v.scores_radar_by_task_df(pd.DataFrame(), normalization="max")  # bad
v.scores_radar_by_metric(data, label="metric", width=500)
v.scores_radar_by_metric(data, label=1)  # bad
v.scores_radar_by_metric_df(pd.DataFrame(), "scorer", ["accuracy"])
v.scores_radar_by_metric_df(pd.DataFrame(), "scorer", "accuracy")  # bad
v.scores_timeline(data, organizations=["a"], filters=["task"], ci=False, regression=True)
v.scores_timeline(data, filters=["tasks"])  # bad
analysis.items(data, epochs="best")
analysis.items(data, epoch="best")  # bad
analysis.models(data, threshold=0.5)
analysis.models(data, threshold="half")  # bad
analysis.paired(data, "a", id="id")
analysis.paired(data, 3)  # bad
analysis.suspects(data, most=5)
analysis.suspects(data, 5)  # bad
analysis.reliability(data, invalidated=True)
analysis.reliability(data, invalidated="yes")  # bad
logs.samples("logs", full=True)
logs.samples("logs", columns=3)  # bad
logs.problems("logs", cache=False)
logs.problems("logs", False)  # bad
with options_context(output_format="png"):
    pass
with options_context(output_format="gif"):  # bad
    pass
