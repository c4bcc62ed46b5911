"""The example evaluation: questions, how they are asked, and two scorers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from difflib import SequenceMatcher

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ChatMessageSystem, ChatMessageUser
from inspect_ai.scorer import Score, Scorer, Target, includes, mean, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver
from provider import ANSWER
from questions import Question, questions

EPOCHS = 2


@task
def small_questions() -> Task:
    """Arithmetic, dates, strings and logic, each question asked twice."""
    return Task(
        dataset=MemoryDataset([_sample(question) for question in questions()], name="small_questions"),
        solver=ask(),
        scorer=[includes(), closeness()],
        epochs=EPOCHS,
        message_limit=12,
        token_limit=180,
        fail_on_error=False,
        display_name="Small questions",
    )


def _sample(question: Question) -> Sample:
    metadata = {"topic": question.topic, "kind": question.kind, "difficulty": question.difficulty}
    return Sample(id=question.id, input=question.text, target=question.target, metadata=metadata)


@solver
def ask() -> Solver:
    """Tells the model which attempt this is and lets it go on until it gives an answer."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        state.messages.insert(0, ChatMessageSystem(content=f"Attempt {state.epoch}."))
        state = await generate(state)
        while not state.output.completion.startswith(ANSWER):
            state.messages.append(ChatMessageUser(content="Go on."))
            state = await generate(state)
        return state

    return solve


def stopped_before(question_id: str, stop: Callable[[], None]) -> list[Solver]:
    """Asks as usual, but calls `stop` when the turn of one question comes."""

    @solver
    def stopping() -> Solver:
        async def solve(state: TaskState, generate: Generate) -> TaskState:
            if state.sample_id == question_id:
                stop()
            return state

        return solve

    return [stopping(), ask()]


@scorer(metrics=[mean(), stderr()])
def closeness() -> Scorer:
    """How near an answer is, from 0 to 1: by ratio for numbers, by days for dates, by letters for other text."""

    async def score(state: TaskState, target: Target) -> Score:
        answer = state.output.completion.removeprefix(ANSWER).strip()
        return Score(value=round(nearness(answer, target.text), 4), answer=answer)

    return score


def nearness(answer: str, target: str) -> float:
    """1 for the target itself, 0 for nothing like it.

    Letters are compared by `difflib`'s ratio; yes and no have nothing between them.
    """
    if target in ("yes", "no"):
        return float(answer == target)
    for measure in (_near_number, _near_day):
        try:
            return measure(answer, target)
        except ValueError:
            continue
    return SequenceMatcher(None, answer, target, autojunk=False).ratio()


def _near_number(answer: str, target: str) -> float:
    given, wanted = float(answer), float(target)
    return max(0.0, 1.0 - abs(given - wanted) / max(abs(wanted), 1.0))


def _near_day(answer: str, target: str) -> float:
    return max(0.0, 1.0 - abs((date.fromisoformat(answer) - date.fromisoformat(target)).days) / 365)
