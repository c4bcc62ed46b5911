"""The family of small programs as an Inspect model provider: `tiny/parrot-1` to `tiny/sage-2`."""

from __future__ import annotations

import re
from typing import Any

from inspect_ai.model import (
    ChatCompletionChoice,
    ChatMessage,
    ChatMessageAssistant,
    Content,
    ContentReasoning,
    ContentText,
    GenerateConfig,
    ModelAPI,
    ModelOutput,
    ModelUsage,
    modelapi,
)
from inspect_ai.tool import ToolChoice, ToolInfo
from tiny import Prompt, Reply, reply

ANSWER = "ANSWER:"
"""What stands before a final answer."""


@modelapi("tiny")
class TinyAPI(ModelAPI):
    """Answers a conversation with one program of the family; a token is a word."""

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
        """Asks the program; what its skill raises is raised here."""
        answer = reply(self.model_name, _prompt(input))
        return ModelOutput(
            model=self.model_name,
            choices=[ChatCompletionChoice(message=_message(self.model_name, answer), stop_reason="stop")],
            usage=_usage(input, answer),
        )


def _prompt(messages: list[ChatMessage]) -> Prompt:
    question = next(message.text for message in messages if message.role == "user")
    attempts = [int(n) for message in messages if message.role == "system" for n in re.findall(r"\d+", message.text)]
    return Prompt(question, attempts[0] if attempts else 1, sum(message.role == "assistant" for message in messages))


def _message(model: str, answer: Reply) -> ChatMessageAssistant:
    text = ContentText(text=f"{ANSWER} {answer.answer}" if answer.done else answer.answer)
    thoughts: list[Content] = [ContentReasoning(reasoning="\n".join(answer.steps))] if answer.steps else []
    return ChatMessageAssistant(content=[*thoughts, text], model=model, source="generate")


def _usage(messages: list[ChatMessage], answer: Reply) -> ModelUsage:
    read, thought = sum(_words(message.text) for message in messages), sum(map(_words, answer.steps))
    wrote = thought + _words(answer.answer)
    return ModelUsage(input_tokens=read, output_tokens=wrote, total_tokens=read + wrote, reasoning_tokens=thought)


def _words(text: str) -> int:
    return len(text.split())
