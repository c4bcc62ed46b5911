"""Links into the log viewer: every part encoded, logs outside, folders of all kinds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_viz.logs._prepare.log_viewer import log_viewer

URL = "https://example.org/view"
HOME = os.path.expanduser("~")


def links(mappings: Any, logs: list[Any], target: Any = "eval", **columns: Any) -> list[str | None]:
    table = pa.table({"log": pa.array(logs, pa.string()), **columns})
    return log_viewer(table, mappings, target)["log_viewer"].to_pylist()  # type: ignore[no-any-return]


def log_link(mappings: Any, log: str) -> str | None:
    return links(mappings, [log])[0]


TEXTS = st.text(st.one_of(st.sampled_from("/#?%& +.\n\"'\\é漢😀"), st.characters(codec="utf-8")), min_size=1)


@given(st.lists(TEXTS, min_size=1, max_size=5), TEXTS)
def test_ids_come_back(ids: list[str], event: str) -> None:
    count = len(ids)
    found = links({"/l": URL}, ["/l/a.eval"] * count, "event", sample_id=ids, event_id=[event] * count)
    for sample, link in zip(ids, found, strict=True):
        assert link is not None
        head, _, rest = link.partition("/samples/sample_uuid/")
        one, _, two = rest.partition("/transcript?event=")
        assert head == URL + "/#/logs/a.eval"
        assert (unquote(one), unquote(two)) == (sample, event)
        assert not set("/#?& +\n\"'<>\\") & set(one + two)
        assert (one + two).isascii()


@given(TEXTS.filter(lambda text: not {".", "..", ""} & set(text.split("/"))))
def test_paths_of_logs_come_back(path: str) -> None:
    link = log_link({"s3://b/l": URL}, "s3://b/l/" + path)
    assert link is not None
    assert unquote(link.removeprefix(URL + "/#/logs/")) == path
    assert not set("#? +\n\"'<>\\") & set(link.removeprefix(URL + "/#/logs/"))


@pytest.mark.parametrize("more", ["", "é", "\n"])
def test_all_signs_of_ascii(more: str) -> None:
    ids = [chr(i) + more for i in range(128)]
    found = links({"/l": URL}, ["/l/a"] * 128, "sample", id=ids, epoch=[1] * 128)
    assert found == [f"{URL}/#/logs/a/samples/sample/{quote(i, safe='')}/1" for i in ids]


def test_numbers_as_ids() -> None:
    assert links({"/l": URL}, ["/l/a"] * 2, "sample", id=[1, 22], epoch=[1.0, 2.0]) == [
        f"{URL}/#/logs/a/samples/sample/1/1",
        f"{URL}/#/logs/a/samples/sample/22/2",
    ]
    frame = pd.DataFrame({"log": "/l/a", "id": [1, None, 2.5], "epoch": 1})
    found = log_viewer(frame, {"/l": URL})["log_viewer"]
    assert [None if pd.isna(v) else v.rsplit("/", 2)[1] for v in found] == ["1", None, "2.5"]
    mixed = pd.DataFrame({"log": "/l/a", "id": [1, "b c"], "epoch": 1})
    assert [v.rsplit("/", 2)[1] for v in log_viewer(mixed, {"/l": URL})["log_viewer"]] == ["1", "b%20c"]


def test_a_missing_part_is_a_missing_link() -> None:
    columns = {"id": ["a", None, "c", "d"], "epoch": [1, 1, None, 1]}
    found = links({"/l": URL}, ["/l/a", "/l/a", "/l/a", None], "sample", **columns)
    assert [link is None for link in found] == [False, True, True, True]


def test_message_and_event() -> None:
    columns = {"sample_id": ["u"], "event_id": ["e"], "message_id": ["m"]}
    assert links({"/l": URL}, ["/l/a"], "event", **columns) == [
        f"{URL}/#/logs/a/samples/sample_uuid/u/transcript?event=e"
    ]
    assert links({"/l": URL}, ["/l/a"], "message", **columns) == [
        f"{URL}/#/logs/a/samples/sample_uuid/u/messages?message=m"
    ]


def test_the_innermost_folder_counts() -> None:
    mappings = {"/l": "https://a.org", "/l/in": "https://b.org/", "/l/inner": "https://c.org"}
    assert links(mappings, ["/l/x", "/l/in/x", "/l/inner/x"]) == [
        "https://a.org/#/logs/x",
        "https://b.org/#/logs/x",
        "https://c.org/#/logs/x",
    ]


@pytest.mark.parametrize(
    ("folder", "log"),
    [
        ("/l", "/l/x y.eval"),
        ("/l/", "/l/x y.eval"),
        ("file:///l", "/l/x y.eval"),
        ("/l", "file:///l/x%20y.eval"),
        ("/l", "file://localhost/l/x%20y.eval"),
        ("/l/../l/./", "/l/x y.eval"),
        ("~/l", f"{HOME}/l/x y.eval"),
        ("~/l", "~/l/x y.eval"),
        ("l", "l/x y.eval"),
        ("./l", os.path.abspath("l/x y.eval")),
        (".", "./x y.eval"),
        ("/", "/x y.eval"),
        ("s3://b/l", "s3://b/l/x y.eval"),
        ("S3://b/l/", "s3://b/l/x y.eval"),
        ("gs://b", "gs://b/x y.eval"),
    ],
)
def test_folders(folder: str, log: str) -> None:
    assert log_link({folder: URL}, log) == URL + "/#/logs/x%20y.eval"


def test_a_folder_may_be_a_path_and_a_symbolic_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    for folder, log in (("link", "real"), ("real", "link")):
        assert log_link({tmp_path / folder: URL}, str(tmp_path / log / "a.eval")) == URL + "/#/logs/a.eval"


@pytest.mark.parametrize(
    ("url", "base"), [("/v", "/v/"), ("..", "../"), ("v/x/", "v/x/"), ("/", "/"), ("a?b:c", "a?b:c/")]
)
def test_relative_addresses(url: str, base: str) -> None:
    assert log_link({"/l": url}, "/l/a") == base + "#/logs/a"


def test_logs_outside_have_no_link_and_one_warning() -> None:
    logs = ["/l/a", "/other/b", "/other/b", "s3://c", "/lx/d", "/l", None, "/l\0/x"]
    with pytest.warns(UserWarning, match="no folder of url_mappings holds 5 of 6 logs") as caught:
        found = links({"/l": URL}, logs)
    assert found == [URL + "/#/logs/a", *[None] * 7]
    assert len(caught) == 1
    assert "'/other/b'" in str(caught[0].message)
    assert caught[0].filename == __file__


@pytest.mark.parametrize("mappings", [None, {}, [], "/l", [("/l", URL)]])
def test_no_mapping(mappings: Any) -> None:
    with pytest.raises(ValueError, match=r"url_mappings=.* must map at least one folder"):
        links(mappings, ["/l/a"])


@pytest.mark.parametrize("folder", ["", 3, None, b"/l"])
def test_wrong_folders(folder: Any) -> None:
    with pytest.raises(ValueError, match="must be a folder of logs"):
        links({folder: URL}, ["/l/a"])


@pytest.mark.parametrize(
    "url",
    [
        *("", None, 3, "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "ftp://a.org", "file:///a"),
        *("//a.org", "https://", "https:///x", "http://a b", "https://a.org/#/logs", "\tjavascript:x", 'https://a"'),
    ],
)
def test_wrong_addresses(url: Any) -> None:
    with pytest.raises(ValueError, match=r"url_mappings\['/l'\]=.* must be an address"):
        links({"/l": url}, ["/l/a"])


def test_wrong_targets_and_columns() -> None:
    for target in ("samples", None, ["eval"]):
        with pytest.raises(ValueError, match="must be one of 'eval', 'sample', 'event', 'message'"):
            links({"/l": URL}, ["/l/a"], target)
    with pytest.raises(ValueError, match=r"Did you mean 'sample'\?"):
        links({"/l": URL}, ["/l/a"], "samples")
    with pytest.raises(ValueError, match=r"log_viewer\(target='sample'\): 'epoch' is not a column.*'epochs'"):
        links({"/l": URL}, ["/l/a"], "sample", id=["a"], epochs=[1])
    with pytest.raises(ValueError, match=r"Did you mean 'log'\?"):
        log_viewer(pa.table({"log": ["a"]}), {"/l": URL}, "eval", log_column="logs")
    with pytest.raises(ValueError, match="log_viewer_column=None"):
        log_viewer(pa.table({"log": ["a"]}), {"/l": URL}, "eval", log_viewer_column=None)  # type: ignore[arg-type]


def test_other_columns() -> None:
    table = pa.table({"file": ["/l/a"], "link": ["old"]})
    result = log_viewer(table, {"/l": URL}, "eval", log_column="file", log_viewer_column="link")
    assert result.to_pydict() == {"file": ["/l/a"], "link": [URL + "/#/logs/a"]}


def test_a_large_frame_is_joined_in_chunks() -> None:
    count = 600_000
    found = links({"/l": URL}, ["/l/a"] * count, "sample", id=list(range(count)), epoch=[1] * count)
    assert found[-1] == f"{URL}/#/logs/a/samples/sample/{count - 1}/1"
    assert len(found) == count
