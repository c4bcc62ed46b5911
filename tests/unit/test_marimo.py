"""What marimo is given of a picture: the widget of one that lives, markup of another."""

from __future__ import annotations

import pandas as pd
import pytest

from inspect_viz import Data, Selection
from inspect_viz._host._widget import PictureWidget
from inspect_viz.interactor import interval_x
from inspect_viz.mark import rect_y
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count


def picture(*interactors, **options):
    data = Data.from_dataframe(pd.DataFrame({"a": [1, 2]}))
    return plot(rect_y(data, x=bin("a"), y=count(), **options), *interactors)


def test_a_living_picture_is_its_widget():
    widget = picture(interval_x(Selection.crossfilter()))._display_()
    assert isinstance(widget, PictureWidget)
    widget.close()


def test_a_picture_that_follows_a_living_one_lives():
    brush = Selection.intersect()
    first, follower = picture(interval_x(brush)), picture(filter_by=brush)
    widgets = first._display_(), follower._display_()
    assert all(isinstance(widget, PictureWidget) for widget in widgets)
    for widget in widgets:
        widget.close()


def test_another_picture_is_markup():
    kind, text = picture()._display_()._mime_()
    assert kind == "text/html"
    assert "<img" in text


def test_without_anywidget_a_living_picture_stands_still_and_says_so(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.warns(UserWarning, match="anywidget"):
        shown = picture(interval_x(Selection.crossfilter()))._display_()
    assert "<img" in shown._mime_()[1]
