"""Mosaic specs as pictures: what they draw, and what is refused at the call."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from inspect_viz._host import write_svg
from inspect_viz._interchange._yaml import parse
from inspect_viz._spec import compile
from inspect_viz.data import Data
from inspect_viz.layout import hconcat
from inspect_viz.mark import rect, text
from inspect_viz.plot import from_spec, plot

ROWS = {"x": [1, 2, 3, 4], "y": [4.0, 3.0, 2.5, 1.0], "kind": ["a", "b", "a", "b"]}


def spec_of(**attributes: object) -> dict[str, Any]:
    return {"plot": [{"mark": "dot", "data": {"from": "points"}, "x": "x", "y": "y"}], "width": 200, **attributes}


def svg_of(component: Any, folder: Path) -> str:
    write_svg(folder / "picture.svg", component)
    return re.sub(r"iv[0-9a-f]{8}", "iv", (folder / "picture.svg").read_text(encoding="utf-8"))


def without_source(svg: str) -> str:
    return re.sub(r"<metadata>.*?</metadata>", "", svg)


def test_a_spec_draws_what_the_grammar_draws(tmp_path: Path) -> None:
    table = Data.from_dataframe(ROWS)
    made = plot(
        rect(table, x1="x", x2="y", y="kind", fill="kind"), rect(table, x1="x", x2="y"), x_label="so", width=300
    )
    spec = json.loads(json.dumps(compile(made).spec))
    again = from_spec(spec, {"t0": table})
    assert [entry.pop("tip") for entry in compile(again).spec["plot"]] == [True, True]
    for entry in spec["plot"]:
        entry["tip"] = False
    assert svg_of(from_spec(spec, {"t0": table}), tmp_path) == svg_of(made, tmp_path)


@pytest.mark.parametrize("write", [json.dumps, lambda spec: json.dumps(spec, indent=1)])
def test_a_spec_is_a_dict_text_or_a_file(tmp_path: Path, write: Any) -> None:
    spec = {**spec_of(), "meta": {"title": "Points"}}
    (tmp_path / "spec.json").write_text(write(spec), encoding="utf-8")
    forms = [spec, write(spec), str(tmp_path / "spec.json"), tmp_path / "spec.json"]
    found = [compile(from_spec(form, {"points": ROWS})).spec for form in forms]
    assert found[0]["plot"][0]["mark"] == "dot"
    assert all(one == found[0] for one in found)
    assert compile(from_spec(spec, {"points": ROWS})).title == "Points"


YAML = """
meta: {title: no}
data:
  points: {type: json, data: [{x: 1, y: 2, when: 12:30, day: 2024-01-01, yes: on}]}
plot:
- mark: dot
  data: {from: points}
  x: x
  y: y
width: 2e2
"""


def test_yaml_is_that_of_mosaic() -> None:
    """YAML 1.2: in 1.1, which PyYAML reads by itself, `no` is false, 12:30 is 750 and a date is no text."""
    found = parse("from_spec", YAML)
    assert isinstance(found, dict)
    assert found["meta"] == {"title": "no"}
    assert found["data"]["points"]["data"] == [{"x": 1, "y": 2, "when": "12:30", "day": "2024-01-01", "yes": "on"}]
    assert found["width"] == 200.0
    assert compile(from_spec(YAML)).tables["points"].columns == ["x", "y", "when", "day", "yes"]


def test_yaml_makes_no_objects_and_no_bombs() -> None:
    with pytest.raises(ValueError, match="spec is no YAML"):
        from_spec("plot: !!python/object/apply:os.getcwd []\n")
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(ValueError, match="more than 1,000,000 values"):
        from_spec(bomb)


def test_marks_answer_unless_they_say_no() -> None:
    spec = spec_of()
    spec["plot"] += [
        {**spec["plot"][0], "tip": False},
        {**spec["plot"][0], "tip": {"format": {"x": ".1f"}}},
        {"mark": "frame"},
    ]
    entries = compile(from_spec(spec, {"points": ROWS})).spec["plot"]
    assert [entry.get("tip") for entry in entries] == [True, None, {"format": {"x": ".1f"}}, None]


def test_tables_are_made_by_sql_over_others(tmp_path: Path) -> None:
    spec = spec_of()
    spec["data"] = {
        "raw": {"file": "rows.csv", "where": "x > 1", "select": ["x", "y * 2 AS y"]},
        "points": "SELECT x, max(y) AS y FROM raw GROUP BY x",
    }
    (tmp_path / "rows.csv").write_text("x,y\n1,0.50\n2,0.50\n2,1.50\n3,0.25\n", encoding="utf-8")
    svg = svg_of(from_spec(spec, folder=tmp_path), tmp_path)
    assert svg.count("<circle") == 2
    given = from_spec(spec, {"raw": {"x": [1, 5, 6, 7], "y": [1, 2, 3, 4]}})
    assert svg_of(given, tmp_path).count("<circle") == 3


def test_files_are_read_as_mosaic_reads_them(tmp_path: Path) -> None:
    """By DuckDB's own guesses: here moments and numbers, which `Data.from_file` keeps as the texts that they are."""
    (tmp_path / "wave.csv").write_text("t;v\n2026-01-01T00:00:00.000Z;-0.0\n2026-01-02T00:00:00.000Z;1.50\n")
    spec = {"data": {"wave": {"file": "wave.csv", "delim": ";"}}, **spec_of()}
    spec["plot"][0] |= {"data": {"from": "wave"}, "x": "t", "y": "v"}
    table = compile(from_spec(spec, folder=tmp_path)).tables["wave"]
    assert table.reader.types["t"].startswith("TIMESTAMP")
    assert table.reader.types["v"] == "DOUBLE"
    assert table.reader.ask("SELECT t FROM data")[0][0].isoformat()[:19] == "2026-01-01T00:00:00"


def test_a_spec_stands_beside_other_pictures(tmp_path: Path) -> None:
    table = Data.from_dataframe(ROWS)
    spec = {**spec_of(), "params": {"literal0": 3}}
    spec["plot"][0]["data"] = {"from": "t0"}
    spec["plot"][0]["r"] = "$literal0"
    mixed = hconcat(plot(text(table, x="x", y="y", text="kind")), from_spec(spec, {"t0": ROWS}))
    picture = compile(mixed)
    assert picture.spec["params"] == {"literal0": 3}
    assert picture.spec["hconcat"][0]["plot"][0]["data"] == {"from": "t1"}
    svg = svg_of(mixed, tmp_path)
    assert svg.count("<circle") == 4
    assert len(re.findall(r">[ab]</text>", svg)) == 4
    with pytest.raises(ValueError, match="different things by the table 't0'"):
        compile(hconcat(from_spec(spec, {"t0": ROWS}), from_spec(spec, {"t0": ROWS})))


def test_legends_stand_where_the_spec_has_them(tmp_path: Path) -> None:
    dots = {"mark": "dot", "data": {"from": "points"}, "x": "x", "y": "y", "stroke": "kind", "symbol": "kind"}
    spec = {
        "hconcat": [
            {"name": "one", "plot": [dots, {"legend": "color", "label": "Inside"}], "width": 200},
            {"vconcat": [{"legend": "symbol", "for": "one", "label": "Beside"}, {"vspace": 10}]},
        ]
    }
    svg = svg_of(from_spec(spec, {"points": ROWS}), tmp_path)
    assert svg.count('data-part="legend"') == 2
    assert ">Inside<" in svg
    assert ">Beside<" in svg
    assert len(re.findall(r'<path d="[^"]+" transform="translate\(6,6\)"', svg[svg.index(">Beside<") :])) == 2


def test_tables_show_the_columns_that_mosaic_shows(tmp_path: Path) -> None:
    svg = svg_of(from_spec({"input": "table", "from": "points"}, {"points": ROWS}), tmp_path)
    assert [f">{name}<" in svg for name in ("x", "y", "kind")] == [True, True, True]
    made = {"data": {"made": "SELECT x + 1 AS z FROM points"}, "input": "table", "from": "made"}
    assert ">z<" in svg_of(from_spec(made, {"points": ROWS}), tmp_path)
    chosen = svg_of(from_spec({"input": "table", "from": "points", "columns": ["y"]}, {"points": ROWS}), tmp_path)
    assert (">y<" in chosen, ">kind<" in chosen) == (True, False)


WRONG = [
    ({"plott": []}, ValueError, r"spec is none of 'plot'.*Did you mean 'plot'\?"),
    ({"vconcat": [{"plot": [{"mark": "dott"}]}]}, ValueError, r"vconcat\[0\]\.plot\[0\]\.mark='dott'.*mean 'dot'\?"),
    ({"plot": [{"select": "intervalx", "as": "$b"}]}, ValueError, r"plot\[0\]\.select='intervalx'.*'intervalX'"),
    ({"plot": [{"legend": "colour"}]}, ValueError, r"plot\[0\]\.legend='colour'.*'color'"),
    ({"input": "menue", "as": "$b"}, ValueError, r"input='menue'.*'menu'"),
    ({"plot": [{"mark": "dot", "data": {"from": "point"}}]}, ValueError, r"from='point' is no table.*'points'"),
    ({"input": "menu", "from": "point", "as": "$b", "column": "x"}, ValueError, r"from='point' is no table.*'points'"),
    (
        {"params": {"t": "point"}, "vconcat": [{"input": "menu", "from": "$t", "as": "$b", "column": "x"}]},
        ValueError,
        r"vconcat\[0\]: from='point' is no table.*'points'.*Did you mean 'points'\?",
    ),
    ({"plot": {"mark": "dot"}}, TypeError, r"plot must be a list"),
    ({"plot": ["dot"]}, TypeError, r"plot\[0\] must be a mark"),
    ({"plot": [{"marks": "dot"}]}, ValueError, r"plot\[0\] is no mark.*Did you mean 'mark'\?"),
    ({"params": [], "plot": []}, TypeError, r"params of the spec must be a mapping"),
    ({"data": {"a": 3}, "plot": []}, TypeError, r"data\.a must be a file, rows or a query"),
    ({"data": {"a": {"type": "parket"}}, "plot": []}, ValueError, r"data\.a: type='parket'.*'parquet'"),
    ({"plot": [], "width": object()}, TypeError, r"width must be a value that JSON has"),
    (3, TypeError, r"spec must be a Mosaic spec"),
    ("[1]", ValueError, r"must be a mapping"),
    ("{", ValueError, r"spec is no JSON"),
]


@pytest.mark.parametrize(("spec", "error", "told"), WRONG)
def test_what_is_wrong_is_told_at_the_call(spec: Any, error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        from_spec(spec, {"points": ROWS})


def test_arguments_are_checked(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="data must be a dict"):
        from_spec(spec_of(), Data.from_dataframe(ROWS))  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError, match="is no folder"):
        from_spec(spec_of(), {"points": ROWS}, folder=tmp_path / "not")
    with pytest.raises(FileNotFoundError, match=r"folder='x+\.\.\. is no folder"):
        from_spec(spec_of(), {"points": ROWS}, folder="x" * 5000)
    with pytest.raises(TypeError, match=r"from_spec: data\['points'\]: df must be"):
        from_spec(spec_of(), {"points": 3})
    with pytest.raises(TypeError, match="folder must be the path"):
        from_spec(spec_of(), {"points": ROWS}, folder=3)  # type: ignore[arg-type]


def test_a_picture_says_what_it_is() -> None:
    made = from_spec({**spec_of(), "meta": {"title": "Points"}}, {"points": ROWS})
    assert repr(made) == "Component(from_spec('Points', points))"
