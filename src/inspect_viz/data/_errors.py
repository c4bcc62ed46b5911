"""What can be wrong with a file."""

from __future__ import annotations


class FileError(ValueError):
    """A file that cannot be read as what its name says."""


class MissingFileError(FileError, FileNotFoundError):
    """A file that is not there."""
