"""Which logs are one run, and what runs of one model are called."""

from __future__ import annotations

import json
from typing import Any

import pytest

from inspect_viz._runs import Evaluation, evaluation_of, named_apart, runs_of


def log(key: str, task_id: str = "", **known: Any) -> Evaluation:
    columns = {name: known.pop(name) for name in list(known) if name not in Evaluation.__dataclass_fields__}
    about = {"task": "t", "model": "m", "task_id": task_id, **known}
    return evaluation_of(key, columns, **about)


def effort(key: str, value: str | None, **known: Any) -> Evaluation:
    config = {} if value is None else {"reasoning_effort": value}
    return log(key, model_generate_config=json.dumps({"max_connections": len(key), **config}), **known)


def names(*logs: Evaluation, together: bool = True) -> dict[str, str]:
    """What is put behind the name of the model; all logs share a sample, or none do."""
    runs = runs_of(logs)
    found = named_apart(runs, [frozenset(own.key for own in logs)] if together else [])
    return {key: str(name) for key, name in found.items()}


def keys(*logs: Evaluation) -> list[tuple[str, ...]]:
    return [run.keys for run in runs_of(logs)]


def test_logs_of_one_task_id_are_one_run_for_which_the_newest_complete_one_stands():
    one = log("one", "id", created="2026-01-01", complete=False)
    two = log("two", "id", created="2026-01-02", complete=True)
    three = log("three", "id", created="2026-01-03", complete=False)
    assert keys(one, two, three) == [("one", "three", "two")]
    assert runs_of([two, one])[0].standing == two
    assert runs_of([three, one])[0].standing == three
    assert all(run.retried for run in runs_of([one, two]))


def test_without_times_the_last_log_stands():
    assert keys(log("one", "id"), log("two", "id")) == [("one", "two")]


@pytest.mark.parametrize("other", [{"task": "u"}, {"model": "n"}, {"solver": "react"}, {"task_arg_k": "1"}])
def test_one_task_id_is_no_retry_where_something_else_was_run(other):
    assert keys(log("one", "id"), log("two", "id", **other)) == [("one",), ("two",)]


def test_how_a_model_is_reached_may_change_between_tries():
    assert keys(
        log("one", "id", model_generate_config='{"max_connections": 1, "timeout": 3}'),
        log("two", "id", model_generate_config='{"max_retries": 9}'),
    ) == [("one", "two")]


def test_logs_without_task_id_are_runs_of_their_own():
    assert keys(log("one"), log("two")) == [("one",), ("two",)]


@pytest.mark.parametrize("place", ["/logs", "s3://bucket/logs", "C:\\logs"])
def test_shards_are_one_run(place):
    shards = [log(f"{n}", f"{n}", log=f"{place}/x.shards/{n}/a.eval") for n in range(3)]
    assert keys(*shards) == [("0", "1", "2")]
    assert not runs_of(shards)[0].retried
    other = log("o", "o", log=f"{place}/y.shards/0/a.eval")
    assert keys(*shards, other) == [("0", "1", "2"), ("o",)]


@pytest.mark.parametrize("name", ["x.eval", "x-recovered.eval"])
def test_the_merged_log_is_of_the_run(name):
    shards = [log(f"{n}", f"{n}", log=f"/logs/x.shards/{n}/a.eval", complete=True) for n in range(2)]
    merged = log("whole", "w", log=f"/logs/{name}", complete=True, created="2026")
    assert keys(merged, *shards) == [("0", "1", "whole")]
    assert keys(log("z", "z", log="/logs/z.eval"), *shards) == [("z",), ("0", "1")]


def test_a_log_beside_no_shards_is_a_log():
    assert keys(log("one", "1", log="/logs/x.eval"), log("two", "2", log="/logs/x-recovered.eval")) == [
        ("one",),
        ("two",),
    ]


def test_one_run_needs_no_name():
    assert names(log("one")) == {"one": ""}


@pytest.mark.parametrize("together", [True, False])
def test_settings_of_the_model_tell_runs_apart(together):
    assert names(effort("one", "low"), effort("two", "high"), together=together) == {"one": ", low", "two": ", high"}


def test_what_is_not_set_needs_no_word():
    assert names(effort("one", None), effort("two", "high")) == {"one": "", "two": ", high"}


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({"model_generate_config": '{"temperature": 0}'}, {"model_generate_config": '{"temperature": 1.0}'},
         ["temperature 0", "temperature 1"]),
        ({"model_generate_config": '{"max_tokens": 10}'}, {"model_generate_config": "{}"}, ["max tokens 10", ""]),
        ({"model_args": '{"device": "cpu"}'}, {"model_args": {"device": "cuda"}}, ["cpu", "cuda"]),
        ({"solver": "generate"}, {"solver": "react"}, ["generate", "react"]),
        ({"solver": "inspect_ai/generate"}, {"solver": "mine/react"}, ["generate", "react"]),
        ({"solver": "react", "solver_args": '{"attempts": 1}'}, {"solver": "react", "solver_args": '{"attempts": 3}'},
         ["attempts 1", "attempts 3"]),
        ({"task_arg_prompt": "short"}, {"task_arg_prompt": "long"}, ["short", "long"]),
        ({"task_arg_prompt_version": 1}, {"task_arg_prompt_version": 2}, ["prompt version 1", "prompt version 2"]),
        ({"task_arg_cot": True}, {"task_arg_cot": False}, ["cot", "no cot"]),
        ({"model_roles": '{"grader": {"model": "x/one"}}'}, {"model_roles": '{"grader": {"model": "x/two"}}'},
         ["grader one", "grader two"]),
        ({"model_roles": '{"grader": {"model": "x/one"}}'}, {"model_roles": '{"grader": {"model": "y/one"}}'},
         ["grader x/one", "grader y/one"]),
        ({"model_roles": '{"g": [{"model": "a"}, {"model": "b"}]}'}, {"model_roles": '{"g": {"model": "a"}}'},
         ["a, b", "a"]),
        ({"task_version": 1}, {"task_version": "2-b"}, ["version 1", "version 2-b"]),
        ({"message_limit": 5}, {"message_limit": 50}, ["message limit 5", "message limit 50"]),
        ({"metadata": '{"prompt_version": "v1"}'}, {"metadata": '{"prompt_version": "v2"}'}, ["v1", "v2"]),
        ({"tags": "old"}, {"tags": "new"}, ["old", "new"]),
    ],
)  # fmt: skip
def test_what_differs_is_said(one, other, said):
    found = names(log("one", **one), log("two", **other))
    assert list(found.values()) == [f", {each}" if each else "" for each in said]


def test_only_what_differs_is_said_and_no_more_than_is_needed():
    def made(key: str, value: str, tokens: int) -> Evaluation:
        config = {"reasoning_effort": value, "max_tokens": tokens, "top_p": 0.5}
        return log(key, model_generate_config=json.dumps(config), solver="react")

    assert names(made("one", "low", 10), made("two", "high", 20)) == {"one": ", low", "two": ", high"}
    assert names(made("one", "low", 10), made("two", "high", 20), made("three", "high", 10)) == {
        "one": ", low, max tokens 10",
        "two": ", high, max tokens 20",
        "three": ", high, max tokens 10",
    }


def test_values_that_two_settings_have_are_named_with_them():
    def made(key: str, one: str, other: str) -> Evaluation:
        return log(key, model_generate_config=json.dumps({"reasoning_effort": one, "verbosity": other}))

    found = names(made("a", "low", "high"), made("b", "high", "low"), made("c", "low", "low"))
    assert found["a"] == ", reasoning effort low, verbosity high"
    assert len(set(found.values())) == 3


def test_other_settings_tell_apart_only_runs_that_share_samples():
    logs = log("one", task_arg_subject="art"), log("two", task_arg_subject="law")
    assert set(names(*logs, together=False).values()) == {""}
    assert list(names(*logs).values()) == [", art", ", law"]


def test_tasks_are_not_compared():
    config = {"model_generate_config": '{"temperature": 1}'}
    assert set(names(log("one", task="t"), log("two", task="u", **config), together=False).values()) == {""}


def test_a_task_that_ran_once_goes_with_what_is_set_up_alike():
    other = effort("three", "low", task="u")
    found = named_apart(runs_of([effort("one", "low"), effort("two", "high"), other]), [frozenset(("one", "two"))])
    assert {key: str(name) for key, name in found.items()} == {"one": ", low", "two": ", high", "three": ", low"}


def test_runs_that_are_set_up_alike_have_numbers_and_dates():
    logs = [log("one", created="2026-01-02T03:04:05"), log("two", created="2026-02-03T04:05:06")]
    assert names(*logs) == {"one": " run 1 (2026-01-02)", "two": " run 2 (2026-02-03)"}
    assert set(names(*logs, together=False).values()) == {""}
    assert names(log("one"), log("two")) == {"one": " run 1", "two": " run 2"}


def test_runs_of_one_day_have_times():
    logs = [log("one", created="2026-01-02T03:04:05"), log("two", created="2026-01-02T13:04:05")]
    assert names(*logs) == {"one": " run 1 (2026-01-02 03:04)", "two": " run 2 (2026-01-02 13:04)"}


def test_numbers_stand_behind_settings():
    assert names(effort("one", "low"), effort("two", "high"), effort("three", "high")) == {
        "one": ", low",
        "two": ", high, run 1",
        "three": ", high, run 2",
    }


def test_all_logs_of_a_run_have_its_name():
    logs = [effort("one", "low", task_id="x"), effort("two", "low", task_id="x"), effort("three", "high")]
    assert names(*logs) == {"one": ", low", "two": ", low", "three": ", high"}


def test_long_values_are_short_and_stay_apart():
    found = list(names(log("one", task_arg_p="word " * 50 + "a"), log("two", task_arg_p="word " * 50 + "b")).values())
    assert all(len(each) < 60 for each in found)
    assert found[0] != found[1]


def test_names_that_repeat_are_kept_apart():
    one = log("one", model_generate_config='{"temperature": 1}', task_arg_temperature="mild")
    other = log("two", model_generate_config='{"temperature": 1}', task_arg_temperature="hot")
    assert list(names(one, other).values()) == [", mild", ", hot"]


def test_columns_that_are_no_settings_do_not_disturb():
    assert names(log("one", model_generate_config="{no json", model_args="http://x", solver_args=None), log("two"))
