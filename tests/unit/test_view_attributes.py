"""Every attribute that a heatmap takes has its effect, or is refused."""

from __future__ import annotations

import pytest
from heatmaps import data, drawn, graded, heatmap, picture

from inspect_viz._generated.attributes import PlotAttributes
from inspect_viz.mark import cell, text
from inspect_viz.plot import plot

ROWS = [{**row, "score_s": max(0.01, row["score_s"])} for row in graded(3, 5)]
CONTEXT = {
    "color_base": {"color_scale": "log", "color_domain": [0.01, 1]},
    "color_constant": {"color_scale": "symlog"},
    "color_exponent": {"color_scale": "pow"},
    "color_n": {"color_scale": "quantize"},
    "color_pivot": {"color_scale": "diverging"},
    "color_symmetric": {"color_scale": "diverging", "color_pivot": 0.3},
    "color_nice": {"color_domain": [0.13, 0.87]},
    "color_zero": {"color_domain": [0.13, 0.87]},
    "align": {"x_padding_outer": 1},
    "x_align": {"x_padding_outer": 1},
    "y_align": {"y_padding_outer": 1},
    "x_round": {"width": 704, "margins": False},
    "y_round": {"height": 434},
    "y_range": {"height": 434},
    "x_label_anchor": {"id_label": "ID"},
    "x_label_arrow": {"id_label": "ID"},
    "x_label_offset": {"id_label": "ID"},
    "y_label_anchor": {"model_label": "M"},
    "y_label_arrow": {"model_label": "M"},
    "y_label_offset": {"model_label": "M"},
}
"""What an attribute needs beside it."""

VALUES = {
    "align": 1,
    "aria_description": "said",
    "aria_label": "said",
    "axis": None,
    "color_base": 2,
    "color_constant": 5,
    "color_domain": [0, 2],
    "color_exponent": 3,
    "color_interpolate": "hsl",
    "color_label": "said",
    "color_n": 3,
    "color_nice": True,
    "color_percent": True,
    "color_pivot": 0.9,
    "color_range": ["white", "red"],
    "color_reverse": True,
    "color_scale": "sqrt",
    "color_scheme": "blues",
    "color_symmetric": False,
    "color_tick_format": ".3f",
    "color_zero": True,
    "grid": True,
    "inset": 9,
    "margin": 90,
    "margins": {"left": 90},
    "padding": 0.5,
    "style": "background:red",
}
OF_AXES = {
    "align": 1,
    "aria_description": "said",
    "aria_label": "said",
    "axis": None,
    "font_variant": "small-caps",
    "grid": True,
    "inset": 9,
    "label_arrow": "up",
    "label_offset": 5,
    "line": True,
    "padding": 0.5,
    "padding_inner": 0.5,
    "padding_outer": 1,
    "percent": True,
    "range": [150, 300],
    "reverse": True,
    "round": True,
    "tick_format": "s",
    "tick_padding": 20,
    "tick_rotate": 30,
    "tick_size": 20,
}
VALUES |= {f"{axis}_{name}": value for axis in "xy" for name, value in OF_AXES.items()}
VALUES |= {f"margin_{side}": 120 for side in ("top", "right", "bottom", "left")}
VALUES |= {f"x_inset_{side}": 9 for side in ("left", "right")} | {f"y_inset_{side}": 9 for side in ("top", "bottom")}
VALUES |= {"x_label_anchor": "left", "y_label_anchor": "top"}
VALUES |= {"x_domain": ["q1", "q2"], "y_domain": ["model-2"], "x_ticks": ["q1"], "y_ticks": ["model-2"]}
REFUSED = {
    "aspect_ratio": 1,
    "clip": True,
    "color_clamp": False,
    "facet_grid": True,
    "facet_label": "said",
    "projection_clip": True,
    "projection_domain": {},
    "projection_parallels": [1, 2],
    "projection_rotate": [1, 2],
    "projection_type": "mercator",
    "symbol_scale": "ordinal",
    "x_scale": "linear",
    "y_scale": "linear",
    "xy_domain": ["q1"],
}


def value_of(kinds: str) -> object:
    """Some value of these types."""
    choices = {"bool": True, "float": 2.0, "str": "said", "Sequence[object]": [1, 2]}
    return next((value for kind, value in choices.items() if kind in kinds), "linear")


@pytest.mark.parametrize("name", VALUES)
def test_it_has_its_effect(name):
    context = CONTEXT.get(name, {})
    assert picture(ROWS, **context, **{name: VALUES[name]}).svg != picture(ROWS, **context).svg


@pytest.mark.parametrize("name", sorted(PlotAttributes.__annotations__.keys() - VALUES.keys()))
def test_it_is_refused(name):
    kinds = getattr(PlotAttributes.__annotations__[name], "__forward_arg__", "")
    with pytest.raises(ValueError, match=rf"^{name}=.* (has no effect: .{{9}}|cannot hold)"):
        heatmap(ROWS, **{name: REFUSED.get(name, value_of(kinds))})


@pytest.mark.parametrize("scheme", [{}, {"color_range": ["black", "white"]}, {"color_scheme": "blues"}])
@pytest.mark.parametrize("scale", [None, "sqrt", "symlog", "quantize", "diverging"])
def test_a_falling_domain_of_colours_turns_them_round(scale, scheme):
    options = {"color_scale": scale, **scheme} if scale else scheme
    rising = picture(ROWS, color_domain=[0, 1], color_reverse=True, **options)
    falling = picture(ROWS, color_domain=[1, 0], **options)
    assert falling.svg == rising.svg != picture(ROWS, color_domain=[0, 1], **options).svg
    both = picture(ROWS, color_domain=[1, 0], color_reverse=True, **options)
    assert both.svg == picture(ROWS, color_domain=[0, 1], **options).svg


def test_a_falling_domain_in_the_grammar():
    table = data(ROWS)
    options = {"x": "id", "y": "model_display_name", "fill": "score_s"}
    falling, rising = (drawn(plot(cell(table, **options), **{"color_domain": d})) for d in ([1, 0], [0, 1]))
    assert [r.get("fill") for r in falling.rects()] != [r.get("fill") for r in rising.rects()]


def test_a_domain_of_several_numbers_is_one_of_numbers():
    assert picture(ROWS, color_domain=[0, 0.2, 1]).svg != picture(ROWS, color_domain=[0, 1]).svg
    assert (
        picture(ROWS, color_domain=[1, 0.2, 0]).svg == picture(ROWS, color_domain=[0, 0.2, 1], color_reverse=True).svg
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"color_exponent": 2}, "color_exponent=2 has no effect: it needs color_scale='pow' or 'diverging-pow'"),
        ({"color_n": 3, "color_scale": "log"}, "needs color_scale='quantile' or 'quantize'"),
        ({"color_scheme": "blues", "color_range": ["red", "blue"]}, "color_range says the colours"),
        ({"color_scale": None}, "color_scale=None cannot colour numbers"),
        ({"x_ticks": 3}, "x_ticks=3 has no effect: .* a list of names"),
        ({"r_range": [1, 2]}, "there are no marks on top"),
        ({"axis": "top"}, "use x_axis or y_axis"),
        ({"x_label_anchor": "top"}, "x_label_anchor must be one of 'left', 'center', 'right', not 'top'"),
    ],
)
def test_why_it_is_refused(options, words):
    with pytest.raises(ValueError, match=words):
        heatmap(ROWS, **options)


def test_marks_on_top_may_need_what_cells_do_not():
    table = data(ROWS)
    top = text(table, x="id", y="model_display_name", text="score_s", fill_opacity="score_s")
    assert drawn(heatmap(ROWS, marks=top, opacity_range=[0.1, 0.2])).svg != drawn(heatmap(ROWS, marks=top)).svg


@pytest.mark.parametrize("name", ["axis", "x_axis", "y_axis"])
def test_axes_that_are_true_or_false(name):
    assert picture(ROWS, **{name: True}).svg == picture(ROWS).svg
    assert picture(ROWS, **{name: False}).svg == picture(ROWS, **{name: None}).svg != picture(ROWS).svg


@pytest.mark.parametrize("asked", [{"x_nice": False}, {"aspect_ratio": None}, {"clip": False}, {"xy_domain": None}])
def test_what_asks_for_nothing_is_let_pass(asked):
    assert picture(ROWS, **asked).svg == picture(ROWS).svg
