"""Mosaic's parser reads the example of every mark, and gives it back unchanged."""

from __future__ import annotations

import sys

import pytest
from mosaic import ROOT, normal

from inspect_viz._generated.tables import MARKS
from inspect_viz._spec import compile

sys.path.append(str(ROOT / "docs" / "gallery"))

import marks


@pytest.mark.parametrize("name", marks.NAMES)
def test_mosaic_reads_the_example_of_a_mark(oracle, name):
    spec = compile(marks.picture(name)).spec
    read = oracle.call("parse", spec)
    params = spec.pop("params", {})
    assert {k: v for k, v in read["json"].items() if k != "params"} == normal(spec)
    assert read["params"] == list(params)
    used = {entry["mark"] for entry in spec["plot"]}
    assert used & {kind for kind, (python, _, _) in MARKS.items() if python == name} or name in ("baseline", "title")
