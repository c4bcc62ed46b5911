"""Which logs are meant: files, folders, patterns, addresses in stores, and logs in memory."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from inspect_viz.logs._errors import LogError

from .open import LogFile, advice, is_address, listed_file, local_file, one_line, remote_file, store_of

_HEAD = 1 << 16
_SHOWN = 200
_PATTERN = re.compile(r"[*?\[]")
_FIRST_KEY = re.compile(rb'(\xef\xbb\xbf)?\s*\{\s*"(version|status|eval|plan|results|stats|invalidated)"\s*:')
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}[:-]\d{2}[:-]\d{2}")
"""How the names of logs begin that inspect_ai writes; only they are taken from a store without a look inside."""


@dataclass
class Found:
    """What was found: logs by path, in order, each once, and what could not be looked at.

    Args:
        files: Path to log.
        objects: `EvalLog` objects, in order.
        errors: What is wrong with what was asked for.
        hidden: Beginnings of the paths of logs that may be there, but could not be looked for.
    """

    files: dict[str, LogFile] = field(default_factory=dict)
    objects: list[Any] = field(default_factory=list)
    errors: list[LogError] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    def may_hold(self, path: str) -> bool:
        """Whether a log may still be there although it was not found."""
        return any(path.startswith(start) or (is_address(path) and is_address(start)) for start in self.hidden)

    def hide(self, place: str, error: LogError) -> None:
        """Note a place that could not be looked at."""
        self.errors.append(error)
        self.hidden.append(_PATTERN.split(place)[0])

    def add(self, files: Iterable[LogFile]) -> None:
        for file in files:
            self.files.setdefault(file.path, file)


def find(logs: Any) -> Found:
    """The logs that are meant.

    Args:
        logs: A path or address of a log or a folder, a pattern with `*`, `?`, `[...]` or `**`, an `EvalLog` or what
            inspect_ai's `list_eval_logs` lists, or several of them. A folder stands for all logs below it, sorted.

    Raises:
        TypeError: If it is none of these.
        ValueError: If it is a list of nothing.
    """
    found = Found()
    every = each_of(logs)
    if not every:
        raise ValueError(
            f"logs={_shown(logs)} names no logs; it must be a path, a folder, a pattern or a list of these"
        )
    for log in every:
        path = _path(log)
        if path is None:
            found.objects.append(log)
        elif is_address(path):
            _add_remote(path, found)
        else:
            _add_local(absolute(path), found)
    return found


def each_of(logs: Any) -> list[Any]:
    """What was given, one by one; what can be gone through only once is gone through here.

    Raises:
        TypeError: If it is a data frame.
    """
    if _is_frame(logs):
        raise TypeError(
            f"logs is a data frame ({type(logs).__name__}), and must be paths of logs or folders; a table is "
            "read by Data.from_dataframe(df)"
        )
    single = isinstance(logs, str | bytes | os.PathLike | Mapping) or not isinstance(logs, Iterable)
    return [logs] if single or _is_log(logs) or _is_listed(logs) else list(logs)


def only_folder(logs: Any) -> str | None:
    """The folder that was asked for, if it is the only thing; an address is one unless its name is that of a log."""
    paths = [] if isinstance(logs, Iterator) else [_path(log) for log in each_of(logs)]
    path = paths[0] if len(paths) == 1 else None
    if path is None or not is_address(path):
        return path if path is not None and os.path.isdir(absolute(path)) else None
    return None if is_log_name(PurePath(path).name) or _PATTERN.search(path) else path


def _is_log(log: Any) -> bool:
    return hasattr(log, "eval") and hasattr(log, "samples")


def _is_frame(logs: Any) -> bool:
    """Whether this is a table; a column of paths is none."""
    return hasattr(logs, "columns") and hasattr(logs, "shape")


def _is_listed(log: Any) -> bool:
    """Whether this is what `list_eval_logs` lists."""
    return isinstance(getattr(log, "name", None), str) and hasattr(log, "mtime")


def _path(log: Any) -> str | None:
    """The path or address of a log, or None for a log in memory."""
    if isinstance(log, str | os.PathLike):
        path = os.fspath(log)
        if isinstance(path, str) and path:
            return path
    elif _is_log(log):
        return None if log.samples is not None or not log.location else str(log.location)
    elif _is_listed(log):
        return str(log.name)
    raise TypeError(f"logs={_shown(log)} must be paths of logs or folders, addresses, or EvalLog objects")


def _shown(log: Any) -> str:
    text = repr(log)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def absolute(path: str) -> str:
    """A local path as tables show it: absolute, otherwise as it was given."""
    path = os.path.expanduser(path.removeprefix("file://"))
    return path if os.path.isabs(path) else os.path.join(os.getcwd(), path.removeprefix("./"))


def _add_local(path: str, found: Found) -> None:
    try:
        found.add(_local(path, found))
    except LogError as error:
        found.errors.append(error)
    except OSError as error:
        found.hide(path, _not_listed(path, error))


def _not_listed(path: str, error: OSError) -> LogError:
    return LogError(path, (error.strerror or str(error)).lower(), advice(error))


def _local(path: str, found: Found) -> Iterator[LogFile]:
    if os.path.isdir(path):
        yield from _in_folder(path, found)
    elif not os.path.exists(path) and _PATTERN.search(path):
        yield from _matching(path, found)
    elif os.path.exists(path):
        yield local_file(path, os.stat(path))
    else:
        raise LogError(path, "there is no such file or folder", "check the path")


def _in_folder(path: str, found: Found) -> list[LogFile]:
    known = len(found.errors)
    files = _sorted_below(path.rstrip(os.sep) or path, found)
    if not files and len(found.errors) == known:
        raise LogError(path, "the folder holds no logs (.eval or .json)", "name the folder that inspect_ai writes to")
    return files


def _sorted_below(folder: str, found: Found) -> list[LogFile]:
    return sorted(_below(folder, found), key=lambda file: file.path)


def _below(folder: str, found: Found) -> Iterator[LogFile]:
    waiting = _entries(folder)
    while waiting:
        entry = waiting.pop()
        if entry.is_dir(follow_symlinks=False):
            waiting += _entries_within(entry.path, found)
        elif _is_log_file(entry.path):
            yield from _present(entry.path)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _entries_within(folder: str, found: Found) -> list[os.DirEntry[str]]:
    """What is in a folder within the one that was asked for; one that cannot be listed hides no others."""
    try:
        return _entries(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        found.hide(folder + os.sep, _not_listed(folder, error))
        return []


def _present(path: str) -> Iterator[LogFile]:
    """The log, unless it is gone since it was listed; one that cannot be looked at is not left out."""
    try:
        file = local_file(path, os.stat(path))
    except OSError:
        if not os.path.lexists(path):
            return
        file = LogFile(path, 0, "")
    yield file


def is_log_name(name: str) -> bool:
    """Whether a file can be a log, by its name."""
    return name.lower().endswith((".eval", ".json")) and not name.startswith(".")


def _is_log_file(path: str) -> bool:
    name = os.path.basename(path)
    if not is_log_name(name) or os.path.isdir(path):
        return False
    return _listed(name) or is_json_log(path)


def is_json_log(path: str | os.PathLike[str]) -> bool:
    """Whether a .json file begins as Inspect's logs do; tables are lists, or objects with other keys."""
    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return _DATED.match(os.path.basename(path)) is not None
    return bool(_FIRST_KEY.match(head)) and b'"eval"' in head and b'"status"' in head


def _matching(pattern: str, found: Found) -> Iterator[LogFile]:
    paths = sorted(glob.glob(pattern, recursive=True))
    if not paths:
        raise LogError(pattern, "nothing matches this pattern", "check the pattern")
    for path in paths:
        if os.path.isdir(path):
            yield from _sorted_below(path, found)
        elif _is_log_file(path):
            yield from _present(path)


def _add_remote(path: str, found: Found) -> None:
    try:
        found.add(_in_store(path))
    except LogError as error:
        found.errors.append(error)
    except FileNotFoundError:
        found.errors.append(LogError(path, "there is no such file or folder", "check the address"))
    except (ImportError, ValueError) as error:
        found.hide(path, LogError(path, one_line(str(error)), "install what the store needs, such as s3fs or gcsfs"))
    except Exception as error:
        said = f"its store does not answer ({one_line(str(error)) or type(error).__name__})"
        found.hide(path, LogError(path, said, "try again, or check the network"))


def _in_store(path: str) -> list[LogFile]:
    store, inner = store_of(path)
    store.invalidate_cache()
    if _PATTERN.search(inner):
        infos = {name: info for name, info in store.glob(inner, detail=True).items() if info["type"] == "file"}
    elif store.isdir(inner):
        infos = store.find(inner, detail=True)
    else:
        return [remote_file(path, store.info(inner))]
    kind = path.split("://", 1)[0]
    logs = [(name, info) for name, info in sorted(infos.items()) if _listed(name)]
    found = [listed_file(store, _address(kind, name), name, info) for name, info in logs]
    if not found:
        raise LogError(path, "it holds no logs (.eval or .json)", "name the folder that inspect_ai writes to")
    return found


def _address(kind: str, name: str) -> str:
    """The address of a log in a store of a kind, such as s3, written as the address of its folder was."""
    return name if "://" in name else f"{kind}://{name.lstrip('/')}"


def _listed(name: str) -> bool:
    base = PurePath(name).name
    return base.lower().endswith(".eval") or (base.lower().endswith(".json") and _DATED.match(base) is not None)
