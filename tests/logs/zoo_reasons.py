"""The part of the zoo about scores with reasons, headline metrics, roles of several models and chunked samples."""

from __future__ import annotations

from pathlib import Path

from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.log import HeadlineMetric
from inspect_ai.log._recorders.chunked import convert_eval_logs_to_chunked
from inspect_ai.log._recorders.chunked.convert import DEFAULT_CHUNK_SIZE
from inspect_ai.model import ChatMessageUser, ContentImage, ContentText, get_model
from inspect_ai.scorer import Score, Scorer, Target, includes, mean, scorer
from inspect_ai.solver import TaskState, generate
from zoo_runs import length, parts, run, talk
from zoo_tools import PIXEL, entry, logs_in, sample, save, scored

REASONS = ["refusal", "no_response", "invalid_response_format", "grader_failed", "scoring_failed", "own reason"]


@scorer(metrics=[mean()], name="zoo_judge")
def judge() -> Scorer:
    """Refuses to judge what has an odd number, each time for another reason."""

    async def score(state: TaskState, target: Target) -> Score:
        number = int(state.sample_id)
        if number % 2:
            return Score.unscored(reason=REASONS[number // 2], explanation="no verdict", answer="x")
        return Score(value=number / 10, reason=None if number < 8 else "refusal")

    return score


def _twelve() -> MemoryDataset:
    rows = [Sample(id=n, input=f"Say {n}", target="Default", description=f"Number {n}") for n in range(1, 13)]
    return MemoryDataset(rows, name="twelve")


@entry
def run_with_reasons(folder: Path) -> None:
    run(folder, Task(dataset=_twelve(), solver=generate(), scorer=[judge(), includes()]))


@entry
def run_with_reasons_in_json(folder: Path) -> None:
    run(folder, Task(dataset=_twelve(), solver=generate(), scorer=[judge(), includes()]), log_format="json")


@entry
def scores_with_old_reasons(folder: Path) -> None:
    rows = [
        Score(value="I", metadata={"unscored_reason": "refusal"}),
        Score(value=1, reason="no_response", metadata={"unscored_reason": "refusal"}),
        Score(value=1, reason=""),
        Score(value=1, metadata={"unscored_reason": None}),
    ]
    save(folder, [sample(id=n, scores={"judge": score}) for n, score in enumerate(rows, 1)])


@entry
def run_with_headline_metric(folder: Path) -> None:
    made = Task(dataset=_twelve(), solver=generate(), scorer=[includes(), length()], headline_metric="zoo_length")
    run(folder, made)


@entry
def run_with_headline_of_a_key(folder: Path) -> None:
    told = HeadlineMetric(scorer="zoo_parts", score="b")
    run(folder, Task(dataset=_twelve(), solver=generate(), scorer=[includes(), parts()], headline_metric=told))


@entry
def run_with_a_headline_that_is_gone(folder: Path) -> None:
    told = HeadlineMetric(scorer="gone")
    run(folder, Task(dataset=_twelve(), solver=generate(), scorer=[length(), includes()], headline_metric=told))


@entry
def run_with_roles_of_several_models(folder: Path) -> None:
    roles = {"grader": [get_model("zoo/one"), get_model("zoo/two")], "critic": get_model("zoo/three")}
    run(folder, Task(dataset=_twelve()[:2], solver=generate(), scorer=includes()), model_roles=roles)


@entry
def scores_whose_names_meet(folder: Path) -> None:
    save(folder, scored("a_b", [1, 0]), name="scorer")
    rows = [sample(id=n, scores={"a": Score(value={"b": n}), "a_b": Score(value=n / 4)}) for n in (1, 2)]
    save(folder, rows, name="both")


def chunked(folder: Path, size: int = DEFAULT_CHUNK_SIZE) -> Path:
    """A log whose samples lie in chunks, and in `folder/plain` the same log as inspect_ai wrote it."""
    long = "word " * 3000
    message = ChatMessageUser(content=[ContentText(text=long), ContentImage(image=PIXEL)])
    metadata = {"long": long, "deep": {"long": [long]}, "n": 1}
    rows = [
        Sample(id=1, input=long, target="Default", metadata=metadata),
        Sample(id="two/2", input=[message], target=["a", "b"], choices=["x", "y"], description="second"),
        Sample(id="3", input="short", target="Default"),
    ]
    scorers = [includes(), judge_all()]
    made = Task(dataset=MemoryDataset(rows, name="long"), solver=talk(turns=3, fail="3"), scorer=scorers)
    run(folder / "plain", made, epochs=2, fail_on_error=False)
    [path] = logs_in(folder / "plain")
    convert_eval_logs_to_chunked(str(path), str(folder), chunk_size=size, attachments_chunk_bytes=4000)
    return folder / path.name


@scorer(metrics=[mean()], name="zoo_judge_all")
def judge_all() -> Scorer:
    async def score(state: TaskState, target: Target) -> Score:
        return Score(value={"a": 1, "b": 0.5}, reason="refusal")

    return score
