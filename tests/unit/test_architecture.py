"""What keeps the house in order: arrows between packages, circles, lengths of files and lines.

Exceptions stand in lists here. One that is no longer needed fails, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from import_graph import circles, grouped, python_graph, typescript_graph

LAYERS = [
    {"_util", "_version"},
    {"_params", "_options"},
    {"_engine", "_runs"},
    {"_sql"},
    {"_meaning"},
    {"data"},
    {"logs"},
    {"_generated", "_spec"},
    {"_host"},
    {"_interchange"},
    {"_component"},
    {"mark", "transform", "interactor", "input", "table", "layout"},
    {"plot"},
    {"view"},
    {"analysis"},
    {"_prepare"},
    {""},
    {"_cli"},
    {"__main__"},
]
"""Packages from the lowest; each may import from those in lines above its own. "" is `inspect_viz` itself."""

LAYER_OF = {package: i for i, layer in enumerate(LAYERS) for package in layer}
UPWARDS: set[tuple[str, str]] = set()
MODULE_CIRCLES = 0
BY_NAME = {"__init__.py", "logs/__init__.py", "data/_growing.py"}
"""Files that import modules by their names, unseen by the tests below: public names that load late, and the one call
from `Data` up to `logs`."""

FOLDERS = {
    "shared": set(),
    "plot": {"shared"},
    "static": {"shared", "plot"},
    "page": {"shared"},
    "live": {"shared", "plot", "page"},
}
"""Folders of the runtime, and those that each may import from."""

MOST_LINES = 300
MOST_CHARACTERS = 120
PLACES = ("src", "runtime/src", "runtime/build.mjs", "tests", "tools", "benchmarks", "examples", "docs")
MADE = {"node_modules", "_runtime", "_generated", ".work"}
KINDS = {".py", ".ts", ".js", ".mjs", ".css"}
LONG_FILES: set[str] = set()
WIDE_FILES: set[str] = set()


def written(root: Path) -> Iterator[tuple[str, list[str]]]:
    """The code that people write: path and lines."""
    for place in PLACES:
        for path in [root / place] if (root / place).is_file() else sorted((root / place).rglob("*")):
            if path.suffix in KINDS and not MADE & set(path.relative_to(root).parts):
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8").splitlines()


def test_packages_import_only_from_below(root: Path) -> None:
    graph = grouped(python_graph(root / "src"), depth=1, separator=".")
    assert graph.keys() <= LAYER_OF.keys()
    upwards = {(a, b) for a, found in graph.items() for b in found if LAYER_OF[a] < LAYER_OF[b]}
    assert upwards == UPWARDS


def test_packages_of_one_layer_do_not_know_each_other(root: Path) -> None:
    graph = grouped(python_graph(root / "src"), depth=1, separator=".")
    aside = {(a, b) for a, found in graph.items() for b in found if LAYER_OF[a] == LAYER_OF[b]}
    assert aside == {("_generated", "_spec"), ("_spec", "_generated")}, "the vocabulary is part of the spec"


def test_no_module_imports_itself_in_a_circle(root: Path) -> None:
    found = circles(python_graph(root / "src"))
    assert len(found) == MODULE_CIRCLES, found


def test_few_files_import_by_name(root: Path) -> None:
    package = root / "src" / "inspect_viz"
    found = {
        path for path in package.rglob("*.py") if re.search(r"import_module\(|__import__", path.read_text("utf-8"))
    }
    assert {path.relative_to(package).as_posix() for path in found} == BY_NAME


def test_folders_of_the_runtime_import_only_from_below(root: Path) -> None:
    graph = grouped(typescript_graph(root / "runtime/src"), depth=0, separator="/")
    for folder, found in graph.items():
        assert found <= FOLDERS[folder], folder


def test_no_file_of_the_runtime_imports_itself_in_a_circle(root: Path) -> None:
    graph = typescript_graph(root / "runtime/src")
    assert all((root / "runtime/src" / to).is_file() for found in graph.values() for to in found)
    assert circles({file: found & graph.keys() for file, found in graph.items()}) == []


def test_files_have_at_most_300_lines(root: Path) -> None:
    assert {path for path, lines in written(root) if len(lines) > MOST_LINES} == LONG_FILES


def test_lines_have_at_most_120_characters(root: Path) -> None:
    """Those of Python are ruff's."""
    wide = {path for path, lines in written(root) if any(len(line) > MOST_CHARACTERS for line in lines)}
    assert {path for path in wide if not path.endswith(".py")} == WIDE_FILES


@pytest.mark.parametrize("folder", ["src", "runtime/src"])
def test_there_is_something_to_look_at(root: Path, folder: str) -> None:
    assert len([path for path, _ in written(root) if path.startswith(folder + "/")]) > 30
