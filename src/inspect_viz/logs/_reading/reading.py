"""Logs that are read once, and again where they changed."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from inspect_viz.data._changes import Changes
from inspect_viz.logs._errors import Damaged, LogError
from inspect_viz.logs._store.find import Found, each_of, find
from inspect_viz.logs._store.open import LogFile
from inspect_viz.logs._table.part import Part
from inspect_viz.logs._table.query import Query

from .cache import Cache
from .changes import changes_of
from .log import Unread, read_log, read_object
from .parallel import not_read, read_all
from .progress import progress_of
from .shards import merged_logs

Parts = dict[str, Part]


@dataclass(frozen=True)
class State:
    """The logs as they were read last.

    Args:
        parts: Log to part, in the order of the table.
        unread: What could not be read.
    """

    parts: Parts = field(default_factory=dict)
    unread: tuple[LogError, ...] = ()


class Reading:
    """Logs, and what was read of them.

    Args:
        query: What is to be read; it is read now.

    Raises:
        LogError: If it is strict and a log cannot be read.
    """

    def __init__(self, query: Query) -> None:
        self._query = query
        self._logs = each_of(query.logs)
        self._cache = Cache() if query.cache else None
        self._guard = threading.Lock()
        _readings.add(self)
        self._strict = query.strict
        self.state = self._read(State())
        self._strict = False

    @property
    def parts(self) -> list[Part]:
        """What was read last, in the order of the table."""
        return list(self.state.parts.values())

    def refresh(self) -> Changes:
        """Read what is new: new logs, new samples of logs that are being written, logs that changed.

        A log that cannot be read now, and could before, stays as it was.
        """
        with self._guard:
            before, self.state = self.state, self._read(self.state)
            return changes_of(before.parts, self.state.parts)

    def wake_in_child(self) -> None:
        """Threads of the parent read nothing here, and hold nothing."""
        self._guard = threading.Lock()

    def _read(self, before: State) -> State:
        found = find(self._logs)
        errors = [self._allowed(error) for error in found.errors]
        parts: dict[str, Part | None] = {path: part for path, part in before.parts.items() if found.may_hold(path)}
        parts |= dict.fromkeys(found.files)
        for path, part in self._all(found, before, parts):
            known = before.parts.get(path)
            if isinstance(part, Part):
                parts[path] = part if known is None or part is known or known.data != part.data else known
            else:
                errors.append(self._allowed(part))
                parts[path] = known
        return State({path: part for path, part in parts.items() if part is not None}, tuple(errors))

    def _all(
        self, found: Found, before: State, parts: Mapping[str, Part | None]
    ) -> Iterator[tuple[str, Part | LogError]]:
        """What is known or read of all logs; of shards once `parts` tell whether a merged log stands for them."""
        merged = merged_logs(found.files)
        yield from self._from_files([file for path, file in found.files.items() if path not in merged], before)
        yield from self._objects(found)
        left = [path for path, own in merged.items() if not all(_is_finished(parts[each]) for each in own)]
        if left:
            yield from self._from_files([found.files[path] for path in left], before)

    def _from_files(self, files: Sequence[LogFile], before: State) -> Iterator[tuple[str, Part | LogError]]:
        parts: dict[str, Part | LogError] = {}
        for path, part in self._known_or_fresh(files, before):
            parts[path] = part
            yield path, part
        if self._cache is not None:
            if not before.parts:
                self._cache.put_all(files, parts, self._query.wanted)
            self._cache.tidy()

    def _known_or_fresh(self, files: Sequence[LogFile], before: State) -> Iterator[tuple[str, Part | LogError]]:
        old: list[tuple[LogFile, Part]] = []
        new: list[LogFile] = []
        for file, known in self._known(files, before):
            if known is None:
                new.append(file)
            elif known.facts.file == file and file.stamp:
                yield file.path, known
            elif known.facts.journal:
                old.append((file, known))
            else:
                new.append(file)
        yield from self._fresh(old, new)

    def _allowed(self, error: LogError) -> LogError:
        if self._strict:
            raise error
        return error

    def _known(self, files: Sequence[LogFile], before: State) -> Iterator[tuple[LogFile, Part | None]]:
        new = [file for file in files if file.path not in before.parts]
        kept = self._cache.get_all(new, self._query.wanted) if self._cache is not None else {}
        for file in files:
            yield file, before.parts.get(file.path) or kept.get(file.path)

    def _fresh(
        self, old: Sequence[tuple[LogFile, Part]], new: Sequence[LogFile]
    ) -> Iterator[tuple[str, Part | LogError]]:
        """What is read now: logs that are being written in this process, the others where there is room."""
        query = self._query
        with progress_of(len(old) + len(new), query.progress) as tell:
            for file, known in old:
                yield self._taken(file, read_log(file.path, query.wanted, known), tell)
            for file, result in zip(new, self._results([file.path for file in new]), strict=True):
                yield self._taken(file, result, tell)

    def _objects(self, found: Found) -> Iterator[tuple[str, Part | LogError]]:
        """Logs in memory, under their places unless others are there."""
        taken = set(found.files)
        for number, log in enumerate(found.objects):
            place = str(getattr(log, "location", "") or "")
            name = place if place and place not in taken else f"object {number + 1}"
            taken.add(name)
            try:
                yield name, Part(read_object(log, self._query.wanted))
            except LogError as error:
                yield name, error

    def _results(self, paths: Sequence[str]) -> Iterator[Any]:
        """What is read of each path. Where an executor fails, that log is not read, and the next ones are tried."""
        done = 0
        while done < len(paths):
            try:
                for result in read_all(paths[done:], self._query.wanted, self._query.executor):
                    done += 1
                    yield result
            except Exception as error:
                yield not_read(paths[done], error)
                done += 1

    def _taken(self, file: LogFile, result: Any, tell: Any) -> tuple[str, Part | LogError]:
        part = _part_or_error(file.path, result)
        if isinstance(part, LogError):
            tell(0, file.size)
            return file.path, part
        tell(part.batch.num_rows, file.size)
        if self._cache is not None:
            self._cache.put(part, self._query.wanted)
        return file.path, part


def _is_finished(part: Part | None) -> bool:
    return part is not None and part.facts.status == "success"


def _part_or_error(path: str, result: Any) -> Part | LogError:
    if isinstance(result, Unread):
        return result.error
    try:
        part = Part(result)
        if part.facts.path == path and part.batch is not None:
            return part
        return LogError(path, f"the executor returned another log ({part.facts.path})")
    except Damaged as error:
        return LogError(path, f"the executor returned something else ({error})")


_readings: weakref.WeakSet[Reading] = weakref.WeakSet()


def _wake_in_child() -> None:
    for reading in list(_readings):
        reading.wake_in_child()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_wake_in_child)
