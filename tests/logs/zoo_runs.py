"""The part of the zoo that real evaluations write: limits, errors, retries, reducers, sets, scores given afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anyio
from inspect_ai import Task, eval, eval_async, eval_retry, eval_set, score, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.log import EvalLog, read_eval_log, write_eval_log
from inspect_ai.model import (
    ChatMessage,
    ChatMessageAssistant,
    ChatMessageUser,
    ContentImage,
    ContentText,
    GenerateConfig,
    ModelAPI,
    ModelOutput,
    ModelUsage,
    get_model,
    modelapi,
)
from inspect_ai.scorer import Score, ScoreEdit, Scorer, Target, choice, includes, match, mean, scorer
from inspect_ai.solver import Generate, Solver, TaskState, generate, multiple_choice, solver, system_message
from inspect_ai.tool import ToolChoice, ToolInfo
from inspect_ai.util import LimitExceededError
from zoo_tools import PIXEL, entry

QUIET: dict[str, Any] = {
    "display": "none",
    "log_level": "error",
    "log_level_transcript": "error",
    "score_display": False,
}


@modelapi("zoo")
class Parrot(ModelAPI):
    """Always says the same; inspect_ai's own mock model counts tokens with a file that it fetches."""

    def __init__(self, model_name: str, base_url: str | None = None, config: Any = None, **_: Any) -> None:
        super().__init__(model_name, base_url, None, [], config or GenerateConfig())

    async def generate(
        self, input: list[ChatMessage], tools: list[ToolInfo], tool_choice: ToolChoice, config: GenerateConfig
    ) -> ModelOutput:
        output = ModelOutput.from_content(self.model_name, "Default ANSWER: A")
        output.usage = ModelUsage(input_tokens=1, output_tokens=2, total_tokens=3)
        return output


@solver
def talk(turns: int = 3, fail: str = "", once: bool = False) -> Solver:
    """Generates a few times; fails for one id, if asked only the first time, or goes over a limit of its own."""
    failed: set[str | int] = set()

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        if str(state.sample_id) == fail and not (once and state.sample_id in failed):
            failed.add(state.sample_id)
            raise RuntimeError(f"failed on {state.sample_id}")
        for _ in range(turns):
            state = await generate(state)
            state.messages.append(ChatMessageUser(content="Go on."))
        return state

    return solve


@scorer(metrics=[mean()], name="zoo_length")
def length() -> Scorer:
    async def score(state: TaskState, target: Target) -> Score:
        return Score(value=len(state.output.completion) / 7, answer=state.output.completion, metadata={"n": 1})

    return score


@scorer(metrics={"a": [mean()], "b": [mean()]}, name="zoo_parts")
def parts() -> Scorer:
    async def score(state: TaskState, target: Target) -> Score:
        return Score(value={"a": 1, "b": 0.5})

    return score


@task
def small(kind: str = "plain", numbers: list[int] | None = None) -> Task:
    """Three samples."""
    return Task(dataset=_three(), solver=generate(), scorer=includes(), name="zoo_small", metadata={"kind": kind})


@task
def fails_on_two() -> Task:
    return Task(dataset=_three(), solver=talk(fail="2"), scorer=match())


def _three() -> MemoryDataset:
    rows = [Sample(id=n, input=f"Say {n}", target="Default", metadata={"n": n, "topic": "t"}) for n in (1, 2, 3)]
    return MemoryDataset(rows, name="three")


def run(folder: Path, made: Task | list[Task], **options: Any) -> list[EvalLog]:
    """Evaluates with the model that always says the same."""
    return eval(made, **{"model": "zoo/model", "log_dir": str(folder), **QUIET, **options})


@entry
def run_with_epochs_and_reducers(folder: Path) -> None:
    made = Task(
        dataset=_three(), solver=[system_message("Be good."), generate()], scorer=[includes(), length(), parts()]
    )
    run(folder, made, epochs=2, tags=["b", "a"], metadata={"x": {"y": None}}, temperature=0.5)


@entry
def run_in_json(folder: Path) -> None:
    run(folder, Task(dataset=_three(), scorer=[includes(), parts()], version=3), log_format="json", epochs=2)


@entry
def run_with_errors(folder: Path) -> None:
    run(folder, Task(dataset=_three(), solver=talk(fail="2"), scorer=match()), fail_on_error=False)


@entry
def run_that_failed(folder: Path) -> None:
    run(folder, Task(dataset=_three(), solver=talk(fail="2"), scorer=match()), max_samples=1)


@entry
def run_with_retries(folder: Path) -> None:
    run(folder, Task(dataset=_three(), solver=talk(fail="2", once=True), scorer=match()), retry_on_error=2)


@entry
def run_over_message_limit(folder: Path) -> None:
    run(folder, Task(dataset=_three(), solver=talk(), scorer=match(), message_limit=3))


@entry
def run_over_token_limit(folder: Path) -> None:
    run(folder, Task(dataset=_three(), solver=talk(), scorer=match(), token_limit=2))


@entry
def run_over_time_limit(folder: Path) -> None:
    @solver
    def slow() -> Solver:
        async def solve(state: TaskState, generate: Generate) -> TaskState:
            await anyio.sleep(60)
            return state

        return solve

    run(folder, Task(dataset=_three()[:1], solver=slow(), scorer=match(), time_limit=1))


@entry
def run_over_own_limit(folder: Path) -> None:
    @solver
    def stops() -> Solver:
        async def solve(state: TaskState, generate: Generate) -> TaskState:
            raise LimitExceededError("custom", value=2, limit=1, message="too much")

        return solve

    run(folder, Task(dataset=_three(), solver=stops(), scorer=match()))


@entry
def run_that_was_cancelled(folder: Path) -> None:
    @solver
    def stops(scope: anyio.CancelScope) -> Solver:
        async def solve(state: TaskState, generate: Generate) -> TaskState:
            if state.sample_id == 2:
                scope.cancel()
            return state

        return solve

    async def cancelled() -> None:
        with anyio.CancelScope() as scope:
            made = Task(dataset=_three(), solver=stops(scope), scorer=match())
            await eval_async(made, model="zoo/model", log_dir=str(folder), max_samples=1, log_level="error")

    anyio.run(cancelled)


@entry
def run_of_two_tasks_with_arguments(folder: Path) -> None:
    run(folder, [small(kind="a", numbers=[1, 2]), small(kind="b")], model_roles={"grader": get_model("zoo/grader")})


@entry
def run_of_two_models(folder: Path) -> None:
    run(folder, small(), model=["zoo/one", "zoo/two"], max_tokens=5)


@entry
def run_of_a_set(folder: Path) -> None:
    eval_set(small(), log_dir=str(folder), model="zoo/model", **QUIET)


@entry
def run_retried(folder: Path) -> None:
    failed = run(folder, fails_on_two(), max_samples=1)
    eval_retry(failed, log_dir=str(folder), **QUIET)


@entry
def run_of_choices(folder: Path) -> None:
    rows = [
        Sample(input="Which?", choices=["a", "b"], target="A"),
        Sample(input="Or?", choices=["c", "d"], target=["B"]),
    ]
    run(folder, Task(dataset=MemoryDataset(rows), solver=multiple_choice(shuffle=True), scorer=choice()))


@entry
def run_with_image(folder: Path) -> None:
    message = ChatMessageUser(content=[ContentText(text="See "), ContentImage(image=PIXEL)])
    rows = [
        Sample(input=[message, ChatMessageAssistant(content="I see")], target="x"),
        Sample(input="no id", target="y"),
    ]
    run(folder, Task(dataset=MemoryDataset(rows), solver=generate(), scorer=includes()))


@entry
def run_in_sandbox(folder: Path) -> None:
    rows = [Sample(input="x", target="y", files={"a.txt": "data:,hello"}, setup="#!/bin/sh\ntrue", sandbox="local")]
    run(folder, Task(dataset=MemoryDataset(rows), solver=generate(), scorer=includes(), sandbox="local"))


@entry
def run_not_scored(folder: Path) -> None:
    run(folder, Task(dataset=_three(), scorer=includes(), display_name="Shown ü", attribs={"a": [1]}), score=False)


@entry
def run_without_samples_logged(folder: Path) -> None:
    run(folder, Task(dataset=_three(), scorer=includes()), log_samples=False)


@entry
def run_with_long_inputs_and_attachments(folder: Path) -> None:
    long = "word \n" * 2000
    rows = [Sample(input=long, target=long, metadata={"long": long, "deep": {"long": long}, "list": [long]})]
    run(folder, Task(dataset=MemoryDataset(rows), scorer=length(), config=GenerateConfig(temperature=0.0)))


def afterwards(folder: Path, action: Any) -> None:
    """Runs, scores again in one of two ways, and writes the log back."""
    made = run(folder, Task(dataset=_three(), solver=generate(), scorer=includes()))[0]
    write_eval_log(score(read_eval_log(made.location), length(), action=action, display="none"), made.location)


@entry
def run_scored_again_append(folder: Path) -> None:
    afterwards(folder, "append")


@entry
def run_scored_again_overwrite(folder: Path) -> None:
    afterwards(folder, "overwrite")


@entry
def run_with_edited_scores(folder: Path) -> None:
    from inspect_ai.log import ProvenanceData, edit_score

    made = read_eval_log(run(folder, Task(dataset=_three(), scorer=match()))[0].location)
    edit = ScoreEdit(value="C", explanation="was right", provenance=ProvenanceData(author="me"))
    edit_score(made, 1, "match", edit)
    edit_score(made, 2, "new", ScoreEdit(value=0.5, metadata={"a": 1}))
    write_eval_log(made, made.location)
