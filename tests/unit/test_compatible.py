"""Names, order and defaults of arguments are those of the published package, as far as its facts say."""

from __future__ import annotations

import importlib
import inspect
import json
import re
import typing
from pathlib import Path
from typing import Any

import pytest

from inspect_viz._util.notgiven import NOT_GIVEN
from inspect_viz.mark import title
from inspect_viz.plot import legend, plot

FACTS = Path(__file__).parents[3] / "shared/compat/peer_api_0_4_2.json"
PACKAGES = ("input", "interactor", "layout", "mark", "plot", "table", "transform", "view", "view.beta")
MODULES = ("inspect_viz", *(f"inspect_viz.{package}" for package in PACKAGES))
NEW_DEFAULTS = {("checkbox", "values"): (True, False)}
"""Defaults that are the same value of another type."""

pytestmark = pytest.mark.skipif(not FACTS.exists(), reason="the facts of the published package are not here")


def facts(kind: str) -> list[tuple[str, str, dict[str, Any]]]:
    if not FACTS.exists():
        return [("inspect_viz", "Data", {})]
    modules = json.loads(FACTS.read_text(encoding="utf-8"))["modules"]
    return [
        (module, name, fact) for module in MODULES for name, fact in modules[module].items() if fact["kind"] == kind
    ]


def named(found: list[tuple[str, str, dict[str, Any]]]) -> list[str]:
    return [f"{module.partition('.')[2] or module}.{name}" for module, name, _ in found]


def check(function: Any, params: list[Any]) -> None:
    """The published call binds here, with the same meaning of each argument."""
    ours = inspect.signature(function).parameters
    placed = [name for name, p in ours.items() if p.kind in (p.POSITIONAL_OR_KEYWORD, p.POSITIONAL_ONLY)]
    wanted = [name for name, kind, *_ in params if kind == "pk"]
    assert placed[: len(wanted)] == wanted
    for name, kind, *extra in params:
        if kind in ("*", "**"):
            continue
        assert name in ours
        default = extra[0].get("default", inspect.Parameter.empty) if extra else inspect.Parameter.empty
        if (function.__name__, name) in LOOSER:
            continue
        assert same(ours[name].default, NEW_DEFAULTS.get((function.__name__, name), default)), name


def same(ours: object, published: object) -> bool:
    if published is None or published == {"$type": "NotGiven"}:
        return ours is None or ours is NOT_GIVEN
    return ours == published


LOOSER = {("argmax", "distinct"), ("argmin", "distinct")}
"""Arguments that are required there."""


@pytest.mark.parametrize(("module", "name", "fact"), facts("function"), ids=named(facts("function")))
def test_every_function_binds_as_the_published_one(module, name, fact):
    check(getattr(importlib.import_module(module), name), fact["params"])


ON_BANDS = {"heatmap", "sample_heatmap", "scores_heatmap"}
"""Heatmaps refuse attributes without an effect where names stand on both axes, and say so."""

NOT_ON_BANDS = re.compile(
    "projection_|aspect_ratio|xy_domain|[xy]_(base|clamp|constant|exponent|nice|tick_spacing|zero)"
)


@pytest.mark.parametrize(("module", "name", "fact"), facts("function"), ids=named(facts("function")))
def test_every_further_keyword_is_listed(module, name, fact):
    ours = inspect.signature(getattr(importlib.import_module(module), name)).parameters
    dicts = json.loads(FACTS.read_text(encoding="utf-8"))["typed_dicts"]
    for _, kind, *more in fact["params"]:
        if kind == "**" and more and name != "options_context":
            unknown = set(dicts[more[0].removeprefix("Unpack[").removesuffix("]")]["keys"]) - ours.keys()
            assert not unknown or (name in ON_BANDS and all(NOT_ON_BANDS.match(keyword) for keyword in unknown))


WITHOUT = {
    ("inspect_viz.plot", "Projection"): {"natural-earth1"},
    ("inspect_viz.plot", "ColorScale"): {"rainbow", "sinebow"},
    ("inspect_viz.plot", "Interpolate"): {"cubehelix"},
}
"""Words that Plot does not know: a picture with them is drawn by nobody."""


@pytest.mark.parametrize(("module", "name", "fact"), facts("alias"), ids=named(facts("alias")))
def test_every_word_is_accepted(module, name, fact):
    accepted = set(words(getattr(importlib.import_module(module), name)))
    assert set(fact.get("literals", ())) - accepted == WITHOUT.get((module, name), set())


def words(alias: object) -> list[object]:
    """The literals in a type."""
    return [word for part in typing.get_args(alias) for word in (words(part) or [part])]


@pytest.mark.parametrize(
    ("attribute", "word"),
    [("projection_type", "natural-earth1"), ("color_scale", "rainbow"), ("color_interpolate", "cubehelix")],
)
def test_words_that_plot_does_not_know_are_refused(attribute, word):
    with pytest.raises(ValueError, match=f"{attribute} must be one of .*, not '{word}'"):
        plot(**{attribute: word})


OTHERWISE = {"Interactor", "Legend", "Component", "Mark", "Title"}
"""Classes that only functions make: here they are values of another shape."""


@pytest.mark.parametrize(("module", "name", "fact"), facts("class"), ids=named(facts("class")))
def test_every_class_is_there_with_its_members(module, name, fact):
    ours = getattr(importlib.import_module(module), name)
    if name in OTHERWISE:
        return
    if fact["init"]:
        check(ours, fact["init"])
    for member, about in fact["members"].items():
        if member in ("table", "output_format", "model_config"):
            continue
        assert hasattr(ours, member) or member in inspect.signature(ours).parameters, member
        if about["kind"] in ("method", "classmethod") and not member.startswith("__"):
            bound = getattr(ours, member)
            params = [["self", "pk"]] if about["kind"] == "method" else []
            check(bound, [*params, *about["params"]])


def test_legends_and_titles_say_where_they_stand():
    assert (legend("color", frame_anchor="top").frame_anchor, legend("color").frame_anchor) == ("top", None)
    assert title("A", margin_top=3).margin_top == 3


@pytest.mark.parametrize(("module", "name", "fact"), facts("TypedDict"), ids=named(facts("TypedDict")))
def test_every_dict_has_its_keys(module, name, fact):
    ours = getattr(importlib.import_module(module), name)
    assert set(fact["keys"]) <= ours.__required_keys__ | ours.__optional_keys__
