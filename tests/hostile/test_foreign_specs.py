"""Specs from strangers: they read their own tables, and nothing else of this machine or of a network."""

from __future__ import annotations

import base64
import os
import re
from pathlib import Path
from typing import Any

import pytest

from inspect_viz._host import DrawingError, write_svg
from inspect_viz.plot import from_spec

ROWS = {"x": [1, 2], "y": [2, 1]}
PIXEL = "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()


def with_data(**data: object) -> dict[str, Any]:
    return {"data": data, "plot": [{"mark": "dot", "data": {"from": "t"}, "x": "x", "y": "y"}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "rows.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM '{secret}'",
        "SELECT * FROM glob('/*')",
        "COPY (SELECT 1) TO '{secret}'",
        "SELECT 1 AS x; DROP TABLE t",
        "CREATE TABLE u AS SELECT 1",
        "ATTACH '{secret}' AS other",
        "SELECT * FROM duckdb_settings()",
        "SELECT getenv('HOME') AS x",
        "PRAGMA database_list",
        "SELECT * FROM information_schema.tables",
        "SELECT * FROM later",
    ],
)
def test_sql_of_a_spec_passes_the_gate(folder: Path, query: str) -> None:
    with pytest.raises(ValueError, match=r"from_spec: data\.t: "):
        from_spec(with_data(t=query.format(secret=folder / "secret.csv"), later="SELECT 1 AS x"), {"rows": ROWS})


@pytest.mark.parametrize("where", ["1=1; DROP VIEW t", "x IN (SELECT x FROM read_csv('secret.csv'))", "1=1) --"])
def test_conditions_pass_it_too(folder: Path, where: str) -> None:
    with pytest.raises(ValueError, match=r"from_spec: data\.t: "):
        from_spec(with_data(t={"file": "rows.csv", "where": where}), folder=folder / "inner")


@pytest.mark.parametrize("file", ["../secret.csv", "/etc/passwd", "link.csv", "inner/../../secret.csv"])
def test_files_outside_the_folder_are_not_read(folder: Path, file: str) -> None:
    os.symlink(folder / "secret.csv", folder / "inner" / "link.csv")
    with pytest.raises(ValueError, match="is not below folder"):
        from_spec(with_data(t={"file": file, "type": "csv"}), folder=folder / "inner")


@pytest.mark.parametrize("file", ["https://example.org/t.parquet", "s3://bucket/t.parquet", "file:///etc/passwd"])
def test_nothing_is_fetched(folder: Path, file: str) -> None:
    with pytest.raises(ValueError, match="is an address, and nothing is fetched"):
        from_spec(with_data(t={"file": file}), folder=folder)


def test_no_file_is_read_that_nobody_allowed(folder: Path) -> None:
    with pytest.raises(ValueError, match=r"allow its folder by folder="):
        from_spec(with_data(t={"file": str(folder / "secret.csv")}))


@pytest.mark.parametrize("option", [{"filename": True}, {"hive_partitioning": True}, {"union_by_name": True}])
def test_options_of_readers_read_nothing_else(folder: Path, option: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="unknown option"):
        from_spec(with_data(t={"file": "secret.csv", **option}), folder=folder)


def test_a_name_with_the_characters_of_a_pattern_is_that_file_only(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        from_spec(with_data(t={"file": "*.csv"}), folder=folder)


@pytest.mark.parametrize(
    "sql", ["(SELECT count(*) FROM read_csv('secret.csv'))", "getenv('HOME')", "x) FROM t; DROP VIEW t --"]
)
def test_expressions_of_marks_pass_the_gate_when_they_are_asked(tmp_path: Path, sql: str) -> None:
    mark = {"mark": "dot", "data": {"from": "m"}, "x": {"sql": sql}, "y": "y"}
    with pytest.raises(DrawingError):
        write_svg(tmp_path / "x.svg", from_spec({"data": {"m": "SELECT * FROM t"}, "plot": [mark]}, {"t": ROWS}))


@pytest.mark.parametrize("sql", ["getenv('HOME')", "x) FROM t; DROP VIEW t --"])
def test_expressions_over_tables_that_are_given_pass_it_at_the_call(sql: str) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        from_spec({"plot": [{"mark": "dot", "data": {"from": "t"}, "x": {"sql": sql}}]}, {"t": ROWS})


def test_images_hold_their_pixels_or_are_boxes(tmp_path: Path) -> None:
    addresses = [
        "https://example.org/a.png",
        "file:///etc/passwd",
        "data:text/html,<script>1</script>",
        PIXEL,
        "inspect-viz:raster:0",
    ]
    rows = {"x": [*range(5)], "y": [*range(5)], "src": addresses}
    spec = {"plot": [{"mark": "image", "data": {"from": "t"}, "x": "x", "y": "y", "src": "src", "width": 9}]}
    with pytest.warns(UserWarning, match=r"boxes stand for images by address \(4\)"):
        write_svg(tmp_path / "x.svg", from_spec(spec, {"t": rows}))
    svg = (tmp_path / "x.svg").read_text(encoding="utf-8")
    found = re.findall(r'<image[^>]* href="([^"]*)"', svg)
    assert found.count(PIXEL) == 1
    assert len(found) == 5
    assert all(address.startswith("data:image/png;base64,") for address in found)
    assert not any(address in svg for address in addresses if address != PIXEL)
