"""The part of the zoo about samples: inputs and the other fields of a summary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspect_ai._util.content import Content, ContentData, ContentReasoning, ContentToolUse
from inspect_ai.log import EvalConfig, EvalError, EvalSampleLimit
from inspect_ai.log._log import EvalRetryError
from inspect_ai.model import (
    ChatMessageAssistant,
    ChatMessageSystem,
    ChatMessageTool,
    ChatMessageUser,
    ContentAudio,
    ContentDocument,
    ContentImage,
    ContentText,
    ContentVideo,
    ModelUsage,
)
from inspect_ai.model._model_output import ModelFallback
from inspect_ai.scorer import Score
from inspect_ai.tool import ToolCall, ToolCallError
from zoo_tools import PIXEL, entry, sample, samples, save

# inputs and the other fields of a sample ------------------------------------------------------------------------------


@entry
def input_text(folder: Path) -> None:
    texts = [
        "",
        " ",
        "  both  ",
        "\n\nlines\n\n",
        "a\u00a0",
        "\ufeffbom",
        "ünï ☃ 𝄞",
        "tab\tand  two",
        "a\r\nb",
        "user:\nfake",
    ]
    save(folder, samples("input", texts))


@entry
def input_long(folder: Path) -> None:
    texts = ["x" * n for n in (5119, 5120, 5121, 20000)] + [" " * 6000 + "x", "x" + " " * 6000, "𝄞" * 5121]
    save(folder, samples("input", texts))


@entry
def input_messages(folder: Path) -> None:
    call = ToolCall(id="1", function="add", arguments={"x": 1, "y": "two", "z": None, "l": [1, {"a": True}], "f": 1.0})
    odd = ToolCall(id="2", function="none", arguments={}, parse_error="bad", type="custom")
    failed = ToolCallError(type="timeout", message="took too long")
    save(
        folder,
        samples(
            "input",
            [
                [ChatMessageSystem(content="Be good.  "), ChatMessageUser(content="  Hello\n")],
                [ChatMessageUser(content=""), ChatMessageAssistant(content="")],
                [ChatMessageAssistant(content=" I call ", tool_calls=[call, odd], model="m")],
                [ChatMessageAssistant(content="", tool_calls=[call])],
                [ChatMessageAssistant(content="no calls", tool_calls=[])],
                [ChatMessageTool(content=" 3 ", tool_call_id="1", function="add")],
                [ChatMessageTool(content="", tool_call_id="1", function="add", error=failed)],
                [ChatMessageTool(content="x", error=ToolCallError(type="unknown", message=""))],
                [ChatMessageTool(content=[ContentText(text="a"), ContentText(text="b")])],
                [ChatMessageUser(content="with extras", id="u1", metadata={"a": 1}, source="input")],
                [],
            ],
        ),
    )


@entry
def input_parts(folder: Path) -> None:
    parts: list[list[Content]] = [
        [ContentText(text=" a "), ContentText(text="b\n")],
        [ContentText(text="see"), ContentImage(image=PIXEL), ContentText(text="above")],
        [ContentImage(image=PIXEL)],
        [ContentAudio(audio="a.wav", format="wav"), ContentVideo(video="v.mp4", format="mp4")],
        [ContentDocument(document="data:text/plain;base64,eA==", filename="x.txt", mime_type="text/plain")],
        [ContentReasoning(reasoning="because"), ContentReasoning(reasoning="", summary="s", redacted=True)],
        [ContentToolUse(tool_type="web_search", id="1", name="search", arguments="{}", result="none")],
        [ContentData(data={"a": 1})],
        [ContentText(text="", refusal=True)],
        [ContentText(text="x" * 6000), ContentText(text="y" * 6000)],
        [],
    ]
    rows = [ChatMessageUser(content=part) for part in parts]
    reasoning = ChatMessageAssistant(content=[ContentReasoning(reasoning="r"), ContentText(text="t")])
    save(folder, samples("input", [[row] for row in rows] + [[reasoning], rows[:3]]))


@entry
def input_long_messages(folder: Path) -> None:
    long = [
        ChatMessageUser(content="x" * 6000),
        ChatMessageSystem(content=" " * 5119 + "yz"),
        ChatMessageUser(content="z"),
    ]
    save(folder, samples("input", [long, "short"]))


@entry
def input_tool_arguments(folder: Path) -> None:
    values: list[Any] = [None, True, 1, 1.0, 1e20, float("nan"), "a\nb", [1, "x"], {"a": "x", "b": None}, 2**70]
    calls = [ToolCall(id=str(n), function="f", arguments={"a": value, "": 1}) for n, value in enumerate(values)]
    save(folder, samples("input", [[ChatMessageAssistant(content="x", tool_calls=[call])] for call in calls]))


@entry
def ids_int(folder: Path) -> None:
    save(folder, [sample(id=number) for number in (3, 1, 20, 0, -1)])


@entry
def ids_text(folder: Path) -> None:
    texts = ["a/b", "a#1", "a b", "ünï", "☃", "10", "9", "a:b", "..", "a\\b", "a?b=1&c", "x" * 100, "a.json", "%2F"]
    save(folder, [sample(id=text) for text in texts])


@entry
def ids_mixed(folder: Path) -> None:
    save(folder, [sample(id=identity, uuid=f"ids-mixed {n}") for n, identity in enumerate([2, "b", 1, "a", "3"])])


@entry
def ids_int_and_text_alike(folder: Path) -> None:
    save(folder, [sample(id=1, input="number"), sample(id="1", input="text"), sample(id="01", input="zero")])


@entry
def ids_given_twice(folder: Path) -> None:
    save(folder, [sample(input="first", uuid="twice a"), sample(input="second", uuid="twice b"), sample(id=2)])


@entry
def epochs_out_of_order(folder: Path) -> None:
    save(folder, [sample(id=i, epoch=e) for e in (2, 1, 3) for i in ("b", "a")], eval={"config": EvalConfig(epochs=3)})


@entry
def uuid_absent(folder: Path) -> None:
    save(folder, [sample(id=i, epoch=e, uuid=None) for i in (1, "a/b") for e in (1, 2)])


@entry
def uuid_twice_in_a_log(folder: Path) -> None:
    save(folder, [sample(id=1, uuid="same-in-log"), sample(id=2, uuid="same-in-log"), sample(id=3)])


@entry
def uuid_twice_in_two_logs(folder: Path) -> None:
    save(folder, [sample(uuid="same-in-logs", scores={"s": Score(value=1)}), sample(id=2)], name="a")
    save(folder, [sample(uuid="same-in-logs", scores={"s": Score(value="C")}), sample(id=3)], name="b")


@entry
def targets(folder: Path) -> None:
    texts: list[Any] = ["", " a ", ["a", "b"], [], [""], ["a,b", "c"], "x" * 6000, ["y" * 6000, "z"], "1", "ü"]
    save(folder, samples("target", texts))


@entry
def choices(folder: Path) -> None:
    save(folder, samples("choices", [["a", "b"], [], None, ["ünï ☃", '"q"', ""], ["x" * 6000]]))


@entry
def descriptions(folder: Path) -> None:
    save(folder, samples("description", [None, "", " short ", "d" * 6000, "two\nlines"]))


@entry
def files_and_setup(folder: Path) -> None:
    save(
        folder,
        [sample(files=["a.txt"], setup="echo", sandbox={"type": "docker", "config": "compose.yaml"}, store={"x": 1})],
    )


@entry
def usage(folder: Path) -> None:
    one = ModelUsage(input_tokens=1, output_tokens=2, total_tokens=3)
    full = ModelUsage(
        input_tokens=1,
        output_tokens=2,
        total_tokens=9,
        input_tokens_cache_write=3,
        input_tokens_cache_read=0,
        reasoning_tokens=1,
        total_cost=0.1,
    )
    rows = [{"mockllm/model": one}, {}, {"openai/gpt ü": full, "a": ModelUsage()}]
    save(folder, samples("model_usage", rows, role_usage={"grader": one}))


@entry
def usage_absent(folder: Path) -> None:
    save(folder, [sample(), sample(id=2)])


@entry
def fallbacks(folder: Path) -> None:
    some = [ModelFallback(model="a", fallback_model="b"), ModelFallback(model="a", fallback_model="c", count=3)]
    save(folder, samples("model_fallbacks", [None, some, []]))


@entry
def errors(folder: Path) -> None:
    texts = ["RuntimeError('x')", "", "e" * 6000, "two\nlines  and   spaces"]
    made = [EvalError(message=text, traceback="t" * 99, traceback_ansi="a" * 99) for text in texts]
    save(folder, samples("error", [*made, None]))


@entry
def limits(folder: Path) -> None:
    kinds = ["context", "time", "working", "message", "token", "turn", "cost", "operator", "custom"]
    made = [EvalSampleLimit(type=kind, limit=n, reason=None if n % 2 else f"over {n}") for n, kind in enumerate(kinds)]  # type: ignore[arg-type]
    save(folder, samples("limit", [*made, None]))


@entry
def retries(folder: Path) -> None:
    one = EvalRetryError(message="m", traceback="t", traceback_ansi="a")
    save(folder, samples("error_retries", [None, [], [one], [one, one]]))


@entry
def times(folder: Path) -> None:
    rows = [{"total_time": 1, "working_time": 0.5}, {"total_time": 1.25}, {"working_time": 0}, {}]
    moments = {"started_at": "2026-01-02T03:04:05Z", "completed_at": "2026-01-02T05:04:05+02:00"}
    save(folder, [sample(id=n, **row, **moments) for n, row in enumerate(rows)])


@entry
def counts(folder: Path) -> None:
    talk = [ChatMessageUser(content="a"), ChatMessageAssistant(content="b")]
    full = {
        "turn_count": 3,
        "token_limit": 10,
        "token_limit_type": "output",
        "token_limit_usage": 7,
        "message_limit": 4,
    }
    save(folder, [sample(messages=talk, **full), sample(id=2, turn_count=0), sample(id=3, time_limit=9)])


# headers alone, and nothing at all ------------------------------------------------------------------------------------


@entry
def empty(folder: Path) -> None:
    save(folder, [])


@entry
def empty_json(folder: Path) -> None:
    save(folder, [], suffix=".json")


@entry
def samples_not_logged(folder: Path) -> None:
    save(folder, None, suffix=".json", eval={"config": EvalConfig(log_samples=False)})


@entry
def empty_beside_another(folder: Path) -> None:
    save(folder, [], name="a", eval={"task_args": {"only_here": 1}})
    save(folder, [sample()], name="b")


@entry
def many(folder: Path) -> None:
    save(folder, [sample(id=n, epoch=e, metadata={"n": n}) for e in (1, 2) for n in range(150)])
