"""Wrong arguments are refused at the call, by name, with what would be accepted."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from inspect_viz.layout import hconcat, hspace, vspace
from inspect_viz.mark import axis_x, cell, frame, rect, rule_y, text, title
from inspect_viz.plot import legend, plot, plot_defaults
from inspect_viz.transform import avg, column, count, sql, sum

CASES = [
    (lambda s: cell(s, "idd"), ValueError, "x='idd' is no column of the data. Did you mean 'id'?"),
    (
        lambda s: cell(s, fill="scor"),
        ValueError,
        "fill='scor' is no column of the data and no CSS colour. Did you mean",
    ),
    (
        lambda s: cell(s, fill=avg("scores")),
        ValueError,
        "fill='scores' is no column of the data. Did you mean 'score'?",
    ),
    (lambda s: cell(s, fill=column("idx")), ValueError, "fill='idx' is no column"),
    (lambda s: cell(s, fill={"avg": "scor"}), ValueError, "fill='scor' is no column"),
    (lambda s: cell(s, fill={"average": "score"}), TypeError, "a transform such as avg"),
    (
        lambda s: cell(s, fill={"value": "score", "scale": None}),
        ValueError,
        "fill scale must be 'auto', true or 'color'",
    ),
    (
        lambda s: cell(s, fill={"value": "score", "lable": "a"}),
        TypeError,
        "unknown fill key 'lable'. Did you mean 'label'",
    ),
    (lambda s: cell(s, fill={"value": avg("score"), "label": "a"}), TypeError, "label belongs to a column or to sql"),
    (lambda s: cell(s, x={"value": "id", "interval": 1}), TypeError, "x has an interval, which the mark does not take"),
    (lambda s: cell(s, fill={"avg": "score", 1: 2}), TypeError, "a transform such as avg"),
    (lambda s: cell(s, fill={"avg": "score", "name": "a"}), TypeError, "avg: unknown option 'name'"),
    (lambda s: cell(s, fill={"bin": "score", "stps": 3}), TypeError, "unknown option 'stps'. Did you mean 'steps'?"),
    (lambda s: cell(s, fil="red"), TypeError, "cell: unknown option 'fil'. Did you mean 'fill'?"),
    (lambda s: cell(s, qqq=1), TypeError, "unknown option 'qqq'. It takes 'aria_description'"),
    (lambda s: cell(s, x=object()), TypeError, "x must be a column's name, a transform"),
    (lambda s: cell(s, x=[1, {}]), TypeError, "x must be a column's name, a transform"),
    (lambda s: cell(s, x=[1.0, math.nan]), ValueError, "x must be finite"),
    (lambda s: cell(s, inset="1"), TypeError, "inset must be a number, not '1'"),
    (lambda s: cell(s, inset=True), TypeError, "inset must be a number, not True"),
    (lambda s: cell(s, inset=math.inf), ValueError, "inset must be finite, not inf"),
    (lambda s: cell(s, margin_left=-1), ValueError, "margin_left must be 0 or more, not -1"),
    (lambda s: cell(s, tip="xx"), ValueError, "tip must be one of 'x', 'y', 'xy' or true or false or a dict"),
    (lambda s: cell(s, tip={"pointr": "x"}), TypeError, "cell: tip: unknown key 'pointr'. Did you mean 'pointer'?"),
    (lambda s: cell(s, tip={"format": {"fil": "x"}}), TypeError, "tip: format: unknown key 'fil'"),
    (lambda s: cell(s, tip={"anchor": "topleft"}), ValueError, "Did you mean 'top-left'?"),
    (lambda s: cell(s, select="maxx"), ValueError, "select must be one of 'first', 'last', 'max_x'"),
    (lambda s: cell(s, channels=["id"]), TypeError, "channels must be a dict from name to column"),
    (
        lambda s: cell(s, channels={"A": "idd"}),
        ValueError,
        "channels['A']='idd' is no column of the data. Did you mean",
    ),
    (lambda s: cell(s, channels={"A": avg("score")}), TypeError, "channels['A'] must be a column's name"),
    (lambda s: cell(s, channels={1: "id"}), TypeError, "names in channels must be text, not 1"),
    (lambda s: cell(s, channels={"count": "id"}), ValueError, "'count' in channels is a word of the grammar"),
    (
        lambda s: cell(s, title="id", channels={"title": "id"}),
        ValueError,
        "'title' is given as an option and in channels",
    ),
    (lambda s: cell(s, sort=3), TypeError, "sort must be a channel's name, a dict or None, not 3"),
    (lambda s: cell(s, sort="fil"), ValueError, "Did you mean 'fill'?"),
    (lambda s: cell(s, sort="fill"), ValueError, "sort names 'fill', a channel that the mark does not have"),
    (lambda s: cell(s, fill="score", sort={"x": {"reduce": "sum"}}), ValueError, "sort['x'] needs a 'value'"),
    (lambda s: cell(s, fill="score", sort={"xx": "fill"}), TypeError, "unknown sort key 'xx'"),
    (lambda s: cell(s, fill="score", sort={"x": {"value": "fill", "reduc": 1}}), TypeError, "Did you mean 'reduce'?"),
    (
        lambda s: cell(s, fill="score", sort={"x": {"value": "fill", "reduce": "mea"}}),
        ValueError,
        "Did you mean 'mean'?",
    ),
    (lambda s: cell(s, fill="score", sort={"x": {"value": "fill", "order": "up"}}), ValueError, "order must be one of"),
    (lambda s: cell(s, fill="score", sort={"x": {"value": "fill", "limit": 0}}), ValueError, "limit must not be 0"),
    (lambda s: cell(s, fill="score", sort={"x": {"value": "fill", "limit": 1.5}}), TypeError, "limit must be a whole"),
    (lambda s: cell(s, fill="score", sort={"x": {"value": "fill", "reverse": 1}}), TypeError, "reverse must be true"),
    (lambda s: cell(s, sort={"value": "x", "order": "down"}), ValueError, "sort order must be one of"),
    (
        lambda s: cell(pd.DataFrame({"a": [1]})),
        TypeError,
        "data must be a Data, not DataFrame; use Data.from_dataframe(df)",
    ),
    (lambda s: cell(None, x=["a"]), TypeError, "data must be a Data, not NoneType"),
    (lambda s: cell("samples.csv"), TypeError, "data must be a Data, not str; use Data.from_file(path)"),
    (lambda s: cell(s, filter_by="sel"), TypeError, "filter_by must be a Selection or None, not 'sel'"),
    (lambda s: cell(s, "id", x="id"), TypeError, "cell: x is given twice"),
    (lambda s: cell(s, "id", "model", None, 1, inset=2), TypeError, "cell: inset is given twice"),
    (lambda s: cell(s, *range(20)), TypeError, "cell: too many arguments by position"),
    (lambda s: text(text=avg("score")), ValueError, "text=avg(score) reads data, but the mark has none"),
    (lambda s: text(text=sql("1")), ValueError, "text=sql('1') reads data, but the mark has none"),
    (lambda s: cell(s, x=sql("scor * 2")), ValueError, "x: the expression 'scor * 2' cannot be read: Binder Error"),
    (lambda s: cell(s, x=sql("score +")), ValueError, "x: the expression 'score +' cannot be read: Parser Error"),
    (lambda s: cell(s, x=sum(sql("nothing"))), ValueError, "x: the expression 'nothing' cannot be read"),
    (lambda s: cell(s, x=sql("1); DROP TABLE data; --")), ValueError, "cannot be read"),
    (lambda s: cell(s, x=sql("(SELECT 1 FROM read_text('/etc/hosts'))")), ValueError, "cannot be read"),
    (lambda s: text(text=["a", "b"], x=[1, 2, 3]), ValueError, "x has 3, text has 2"),
    (lambda s: text(s, styles={"size": 3}), TypeError, "text: styles: unknown key 'size'"),
    (lambda s: text(s, styles={"font_size": 0}), ValueError, "font_size must be greater than 0"),
    (lambda s: text(s, styles="bold"), TypeError, "styles must be a dict of text styles"),
    (lambda s: text(s, frame_anchor="top left"), ValueError, "Did you mean 'top-left'?"),
    (lambda s: rect(s, interval="dy"), ValueError, 'interval must be a number or a unit of time such as "day"'),
    (lambda s: rule_y(y=0, stroke="blu"), ValueError, "stroke='blu' is no column of the data and no CSS colour"),
    (lambda s: frame(anchor="topp"), ValueError, "Did you mean 'top'?"),
    (lambda s: axis_x(ticks="often"), ValueError, "ticks must be"),
    (lambda s: axis_x(label_arrow="north"), ValueError, "label_arrow must be one of"),
    (lambda s: plot(3), TypeError, "plot must be a mark, an interactor, a legend or a list of them, not 3"),
    (lambda s: plot(s), TypeError, "plot must be a mark, an interactor, a legend or a list of them"),
    (lambda s: plot(color_schem="viridis"), TypeError, "unknown attribute 'color_schem'. Did you mean 'color_scheme'?"),
    (lambda s: plot(color_scheme="viridiss"), ValueError, "Did you mean 'Viridis'?"),
    (lambda s: plot(color_scheme=3), TypeError, "color_scheme must be one of 'Accent', "),
    (lambda s: plot(x_scale="bnd"), ValueError, "Did you mean 'band'?"),
    (lambda s: plot(width=0), ValueError, "width must be greater than 0, not 0"),
    (lambda s: plot(height=-5), ValueError, "height must be greater than 0, not -5"),
    (lambda s: plot(width=math.nan), ValueError, "width must be finite, not nan"),
    (lambda s: plot(height="200"), TypeError, "height must be a number, not '200'"),
    (lambda s: plot(width=True), TypeError, "width must be a number, not True"),
    (lambda s: plot(padding=2), ValueError, "padding must be between 0 and 1, not 2"),
    (lambda s: plot(x_label=3), TypeError, "x_label must be text or None, not 3"),
    (lambda s: plot(x_domain="abc"), ValueError, "x_domain must be one of 'Fixed' or a list of values"),
    (lambda s: plot(x_domain=[0, math.inf]), ValueError, "x_domain must be finite"),
    (lambda s: plot(margins={"lft": 3}), TypeError, "plot: margins: unknown key 'lft'. Did you mean 'left'?"),
    (lambda s: plot(style={"color": 3}), TypeError, "style must be"),
    (lambda s: plot(title=3), TypeError, "title must be text, title(...) or None, not 3"),
    (lambda s: plot(legend="colour"), ValueError, "Did you mean 'color'?"),
    (lambda s: plot(legend=3), TypeError, "legend must be the name of a scale"),
    (lambda s: plot_defaults(widht=3), TypeError, "plot_defaults: unknown attribute 'widht'. Did you mean 'width'?"),
    (lambda s: plot_defaults(width=-3), ValueError, "plot_defaults: width must be greater than 0"),
    (lambda s: legend("size"), ValueError, "legend must be one of 'color', 'opacity', 'symbol', not 'size'"),
    (lambda s: legend("color", frame_anchor="under"), ValueError, "frame_anchor must be one of"),
    (lambda s: legend("color", width=0), ValueError, "legend: width must be greater than 0"),
    (lambda s: legend("color", columns=0), ValueError, "columns must be 1 or more"),
    (lambda s: legend("color", columns="many"), TypeError, "columns must be a whole number, 'auto' or None"),
    (lambda s: legend("color", border="blu"), ValueError, "border must be true, false or a CSS colour, not 'blu'"),
    (lambda s: legend("color", background=3), TypeError, "background must be"),
    (lambda s: legend("color", target="sel"), TypeError, "target must be a Selection or None, not 'sel'"),
    (lambda s: title(3), TypeError, "title must be text, not 3"),
    (lambda s: title("a", font_size=-1), ValueError, "font_size must be greater than 0"),
    (lambda s: title("a", margin_top="b"), TypeError, "margin_top must be a number"),
    (lambda s: hconcat(), TypeError, "at least one component"),
    (lambda s: hconcat(3), TypeError, "component must be a component"),
    (lambda s: hspace("wide"), ValueError, 'a CSS length such as "2em"'),
    (lambda s: vspace(-1), ValueError, "vspace must be greater than 0"),
    (lambda s: avg(), TypeError, "avg: col is missing"),
    (lambda s: sum(object()), TypeError, "sum: col must be a column's name"),
    (lambda s: count(distinct="yes"), TypeError, "distinct must be true or false"),
    (lambda s: sum("score", order_by="id"), TypeError, "Did you mean 'orderby'?"),
    (lambda s: sum("score", rows=3), TypeError, "rows must be [before, after]"),
    (lambda s: sum("score", exclude="me"), ValueError, "exclude must be one of"),
    (lambda s: sql(" "), TypeError, "sql must be the text of a SQL expression"),
    (lambda s: column(3), TypeError, "column must be a column's name, not 3"),
]


@pytest.mark.parametrize(("call", "error", "message"), CASES, ids=[case[2][:40] for case in CASES])
def test_wrong_arguments_are_refused_at_the_call(samples, call, error, message):
    with pytest.raises(error) as raised:
        call(samples)
    assert message in str(raised.value)
    assert len(str(raised.value)) < 1200


def test_nothing_of_a_refused_default_stays():
    with pytest.raises(TypeError):
        plot_defaults(width=300, colour="red")
    assert "width" not in plot().node.attributes


@pytest.mark.parametrize("kind", ["list", "dict", "polars", "path"])
def test_anything_but_data_is_refused(kind, tmp_path):
    import polars as pl

    data = {"list": [{"a": 1}], "dict": {"a": [1]}, "polars": pl.DataFrame({"a": [1]}), "path": tmp_path}[kind]
    with pytest.raises(TypeError, match=r"data must be a Data, not \w+; use Data\.from_"):
        cell(data, "a")
