"""The runs of which problems are found, each once, and the names by which sentences call their logs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from inspect_viz._runs import Name, Run, named_apart, runs_of
from inspect_viz._util.suggest import listing
from inspect_viz.logs._table.evaluation import evaluation_of_log
from inspect_viz.logs._table.part import Facts, Part, are_ids


class Runs:
    """Runs, each once, and the names by which messages call them."""

    def __init__(self, parts: Mapping[str, Part]) -> None:
        self.first: dict[str, str] = {}
        for path, part in parts.items():
            self.first.setdefault(part.facts.eval_id, path)
        self.parts = {path: parts[path] for path in self.first.values()}
        self._places = {facts.eval_id: path for path, facts in self.facts()}
        self.runs = runs_of(evaluation_of_log(facts) for _, facts in self.facts())
        self._names = short_names(list(parts))
        self._ids: dict[str, frozenset[str]] = {}

    def facts(self) -> Iterator[tuple[str, Facts]]:
        return ((path, part.facts) for path, part in self.parts.items())

    def named(self, paths: Iterable[str]) -> str:
        """Logs, for people."""
        return listing((self._names[path] for path in paths), 3)

    def logs_of(self, run: Run) -> list[str]:
        """The logs of a run, the one that stands for it last."""
        return [self._places[key] for key in run.keys]

    def names(self) -> dict[str, Name]:
        """Log to the name of its run among those of its model."""
        models: dict[str, list[Run]] = {}
        for run in self.runs:
            models.setdefault(run.standing.model, []).append(run)
        found = [named_apart(own, self._sharing(own)) for own in models.values() if len(own) > 1]
        return {self._places[key]: name for names in found for key, name in names.items()}

    def _sharing(self, runs: Sequence[Run]) -> set[frozenset[str]]:
        """Which runs of one model hold one sample of one task."""
        owners: dict[tuple[str, str], list[str]] = {}
        for run in runs:
            for id in self.ids_of(run):
                owners.setdefault((run.standing.task, id), []).append(run.standing.key)
        return {frozenset(keys) for keys in owners.values() if len(keys) > 1}

    def ids_of(self, run: Run) -> frozenset[str]:
        """The ids of the samples that are in the logs of a run."""
        return frozenset[str]().union(*map(self.ids, self.logs_of(run)))

    def planned_of(self, run: Run) -> frozenset[str]:
        """The ids of the samples that a run should have."""
        return frozenset[str]().union(*map(self.planned, self.logs_of(run)))

    def arguments_of(self, run: Run) -> str:
        """The arguments of the task of a run: with others it may have other samples."""
        settings = self.parts[self.logs_of(run)[-1]].facts.settings
        return repr(sorted((name, value) for name, value in settings.items() if name.startswith("task_arg_")))

    def epochs_of(self, run: Run) -> int:
        """How many epochs of samples are in the logs of a run."""
        batches = [self.parts[path].batch for path in self.logs_of(run)]
        if len(batches) == 1:
            return int(batches[0].num_rows)
        table = pa.concat_tables([pa.table({"id": each["id"], "epoch": each["epoch"]}) for each in batches])
        return int(table.group_by(["id", "epoch"]).aggregate([]).num_rows)

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
        planned, found = frozenset(self.parts[path].facts.planned_ids()), self.ids(path)
        return planned | found if are_ids(planned, found) else found


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
