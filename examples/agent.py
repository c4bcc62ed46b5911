"""A small agent with tools: it reads code, mends it, and runs tests until they pass. Nothing is random."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import (
    ChatCompletionChoice,
    ChatMessage,
    ChatMessageAssistant,
    GenerateConfig,
    ModelAPI,
    ModelOutput,
    ModelUsage,
    StopReason,
    modelapi,
)
from inspect_ai.scorer import includes
from inspect_ai.solver import generate, use_tools
from inspect_ai.tool import Tool, ToolCall, ToolChoice, ToolInfo, tool

BUGS = 16
BROKEN = 11
"""The bug whose tests cannot be run: its sample ends in an error."""


@tool
def list_files() -> Tool:
    async def execute() -> str:
        """Lists the files of the program."""
        return "clock.py test_clock.py"

    return execute


@tool
def read_file() -> Tool:
    async def execute(path: str) -> str:
        """Reads a file.

        Args:
            path: Its path.
        """
        return f"contents of {path}"

    return execute


@tool
def edit_file() -> Tool:
    async def execute(path: str) -> str:
        """Changes a file.

        Args:
            path: Its path.
        """
        return f"{path} is changed"

    return execute


@tool
def run_tests() -> Tool:
    async def execute(bug: int) -> str:
        """Runs the tests.

        Args:
            bug: Number of the bug.
        """
        if bug == BROKEN:
            raise RuntimeError("the tests cannot be run")
        return "some tests fail"

    return execute


@modelapi("tiny-agent")
class TinyAgent(ModelAPI):
    """Does the next step of its plan; a token is a word."""

    def __init__(
        self,
        model_name: str,
        base_url: str | None = None,
        api_key: str | None = None,
        config: GenerateConfig | None = None,
        **_: Any,
    ) -> None:
        super().__init__(model_name, base_url, api_key, [], config or GenerateConfig())

    async def generate(
        self, input: list[ChatMessage], tools: list[ToolInfo], tool_choice: ToolChoice, config: GenerateConfig
    ) -> ModelOutput:
        """The tools that come next, all calls of a step at once; an answer after the last step."""
        bug = int(input[0].text.split()[-1])
        done = sum(message.role == "assistant" for message in input)
        step = next((names for n, names in enumerate(plan(bug)) if n == done), ())
        calls = [
            ToolCall(id=f"call-{done}-{n}", function=name, arguments=_given(name, bug)) for n, name in enumerate(step)
        ]
        message = ChatMessageAssistant(
            content="Next." if calls else "fixed", tool_calls=calls or None, model=self.model_name, source="generate"
        )
        read = sum(len(message.text.split()) for message in input)
        usage = ModelUsage(input_tokens=read, output_tokens=1, total_tokens=read + 1)
        stop: StopReason = "tool_calls" if calls else "stop"
        return ModelOutput(
            model=self.model_name, choices=[ChatCompletionChoice(message=message, stop_reason=stop)], usage=usage
        )


def plan(bug: int) -> Iterator[tuple[str, ...]]:
    """The tools of each step for a bug; every fifth bug is never found."""
    yield ("list_files",)
    yield ("read_file", "read_file") if bug % 2 else ("read_file",)
    rounds = 99 if bug % 5 == 3 else bug * 7 % 6
    for n in range(rounds):
        yield ("edit_file",)
        yield ("run_tests",)
        if (bug + n) % 3 == 0:
            yield ("read_file",)


def _given(name: str, bug: int) -> dict[str, Any]:
    return {"list_files": {}, "run_tests": {"bug": bug}}.get(name, {"path": "clock.py"})


@task
def small_bugs() -> Task:
    """Bugs that are to be mended with four tools."""
    samples = [Sample(id=f"bug-{n}", input=f"Mend bug {n}", target="fixed") for n in range(1, BUGS + 1)]
    return Task(
        dataset=MemoryDataset(samples, name="small_bugs"),
        solver=[use_tools(list_files(), read_file(), edit_file(), run_tests()), generate()],
        scorer=includes(),
        message_limit=32,
        fail_on_error=False,
        display_name="Small bugs",
    )
