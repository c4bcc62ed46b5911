"""Runs of one model are named by what differs between them, in labels, table and notes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import get_model
from inspect_ai.scorer import match
from inspect_ai.solver import generate, system_message
from runs_read import framed, seen, told
from zoo_runs import run


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@task
def zoo_asks(prompt: str = "short", subject: str = "") -> Task:
    rows = [Sample(id=f"{subject}{number}", input=f"Say {number}", target="Default") for number in (1, 2)]
    return Task(dataset=MemoryDataset(rows), solver=[system_message(prompt), generate()], scorer=match())


@task
def zoo_other() -> Task:
    return Task(dataset=MemoryDataset([Sample(id="o", input="Say", target="Default")]), scorer=match())


def both(folder: Path, one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    """The labels of two runs; those of a data frame are the same."""
    for name, options in (("a", one), ("b", other)):
        run(folder / name, options.pop("made", None) or zoo_asks(), **options)
    picture = seen(folder)
    assert framed(folder).y == picture.y
    assert told(folder) == []
    return picture.y


def test_reasoning_effort(tmp_path: Path) -> None:
    found = both(tmp_path, {"reasoning_effort": "low"}, {"reasoning_effort": "high", "max_connections": 3})
    assert found == ["zoo/model, low", "zoo/model, high"]


def test_temperature(tmp_path: Path) -> None:
    found = both(tmp_path, {"temperature": 0.0}, {"temperature": 0.7})
    assert found == ["zoo/model, temperature 0", "zoo/model, temperature 0.7"]


def test_a_setting_that_only_one_has(tmp_path: Path) -> None:
    assert both(tmp_path, {}, {"max_tokens": 9}) == ["zoo/model", "zoo/model, max tokens 9"]


def test_arguments_of_the_task(tmp_path: Path) -> None:
    found = both(tmp_path, {}, {"made": zoo_asks(prompt="long")})
    assert found == ["zoo/model, short", "zoo/model, long"]


def test_roles(tmp_path: Path) -> None:
    roles = [{"model_roles": {"grader": get_model(f"zoo/{name}")}} for name in ("one", "two")]
    assert both(tmp_path, *roles) == ["zoo/model, grader one", "zoo/model, grader two"]


def test_solvers(tmp_path: Path) -> None:
    found = both(tmp_path, {"solver": generate()}, {"solver": system_message("Be good.")})
    assert found == ["zoo/model, generate", "zoo/model, system_message"]


def test_metadata(tmp_path: Path) -> None:
    found = both(tmp_path, {"metadata": {"prompt_version": 3}}, {"metadata": {"prompt_version": 4}})
    assert found == ["zoo/model, prompt version 3", "zoo/model, prompt version 4"]


def test_other_samples_with_other_arguments_are_one_row(tmp_path: Path) -> None:
    assert both(tmp_path, {"made": zoo_asks(subject="a")}, {"made": zoo_asks(subject="b")}) == ["zoo/model"]


def test_another_task_is_no_other_configuration(tmp_path: Path) -> None:
    assert both(tmp_path, {"temperature": 0.5}, {"made": zoo_other()}) == ["zoo/model"]


def test_runs_that_are_set_up_alike_have_numbers_and_dates(tmp_path: Path) -> None:
    for name in ("a", "b"):
        run(tmp_path / name, zoo_asks(), temperature=0.5)
    picture = seen(tmp_path)
    assert [label.split(" (2")[0] for label in picture.y] == ["zoo/model run 1", "zoo/model run 2"]
    assert picture.y == framed(tmp_path).y
    [(kind, message)] = told(tmp_path)
    assert kind == "run twice"
    assert message.startswith("zoo/model ran zoo_asks twice: ")


def test_notes_use_the_names(tmp_path: Path) -> None:
    for name, effort in (("a", "low"), ("b", "high"), ("c", "high")):
        run(tmp_path / name, zoo_asks(), reasoning_effort=effort)
    [(kind, message)] = told(tmp_path)
    assert kind == "run twice"
    assert message.startswith("zoo/model, high ran zoo_asks twice: ")


def test_models_of_one_display_name_and_their_configurations(tmp_path: Path) -> None:
    from heatmaps import data, drawn

    from inspect_viz.view import sample_heatmap

    for name, effort in (("a", "low"), ("b", "high")):
        run(tmp_path / name, zoo_asks(), reasoning_effort=effort, model=["zoo/one", "zoo/two"])
    from runs_read import frame

    own = frame(tmp_path).assign(model_display_name="Zoo")
    assert sorted(drawn(sample_heatmap(data(own))).y) == [
        f"Zoo ({model}), {effort}" for model in ("zoo/one", "zoo/two") for effort in ("high", "low")
    ]
