"""What a path means: a file, a folder or a pattern of files, or an address in a store."""

from __future__ import annotations

import os

from inspect_viz._engine import Connection

from ._files import file_source, path_of
from ._folder import files_source, is_pattern
from ._remote import is_address, remote_source
from ._source import Source


def place_source(con: Connection, file: object, sheet: str | int | None = None) -> Source:
    """The source that reads what `file` means; with `con` it is looked through once.

    Raises:
        TypeError: If `file` is no path.
        MissingFileError: If there is nothing.
        FileError: If it cannot be read as what its name says.
        ImportError: If the package that reads it is missing.
    """
    path = path_of(file)
    if is_address(path):
        return remote_source(path, sheet)
    found = path if os.path.lexists(path) else os.path.expanduser(path)
    if os.path.isdir(found) or is_pattern(found):
        return files_source(con, found, sheet)
    return file_source(con, path, sheet)
