"""`columns` and `where`: what may be asked for, and what a condition sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from inspect_ai.scorer import Score
from zoo_tools import sample, save

from inspect_viz.data import Data
from inspect_viz.logs import samples

ODD = ["a b", 'quote"d', "semi;colon", "what?", "list[0]", "star*", "dash-ed", "Ünï", "select", "--", "a.b", "'"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("where")
    made = [
        sample(
            id=f"s{n}",
            input=f"input {n}",
            metadata={**dict.fromkeys(ODD, n), "Level": n, "word": "where" if n == 1 else "it's"},
            scores={"match": Score(value="C" if n % 2 else "I"), "n": Score(value=n / 4)},
        )
        for n in range(1, 5)
    ]
    return save(folder, made, eval={"task_args": {"kind": "x"}})


def read(path: Path, **options: Any) -> Any:
    return samples(path, cache=False, progress=False, **options)


def ids(path: Path, where: str, **options: Any) -> list[str]:
    return [str(id) for id in read(path, where=where, **options)["id"].to_pylist()]


@pytest.mark.parametrize("columns", [None, ["id"]], ids=["all", "few"])
@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("score_match = 'C'", ["s1", "s3"]),
        ("SCORE_MATCH = 'C' and Epoch = 1", ["s1", "s3"]),
        ("metadata_level > 2", ["s3", "s4"]),
        ("METADATA_LEVEL > 2", ["s3", "s4"]),
        ("Input like '%input 2%'", ["s2"]),
        ("id in ('s4', 's2')", ["s2", "s4"]),
        ("metadata_word = 'where'", ["s1"]),
        ("metadata_word = 'it''s'", ["s2", "s3", "s4"]),
        ("id = 's1' -- the first", ["s1"]),
        ("id = 's1' /* the first */", ["s1"]),
        ("id = 's1'\n  or id = 's2'", ["s1", "s2"]),
        ("score_n = (select max(score_n) from data)", ["s4"]),
        ("data.id = 's3'", ["s3"]),
        ("task_arg_kind = 'x' and id > 's3'", ["s4"]),
        ("false", []),
        ("true", ["s1", "s2", "s3", "s4"]),
        ("id = 'input' or id = 'metadata_level' or id = '*'", []),
        ("null", []),
    ],
)
def test_conditions(path: Path, where: str, expected: list[str], columns: list[str] | None) -> None:
    assert ids(path, where, columns=columns) == expected


@pytest.mark.parametrize("name", ODD)
def test_columns_with_odd_names(path: Path, name: str) -> None:
    column = f"metadata_{name}"
    quoted = '"' + column.replace('"', '""') + '"'
    assert ids(path, f"{quoted} = 2") == ids(path, f"{quoted} = 2", columns=["id"]) == ["s2"]
    assert column in read(path, columns=["id", column]).column_names


def test_patterns_of_columns(path: Path) -> None:
    always = ["sample_id", "eval_id", "log"]
    cases: list[tuple[Any, list[str]]] = [
        ("id", ["id"]),
        ("score_*", ["score_match", "score_n"]),
        (["score_?"], ["score_n"]),
        (["score_[mx]*"], ["score_match"]),
        (["*tch"], ["score_match"]),
        (("id", "id", "epoch"), ["id", "epoch"]),
        (["metadata_Lev*"], ["metadata_Level"]),
        (["metadata_none_*"], []),
        ([], []),
        (["task_arg_*"], ["task_arg_kind"]),
    ]
    for columns, expected in cases:
        assert set(read(path, columns=columns).column_names) == {*always, *expected}, columns


def test_all_columns_by_a_pattern(path: Path) -> None:
    assert read(path, columns="*").equals(read(path))


def test_columns_that_are_read_have_the_values_of_the_whole_table(path: Path) -> None:
    whole = read(path)
    for name in whole.column_names:
        assert read(path, columns=[name])[name].equals(whole[name])


@pytest.mark.parametrize("columns", [3, {"a": 1}, [3], ["id", None], b"id", {"id"}])
def test_columns_that_are_no_names(path: Path, columns: Any) -> None:
    with pytest.raises(
        TypeError, match=r"^columns=.* must be names of columns, such as \['id', 'model', 'score_\*'\]$"
    ):
        read(path, columns=columns)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("modle", "columns: there is no column 'modle'. Did you mean 'model'?"),
        ("score_mtach", "columns: 'score_mtach' is in none of the logs. Did you mean 'score_match'?"),
        ("metadata_level", "columns: 'metadata_level' is in none of the logs. Did you mean 'metadata_Level'?"),
        ("", "columns: there is no column ''."),
    ],
)
def test_columns_that_are_not_there(path: Path, name: str, said: str) -> None:
    with pytest.raises(ValueError, match="columns") as caught:
        read(path, columns=["id", "score_*", "metadata_*", name])
    assert str(caught.value) == said


@pytest.mark.parametrize("where", ["", "  ", 3, [], b"id = 1"])
def test_conditions_that_are_none(path: Path, where: Any) -> None:
    with pytest.raises(ValueError, match=r"^where=.* must be a condition in SQL, such as "):
        read(path, where=where)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("scor_match = 'C'", "there is no column 'scor_match'."),
        ("id = ", "syntax error"),
        ("id = 's1' /* open", "unterminated /* comment"),
        ("id = 's1", f"unterminated {'quoted string' if duckdb.__version__ < '2' else 'string literal'}"),
        ("id = 's1'; drop table data", "syntax error"),
        ("score_n > 'abc'", "could not convert string 'abc' to DOUBLE"),
        ("id in (select name from other)", "there is no table 'other'"),
        ("id in (select * from read_csv('/etc/passwd'))", "the table function 'read_csv' is not allowed"),
        ("id in (select content from read_text('/etc/passwd'))", "the table function 'read_text' is not allowed"),
        ("id in (select file from glob('/*'))", "the table function 'glob' is not allowed"),
        ("id in (select column0 from '/etc/passwd')", "there is no table '/etc/passwd'"),
        ("id in (select name from duckdb_settings())", "the table function 'duckdb_settings' is not allowed"),
        ("id in (select table_name from information_schema.tables)", "there is no table 'tables'"),
        ("current_setting('temp_directory') = ''", "the function 'current_setting' is not allowed"),
        ("getenv('HOME') = 'x'", "the function 'getenv' is not allowed"),
        ("id in (select id from path)", "there is no table 'path'"),
        ("true) union all (select 1", "syntax error"),
        ("true) order by (epoch", "syntax error"),
    ],
)
def test_conditions_that_cannot_be_answered(path: Path, where: str, said: str) -> None:
    for columns in (None, ["id"]):
        with pytest.raises(ValueError, match="where=") as caught:
            read(path, where=where, columns=columns)
        assert str(caught.value).startswith(f"where={where!r} cannot be answered: ")
        assert said in str(caught.value)
        assert "picture" not in str(caught.value)
        assert "\n" not in str(caught.value)


def test_the_nearest_column_is_named(path: Path) -> None:
    with pytest.raises(ValueError, match=r"Did you mean 'score_match'\?$"):
        read(path, where="scor_match = 'C'")


def test_wrong_arguments_are_told_before_anything_is_read(tmp_path: Path) -> None:
    bad = tmp_path / "bad.eval"
    bad.write_bytes(b"no log")
    with pytest.raises(ValueError, match="where="):
        read(bad, where="id = ")
    with pytest.raises(ValueError, match="columns"):
        read(bad, columns="modle")


def test_a_condition_can_ask_for_what_is_known_of_models(path: Path) -> None:
    for columns in (None, ["id"]):
        data = Data.from_logs(
            path,
            where="model_display_name = 'mockllm/model' and id = 's2'",
            columns=columns,
            cache=False,
            progress=False,
        )
        assert data.reader.ask("SELECT id FROM data") == [("s2",)]
