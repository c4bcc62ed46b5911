"""Names, order and defaults of arguments are those of the published package, as far as its facts say."""

from __future__ import annotations

import importlib
import inspect
import json
from pathlib import Path
from typing import Any

import pytest

from inspect_viz._util.notgiven import NOT_GIVEN

FACTS = Path(__file__).parents[3] / "shared/compat/peer_api_0_4_2.json"
MODULES = ("inspect_viz", "inspect_viz.input", "inspect_viz.interactor", "inspect_viz.layout", "inspect_viz.plot")
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
        assert same(ours[name].default, NEW_DEFAULTS.get((function.__name__, name), default)), name


def same(ours: object, published: object) -> bool:
    if published is None or published == {"$type": "NotGiven"}:
        return ours is None or ours is NOT_GIVEN
    return ours == published


@pytest.mark.parametrize(("module", "name", "fact"), facts("function"), ids=named(facts("function")))
def test_every_function_binds_as_the_published_one(module, name, fact):
    check(getattr(importlib.import_module(module), name), fact["params"])


OTHERWISE = {"Interactor", "Legend", "Component"}
"""Classes that only functions make: here they are values of another shape."""


@pytest.mark.parametrize(("module", "name", "fact"), facts("class"), ids=named(facts("class")))
def test_every_class_is_there_with_its_members(module, name, fact):
    ours = getattr(importlib.import_module(module), name)
    if name in OTHERWISE:
        return
    if fact["init"]:
        check(ours, fact["init"])
    for member, about in fact["members"].items():
        if member in ("table", "output_format"):
            continue
        assert hasattr(ours, member), member
        if about["kind"] in ("method", "classmethod") and not member.startswith("__"):
            bound = getattr(ours, member)
            params = [["self", "pk"]] if about["kind"] == "method" else []
            check(bound, [*params, *about["params"]])


@pytest.mark.parametrize(("module", "name", "fact"), facts("TypedDict"), ids=named(facts("TypedDict")))
def test_every_dict_has_its_keys(module, name, fact):
    ours = getattr(importlib.import_module(module), name)
    assert set(fact["keys"]) <= ours.__required_keys__ | ours.__optional_keys__
