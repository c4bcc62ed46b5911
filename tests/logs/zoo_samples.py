"""The part of the zoo about samples: scores, metadata, inputs and the other fields of a summary."""

from __future__ import annotations

from datetime import date, datetime, time, timezone
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
from zoo_tools import PIXEL, described, entry, refused, sample, samples, save, scored

BIG: list[dict[str, Any]] = [
    {"unsigned": 2**64 - 1, "with_text": 2**70, "with_float": 2**70, "with_bool": 2**70, "missing": 2**63},
    {"unsigned": 5, "with_text": "x", "with_float": 0.5, "with_bool": True},
]

# scores ---------------------------------------------------------------------------------------------------------------

TEXTS = [
    "C",
    "I",
    "P",
    "N",
    "",
    " ",
    "nan",
    "NaN",
    "None",
    "null",
    "1",
    "1.0",
    "true",
    "two\nlines",
    "ünï ☃ 𝄞",
    "x" * 6000,
]


@entry
def scores_text(folder: Path) -> None:
    save(folder, scored("match", TEXTS))


@entry
def scores_text_and_none(folder: Path) -> None:
    save(folder, scored("match", ["C", ..., "I"]))


@entry
def scores_int(folder: Path) -> None:
    save(folder, scored("count", [0, 1, -5, 2**53 + 1, 2**63 - 1, -(2**63)]))


@entry
def scores_int_and_none(folder: Path) -> None:
    save(folder, scored("count", [1, ..., 2**53 + 1, -3]))


@entry
def scores_float(folder: Path) -> None:
    save(folder, scored("ratio", [0.1, 1e300, 5e-324, -0.0, 1.0, 1e16, 0.1 + 0.2]))


@entry
def scores_float_and_none(folder: Path) -> None:
    save(folder, scored("ratio", [..., 0.1, 1.0]))


@entry
def scores_bool(folder: Path) -> None:
    save(folder, scored("right", [True, False]))


@entry
def scores_bool_and_none(folder: Path) -> None:
    save(folder, scored("right", [True, ..., False]))


@entry
def scores_list(folder: Path) -> None:
    values = [[1, 2.5, "x", True], [], ["ünï", 'a\n"b"', "☃"], [float("nan")], [float("inf")], ...]
    save(folder, scored("parts", values))


@entry
def scores_dict(folder: Path) -> None:
    values = [{"a": 1, "b": 0.5, "c": "C", "d": True}, {"a": None, "b": 2}, {}, {"": 1, "ü.b c": "x"}, ...]
    save(folder, scored("parts", values))


@entry
def scores_dict_nan(folder: Path) -> None:
    save(folder, scored("parts", [{"a": float("nan"), "b": float("inf"), "c": None}, {"a": 1}]))


@entry
def scores_nan(folder: Path) -> None:
    save(folder, scored("ratio", [0.5, float("nan"), ..., 1]))


@entry
def scores_only_nan(folder: Path) -> None:
    save(folder, scored("ratio", [float("nan"), float("nan")]))


@entry
def scores_int_and_nan(folder: Path) -> None:
    save(folder, scored("ratio", [1, float("nan"), 3]))


@entry
def scores_text_and_nan(folder: Path) -> None:
    save(folder, scored("match", ["C", float("nan"), "I", ...]))


@entry
def scores_bool_and_nan(folder: Path) -> None:
    save(folder, scored("right", [True, float("nan"), False, ...]))


@entry
def scores_list_and_nan(folder: Path) -> None:
    save(folder, scored("parts", [[1, 2], float("nan")]))


@entry
def scores_infinite(folder: Path) -> None:
    save(folder, scored("ratio", [float("inf"), float("-inf"), 1.5]))


@entry
def scores_unscored(folder: Path) -> None:
    unscored = Score.unscored(reason="grader_failed", answer="x", explanation="no verdict", metadata={"a": 1})
    save(folder, samples("scores", [{"match": unscored}, {"match": Score(value="C")}]))


@entry
def scores_int_and_float(folder: Path) -> None:
    save(folder, scored("n", [1, 0.5, 2, 2**53 + 1]))


@entry
def scores_int_and_bool(folder: Path) -> None:
    save(folder, scored("n", [1, True, 0, False]))


@entry
def scores_float_and_bool(folder: Path) -> None:
    save(folder, scored("n", [1.5, True, ..., False]))


@entry
def scores_int_and_text(folder: Path) -> None:
    save(folder, scored("n", [1, "C", ..., 3]))


@entry
def scores_bool_and_text(folder: Path) -> None:
    save(folder, scored("n", [True, "C", ...]))


@entry
def scores_mixed(folder: Path) -> None:
    save(folder, scored("n", [1, 0.5, "C", True, [1], {"a": 1}, float("nan"), float("inf"), ..., 1e20, 1e-7]))


@entry
def scores_int_beyond_64_bits(folder: Path) -> None:
    save(folder, scored("n", [2**63, 2**64 - 1, 5]))


@refused("too large to convert")
def scores_int_beyond_64_bits_unsigned(folder: Path) -> None:
    save(folder, scored("n", [2**70]))


@refused("too large to convert")
def metadata_int_beyond_64_bits_and_negative(folder: Path) -> None:
    save(folder, described("k", [2**64 - 1, -1]))


@entry
def metadata_int_beyond_64_bits(folder: Path) -> None:
    save(folder, [sample(id=n, metadata=row) for n, row in enumerate(BIG)])


@entry
def scores_absent(folder: Path) -> None:
    save(folder, samples("scores", [None, {}, None]))


@entry
def scores_of_several_scorers(folder: Path) -> None:
    save(
        folder,
        samples(
            "scores",
            [
                {"b": Score(value=1), "a": Score(value="C")},
                {"c d": Score(value=0.5), "a.b": Score(value=True), "ü": Score(value=[1]), "a": Score(value="I")},
                {"": Score(value="empty"), "A": Score(value="upper"), "a/b": Score(value=1), "x\ny": Score(value=2)},
            ],
        ),
    )


@entry
def scores_with_everything(folder: Path) -> None:
    long = Score(value="C", answer="a " * 2000, explanation="e\n" * 4000, reason="refusal", metadata={"k": "v " * 900})
    save(folder, samples("scores", [{"match": long}, {"match": Score(value=1, metadata={"big": list(range(999))})}]))


@entry
def scores_differ_between_logs(folder: Path) -> None:
    save(folder, scored("judge", [1, 0.5]), name="a")
    save(folder, scored("judge", ["C", "I"]), name="b")
    save(folder, scored("other", [True]), name="c")


@entry
def scores_int_here_float_there(folder: Path) -> None:
    save(folder, scored("judge", [1, 2]), name="a")
    save(folder, scored("judge", [0.5, ...]), name="b")


@entry
def scores_bool_here_int_there(folder: Path) -> None:
    save(folder, scored("judge", [True, False]), name="a")
    save(folder, scored("judge", [3, 4]), name="b")


# sample metadata ------------------------------------------------------------------------------------------------------


@entry
def metadata_of_every_type(folder: Path) -> None:
    whole = {"t": "x", "i": 1, "f": 0.5, "b": True, "n": None, "l": [1, None, "x"], "d": {"a": None, "b": {"c": []}}}
    save(folder, samples("metadata", [whole, {"e": {}, "m": [], "i": 2**53 + 1}, {}]))


@entry
def metadata_none(folder: Path) -> None:
    rows = [{"some": None, "all": None}, {"some": 1, "all": None}, {"some": None}, {}]
    save(folder, samples("metadata", rows))


@entry
def metadata_int_and_missing(folder: Path) -> None:
    save(folder, described("k", [1, ..., 2**53 + 1]))


@entry
def metadata_bool_and_missing(folder: Path) -> None:
    save(folder, described("k", [True, ..., None, False]))


@entry
def metadata_text_and_missing(folder: Path) -> None:
    save(folder, described("k", ["x", ..., None, ""]))


@entry
def metadata_int_and_text(folder: Path) -> None:
    save(folder, described("k", [1, "x", ..., None]))


@entry
def metadata_bool_and_int(folder: Path) -> None:
    save(folder, described("k", [True, 2]))


@entry
def metadata_bool_and_int_and_missing(folder: Path) -> None:
    save(folder, described("k", [True, 2, ...]))


@entry
def metadata_bool_and_float(folder: Path) -> None:
    save(folder, described("k", [True, 2.5]))


@entry
def metadata_int_and_float(folder: Path) -> None:
    save(folder, described("k", [1, 2.5, ...]))


@entry
def metadata_list_and_text(folder: Path) -> None:
    save(folder, described("k", [[1, "ü"], "x", {"a": "\u2028"}, ...]))


@entry
def metadata_list_and_int(folder: Path) -> None:
    save(folder, described("k", [[1, 2], 3, ...]))


@entry
def metadata_numbers_in_text(folder: Path) -> None:
    save(folder, described("k", ["1", "2.0", "nan", "None", "true", "2026-01-01"]))


@entry
def metadata_nested(folder: Path) -> None:
    values: list[Any] = [
        {"a": [1, 2.0, 1e20, 1e-7, True, None], "ü": 'é\n"\\/\x7f\u2028', "": {}},
        [[], {}, [{}], None],
        {"n": None},
        {"deep": {"deep": {"deep": {"n": None, "x": 1}}}},
        {"1": 1, "b": 2, "a": 3},
        [float("nan"), float("inf"), float("-inf")],
        [2**70, -(2**63)],
    ]
    save(folder, described("k", values))


@entry
def metadata_nested_beyond_1k(folder: Path) -> None:
    values = [["x" * n] for n in (1000, 1010, 1015, 1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023, 1024)]
    more: list[Any] = [{"k": list(range(n))} for n in (100, 120, 150, 200, 400)]
    wide: list[Any] = [["ü" * n] for n in (340, 510, 520, 1010, 1030)]
    save(folder, described("k", values + more + wide))


@entry
def metadata_nested_none_and_size(folder: Path) -> None:
    values = [[None] * 100, [None] * 300, {"a": {"b": ["☃" * 200] * 3}}, {"a": {"b": ["\n" * 300] * 2}}, [0.1] * 130]
    save(folder, described("k", values))


@entry
def metadata_long_text(folder: Path) -> None:
    words = ["a" * n for n in (1023, 1024, 1025, 5000)]
    texts = ["word " * n for n in (100, 204, 205, 206, 2000)]
    spaced = [" " * 9000 + "x", "x" + " " * 9000 + "y", "word-with-hyphens " * 90, "ünï " * 400, "x" * 1020 + " yyyyy"]
    more = ["a" * 1000 + " " + "b" * n for n in (20, 22, 23, 24, 30)] + ["字" * 2000, "字 " * 700]
    save(folder, described("k", words + texts + spaced + more))


@entry
def metadata_hyphens_and_dashes(folder: Path) -> None:
    near = "a" * 1010
    save(
        folder,
        described("k", [f"{near} b{join}{'c' * 30}" for join in ("-", "--", "—", "...", "/", "_", "-1", " -- ")]),
    )


@entry
def metadata_whitespace(folder: Path) -> None:
    spaces = [
        "  a  b  ",
        "a\nb",
        "a\tb",
        "a\n\n\nb",
        "a\u00a0b",
        "a\u00a0\u00a0b",
        "a\u2003b",
        "a\u200bb",
        "\n",
        "\u00a0",
    ]
    more = [
        "a\rb",
        "a\x0bb\x0cc",
        "a\x1cb\x1db\x1eb\x1fb",
        "a\x85b",
        "a\u2028b\u2029c",
        "a\ufeffb",
        "a\u3000b",
        " ",
        "",
    ]
    save(folder, described("k", spaces + more))


@entry
def metadata_keys(folder: Path) -> None:
    names = [
        "a.b",
        "a b",
        "",
        "ключ",
        "a*b",
        "A",
        "a",
        "0",
        'x"y',
        "a/b",
        "_",
        "*",
        "é",
        "e\u0301",
        "$",
        "[0]",
        "x" * 300,
    ]
    save(folder, [sample(metadata={name: number for number, name in enumerate(names)})])


@entry
def metadata_keys_with_line_breaks(folder: Path) -> None:
    save(folder, [sample(metadata={"a\nb": 1, "c": 2, "\n": 3})])


@entry
def metadata_keys_that_look_like_suffixes(folder: Path) -> None:
    save(folder, [sample(metadata={"eval": 1, "sample": 2, "a_eval": 3})], eval={"metadata": {"x": 1}})


@entry
def metadata_key_order(folder: Path) -> None:
    save(folder, [sample(metadata={"b": 1, "a": 2}), sample(id=2, metadata={"c": 3, "a": 4, "B": 5})])


@entry
def metadata_dates(folder: Path) -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=timezone.utc)
    values: list[Any] = [moment, moment.replace(tzinfo=None), date(2026, 1, 2), time(3, 4), {"in": date(2026, 1, 2)}]
    save(folder, described("k", values))


@entry
def metadata_nan(folder: Path) -> None:
    save(folder, described("k", [0.5, float("nan"), ...]))


@entry
def metadata_only_nan(folder: Path) -> None:
    save(folder, described("k", [float("nan"), ...]))


@entry
def metadata_text_and_nan(folder: Path) -> None:
    save(folder, described("k", ["x", float("nan"), ...]))


@entry
def metadata_infinite(folder: Path) -> None:
    save(folder, described("k", [float("inf"), float("-inf"), 1]))


@entry
def metadata_differs_between_logs(folder: Path) -> None:
    save(folder, described("k", [1, 2]), name="a")
    save(folder, described("k", ["x"]), name="b")
    save(folder, described("other", [True]), name="c")
    save(folder, described("k", [None, ..., [1]]), name="d")


@entry
def metadata_tricky_text(folder: Path) -> None:
    save(
        folder,
        described("k", ["<script>alert(1)</script>", "a\x00b", "\x1b[31mred", "\ufffd", "'; drop table", "𝄞" * 10]),
    )


@entry
def metadata_of_python_objects(folder: Path) -> None:
    save(
        folder,
        described(
            "k",
            [
                (1, 2),
                {
                    1,
                },
                Path("a/b"),
                b"bytes",
                EvalConfig(epochs=2),
                ContentText(text="x"),
            ],
        ),
    )


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
