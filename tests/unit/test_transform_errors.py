"""What transforms do not take is refused where they are written, by the names of function and argument."""

from __future__ import annotations

import pytest

from inspect_viz import Param, transform
from inspect_viz.mark import dot

CASES = [
    (
        lambda: transform.avg(None),
        TypeError,
        "avg: col is missing; it takes a column's name, a value or an expression.",
    ),
    (lambda: transform.avg([]), TypeError, "avg: col is missing"),
    (lambda: transform.argmax(None, "v"), TypeError, "argmax: col1 is missing"),
    (lambda: transform.argmax("v", None), TypeError, "argmax: col2 is missing"),
    (lambda: transform.avg(["v", "w"]), TypeError, "avg: takes col, not 2 values"),
    (lambda: transform.covar_pop(b"v", "w"), TypeError, "covar_pop: col1 must be a column's name, a number or an expr"),
    (lambda: transform.covar_pop("v", {}), TypeError, "covar_pop: col2 must be a transform such as"),
    (lambda: transform.var_pop("v", 1), TypeError, "var_pop: distinct must be true or false"),
    (lambda: transform.n_tile(2, orderby={}), TypeError, "n_tile: orderby must be a transform such as"),
    (lambda: transform.n_tile(2, rows=3), TypeError, "n_tile: rows must be [before, after]"),
    (lambda: transform.lag("v", default={}), TypeError, "lag: default must be a transform such as"),
    (lambda: transform.centroid_x(3j), TypeError, "centroid_x: geometry must be"),
    (lambda: transform.sum(float("nan")), ValueError, "sum: col must be finite, not nan"),
    (lambda: transform.sum(10**400), ValueError, "sum: col must be finite"),
    (lambda: transform.quantile("v", None), TypeError, "quantile: threshold is missing"),
    (lambda: transform.quantile("v", "w"), TypeError, "quantile: threshold must be a number between 0 and 1, not 'w'"),
    (lambda: transform.days(10**400), ValueError, "days: steps must be at most"),
    (lambda: transform.count(orderby="v", exclude=[1]), ValueError, "count: exclude must be one of"),
    (lambda: transform.ci_bounds("", stderr="v"), ValueError, "ci_bounds: score must be a column's name, not ''"),
    (lambda: transform.epoch_ms(""), ValueError, "epoch_ms: expr must be a column's name, not ''"),
]
DICTS = [
    ({"avg": "score", "sum": "score"}, TypeError, "has two transforms, 'avg' and 'sum', where one is wanted"),
    ({"sql": "score", "avg": "score"}, TypeError, "has two transforms, 'sql' and 'avg'"),
    ({"sql": "score", "lable": "s"}, TypeError, "unknown option 'lable'. Did you mean 'label'?"),
    ({"sql": 3}, TypeError, "sql must be the text of a SQL expression, not 3"),
    ({"avrg": "score"}, TypeError, "{'avrg': 'score'} (dict). Did you mean 'avg'?"),
    ({"argmax": ["score"]}, TypeError, "argmax: col2 is missing"),
    ({"bin": ["score", "id"]}, TypeError, "bin: takes bin, not 2 values"),
    ({"avg": Param("score")}, ValueError, "dot: x: avg of Param('score') is text, where numbers or dates are needed"),
]


@pytest.mark.parametrize(("call", "error", "message"), CASES, ids=[case[2][:40] for case in CASES])
def test_a_wrong_argument_is_named(call, error, message):
    with pytest.raises(error) as raised:
        call()
    assert message in str(raised.value)
    assert len(str(raised.value)) < 500


@pytest.mark.parametrize(("given", "error", "message"), DICTS, ids=[case[2][:40] for case in DICTS])
def test_a_wrong_dict_is_named(samples, given, error, message):
    with pytest.raises(error) as raised:
        dot(samples, x=given, y="score")
    assert message in str(raised.value)
