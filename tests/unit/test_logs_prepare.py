"""Preparation of frames: the answers of inspect_ai's operations, on frames of every kind, without changing them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import inspect_viz
from inspect_viz.logs._prepare.log_viewer import log_viewer
from inspect_viz.logs._prepare.model_info import model_info
from inspect_viz.logs._prepare.score_to_float import score_to_float
from inspect_viz.logs._prepare.task_info import task_info

URL = "https://example.org/view"
INFO = {"tiny/sage-1": {"organization": "Tiny", "model": "Sage", "release_date": "2024-05-13"}}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def samples(examples: Path) -> pd.DataFrame:
    from inspect_ai.analysis import EvalModel, EvalTask, SampleSummary, samples_df

    frame = samples_df(str(examples), columns=[*SampleSummary, *EvalModel, *EvalTask], quiet=True)
    assert len(frame) > 1000
    return frame


def same(ours: Any, theirs: Any) -> None:
    """The same values; what is missing is None in both."""
    assert plain(ours) == plain(theirs)


def plain(values: Any) -> list[Any]:
    return [None if pd.isna(value) else value for value in values]


@pytest.mark.parametrize("target", ["eval", "sample", "event", "message"])
def test_links_are_inspect_ais(samples: pd.DataFrame, examples: Path, target: Any) -> None:
    from inspect_ai import analysis

    frame = samples.assign(event_id="e1", message_id="m1")
    theirs = inspect_viz.prepare(frame.copy(), analysis.log_viewer(target, {str(examples): URL}))
    ours = log_viewer(frame, {str(examples): URL}, target)
    same(ours["log_viewer"], theirs["log_viewer"])
    assert ours["log_viewer"].str.startswith(URL + "/#/logs/").all()


def test_models_are_inspect_ais(samples: pd.DataFrame) -> None:
    from inspect_ai import analysis
    from inspect_ai.model import ModelInfo

    known = ["openai/gpt-4o", "anthropic/claude-3-5-sonnet-20241022", "tiny/sage-1", "mockllm/model", "gpt-4o", "x"]
    frame = samples.head(60).assign(model=known * 10)
    info = {"tiny/sage-1": ModelInfo(organization="Tiny", snapshot="7")}
    theirs = inspect_viz.prepare(frame.copy(), analysis.model_info(info))
    ours = model_info(frame, info)
    columns = [name for name in theirs.columns if name.startswith("model_") and name not in frame.columns]
    assert len(columns) == 5
    for name in columns:
        same(ours[name], theirs[name])
    assert ours["model_release_date"].notna().any()


def test_tasks_are_inspect_ais(samples: pd.DataFrame) -> None:
    from inspect_ai import analysis

    first = samples["task_name"].iloc[0]
    for frame in (samples, samples.drop(columns="task_display_name", errors="ignore")):
        for names in ({first: "Shown"}, {"other": "Other"}):
            theirs = inspect_viz.prepare(frame.copy(), analysis.task_info(names))
            ours = task_info(frame, names)["task_display_name"]
            shown = theirs["task_display_name"].fillna(theirs["task_name"])
            same(ours, shown)


def test_scores_are_inspect_ais(samples: pd.DataFrame) -> None:
    from inspect_ai import analysis

    columns = [name for name in samples.columns if name.startswith("score_")]
    assert columns
    theirs = inspect_viz.prepare(samples.copy(), analysis.score_to_float(columns))
    ours = score_to_float(samples, columns)
    for name in columns:
        assert ours[name].dtype == "float64"
        same(ours[name], theirs[name])


def all_of_them(frame: Any) -> Any:
    frame = log_viewer(frame, {"/logs": URL})
    frame = model_info(frame, INFO)
    frame = task_info(frame, {"a": "Task A"})
    return score_to_float(frame, "score_x")


VALUES: dict[str, list[Any]] = {
    "log": ["/logs/1.eval", None, "/logs/b/2.eval"],
    "id": [1, 2, 3],
    "epoch": [1, 2, 3],
    "score_x": ["C", "I", None],
    "model": ["tiny/sage-1", "mockllm/model", None],
    "task_name": ["a", "b", None],
}
EXPECTED: dict[str, list[Any]] = {
    "log_viewer": [URL + "/#/logs/1.eval/samples/sample/1/1", None, URL + "/#/logs/b/2.eval/samples/sample/3/3"],
    "model_organization_name": ["Tiny", None, None],
    "model_display_name": ["Sage", "mockllm/model", None],
    "model_snapshot": [None, None, None],
    "model_release_date": [date(2024, 5, 13), None, None],
    "model_knowledge_cutoff_date": [None, None, None],
    "task_display_name": ["Task A", "b", None],
    "score_x": [1.0, 0.0, None],
}
FRAMES: dict[str, Any] = {
    "pandas": lambda: pd.DataFrame(VALUES, index=[7, 7, 5]),
    "pandas of objects": lambda: pd.DataFrame(VALUES, dtype=object),
    "pandas of Arrow": lambda: pa.table(VALUES).to_pandas(types_mapper=pd.ArrowDtype),
    "pandas of categories": lambda: pd.DataFrame(VALUES).astype("category"),
    "polars": lambda: pl.DataFrame(VALUES),
    "polars of categories": lambda: pl.DataFrame(VALUES).with_columns(pl.col(pl.String).cast(pl.Categorical)),
    "pyarrow": lambda: pa.table(VALUES),
    "pyarrow in chunks": lambda: pa.concat_tables([pa.table(VALUES).slice(0, 1), pa.table(VALUES).slice(1)]),
    "pyarrow of dictionaries": lambda: pa.table({k: pa.array(v).dictionary_encode() for k, v in VALUES.items()}),
    "narwhals over pandas": lambda: nw.from_native(pd.DataFrame(VALUES)),
    "narwhals over polars": lambda: nw.from_native(pl.DataFrame(VALUES)),
}


def values(frame: Any) -> dict[str, list[Any]]:
    frame = nw.from_native(frame, eager_only=True)
    return {name: plain(frame.get_column(name).to_list()) for name in frame.columns}


@pytest.mark.parametrize("kind", FRAMES)
def test_every_kind_of_frame(kind: str) -> None:
    frame = FRAMES[kind]()
    before = frame.clone() if hasattr(frame, "clone") else frame.copy() if hasattr(frame, "copy") else frame
    columns = list(getattr(frame, "column_names", None) or frame.columns)
    result = all_of_them(frame)
    assert type(result) is type(frame)
    assert values(result) == {**values(before), **EXPECTED}
    assert list(values(result)) == [*VALUES, *(name for name in EXPECTED if name not in VALUES)]
    assert list(getattr(frame, "column_names", None) or frame.columns) == columns
    assert values(frame) == values(before)


@pytest.mark.parametrize("kind", FRAMES)
def test_frames_without_rows(kind: str) -> None:
    frame = FRAMES[kind]()
    result = all_of_them(frame.slice(0, 0) if isinstance(frame, pa.Table) else frame.head(0))
    assert set(EXPECTED) <= set(values(result))
    assert all(column == [] for column in values(result).values())


def test_types_also_where_all_is_null() -> None:
    table = all_of_them(pa.table({**VALUES, "model": pa.nulls(3), "score_x": pa.nulls(3), "log": pa.nulls(3)}))
    assert table.schema.field("model_release_date").type == pa.date32()
    assert table.schema.field("model_knowledge_cutoff_date").type == pa.date32()
    assert table.schema.field("score_x").type == pa.float64()
    for name in ("log_viewer", "model_organization_name", "model_display_name", "model_snapshot"):
        assert table.schema.field(name).type == pa.string()
    assert pl.DataFrame(table).schema["model_release_date"] == pl.Date


def test_the_index_of_pandas_stays() -> None:
    assert list(all_of_them(FRAMES["pandas"]()).index) == [7, 7, 5]


def test_columns_of_pandas_are_not_shared() -> None:
    frame = FRAMES["pandas"]()
    result = score_to_float(frame, "score_x")
    result.loc[:, "epoch"] = 9
    assert list(frame["epoch"]) == [1, 2, 3]


def test_what_pandas_noted_about_a_replaced_column_is_dropped() -> None:
    table = pa.Table.from_pandas(pa.table(VALUES).to_pandas(types_mapper=pd.ArrowDtype))
    back = score_to_float(table, "score_x").to_pandas()
    assert back["score_x"].dtype == "float64"
    assert back["log"].dtype == table.to_pandas()["log"].dtype != back["score_x"].dtype
    assert score_to_float(table.replace_schema_metadata({"pandas": "{"}), "score_x")["score_x"].to_pylist()[0] == 1


@pytest.mark.parametrize("data", [[1], {"log": ["a"]}, pl.LazyFrame(VALUES), pd.Series([1]), None])
def test_no_frame(data: Any) -> None:
    with pytest.raises(TypeError, match=r"data must be a pandas or Polars data frame"):
        all_of_them(data)


def test_names_that_occur_twice() -> None:
    frame = pd.DataFrame([["C", "I"]], columns=["score_x", "score_x"])
    with pytest.raises(ValueError, match="2 columns named 'score_x'"):
        score_to_float(frame, "score_x")
    with pytest.raises(ValueError, match="2 columns named 'score_x'"):
        task_info(frame.assign(task_name="a"), {}, task_display_name_column="score_x")


def test_tasks() -> None:
    table = pa.table({"task_name": ["a", "b", "c"], "task_display_name": ["old", "B", None]})
    assert task_info(table, {"a": "A"})["task_display_name"].to_pylist() == ["A", "B", "c"]
    named = task_info(table, {"a": "A"}, task_name_column="task_display_name", task_display_name_column="shown")
    assert named["shown"].to_pylist() == ["old", "B", None]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"display_names": ["a"]}, r"display_names=\['a'\] must map"),
        ({"display_names": {"a": 1}}, "display_names: 'a': 1 must be"),
        ({"display_names": {}, "task_name_column": "task_nam"}, r"Did you mean 'task_name'\?"),
        ({"display_names": {}, "task_display_name_column": 3}, "task_display_name_column=3"),
    ],
)
def test_wrong_tasks(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        task_info(pa.table(VALUES), **arguments)
