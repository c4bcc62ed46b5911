"""Facts about models: whose count, and how rarely inspect_ai is imported."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from inspect_viz.logs._prepare import model_cache as _model_cache
from inspect_viz.logs._prepare import model_lookup as _model_lookup
from inspect_viz.logs._prepare.model_info import model_info
from inspect_viz.logs._prepare.model_lookup import Info, lookup

GPT = Info("OpenAI", "GPT-4o", None, date(2024, 5, 13), date(2023, 11, 30))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that inspect_ai is asked for, as if it were installed and not imported yet."""
    names: list[str] = []
    real = _model_lookup._asked

    def ask(models: Any) -> Any:
        names.extend(models)
        return real(models)

    class NotImported:
        modules: dict[str, Any] = {}  # noqa: RUF012

    monkeypatch.setattr(_model_lookup, "_asked", ask)
    monkeypatch.setattr(_model_lookup, "sys", NotImported)
    return names


def kept(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


def test_inspect_ai_is_asked_once(asked: list[str], cache: Path) -> None:
    models = ["openai/gpt-4o", "nobody/nothing", "openai/gpt-4o"]
    expected = {"openai/gpt-4o": GPT, "nobody/nothing": Info(model="nobody/nothing")}
    assert lookup(models) == expected
    assert lookup(models) == expected
    assert asked == ["openai/gpt-4o", "nobody/nothing", "openai/gpt-4o"]
    lookup([*models, "openai/gpt-4o-mini"])
    assert asked[3:] == ["openai/gpt-4o-mini"]
    assert len(kept(cache)) == 1


def test_models_that_it_cannot_know(asked: list[str]) -> None:
    names = ["mockllm/model", "mockllm/gpt-4o", "none/none", ""]
    assert lookup(names) == {name: Info(model=name) for name in names}
    assert asked == []


def test_they_are_unknown_also_where_it_is_imported() -> None:
    import inspect_ai.model  # noqa: F401

    assert lookup(["mockllm/gpt-4o", "openai/gpt-4o"]) == {
        "mockllm/gpt-4o": Info(model="mockllm/gpt-4o"),
        "openai/gpt-4o": GPT,
    }


def test_without_cache(asked: list[str], cache: Path) -> None:
    for _ in range(2):
        assert lookup(["openai/gpt-4o"], cache=False)["openai/gpt-4o"] == GPT
    assert len(asked) == 2
    assert kept(cache) == []


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"{}", b'["x", {"a": 3}]', b"[" * 100_000, b'[1, {"openai/gpt-4o": null}]']
)
def test_a_damaged_file_is_ignored(asked: list[str], cache: Path, content: bytes) -> None:
    lookup(["openai/gpt-4o"])
    kept(cache)[0].write_bytes(content)
    assert lookup(["openai/gpt-4o"])["openai/gpt-4o"] == GPT
    assert lookup(["openai/gpt-4o"])["openai/gpt-4o"] == GPT
    assert len(asked) == 2


def test_a_file_of_another_environment_is_ignored(asked: list[str], cache: Path) -> None:
    lookup(["openai/gpt-4o"])
    state, answers = json.loads(kept(cache)[0].read_text())
    assert "inspect_ai" in state
    kept(cache)[0].write_text(json.dumps([state + "0", answers]))
    lookup(["openai/gpt-4o"])
    assert len(asked) == 2


def test_a_folder_that_cannot_be_written(asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    for _ in range(2):
        assert lookup(["openai/gpt-4o"])["openai/gpt-4o"] == GPT
    assert len(asked) == 2


def test_a_write_that_fails_leaves_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(_model_cache.os, "replace", refuse)
    _model_cache.store({"a": Info()})
    assert kept(cache) == []


def test_the_file_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_model_cache, "_LIMIT", 2)
    _model_cache.store(dict.fromkeys("abc"))
    assert _model_cache.load() == {"b": None, "c": None}


def test_models_registered_with_inspect_ai_count_and_are_not_kept(cache: Path) -> None:
    from inspect_ai.model import ModelInfo, set_model_info
    from inspect_ai.model._model_info import clear_model_info_cache

    set_model_info("mine/own", ModelInfo(organization="Mine"))
    try:
        assert lookup(["mine/own"])["mine/own"] == Info("Mine", "mine/own")
    finally:
        clear_model_info_cache()
    assert kept(cache) == []


def test_weights_are_not_loaded_for_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    import inspect_ai.model

    asked: list[str] = []
    monkeypatch.setattr(inspect_ai.model, "get_model_info", asked.append)
    lookup(["hf/meta-llama/Llama-3.1-8B", "vllm/hf/x", "sglang/y", "openai/hf/z"])
    assert asked == ["meta-llama/Llama-3.1-8B", "x", "y", "openai/hf/z"]


def test_the_lookup_never_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    import inspect_ai.model

    def fail(_: str) -> None:
        raise RuntimeError("broken provider")

    monkeypatch.setattr(inspect_ai.model, "get_model_info", fail)
    assert lookup(["a/b"]) == {"a/b": Info(model="a/b")}
    monkeypatch.setitem(sys.modules, "inspect_ai", None)
    monkeypatch.setitem(sys.modules, "inspect_ai.model", None)
    assert lookup(["a/b"]) == {"a/b": Info(model="a/b")}


SCRIPT = """
import sys
from inspect_viz.logs._prepare import log_viewer, model_info, score_to_float, task_info
assert not {"inspect_ai", "pandas", "pyarrow"} & set(sys.modules), "imported with the modules"
from inspect_viz.logs._prepare.model_lookup import lookup
lookup(["mockllm/model"])
assert "inspect_ai" not in sys.modules, "imported for mockllm"
print(lookup(["openai/gpt-4o"])["openai/gpt-4o"].model, "inspect_ai" in sys.modules)
"""


def test_a_second_process_does_not_import_inspect_ai() -> None:
    for imported in (True, False):
        run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False, timeout=120)
        assert run.stdout.split() == ["GPT-4o", str(imported)], run.stderr


def test_own_facts_come_first() -> None:
    from inspect_ai.model import ModelInfo

    info = {
        "openai/gpt-4o": {"organization": "Me", "release_date": datetime(2025, 1, 2, 3)},
        "a": ModelInfo(model="A", knowledge_cutoff_date=date(2024, 1, 1)),
        "b": {"model": "B", "snapshot": "7", "release_date": "2024-05-13", "knowledge_cutoff_date": None},
        "unused": {},
    }
    assert lookup(["openai/gpt-4o", "a", "b"], info) == {
        "openai/gpt-4o": Info("Me", "openai/gpt-4o", None, date(2025, 1, 2)),
        "a": Info(None, "A", None, None, date(2024, 1, 1)),
        "b": Info(None, "B", "7", date(2024, 5, 13)),
    }


def test_columns_that_are_there_are_replaced() -> None:
    table = pa.table({"model_snapshot": [1], "model": ["b"], "model_display_name": ["old"]})
    result = model_info(table, {"b": {"model": "B"}})
    assert result.column_names[:3] == table.column_names
    assert result.to_pylist()[0]["model_snapshot"] is None
    assert result.to_pylist()[0]["model_display_name"] == "B"


@pytest.mark.parametrize(
    ("info", "message"),
    [
        ([], r"model_info=\[\] must map"),
        ({3: {}}, "3 must be the name of a model"),
        ({"a": 3}, r"model_info\['a'\]=3 must be a ModelInfo"),
        ({"a": Info}, "must be a ModelInfo"),
        ({"a": {"organisation": "x"}}, r"Did you mean 'organization'\?"),
        ({"a": {"organization": 3}}, "organization=3 must be a text"),
        ({"a": {"release_date": "May 2024"}}, "release_date='May 2024' must be a date"),
        ({"a": {"release_date": 2024}}, "release_date=2024 must be a date"),
    ],
)
def test_wrong_facts(info: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        model_info(pa.table({"model": ["x"]}), info)


def test_no_model_column() -> None:
    with pytest.raises(ValueError, match=r"model_info\(\): 'model' is not a column.*Did you mean 'models'?"):
        model_info(pa.table({"models": ["x"]}))
