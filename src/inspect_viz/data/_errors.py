"""What can be wrong with a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

LOGS = "Evaluation logs are read with Data.from_logs (or inspect_ai.analysis.samples_df and Data.from_dataframe)."


class FileError(ValueError):
    """A file that cannot be read as what its name says."""


@contextmanager
def needs(package: str, what: str, extra: str = "files") -> Iterator[None]:
    """Say what to install where the import inside fails."""
    try:
        yield
    except ImportError as error:
        raise ImportError(f"reading {what} needs the package {package}: pip install 'inspect-viz[{extra}]'") from error


class MissingFileError(FileError, FileNotFoundError):
    """A file that is not there."""
