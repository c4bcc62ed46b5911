"""The runs of which problems are found, each once, and the names by which sentences call their logs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyarrow.compute as pc  # type: ignore[import-untyped]

from inspect_viz._util.suggest import listing
from inspect_viz.logs._table.part import Facts, Part


class Runs:
    """Runs, each once, and the names by which messages call them."""

    def __init__(self, parts: Mapping[str, Part]) -> None:
        self.first: dict[str, str] = {}
        for path, part in parts.items():
            self.first.setdefault(part.facts.eval_id, path)
        self.parts = {path: parts[path] for path in self.first.values()}
        self._names = short_names(list(parts))
        self._ids: dict[str, frozenset[str]] = {}

    def facts(self) -> Iterator[tuple[str, Facts]]:
        return ((path, part.facts) for path, part in self.parts.items())

    def named(self, paths: Iterable[str]) -> str:
        """Logs, for people."""
        return listing((self._names[path] for path in paths), 3)

    def tasks(self) -> dict[str, list[str]]:
        """Task to its logs."""
        found: dict[str, list[str]] = {}
        for path, facts in self.facts():
            found.setdefault(facts.task, []).append(path)
        return found

    def ids(self, path: str) -> frozenset[str]:
        """The ids of the samples that are in a log."""
        if path not in self._ids:
            self._ids[path] = frozenset(pc.unique(self.parts[path].batch["id"]).to_pylist())
        return self._ids[path]

    def planned(self, path: str) -> frozenset[str]:
        """The ids of the samples that a log should have."""
        return frozenset(self.parts[path].facts.planned_ids()) | self.ids(path)


def short_names(paths: Sequence[str]) -> dict[str, str]:
    """Path to file name, or to what lies below the folder that all have in common where names repeat."""
    names = {path: path.replace(os.sep, "/").rsplit("/", 1)[-1] for path in paths}
    if len(set(names.values())) == len(names):
        return names
    folders = [path.replace(os.sep, "/").split("/")[:-1] for path in paths]
    depth = next(
        (i for i, level in enumerate(zip(*folders, strict=False)) if len(set(level)) > 1), min(map(len, folders))
    )
    return {path: "/".join(path.replace(os.sep, "/").split("/")[depth:]) for path in paths}
