"""Links into the published log viewer."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args
from urllib.parse import quote, unquote

from inspect_viz._util.stack import outside
from inspect_viz._util.suggest import did_you_mean, listing

from .distinct import distinct, joined, texts
from .frame import Frame, check_names, column, opened, with_columns

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

Target = Literal["eval", "sample", "event", "message"]
Folders = Sequence["tuple[str, str]"]

_PARTS: Mapping[str, Sequence[tuple[str, str]]] = {
    "eval": (),
    "sample": (("/samples/sample/", "id"), ("/", "epoch")),
    "event": (("/samples/sample_uuid/", "sample_id"), ("/transcript?event=", "event_id")),
    "message": (("/samples/sample_uuid/", "sample_id"), ("/messages?message=", "message_id")),
}
"""What follows the log in the viewer's addresses: texts, each before the value of a column."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_PLAIN = r"^[A-Za-z0-9_.~-]*$"
_SIGNS = "%" + "".join(c for c in map(chr, range(128)) if c not in "%\n" and quote(c, safe="") != c)
"""What is encoded in ASCII; first the sign that encoding itself writes, and not the end of a line."""
_NO_URL = re.compile(r"[\x00-\x20\x7f<>\"\\^`{|}#]")


def log_viewer(
    data: Frame,
    url_mappings: Mapping[str, str],
    target: Target = "sample",
    *,
    log_column: str = "log",
    log_viewer_column: str = "log_viewer",
) -> Frame:
    """Add a column of links into logs that `inspect view bundle` has published.

    Args:
        data: A pandas or Polars data frame, a PyArrow table or another frame in memory that narwhals knows. The
            target "sample" needs the columns `id` and `epoch`, "event" needs `sample_id` and `event_id`, "message"
            needs `sample_id` and `message_id`.
        url_mappings: The address (http, https or relative) at which each folder of logs is published. A folder is a
            path (absolute, relative or with `~`) or an address such as `s3://bucket/logs` or `file:///logs`. Of
            several folders that hold a log, the innermost counts.
        target: What a link opens: the log ("eval"), or a "sample", "event" or "message" in it.
        log_column: The column with the place of the log.
        log_viewer_column: The column to add or replace.

    Returns:
        A frame of the same kind with one more column of texts: null where a part of the link is null, and, with one
        warning, where the log lies in none of the folders.

    Raises:
        TypeError: If `data` is no such frame.
        ValueError: If a mapping, the target or the name of a column is wrong.
    """
    folders = _folders(url_mappings)
    _check_target(target)
    need = f"log_viewer(target={target!r})"
    check_names(need, log_column=log_column, log_viewer_column=log_viewer_column)
    source = opened(data)
    parts = [(before, column(source, name, need)) for before, name in _PARTS[target]]
    links = [_log_links(column(source, log_column, need), folders), *(_encoded(*part) for part in parts)]
    return with_columns(data, source, {log_viewer_column: joined(*links)}, need)


def checked_mappings(url_mappings: Mapping[str, str] | None) -> None:
    """Raise the `ValueError` of `log_viewer` for wrong mappings; none at all are right."""
    if url_mappings is not None:
        _folders(url_mappings)


def in_no_folder(logs: Sequence[str], url_mappings: Mapping[str, str]) -> list[str]:
    """The logs that none of the folders holds."""
    folders = _folders(url_mappings)
    return [log for log in logs if _log_link(log, folders) is None]


def _check_target(target: object) -> None:
    if not isinstance(target, str) or target not in _PARTS:
        hint = did_you_mean(target, _PARTS)
        raise ValueError(f"target={target!r} must be one of {listing(get_args(Target))}.{hint}")


def _folders(url_mappings: object) -> Folders:
    """(folder, beginning of links) pairs, the longest folder first; both the folder's own path and its real one."""
    if not isinstance(url_mappings, Mapping) or not url_mappings:
        raise ValueError(f"url_mappings={url_mappings!r} must map at least one folder of logs to its address")
    found: dict[str, str] = {}
    for places in (_place, _real_place):
        for folder, url in url_mappings.items():
            found.setdefault(places(_checked_folder(folder)).rstrip("/") + "/", _base(folder, url))
    return sorted(found.items(), key=lambda pair: -len(pair[0]))


def _checked_folder(folder: object) -> str:
    if not isinstance(folder, str | os.PathLike) or not os.fspath(folder):
        raise ValueError(f"url_mappings: {folder!r} must be a folder of logs, such as './logs' or 's3://bucket/logs'")
    return str(os.fspath(folder))


def _base(folder: object, url: object) -> str:
    """`url` as the beginning of links: it ends with the part under which the viewer lists logs."""
    if not isinstance(url, str) or not _is_address(url):
        raise ValueError(
            f"url_mappings[{folder!r}]={url!r} must be an address that begins with http:// or https://, or a relative "
            "one, without '#' and spaces"
        )
    return url.rstrip("/") + "/#/logs/"


def _is_address(url: str) -> bool:
    if not url or _NO_URL.search(url) or url.startswith("//"):
        return False
    web = re.match(r"https?://[^/?]", url, re.IGNORECASE)
    return web is not None or ":" not in re.split(r"[/?]", url)[0]


def _place(text: str) -> str:
    """Where a log or folder is: an absolute path with slashes, or an address in a store as it stands."""
    return _located(text, os.path.abspath)


def _real_place(text: str) -> str:
    """Like `_place`, with symbolic links followed."""
    try:
        return _located(text, os.path.realpath)
    except (OSError, ValueError):
        return _place(text)


def _located(text: str, absolute: Callable[[str], str]) -> str:
    scheme = _SCHEME.match(text)
    if scheme is None:
        return Path(absolute(os.path.expanduser(text))).as_posix()
    if scheme[0].lower() != "file://":
        return scheme[0].lower() + text[scheme.end() :]
    path = unquote(text[scheme.end() :].removeprefix("localhost"))
    return Path(absolute(re.sub(r"^/(?=[A-Za-z]:)", "", path))).as_posix()


def _log_links(logs: pa.ChunkedArray, folders: Folders) -> pa.ChunkedArray:
    """The beginning of each row's link, null for a log in none of the folders."""
    import pyarrow as pa

    found = distinct(logs)
    names: list[str] = texts(found.values).to_pylist()
    links = [_log_link(name, folders) for name in names]
    _warn_of_others([name for name, link in zip(names, links, strict=True) if link is None], len(names))
    return found.spread(pa.array(links, pa.string()))


def _log_link(log: str, folders: Folders) -> str | None:
    for located in (_place, _real_place):
        place = located(log)
        for folder, base in folders:
            if place.startswith(folder) and place != folder:
                return base + quote(place.removeprefix(folder), safe="/")
    return None


def _warn_of_others(others: Sequence[str], count: int) -> None:
    if others:
        logs = f"{count:,} {'log' if count == 1 else 'logs'}"
        warnings.warn(
            f"no folder of url_mappings holds {len(others):,} of {logs}, the first is {others[0]!r}; their rows "
            "have no link",
            stacklevel=outside(),
        )


def _encoded(before: str, values: pa.ChunkedArray) -> pa.ChunkedArray:
    """`before` and the percent-encoded text of each value."""
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    found = distinct(values)
    plain = texts(found.values)
    strange = pc.invert(pc.match_substring_regex(plain, _PLAIN))
    if pc.any(strange).as_py():
        plain = pc.replace_with_mask(plain, pc.fill_null(strange, False), _quoted(plain.filter(strange).to_pylist()))
    return found.spread(pc.binary_join_element_wise(before, plain, ""))


def _quoted(words: Sequence[str]) -> pa.StringArray:
    """Each text percent-encoded; they are encoded as one, which takes a tenth of the time where there are many."""
    import pyarrow as pa

    whole = "\n".join(words)
    if whole.count("\n") >= len(words) or not whole.isascii():
        return pa.array([quote(word, safe="") for word in words], pa.string())
    for sign in _SIGNS:
        if sign in whole:
            whole = whole.replace(sign, quote(sign, safe=""))
    return pa.array(whole.split("\n"), pa.string())
