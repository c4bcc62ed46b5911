"""Our table of samples is that of `samples_df` for samples of any shape."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from fuzz import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("inspect_ai", reason="compares with inspect_ai: pip install 'inspect-viz[inspect]'")

from inspect_ai.model import (
    ChatMessage,
    ChatMessageAssistant,
    ChatMessageSystem,
    ChatMessageTool,
    ChatMessageUser,
    ContentImage,
    ContentReasoning,
    ContentText,
)
from inspect_ai.scorer import Score
from inspect_ai.tool import ToolCall, ToolCallError
from oracle import differences, expected
from zoo_tools import PIXEL, sample, save

from inspect_viz.logs import samples

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = WORDS | st.builds(lambda text, n: text * n, WORDS, st.sampled_from([1, 90, 500, 1200]))
INTS = st.integers(-(2**63), 2**63 - 1)
SCALARS = st.none() | st.booleans() | INTS | st.floats() | TEXTS
JSON = st.recursive(
    SCALARS, lambda part: st.lists(part, max_size=4) | st.dictionaries(WORDS, part, max_size=4), max_leaves=9
)
KEYS = st.sampled_from(["k", "n", "kind", "a.b", "ü"])
VALUES = st.booleans() | INTS | st.floats() | WORDS
SCORES = VALUES | st.lists(VALUES, max_size=3) | st.dictionaries(WORDS, VALUES | st.none(), max_size=3)
CALLS = st.builds(ToolCall, id=st.just("1"), function=WORDS, arguments=st.dictionaries(WORDS, JSON, max_size=3))
PARTS = st.one_of(
    st.builds(ContentText, text=TEXTS),
    st.builds(ContentReasoning, reasoning=TEXTS),
    st.just(ContentImage(image=PIXEL)),
)
CONTENTS = TEXTS | st.lists(PARTS, max_size=3)
ERRORS = st.none() | st.builds(ToolCallError, type=st.just("timeout"), message=TEXTS)
MESSAGES: st.SearchStrategy[ChatMessage] = st.one_of(
    st.builds(ChatMessageSystem, content=CONTENTS),
    st.builds(ChatMessageUser, content=CONTENTS),
    st.builds(ChatMessageAssistant, content=CONTENTS, tool_calls=st.none() | st.lists(CALLS, max_size=2)),
    st.builds(ChatMessageTool, content=CONTENTS, function=st.none() | WORDS, error=ERRORS),
)


@st.composite
def logs(draw: st.DrawFn) -> list[dict[str, Any]]:
    """The rows of a log; ids are distinct, and within a log a key has a few values of any type."""
    one = st.fixed_dictionaries(
        {
            "input": TEXTS | st.lists(MESSAGES, max_size=3),
            "target": TEXTS | st.lists(TEXTS, max_size=3),
            "metadata": st.dictionaries(KEYS, JSON, max_size=4),
            "scores": st.none() | st.dictionaries(KEYS, st.builds(Score, value=SCORES, explanation=TEXTS), max_size=2),
        },
        optional={"choices": st.lists(TEXTS, max_size=3), "description": TEXTS, "total_time": st.floats(0, 1e9)},
    )
    return [sample(id=number, **row) for number, row in enumerate(draw(st.lists(one, max_size=4)))]


@pytest.mark.parametrize("suffix", [".eval", ".json"])
@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.too_slow])
@given(first=logs(), second=logs(), full=st.booleans())
def test_any_two_logs(suffix: str, first: list[dict[str, Any]], second: list[dict[str, Any]], full: bool) -> None:
    with TemporaryDirectory() as folder:
        paths = [save(Path(folder), rows, name=name, suffix=suffix) for name, rows in (("a", first), ("b", second))]
        theirs = expected(paths, full)
        ours = samples([str(path) for path in paths], full=full, cache=False, progress=False)
        assert theirs.num_rows == len(first) + len(second)
        assert not theirs.num_rows or differences(ours, theirs) == []
