"""The part of the zoo about samples: scores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspect_ai.scorer import Score
from zoo_tools import described, entry, refused, sample, samples, save, scored

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
