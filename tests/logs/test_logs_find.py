"""What can be given as logs."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from growing_tools import rows
from inspect_ai.log import list_eval_logs, read_eval_log
from zoo_tools import log, save

from inspect_viz.logs import LogError, problems, samples


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """logs/b.eval, logs/a/z.eval, logs/c/deep/1.eval, each with a sample called after it."""
    for name in ("b", "a/z", "c/deep/1"):
        path = tmp_path / "logs" / f"{name}.eval"
        path.parent.mkdir(parents=True, exist_ok=True)
        save(path.parent, [{**rows(1)[0], "id": name}], name=name.replace("/", "-")).rename(path)
    return tmp_path / "logs"


def ids(logs: Any) -> list[str]:
    table = samples(logs, columns=["id"], cache=False, progress=False)
    return list(table["id"].to_pylist())


ALL = ["a/z", "b", "c/deep/1"]


@pytest.mark.parametrize(
    "given",
    [
        lambda folder: folder,
        str,
        lambda folder: f"{folder}/",
        lambda folder: f"file://{folder}",
        lambda folder: [folder],
        lambda folder: [folder, folder / "b.eval", str(folder / "b.eval"), f"file://{folder}/b.eval"],
        lambda folder: f"{folder}/**/*.eval",
        lambda folder: f"{folder}/**",
        lambda folder: folder / "*",
        lambda folder: list_eval_logs(str(folder))[::-1] and sorted(list_eval_logs(str(folder)), key=lambda i: i.name),
        lambda folder: tuple(sorted(folder.rglob("*.eval"))),
        lambda folder: (path for path in sorted(folder.rglob("*.eval"))),
        lambda folder: [read_eval_log(str(path)) for path in sorted(folder.rglob("*.eval"))],
        lambda folder: [read_eval_log(str(path), header_only=True) for path in sorted(folder.rglob("*.eval"))],
    ],
)
def test_all_logs_of_a_folder_by_path(folder: Path, given: Callable[[Path], Any]) -> None:
    assert ids(given(folder)) == ALL


@pytest.mark.parametrize(
    "given",
    [
        lambda path: path,
        str,
        lambda path: f"file://{path}",
        lambda path: list_eval_logs(str(path.parent), recursive=False)[0],
        lambda path: read_eval_log(str(path)),
        lambda path: read_eval_log(str(path), header_only=True),
        lambda path: [path, path],
        lambda path: f"{path.parent}/?.eval",
        lambda path: f"{path.parent}/[abc].eval",
    ],
)
def test_one_log(folder: Path, given: Callable[[Path], Any]) -> None:
    assert ids(given(folder / "b.eval")) == ["b"]


def test_several_stand_in_the_order_given(folder: Path) -> None:
    assert ids([folder / "c", folder / "b.eval", folder / "a"]) == ["c/deep/1", "b", "a/z"]


def test_a_column_of_a_data_frame(folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    assert ids(pandas.Series(sorted(folder.rglob("*.eval")), name="log")) == ALL


def test_home_and_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.chdir(folder.parent)
    for given in ("~/logs", "logs", "./logs", Path("logs"), "~/logs/**/*.eval", "logs/**/*.eval", "."):
        assert ids(given) == ALL
    names = [samples(given, cache=False, progress=False)["log"][0].as_py() for given in ("~/logs", "./logs", "logs")]
    assert set(names) == {str(folder / "a" / "z.eval")}


def test_odd_names(folder: Path) -> None:
    for name in ("with space.eval", "%20.eval", "[b].eval", "a#b?.eval", "ü.eval", ".hidden.eval", "UPPER.EVAL"):
        path = folder / "odd" / name
        path.parent.mkdir(exist_ok=True)
        shutil.copy(folder / "b.eval", path)
        assert ids(path) == ids(str(path)) == ids(f"file://{path}") == ["b"]
    assert len(problems(folder / "odd", cache=False, progress=False)) == 5


def test_hidden_files_are_left_out_of_folders(folder: Path) -> None:
    (folder / "b.eval").rename(folder / ".b.eval")
    assert ids(folder) == ["a/z", "c/deep/1"]


def test_links_to_logs_are_followed_and_links_to_folders_are_not(folder: Path, tmp_path: Path) -> None:
    links = tmp_path / "links"
    links.mkdir()
    (links / "log.eval").symlink_to(folder / "b.eval")
    (links / "loop").symlink_to(links)
    (links / "folder").symlink_to(folder)
    (links / "broken.json").symlink_to(tmp_path / "nothing")
    assert ids(links) == ["b"]
    assert ids(links / "folder") == ALL
    assert ids(tmp_path / "links" / "folder" / "*.eval") == ["b"]


def test_json_files_in_a_folder_are_logs_if_they_begin_so(folder: Path) -> None:
    save(folder, [{**rows(1)[0], "id": "json"}], suffix=".json").rename(folder / "free name.json")
    (folder / "table.json").write_text(json.dumps([{"eval": 1, "status": 2}]))
    (folder / "settings.json").write_text(json.dumps({"version": 2, "eval": 1}))
    (folder / "readme.txt").write_text("no log")
    assert ids(folder) == [*ALL, "json"]


@pytest.mark.parametrize(
    "logs", [None, 3, 1.5, b"logs", "", {"a": 1}, {}, [None], [["logs"]], object, [Path("a.eval"), 3], [""]], ids=repr
)
def test_what_is_no_log_is_a_type_error(logs: Any) -> None:
    with pytest.raises(TypeError, match=r"^logs=.* must be paths of logs or folders, addresses, or EvalLog objects$"):
        samples(logs, cache=False, progress=False)


def test_a_type_error_stays_short() -> None:
    with pytest.raises(TypeError) as caught:
        samples(dict.fromkeys(range(100), "x" * 100), cache=False, progress=False)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing", "there is no such file or folder; check the path"),
        ("missing.eval", "there is no such file or folder; check the path"),
        ("*.nothing", "nothing matches this pattern; check the pattern"),
        ("a\0b", "there is no such file or folder"),
        ("empty", r"the folder holds no logs \(.eval or .json\); name the folder that inspect_ai writes to"),
    ],
)
def test_what_is_not_there_is_named(folder: Path, name: str, said: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(LogError, match=said) as caught:
        samples([folder, folder / name], cache=False, progress=False)
    assert caught.value.path == str(folder / name)
    found = problems([folder, folder / name], cache=False, progress=False)
    assert [own.logs for own in found if own.kind == "unreadable"] == [(str(folder / name),)]


def test_an_object_that_only_looks_like_a_log_is_a_problem() -> None:
    made = log("x", rows(1))
    made.eval.created = "no time"
    with pytest.raises(LogError, match="'no time' is no time"):
        samples(made, progress=False)
    assert [own.kind for own in problems([made, log("y", rows(1))], progress=False)] == ["unreadable"]


def test_a_folder_deeper_than_python_calls(folder: Path) -> None:
    deep, here = folder / "deep", os.getcwd()
    deep.mkdir()
    try:
        os.chdir(deep)
        for _ in range(1200):
            os.mkdir("d")
            os.chdir("d")
        shutil.copy(folder / "b.eval", "x.eval")
        os.chdir(here)
        assert ids(deep) == ["b"]
    finally:
        os.chdir(deep)
        _remove_deep(1200)
        os.chdir(here)


def _remove_deep(depth: int) -> None:
    """Removes from the inside: shutil would go no deeper than Python calls."""
    for _ in range(depth):
        os.chdir("d")
    if os.path.exists("x.eval"):
        os.unlink("x.eval")
    for _ in range(depth):
        os.chdir("..")
        os.rmdir("d")
