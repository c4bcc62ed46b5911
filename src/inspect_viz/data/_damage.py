"""Files that turn out to be damaged when they are asked."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from inspect_viz._engine import QueryError
from inspect_viz._util.suggest import listing

from ._errors import FileError


@contextmanager
def named(files: Sequence[str]) -> Iterator[None]:
    """Name the files in the error of a question that fails because what they hold cannot be read.

    Raises:
        FileError: In place of such an error; errors of the question itself stay as they are.
    """
    try:
        yield
    except QueryError as error:
        if not files or not _is_of_files(error.__cause__):
            raise
        names = listing(map(os.path.basename, files))
        reason = str(error).partition(" The question was")[0]
        raise FileError(f"The file {names} cannot be read; it seems to be damaged: {reason}") from error


def _is_of_files(cause: object) -> bool:
    """Whether the database complains about what it read; plain errors are those of its file readers."""
    import duckdb

    return isinstance(cause, duckdb.IOException | duckdb.InvalidInputException) or type(cause) is duckdb.Error
