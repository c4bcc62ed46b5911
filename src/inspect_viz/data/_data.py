"""`Data`: a table that pictures are drawn from."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any

from inspect_viz._engine import connect, stoppable
from inspect_viz._params import Selection

from ._asked import AskedTable
from ._problem import Problems
from ._reader import TableReader
from ._repr import describe

if TYPE_CHECKING:
    from ._changes import Changes
    from ._growing import Growing
    from ._problem import Problem


class Data(AskedTable):
    """A table of rows: evaluation logs, a file that is read when it is needed, or a data frame.

    Copies share what was read. A pickled table takes its frame with it, but only the path of its file.

    Args:
        data: A file as for `Data.from_file`, or a data frame as for `Data.from_dataframe`; logs need `Data.from_logs`.

    Raises:
        TypeError, ValueError: As these two.
    """

    def __init__(self, data: object) -> None:
        self._reader = data if isinstance(data, TableReader) else _reader(data)
        self._logs: Growing | None = None
        self._selection = Selection.intersect()

    @property
    def selection(self) -> Selection:
        """Conditions that the rows of every mark of this table meet; inputs set it unless they have another target."""
        return self._selection.owned_by(self)

    @property
    def reader(self) -> TableReader:
        """The inner interface of the table: its types, its origin, and answers to questions in SQL.

        Pictures, views and commands read tables by it; it may change with any version.
        """
        return self._reader

    def replaced(self, reader: TableReader) -> Data:
        """This table read by another reader, of the same logs; inner interface."""
        made = Data(reader)
        made._logs, made._selection = self._logs, self._selection
        return made

    @classmethod
    def from_file(cls, file: str | os.PathLike[str], *, sheet: str | int | None = None) -> Data:
        """A table from a parquet, arrow, feather, csv, tsv, txt, fwf, json, jsonl or ndjson file (csv and json also
        gzipped: `.csv.gz`), or from a file of Excel (`.xlsx`, `.xls`, `.ods`), Stata (`.dta`), SAS (`.sas7bdat`,
        `.xpt`) or SPSS (`.sav`), for which `inspect-viz[files]` is needed.

        Json is a list of objects, one object per line, or one object that holds a table as pandas' `to_json()` and
        dicts of lists write it. A csv or json column becomes numbers, booleans or dates only where that loses nothing:
        a column that holds "001" or "NA" is text. Empty cells are null. The lines of a txt file are parted by commas,
        tabs, semicolons or bars, or else, as in fwf, into columns where all of them are blank.

        Args:
            file: Path of the file; of a folder, or a pattern such as "runs/**/*.csv", whose files are put together by
                the names of their columns, with a column for each key of folders named `year=2026`; or an address such
                as "https://...", "s3://..." or "gs://...", for which `inspect-viz[stores]` is needed.
            sheet: Name or number (from 0) of a sheet of a workbook; the first one where not given.

        Raises:
            FileNotFoundError: If there is no such file (it is a `ValueError` too).
            ValueError: If the file cannot be read as what its name says.
            ImportError: If the package that reads it is missing.
        """
        return cls(_file_reader(file, sheet))

    @classmethod
    def from_duckdb(cls, database: object, table: str) -> Data:
        """A table of a DuckDB database; columns are read when they are first used, and the database is not held open.

        Args:
            database: Path of a database file, or an open connection, which need not be a file's.
            table: Name of a table or view, with its schema where that is not the main one: "runs.samples". A view of
                a file's sees no other files.

        Raises:
            FileNotFoundError: If there is no such file (it is a `ValueError` too).
            TypeError, ValueError: If it is no DuckDB database or has no such table.
        """
        from ._database import database_source

        return cls(TableReader(database_source(database, table)))

    @classmethod
    def example(cls) -> Data:
        """The samples of eight small evaluation logs, which come with this package: 120 samples, eight models, up to
        two epochs, two scores (`score_includes`, `score_closeness`), errors, limits and a run that was cancelled.
        """
        return cls(_file_reader(os.path.join(os.path.dirname(__file__), "example.parquet")))

    @classmethod
    def from_dataframe(cls, df: object) -> Data:
        """A table from a data frame, which is never changed; numbers and Arrow columns are not copied.

        Ordered categories and enumerations keep their order on axes, in legends and in inputs.

        Args:
            df: pandas, Polars (also lazy), PyArrow, a DuckDB relation, narwhals or what narwhals knows, anything with
                the Arrow PyCapsule interface, or a mapping of column names to values. The index of a pandas frame is
                not a column. A stream that can be read only once is read now.

        Raises:
            TypeError: If it is none of these.
            ValueError: If it has no columns.
        """
        return cls(_frame_reader(df))

    @classmethod
    def from_logs(
        cls,
        logs: Any,
        *,
        columns: str | Sequence[str] | None = None,
        where: str | None = None,
        full: bool = False,
        log_viewer: Mapping[str, str] | str | None = None,
        strict: bool = True,
        cache: bool = True,
        executor: Executor | None = None,
        progress: bool = True,
    ) -> Data:
        """The samples of evaluation logs, one row for each sample and epoch.

        The columns are those of `inspect_viz.logs.samples`, and what is known of the models: `model_display_name`,
        `model_organization_name`, `model_snapshot`, `model_release_date`, `model_knowledge_cutoff_date`.

        Args:
            logs: Paths of logs (`.eval`, `.json`) or of folders, which stand for all logs below them; patterns such
                as "logs/**/*.eval"; addresses such as "s3://bucket/logs"; `EvalLog` objects; or a list of these.
            columns: Names of columns, or patterns such as "score_*"; all where not given. Only what is needed for
                them is read. `sample_id`, `eval_id`, `log` and what is known of the models always come along.
            where: The condition that rows must meet, in SQL, such as "task_name = 'math' and epoch = 1". It sees this
                table only.
            full: Whether `input` and `metadata_*` come whole, from the samples themselves. Summaries, which are much
                faster to read, shorten inputs to 5,120 and metadata to 1,024 characters.
            log_viewer: The address of the log viewer that shows each folder of logs, or, where `logs` is one folder,
                that of its log viewer: "http://127.0.0.1:7575" is that of `inspect view --log-dir logs`. Adds the
                column `log_viewer`, whose links heatmaps follow. Samples of logs in other folders have no links.
            strict: Whether a log that cannot be read is an error; if not, it is left out and is among `problems`.
            cache: Whether to keep what was read in the user's cache folder. A second read takes only what changed.
            executor: Any `concurrent.futures.Executor` that is to read the logs, for instance of a Dask cluster.
                Without one, all cores are used where that is faster.
            progress: Whether to show a bar, in terminals and notebooks only.

        Raises:
            LogError: If `strict` and a log cannot be read (it is a `ValueError`, too).
            TypeError, ValueError: If an argument is wrong.
        """
        from ._growing import logs_table

        table = logs_table(
            logs,
            columns=columns,
            where=where,
            full=full,
            log_viewer=log_viewer,
            strict=strict,
            cache=cache,
            executor=executor,
            progress=progress,
        )
        data = cls(table.reader())
        data._logs = table
        return data

    def refresh(self) -> Changes:
        """Read what is new in the logs: new logs, new samples of logs that are being written, logs that changed.

        Pictures that are drawn from now on show it. A log that cannot be read now, and could before, stays as it was.

        Returns:
            What changed; false where nothing did.

        Raises:
            ValueError: If this table is not one of logs.
        """
        if self._logs is None:
            raise ValueError("refresh() needs a table of logs, made by Data.from_logs(...)")
        changes = self._logs.refresh()
        if changes:
            self._reader = self._logs.reader()
        return changes

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read of the logs and what looks wrong about them, the gravest first; each has a `kind`,
        a `message` and `logs`. Empty for other tables.
        """
        return Problems(() if self._logs is None else self._logs.problems)

    @property
    def pending(self) -> Any:
        """The samples that running evaluations will still give, as a PyArrow table with the columns `eval_id`, `log`,
        `task_name`, `model`, `id` and `epoch`.

        Raises:
            ValueError: If this table is not one of logs.
        """
        if self._logs is None:
            raise ValueError("pending needs a table of logs, made by Data.from_logs(...)")
        return self._logs.pending

    def __repr__(self) -> str:
        return describe(self._reader)

    def _repr_html_(self) -> str:
        from ._overview import overview

        return overview(self._reader)

    def __reduce__(self) -> tuple[Any, ...]:
        if self._logs is not None:
            raise TypeError(
                "A table of logs cannot be pickled, as it can be read on. Pickle what Data.from_logs was given, or "
                "Data.from_dataframe(inspect_viz.logs.samples(...))."
            )
        return (type(self), (self._reader,), {"_selection": self._selection})

    def __copy__(self) -> Data:
        return self._copy(self._reader)

    def __deepcopy__(self, memo: object) -> Data:
        return self._copy(TableReader(self._reader.source))

    def _copy(self, reader: TableReader) -> Data:
        copy = type(self)(reader)
        copy._logs, copy._selection = self._logs, self._selection
        return copy


def _reader(data: object) -> TableReader:
    return _file_reader(data) if isinstance(data, str | os.PathLike) else _frame_reader(data)


def _file_reader(file: object, sheet: str | int | None = None) -> TableReader:
    from ._place import place_source

    con = connect()
    with stoppable(con):
        source = place_source(con, file, sheet)
    return TableReader(source, con)


def _frame_reader(df: object) -> TableReader:
    from ._frames import frame_source

    return TableReader(frame_source(df))
