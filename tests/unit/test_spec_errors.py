"""What is wrong in a Mosaic spec is refused at the call: the place, the name, and what would be right."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from inspect_viz._generated.tables import MARKS
from inspect_viz.plot import from_spec

ROWS = {"points": {"x": [1, 2], "y": [2, 1], "kind": ["a", "b"]}}
DOT = {"mark": "dot", "data": {"from": "points"}, "x": "x", "y": "y"}
BRUSH = {"select": "intersect"}


def with_mark(**options: Any) -> dict[str, Any]:
    return {"plot": [{**DOT, **options}]}


def filtered(**more: Any) -> dict[str, Any]:
    return {"plot": [{**DOT, "data": {"from": "points", "filterBy": "$brush"}}], **more}


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "an option": (with_mark(strokewidth=1), r"plot\[0\]: the mark 'dot' has no option 'strokewidth'.*'strokeWidth'"),
    "one of another mark": (with_mark(bandwidth=1), r"plot\[0\]: the mark 'dot' has no option 'bandwidth'. .*"),
    "a literal": (
        with_mark(frameAnchor="middel"),
        r"plot\[0\]: frameAnchor must be one of .*'middle'.*not 'middel'.*'middle'",
    ),
    "a type": (with_mark(frameAnchor=3), r"plot\[0\]: frameAnchor must be .*not 3"),
    "an attribute": ({"plot": [DOT], "widht": 3}, r"plot: a plot has no option 'widht'. Did you mean 'width'"),
    "a scheme": (
        {"plot": [DOT], "colorScheme": "viridas"},
        r"plot: colorScheme must be one of .*Did you mean 'Viridis'",
    ),
    "a default": (
        {"plotDefaults": {"xlabel": "x"}, "plot": [DOT]},
        r"plotDefaults: a plot has no option 'xlabel'.*'xLabel'",
    ),
    "a param": (with_mark(r="$size"), r"plot\[0\].r is \$size, which params does not define .*The spec has no params"),
    "a param's name": (
        {"params": {"size": 3}, **with_mark(r="$sise")},
        r"plot\[0\].r is \$sise, which params does not define .*Did you mean 'size'",
    ),
    "a param in SQL": (with_mark(fill={"sql": "x + $more"}), r"plot\[0\].fill.sql is \$more, which params does not"),
    "a param of an attribute": ({"plot": [DOT], "width": "$wide"}, r"width is \$wide, which params does not"),
    "a selection that is not": (filtered(), r"plot\[0\].data.filterBy is \$brush, which params does not define"),
    "a param as a filter": (
        filtered(params={"brush": 3}),
        r"plot\[0\].data.filterBy is \$brush, a param; a selection is wanted, such as params.brush=",
    ),
    "a param as a target": (
        {"params": {"brush": 3}, "plot": [DOT, {"select": "intervalX", "as": "$brush"}]},
        r"plot\[1\].as is \$brush, a param; a selection is wanted",
    ),
    "a selection as a value": (
        {"params": {"brush": BRUSH}, **with_mark(r="$brush")},
        r"plot\[0\].r is \$brush, a selection; a",
    ),
    "a selection as an attribute": (
        {"params": {"brush": BRUSH}, "plot": [DOT], "width": "$brush"},
        r"width is \$brush, a selection; a param with a value is wanted",
    ),
    "two plots of one name": (
        {"hconcat": [{"name": "one", "plot": [DOT]}, {"name": "one", "plot": [DOT]}]},
        r"hconcat\[1\]: there is a plot named 'one' already",
    ),
    "a legend of no plot": (
        {"hconcat": [{"name": "one", "plot": [DOT]}, {"legend": "color", "for": "on"}]},
        r"hconcat\[1\].for='on' is the name of no plot. There are: 'one'. Did you mean 'one'",
    ),
    "an input": ({"input": "slidre", "as": "$x"}, r"input='slidre' is none of Mosaic's. Did you mean 'slider'"),
    "an input's option": (
        {"input": "slider", "as": "$x", "min": 0, "maxi": 1},
        r"spec: the input 'slider' has no option 'maxi'. Did you mean 'max'",
    ),
    "an interactor's option": (
        {"plot": [DOT, {"select": "intervalX", "as": "$x", "pixelsize": 2}]},
        r"plot\[1\]: the interactor 'intervalX' has no option 'pixelsize'. Did you mean 'pixelSize'",
    ),
    "a legend's option": (
        {"plot": [DOT, {"legend": "color", "colums": 2}]},
        r"plot\[1\]: a legend has no option 'colums'. Did you mean 'columns'",
    ),
    "a table": (
        {"plot": [{**DOT, "data": {"from": "point"}}]},
        r"plot\[0\].data.from='point' is no table.* Did you mean 'points'",
    ),
    "a mark": (with_mark(mark="dott"), r"plot\[0\].mark='dott' is none of Mosaic's. Did you mean 'dot'"),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("form", ["dict", "yaml"])
def test_what_is_wrong_is_refused(name: str, form: str) -> None:
    spec, message = WRONG[name]
    with pytest.raises(ValueError, match=f"^from_spec: {message}"):
        from_spec(spec if form == "dict" else f"# YAML\n{json.dumps(spec)}", ROWS)


RIGHT: dict[str, dict[str, Any]] = {
    "a selection that an interactor makes": {
        "plot": [{**DOT, "data": {"from": "points", "filterBy": "$brush"}}, {"select": "intervalX", "as": "$brush"}]
    },
    "a domain that follows a selection": {"params": {"brush": BRUSH}, "plot": [DOT], "xDomain": "$brush"},
    "a pan": {"plot": [DOT, {"select": "panZoom", "x": "$xs", "y": "$ys"}], "xDomain": "$xs"},
    "a param that an input sets": {"vconcat": [{"input": "slider", "min": 0, "max": 9, "as": "$r"}, with_mark(r="$r")]},
    "a param with a value": {
        "params": {"r": {"value": 3}, "s": 2, "w": {"select": "value", "value": 1}},
        **with_mark(r="$w"),
    },
    "a schema": {"$schema": "https://example.org/schema.json", **with_mark(tip=True, frameAnchor="top-left")},
    "texts with the sign": with_mark(title={"sql": "'5 $'"}),
    "nulls": with_mark(frameAnchor=None, fill=None),
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_mosaic_takes_is_taken(name: str) -> None:
    from_spec(RIGHT[name], ROWS)


@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_names_its_options(mark: str) -> None:
    with pytest.raises(ValueError, match=f"the mark {mark!r} has no option 'nothing'"):
        from_spec({"plot": [{"mark": mark, "nothing": 1}]})


def test_specs_of_mosaic_pass(tmp_path: Path) -> None:
    """With INSPECT_VIZ_MOSAIC_SPECS as the folder of Mosaic's own, whose data need not be there."""
    folder = os.environ.get("INSPECT_VIZ_MOSAIC_SPECS")
    if not folder:
        pytest.skip("INSPECT_VIZ_MOSAIC_SPECS names no folder of Mosaic's specs")
    wrong = []
    for file in sorted(Path(folder).rglob("*.json")):
        try:
            from_spec(file)
        except ValueError as error:
            if "data." not in str(error) and "is no table" not in str(error):
                wrong.append(str(error))
    assert wrong == []
