"""Tables that know problems of the logs behind them."""

from __future__ import annotations

from dataclasses import dataclass

from inspect_viz import Data


@dataclass(frozen=True)
class Problem:
    """What a table tells about its logs."""

    message: str
    kind: str = "test"


def troubled(data: Data, *messages: str) -> Data:
    """The table with these problems."""

    class Troubled(Data):
        problems = tuple(map(Problem, messages))

    return Troubled(data.reader)


ONE = ("3 logs could not be read",)
TWO = ("model “gpt-4o” was run twice (a.eval, b.eval)", *ONE)
TWELVE = tuple(
    f"Model “provider/model-{i}” was run twice, in 2024-10-22T10-0{i % 10}_security-guide_{i}.eval and "
    f"2024-10-23T11-0{i % 10}_security-guide_{i}.eval."
    for i in range(12)
)
LONG = (
    " ".join(
        ["Tasks “security_guide” and “theory_of_mind” share the ids", *(f"sample-{i}," for i in range(80)), "and more."]
    ),
)
HOSTILE = (
    "model “<script>alert(1)</script>” was run twice ('\"&amp;)",
    "log “שלום עולם” could not be read",
    "log “مرحبا” could not be read \u202e desrever",
    f"log “{'x' * 300}.eval” could not be read",
    "line one\nline two\x00\x1b",
)
