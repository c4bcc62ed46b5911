"""What can be wrong with a file."""

from __future__ import annotations

LOGS = "Evaluation logs are read with Data.from_logs (or inspect_ai.analysis.samples_df and Data.from_dataframe)."


class FileError(ValueError):
    """A file that cannot be read as what its name says."""


class MissingFileError(FileError, FileNotFoundError):
    """A file that is not there."""
