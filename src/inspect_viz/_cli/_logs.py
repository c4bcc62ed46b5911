"""Evaluation logs to `Data`, to files and to lists of problems."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspect_viz._util.atomic import replacing
from inspect_viz._util.suggest import did_you_mean, listing
from inspect_viz._util.text import many, well_formed

from ._messages import notes, one_line, shown_path
from ._sources import Logs, recognise

if TYPE_CHECKING:
    from inspect_viz.data import Data
    from inspect_viz.logs import Problem

ENDINGS = (".parquet", ".csv", ".arrow")


def read_logs(arguments: argparse.Namespace, paths: Sequence[str], **more: Any) -> Data:
    """The samples of logs; what could not be read or looks wrong is told in notes.

    Raises:
        ValueError: If a log cannot be read and that was not allowed, or none has samples.
    """
    from inspect_viz.data import Data

    data = Data.from_logs(
        list(paths),
        log_viewer=viewers(arguments.log_viewer),
        strict=not arguments.skip_unreadable,
        cache=not arguments.no_cache,
        **more,
    )
    _tell(data.problems)
    if len(data) == 0:
        where = more.get("where")
        found = "no samples" if where is None else f"where={where!r} is true of no samples"
        raise ValueError(f"{found} in {listing(map(shown_path, paths), 3)}")
    return data


def viewers(pairs: Sequence[tuple[str, str]]) -> Mapping[str, str] | str | None:
    """Folder to address, the address for the one folder of logs that was given, or nothing.

    Raises:
        ValueError: If an address without a folder stands beside others.
    """
    alone = [url for folder, url in pairs if not folder]
    if alone and len(pairs) > 1:
        raise ValueError(f"--log-viewer {alone[0]!r} must say its folder, as there are several: DIR=URL")
    return alone[0] if alone else dict(pairs) or None


def run_samples(arguments: argparse.Namespace) -> int:
    """Write the samples of logs as a table."""
    output, paths = _checked_output(arguments.output), _paths(arguments.logs)
    with notes():
        from inspect_viz.logs._api import samples_and_problems
        from inspect_viz.logs._table.query import Query

        query = Query(
            list(paths),
            columns=_columns(arguments.columns),
            where=arguments.where,
            full=arguments.full,
            log_viewer=viewers(arguments.log_viewer),
            strict=not arguments.skip_unreadable,
            cache=not arguments.no_cache,
        )
        table, problems = samples_and_problems(query)
    _tell(problems)
    _write(table, output)
    print(well_formed(f"Wrote {many(table.num_rows, 'row')} x {many(table.num_columns, 'column')} -> {output}"))
    return 0


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(f"note: {one_line(problem.message)}", file=sys.stderr)


def _columns(given: Sequence[str] | None) -> list[str] | None:
    """Columns, each given by itself or several with commas."""
    return [name for each in given for name in each.split(",") if name] if given else None


def _paths(sources: Sequence[str]) -> Sequence[str]:
    source = recognise(sources)
    if not isinstance(source, Logs):
        raise ValueError(f"{source.path!r} is a table; this command reads logs (.eval, .json) and folders of logs")
    return source.paths


def _checked_output(file: str) -> Path:
    path = Path(file)
    if path.suffix.lower() not in ENDINGS:
        raise ValueError(f"-o {file!r} must end in one of {listing(ENDINGS)}.{did_you_mean(path.suffix, ENDINGS)}")
    if not path.parent.is_dir():
        raise ValueError(f"-o {file!r}: there is no folder {str(path.parent)!r}")
    return path


def _write(table: Any, path: Path) -> None:
    """Write a table; who reads the file meanwhile finds the old one or the new one."""
    with replacing(path) as draft:
        _WRITERS[path.suffix.lower()](table, draft)


def _parquet(table: Any, path: Path) -> None:
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    pq.write_table(table, path, compression="zstd")


def _csv(table: Any, path: Path) -> None:
    import pyarrow.csv as csv  # type: ignore[import-untyped]

    csv.write_csv(table, path)


def _arrow(table: Any, path: Path) -> None:
    import pyarrow.feather as feather  # type: ignore[import-untyped]

    feather.write_feather(table, str(path), compression="uncompressed")


_WRITERS = {".parquet": _parquet, ".csv": _csv, ".arrow": _arrow}


def run_problems(arguments: argparse.Namespace) -> int:
    """Print what could not be read of logs and what looks wrong, one line each."""
    paths = list(_paths(arguments.logs))
    with notes():
        from inspect_viz.logs import problems

        found = problems(paths, cache=not arguments.no_cache)
    for problem in found:
        print(well_formed(f"{problem.kind}: {problem.message}"))
    if not found:
        print("No problems.")
    return 1 if any(problem.kind == "unreadable" for problem in found) else 0
