"""Tables at addresses, fetched by fsspec into a folder that lives as long as they do."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit

from inspect_viz._engine import connected

from ._errors import FileError, MissingFileError, needs
from ._files import file_source
from ._folder import files_source
from ._source import SourceAround

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_WEB = ("http", "https")


@dataclass(frozen=True)
class RemoteSource(SourceAround):
    """The source of what was fetched; a pickled one takes its address along and fetches again."""

    address: str
    sheet: str | int | None
    folder: TemporaryDirectory[str]

    def __reduce__(self) -> tuple[Any, ...]:
        return (remote_source, (self.address, self.sheet))


def is_address(path: str) -> bool:
    """Whether a path names a place elsewhere, such as s3://bucket/a.parquet."""
    return bool(_ADDRESS.match(path)) and not path.lower().startswith("file://")


def remote_source(address: str, sheet: str | int | None = None) -> RemoteSource:
    """The source for a file, a folder or a pattern of files in a store.

    Raises:
        ImportError: If fsspec, or what it needs for this kind of store, is missing.
        MissingFileError: If there is nothing.
        FileError: If the store does not answer, or the files cannot be read.
    """
    folder = TemporaryDirectory(prefix="inspect-viz-")
    found = _fetched(address, folder.name)
    with connected() as con:
        source = files_source(con, found, sheet) if os.path.isdir(found) else file_source(con, found, sheet)
    return RemoteSource(source, address, sheet, folder)


def _fetched(address: str, folder: str) -> str:
    """Where the file, or the folder of files, lies now."""
    with needs("fsspec", "addresses", "stores"):
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]

    shown = address.partition("?")[0]
    try:
        store, inner = url_to_fs(address)
        base, paths = _meant(store, address, inner)
        for path in paths:
            own = os.path.join(folder, *_parts(path, base))
            os.makedirs(os.path.dirname(own), exist_ok=True)
            store.get_file(path, own)
    except ImportError as error:
        raise ImportError(f"reading {shown!r} needs another package: {error}") from error
    except FileNotFoundError as error:
        raise MissingFileError(f"There is no file {shown!r}.") from error
    except Exception as error:
        reason = " ".join(str(error).split())[:300] or type(error).__name__
        raise FileError(f"{shown!r} cannot be fetched: {reason}") from error
    if not paths:
        raise MissingFileError(f"There is no file {shown!r}.")
    name = os.path.basename(base.rstrip("/")) or "files"
    return os.path.join(folder, name) if paths != [base] else os.path.join(folder, *_parts(base, base))


def _meant(store: Any, address: str, inner: str) -> tuple[str, list[str]]:
    """The folder that files are named from, or the file, and the files."""
    if urlsplit(address).scheme.lower() in _WEB:
        return inner, [inner]
    if any(c in inner for c in "*?["):
        fixed = re.split(r"[*?\[]", inner)[0]
        return fixed.rpartition("/")[0], sorted(store.glob(inner))
    if store.isdir(inner):
        return inner.rstrip("/"), sorted(store.find(inner))
    return inner, [inner]


def _parts(path: str, base: str) -> list[str]:
    """Names of folders and of the file below the folder of what was fetched."""
    name = unquote(urlsplit(base).path if "://" in base else base).rstrip("/").rpartition("/")[2] or "files"
    below = path[len(base) :].strip("/").split("/") if path != base else []
    if any(part in ("..", ".", "") for part in below):
        raise FileError(f"{path!r} is no path of a file below {base!r}.")
    return [name.replace("\\", "_"), *below]
