"""Who imports whom, in Python and TypeScript, and the circles in such graphs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

Graph = dict[str, set[str]]
TYPESCRIPT_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']*)["']""")


def python_graph(source: Path) -> Graph:
    """Module -> modules of the same tree that it imports anywhere: late, or for types alone, included."""
    modules = {module_name(path.relative_to(source)): path for path in source.rglob("*.py")}
    return {name: set(python_imports(name, path, modules)) - {name} for name, path in modules.items()}


def module_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def python_imports(name: str, path: Path, modules: Mapping[str, Path]) -> Iterator[str]:
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        found = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            found = [full if (full := f"{base}.{alias.name}") in modules else base for alias in node.names]
        yield from (module for module in found if module in modules)


def typescript_graph(source: Path) -> Graph:
    """File -> files of the same tree that it imports, for values or types; those that are not there included."""
    return {path.relative_to(source).as_posix(): typescript_imports(source, path) for path in source.rglob("*.ts")}


def typescript_imports(source: Path, path: Path) -> set[str]:
    found = [path.parent / to for to in TYPESCRIPT_IMPORT.findall(path.read_text(encoding="utf-8"))]
    files = [to if to.suffix else to.with_suffix(".ts") for to in found]
    return {file.resolve().relative_to(source.resolve()).as_posix() for file in files}


def grouped(graph: Graph, depth: int, separator: str) -> Graph:
    """The same arrows between the folders at a depth; those inside a folder are left out."""

    def group(name: str) -> str:
        parts = name.split(separator)
        return parts[depth] if len(parts) > depth else ""

    found: Graph = {group(name): set() for name in graph}
    for name, targets in graph.items():
        found[group(name)] |= {group(to) for to in targets} - {group(name)}
    return found


def circles(graph: Graph) -> list[set[str]]:
    """Groups of nodes that reach each other."""
    reach = {node: reachable(graph, node) for node in graph}
    found = {frozenset(other for other in reach[node] if node in reach[other]) for node in graph}
    return [set(group) for group in found if group]


def reachable(graph: Graph, start: str) -> set[str]:
    """Nodes at the end of a path of at least one arrow."""
    found: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += graph.get(node, ())
    return found
