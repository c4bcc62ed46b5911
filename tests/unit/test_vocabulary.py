"""The vocabulary has all of Mosaic's schema, under Python names, and is up to date."""

from __future__ import annotations

import importlib
import json
import re
import shutil
import sys
from typing import get_args

import pytest
from mosaic import MODULES, ROOT

from inspect_viz._generated import explanations, literals, tables, transforms
from inspect_viz._generated.attributes import LegendOptions, PlotAttributes, PlotDefaults
from inspect_viz._generated.options import MarkOptions, TextStyles
from inspect_viz._spec.arguments import kinds_in, kinds_of
from inspect_viz._spec.kinds import description, literal_values
from inspect_viz._spec.names import camel, snake
from inspect_viz._spec.nodes import DECORATIONS

SCHEMA = json.loads((MODULES / "@uwdata/mosaic-spec/dist/mosaic-schema.json").read_text(encoding="utf-8"))
DEFINITIONS = SCHEMA["definitions"]
OURS = {"styles", "filter_by", "shift_overlapping_text"}
MISNAMED = {"ruleY": {"y1": "x1", "y2": "x2", "insetTop": "insetLeft", "insetBottom": "insetRight"}}


@pytest.fixture
def generator(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    module = importlib.import_module("generate_vocabulary")
    yield module
    for name in [n for n in sys.modules if n.partition(".")[0] in ("generate_vocabulary", "vocabulary")]:
        del sys.modules[name]


def schema_marks():
    """Mark -> the names of its options, from the schema."""
    found = {}
    for part in DEFINITIONS["PlotMark"]["anyOf"]:
        node = DEFINITIONS[part["$ref"].rpartition("/")[2]]
        variants = [v["properties"] for v in node.get("anyOf", [node])]
        kind = variants[0]["mark"]["const"]
        names = {k for v in variants for k in v} - {"mark", "data"}
        found[kind] = {MISNAMED.get(kind, {}).get(name, name) for name in names}
    return found


def python_options(kind):
    """The names of a mark's options in Python that are Mosaic's as well."""
    _, typed, leading = tables.MARKS[kind]
    return {*typed.__annotations__, *leading} - OURS


def test_generated_files_are_up_to_date(generator):
    assert generator.main(["--check"]) == 0


def test_a_changed_missing_or_further_file_is_out_of_date(generator, tmp_path, capsys):
    folder = tmp_path / "generated"
    shutil.copytree(generator.TARGET, folder, ignore=shutil.ignore_patterns("__pycache__"))
    assert generator.main(["--check"], folder) == 0
    (folder / "tables.py").write_text("changed = True\n")
    (folder / "literals.py").unlink()
    (folder / "more.py").write_text("")
    assert generator.main(["--check"], folder) == 1
    assert "literals.py, more.py, tables.py" in capsys.readouterr().err
    assert generator.main([], folder) == 0
    assert generator.main(["--check"], folder) == 0


def test_every_mark_of_the_schema_is_there_and_no_other():
    assert set(tables.MARKS) == set(schema_marks())


@pytest.mark.parametrize("kind", sorted(tables.MARKS))
def test_every_option_of_a_mark_has_a_python_name_and_the_other_way_round(kind):
    assert {camel(name) for name in python_options(kind)} == schema_marks()[kind]
    assert all(snake(camel(name)) == name for name in python_options(kind))


@pytest.mark.parametrize("kind", sorted(tables.MARKS))
def test_text_styles_are_options_as_well_as_a_dict(kind):
    options = set(tables.MARKS[kind][1].__annotations__)
    assert ("styles" in options) == (set(TextStyles.__annotations__) <= options)


def test_a_mark_that_reads_rows_can_filter_them():
    reading = {kind for kind, (_, typed, _) in tables.MARKS.items() if "filter_by" in typed.__annotations__}
    assert {kind for kind in tables.MARKS if kind not in reading} == set(DECORATIONS)


def test_plot_knows_ruley_by_the_names_that_the_schema_copies_from_rulex():
    text = (MODULES / "@observablehq/plot/src/marks/rule.js").read_text(encoding="utf-8")
    rule = text.partition("class RuleY")[2]
    assert all(name in rule for name in MISNAMED["ruleY"].values())


def test_every_attribute_has_a_python_name_and_the_other_way_round():
    known = {camel(name) for name in PlotDefaults.__annotations__} | {"name"}
    assert known == set(DEFINITIONS["PlotAttributes"]["properties"])


def test_every_legend_option_has_a_python_name_and_the_other_way_round():
    known = {camel(name) for name in LegendOptions.__annotations__} | {"legend", "as"}
    assert known == set(DEFINITIONS["PlotLegend"]["properties"])


def test_every_transform_of_the_schema_is_known():
    groups = ("ColumnTransform", "AggregateTransform", "WindowTransform", "IntervalTransform")
    parts = [part["$ref"].rpartition("/")[2] for group in groups for part in DEFINITIONS[group]["anyOf"]]
    known = {mosaic for mosaic, _ in transforms.TRANSFORMS.values()}
    assert known >= {DEFINITIONS[p]["required"][0] for p in parts}
    parser = (MODULES / "@uwdata/mosaic-spec/dist/src/config/transforms.js").read_text(encoding="utf-8")
    assert known == set(re.findall(r"'(\w+)'", parser))


@pytest.mark.parametrize(
    ("name", "definition"),
    [("ColorScale", "ColorScaleType"), ("PositionScale", "PositionScaleType"), ("FrameAnchor", "FrameAnchor")],
)
def test_literals_hold_what_the_schema_lists(name, definition):
    ours = {"ordinal"} if name == "PositionScale" else set()
    assert set(get_args(getattr(literals, name))) == set(DEFINITIONS[definition]["enum"]) | ours


def test_every_colour_scheme_is_there():
    theirs = set(DEFINITIONS["ColorScheme"]["anyOf"][0]["enum"])
    assert set(literal_values("ColorScheme")) == theirs
    assert set(get_args(literals.ColorScheme)) == theirs | {name.lower() for name in theirs}


def test_reducers_are_those_of_plot():
    plain = "first last min max min-index max-index count distinct sum mean median mode deviation variance identity"
    expected = {*plain.split(), "proportion", "proportion-facet", *(f"p{i:02}" for i in range(100))}
    assert set(get_args(literals.Reducer)) == expected


@pytest.mark.parametrize("options", [PlotDefaults, LegendOptions, *(typed for _, typed, _ in tables.MARKS.values())])
def test_every_type_in_the_vocabulary_can_be_checked(options):
    for kinds in kinds_in(options).values():
        assert all(description(kind) for kind in kinds)


def test_every_type_of_a_leading_argument_can_be_checked():
    for _, _, leading in tables.MARKS.values():
        assert all(description(kind) for types in leading.values() for kind in kinds_of(types))


def test_explanations_are_one_line_each_and_end_with_a_full_stop():
    for line in [*explanations.OPTIONS.values(), *explanations.ATTRIBUTES.values()]:
        assert line.endswith(".")
        assert "\n" not in line
        assert "{" not in line


def test_explanations_are_not_those_of_the_schema():
    theirs = {v.get("description") for d in DEFINITIONS.values() for v in d.get("properties", {}).values()}
    assert not theirs & {*explanations.OPTIONS.values(), *explanations.ATTRIBUTES.values()}


def test_every_explanation_belongs_to_a_name(generator):
    from vocabulary import explanations as written

    assert {kind for kind in written.MARKS if kind not in tables.MARKS} == set()
    for kind, lines in written.MARKS.items():
        assert set(lines) - {"length"} <= set(tables.MARKS[kind][2]) | {"text"}
    used = {*explanations.OPTIONS, "margin_left", "margin_right", "margin_top", "margin_bottom"}
    assert set(written.OPTIONS) == used
    assert set(written.LEGEND) == set(LegendOptions.__annotations__)
    scales = {name.partition("_")[2] for name in explanations.ATTRIBUTES}
    assert set(written.SCALE_PROPERTIES) <= scales
    assert set(written.ATTRIBUTES) <= set(explanations.ATTRIBUTES)


def test_published_attributes_are_there():
    published = (
        "aspect_ratio margin margins inset style align padding axis grid aria_label clip x_scale x_domain x_tick_rotate"
        " y_label_arrow xy_domain facet_margin_left fx_inset_right fy_reverse color_scheme color_n color_pivot"
        " opacity_tick_format symbol_range r_constant length_base projection_type projection_inset_left"
    )
    assert set(published.split()) <= set(PlotAttributes.__annotations__)
    assert len(PlotAttributes.__annotations__) == 208
    labels = {"x_label", "fx_label", "y_label", "fy_label", "width", "height"}
    assert set(PlotDefaults.__annotations__) == set(PlotAttributes.__annotations__) | labels


def test_published_mark_options_are_there():
    published = (
        "filter select reverse sort fx fy facet facet_anchor margin margin_top margin_right margin_bottom margin_left"
        " aria_description aria_hidden aria_label pointer_events title tip channels clip dx dy fill fill_opacity stroke"
        " stroke_dasharray stroke_dashoffset stroke_linecap stroke_linejoin stroke_miterlimit stroke_opacity"
        " stroke_width opacity mix_blend_mode image_filter paint_order shape_rendering href target"
        " shift_overlapping_text"
    )
    assert set(MarkOptions.__annotations__) == set(published.split())
