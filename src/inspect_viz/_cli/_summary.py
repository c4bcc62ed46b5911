"""What was drawn, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspect_viz._meaning.states import happened
from inspect_viz._sql import ALL, Expression, Select, call, literal, name, select
from inspect_viz.view._models import DISPLAY, find_model

if TYPE_CHECKING:
    from inspect_viz.data import Data

ID = "id"


def summary(data: Data, files: Sequence[str]) -> str:
    """For instance "Drew 120 samples x 8 models (1,741 rows, 21 errors, 8 limits) -> heatmap.html"."""
    rows, samples, models, errors, limits = data.reader.ask(_counts(data))[0]
    details = [_many(rows, "row"), *(_many(n, noun) for n, noun in ((errors, "error"), (limits, "limit")) if n)]
    return f"Drew {_many(samples, 'sample')} x {_many(models, 'model')} ({', '.join(details)}) -> {', '.join(files)}"


def _counts(data: Data) -> Select:
    """A sample that ended in an error does not count as one that met a limit."""
    model = find_model(data, DISPLAY, ID).name
    error, limit = _happened(data, "error"), _happened(data, "limit")
    return select(
        call("count", ALL),
        call("count", name(ID), distinct=True),
        call("count", model, distinct=True),
        call("count_if", error),
        call("count_if", limit & ~error),
        source="data",
    )


def _happened(data: Data, column: str) -> Expression:
    if column not in data.columns:
        return literal(False)
    return call("coalesce", happened(column, data.reader.types[column]), False)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
