"""What callers see of a picture that cannot be drawn: a class that has a name, one sentence, a short way."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from inspect_viz import Component, Data
from inspect_viz.mark import cell
from inspect_viz.plot import DrawingError, LimitError, Limits, plot, to_html, write_png, write_svg
from inspect_viz.transform import sql

ENDLESS = "(select count(*) from range(1000000000000))"
QUICK = Limits(seconds=0.2)


@pytest.fixture
def data() -> Data:
    return Data.from_dataframe({"id": ["a", "b"], "model": ["m", "m"], "score": [0.0, 1.0]})


@pytest.fixture
def endless(data: Data) -> Component:
    return plot(cell(data, x="id", y="model", fill=sql(ENDLESS)))


def test_every_way_to_draw_keeps_to_limits(endless: Component, tmp_path: Path) -> None:
    ways: list[Callable[[], object]] = [
        lambda: endless.save(tmp_path / "a.html", limits=QUICK),
        lambda: endless.save(tmp_path / "a.svg", limits=QUICK),
        lambda: endless.save(tmp_path / "a.png", limits=QUICK),
        lambda: endless.show(limits=QUICK),
        lambda: write_svg(tmp_path / "b.svg", endless, limits=QUICK),
    ]
    for draw in ways:
        with pytest.raises(
            LimitError, match=r"stopped after 0\.2 seconds; .*limits=inspect_viz\.plot\.Limits\(seconds="
        ):
            draw()
    assert list(tmp_path.iterdir()) == []


def test_an_error_is_one_sentence_without_questions_that_nobody_wrote(endless: Component) -> None:
    with pytest.raises(DrawingError) as caught:
        to_html(endless, limits=QUICK)
    assert isinstance(caught.value, LimitError)
    assert str(caught.value).startswith(f"'{ENDLESS}': ")
    assert "SELECT" not in str(caught.value)
    assert "inspect-viz: row" not in "".join(traceback.format_exception(caught.value))


def test_an_error_comes_without_the_way_through_database_and_threads(data: Data) -> None:
    with pytest.raises(DrawingError, match="boom") as caught:
        write_png(None, plot(cell(data, x="id", y="model", fill=sql("error('boom ' || id)"))))
    assert caught.value.__suppress_context__
    shown = "".join(traceback.format_exception(caught.value))
    assert shown.count("Traceback") == 1
    assert not [name for name in ("_v8.py", "_worker.py", "_drawing.py", "duckdb") if name in shown]


def test_limits_are_told_where_they_belong(data: Data) -> None:
    with pytest.raises(
        TypeError, match=r"plot: unknown attribute 'limits'\. Pictures take it when they are drawn: save"
    ):
        plot(cell(data, x="id", y="model", fill="score"), limits=QUICK)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda one: to_html(one, extra_head=None), "extra_head=None must be text"),
        (lambda one: to_html(one, limits=5), r"limits must be Limits\(seconds=..., memory=...\) or None, not int"),
        (lambda one: one.save(None), "path must be a path such as 'picture.svg', not NoneType"),
        (lambda one: one.observe(None), "observe: handler must be a function, not NoneType"),
    ],
)
def test_arguments_of_another_type_are_named(data: Data, call: Callable[[Component], object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        call(plot(cell(data, x="id", y="model", fill="score")))


def test_a_path_with_a_nul_is_named(data: Data) -> None:
    with pytest.raises(ValueError, match=r"file='a\\x00.svg' is no path: it holds a NUL character"):
        plot(cell(data, x="id", y="model")).save("a\0.svg")
