"""Every mark takes what the published package takes, in its order, and is checked at the call."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import pytest

from inspect_viz import mark
from inspect_viz._generated.explanations import OPTIONS
from inspect_viz._generated.tables import MARKS
from inspect_viz._util.notgiven import NOT_GIVEN
from inspect_viz.data import Data
from inspect_viz.mark._declare import mark as declared

HERE = Path(__file__).parent
FACTS = HERE.parents[2] / "shared" / "compat" / "peer_api_0_4_2.json"
OWN = ("title", "baseline")


def published():
    """Mark -> [(name, kind, default)], with NOT_GIVEN where an argument is required."""
    lines = (HERE / "published_marks.txt").read_text(encoding="utf-8").splitlines()
    return {line.partition(":")[0]: [parameter(word) for word in line.partition(": ")[2].split()] for line in lines}


def parameter(word):
    name, given, default = word.partition("=")
    return name.lstrip("*"), "k" if word.startswith("*") else "pk", json.loads(default) if given else NOT_GIVEN


PUBLISHED = published()
NAMES = [name for name, _, _ in MARKS.values()]


@pytest.fixture(scope="module")
def rows():
    return Data.from_dataframe({"a": [1.0, 2.0], "b": [3.0, 4.0], "c": ["u", "v"]})


def test_the_facts_are_those_of_the_published_package():
    if not FACTS.exists():
        pytest.skip("the facts file lies beside this repository where it is developed")
    functions = json.loads(FACTS.read_text(encoding="utf-8"))["modules"]["inspect_viz.mark"].items()
    found = {
        name: [
            (p, kind, more[0]["default"] if more else NOT_GIVEN) for p, kind, *more in fact["params"] if kind != "**"
        ]
        for name, fact in functions
        if fact["kind"] == "function"
    }
    assert found == PUBLISHED


def test_every_mark_of_mosaic_has_its_function():
    assert set(NAMES) | set(OWN) == set(PUBLISHED)
    assert all(callable(getattr(mark, name)) for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_arguments_stand_in_the_published_order(name):
    parameters = inspect.signature(getattr(mark, name)).parameters.values()
    positional = [p for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    assert [p.name for p in positional] == [p for p, _, _ in PUBLISHED[name]]
    required = [p.name for p in positional if p.default is p.empty]
    assert required == [p for p, _, default in PUBLISHED[name] if default is NOT_GIVEN]


@pytest.mark.parametrize("name", NAMES)
def test_none_by_position_holds_a_place(name, rows):
    function, names = getattr(mark, name), [p for p, _, _ in PUBLISHED[name]]
    required = [rows if p == "data" else "a" for p, _, default in PUBLISHED[name] if default is NOT_GIVEN]
    assert function(*required, *[None] * (len(names) - len(required))) == function(*required)
    with pytest.raises(TypeError, match=f"{name}: too many arguments by position"):
        function(*required, *[None] * (len(names) - len(required) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_help_and_completion_list_every_option_with_its_line(name):
    function = getattr(mark, name)
    parameters = inspect.signature(function).parameters
    kind = next(k for k, (n, _, _) in MARKS.items() if n == name)
    assert set(parameters) - {"data"} == {*MARKS[kind][1].__annotations__, *MARKS[kind][2]}
    assert not [p for p in parameters.values() if p.kind is p.VAR_KEYWORD]
    lines = function.__doc__.splitlines()
    assert lines[0].endswith(".")
    told = {line.strip().partition(": ")[0]: line.partition(": ")[2] for line in lines if line.startswith("    ")}
    assert {n for n in parameters if not told.get(n)} == set()
    assert told["fill"] == OPTIONS["fill"]
    assert len(set(told) - {"TypeError", "ValueError"}) == len(parameters)


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_option_is_refused_with_the_nearest_name(name, rows):
    required = [rows if p == "data" else "a" for p, _, default in PUBLISHED[name] if default is NOT_GIVEN]
    with pytest.raises(TypeError, match=f"{name}: unknown option 'stroke_widht'. Did you mean 'stroke_width'?"):
        getattr(mark, name)(*required, stroke_widht=2)


@pytest.mark.parametrize("name", [n for n in NAMES if PUBLISHED[n] and PUBLISHED[n][0][2] is NOT_GIVEN])
def test_what_is_required_is_asked_for_by_name(name, rows):
    names = [p for p, _, default in PUBLISHED[name] if default is NOT_GIVEN]
    given = {p: rows if p == "data" else "a" for p in names}
    for missing in names:
        with pytest.raises(TypeError, match=f"{name}: {missing} is missing"):
            getattr(mark, name)(**{k: v for k, v in given.items() if k != missing})
    with pytest.raises(TypeError, match=f"{name}: data must be a Data, not str"):
        getattr(mark, name)(*["a"] * len(names))


CASES = [
    (lambda d: mark.dot(d, "a", "b", symbol="sqare"), ValueError, "symbol='sqare' is no column of the data and no"),
    (lambda d: mark.dot(d, "a", "b", r=-1), ValueError, "r must be 0 or more, not -1"),
    (lambda d: mark.line(d, "a", "b", curve="bumpy"), ValueError, "Did you mean 'bump-y'?"),
    (lambda d: mark.line_y(d, "b", "a", marker="dots"), ValueError, "Did you mean 'dot'?"),
    (lambda d: mark.area_y(d, "b", offset="norm"), ValueError, "offset must be one of"),
    (lambda d: mark.area(d, "a", "q"), ValueError, "area: y1='q' is no column of the data"),
    (lambda d: mark.bar_x(d, "a", inset="2"), TypeError, "bar_x: inset must be a number, not '2'"),
    (lambda d: mark.density(d, "a", "b", type="squares"), ValueError, "type must be one of 'dot', 'circle'"),
    (lambda d: mark.density_y(d, "a", type="areaX"), ValueError, "type must be one of 'areaY'"),
    (lambda d: mark.contour(d, "a", "b", thresholds="many"), TypeError, "thresholds must be a number or a list of"),
    (lambda d: mark.raster(d, "a", "b", pixel_size=0), ValueError, "pixel_size must be greater than 0"),
    (lambda d: mark.error_bar_x(d, "a", ci=2), ValueError, "ci must be between 0 and 1, not 2"),
    (lambda d: mark.regression_y(d, "a", "b", ci="x"), TypeError, "ci must be a number"),
    (lambda d: mark.vector(d, "a", "b", shape="arow"), ValueError, "Did you mean 'arrow'?"),
    (lambda d: mark.waffle_y(d, "a", unit=0), ValueError, "unit must be greater than 0"),
    (lambda d: mark.rule_y(d, y1="a"), TypeError, "rule_y: unknown option 'y1'"),
    (lambda d: mark.grid_x(ticks="often"), ValueError, "ticks must be"),
    (lambda d: mark.text(d, "a", "b", text="c", font_size=8, styles={"font_size": 9}), TypeError, "font_size is given"),
    (lambda d: mark.text(d, text_anchor="centre"), ValueError, "text_anchor must be one of 'start', 'middle', 'end'"),
    (lambda d: mark.dot(d, "a", "b", font_size=9), TypeError, "dot: unknown option 'font_size'"),
    (lambda d: mark.line(None, x=[1, 2], y=[1]), None, ""),
    (lambda d: mark.line(None, x=[1, 2], y=[1, 2, 3]), ValueError, "x has 2, y has 3"),
    (lambda d: mark.dot(d, "a", "b", filter_by="c"), TypeError, "dot: filter_by must be a Selection or None, not 'c'"),
]


@pytest.mark.parametrize(("call", "error", "message"), CASES, ids=[case[2][:40] for case in CASES])
def test_wrong_arguments_are_refused_at_the_call(rows, call, error, message):
    if error is None:
        call(rows)
        return
    with pytest.raises(error) as raised:
        call(rows)
    assert message in str(raised.value)


def test_text_styles_are_plain_options_too(rows):
    plain = mark.text(rows, "a", "b", text="c", font_size=9, font_weight=700)
    assert plain.options == mark.text(rows, "a", "b", text="c", styles={"font_size": 9, "font_weight": 700}).options


def test_none_by_name_is_a_value(rows):
    assert mark.line(rows, "a", "b", z=None).options["z"] is None
    assert "z" not in mark.line(rows, "a", "b", None).options


def test_the_order_of_keywords_does_not_matter(rows):
    one = mark.rect_y(rows, y="a", x="b", rx=1, inset=2)
    assert (
        list(one.options) == list(mark.rect_y(rows, inset=2, x="b", y="a", rx=1).options) == ["x", "y", "inset", "rx"]
    )


def test_horizontal_rules_have_two_ends(rows):
    assert list(mark.rule_y(rows, "a", x1="b", x2="a", inset_left=2).options) == ["y", "x1", "x2", "insetLeft"]


def test_what_is_written_by_hand_stays_small():
    folder = Path(mark.__file__).parent
    assert sum(file.stat().st_size for file in folder.glob("*.py")) < 40_000


FIVE_LINES = '''
@declared("r filter_by rotate frame_anchor")
def hexagon(data, x, y, z=NOT_GIVEN, **options):
    """Hexagons, one for each row."""
'''


def test_a_further_mark_costs_five_lines(rows):
    """What is declared in so many is all of the mark: its options, help, checks and picture."""
    assert len(FIVE_LINES.strip().splitlines()) <= 5
    scope = {"declared": declared, "NOT_GIVEN": NOT_GIVEN, "__name__": __name__}
    exec(FIVE_LINES, scope)
    made, known = scope["hexagon"], mark.hexagon
    given = {"r": 4, "fill": "b", "stroke_width": 2}
    assert made(rows, "a", "b", **given) == known(rows, "a", "b", **given)
    assert inspect.signature(made).parameters.keys() == inspect.signature(known).parameters.keys()
    assert made.__doc__ == known.__doc__
    with pytest.raises(TypeError, match=r"hexagon: unknown option 'fil'\. Did you mean 'fill'\?"):
        made(rows, "a", "b", fil="a")


def test_all_65_marks_of_the_schema_are_public():
    assert len(NAMES) == len(MARKS) == 65
    assert set(NAMES) <= set(mark.__all__)
