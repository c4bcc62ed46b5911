"""The part of the zoo about samples: metadata."""

from __future__ import annotations

from datetime import date, datetime, time, timezone
from pathlib import Path
from typing import Any

from inspect_ai.log import EvalConfig
from inspect_ai.model import (
    ContentText,
)
from zoo_tools import described, entry, sample, samples, save

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
