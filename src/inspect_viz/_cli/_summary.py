"""What was drawn, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspect_viz._meaning.states import happened
from inspect_viz._sql import ALL, Expression, Select, call, literal, name, select
from inspect_viz._util.text import many
from inspect_viz.view._models import DISPLAY, find_model

if TYPE_CHECKING:
    from inspect_viz.data import Data

ID = "id"


def summary(data: Data, files: Sequence[str], limit: int | None = None) -> str:
    """For instance "Drew 120 samples x 8 models (1,741 rows, 22 errors, 8 limits, 59 absent) -> logs-includes.html"."""
    rows, samples, models, cells, errors, limits = data.reader.ask(_counts(data))[0]
    absent = samples * models - cells
    details = [many(rows, "row"), *(many(n, noun) for n, noun in ((errors, "error"), (limits, "limit")) if n)]
    details += [f"{absent:,} absent"] if absent else []
    first = f"the {limit:,} hardest of " if limit is not None and limit < samples else ""
    return (
        f"Drew {first}{many(samples, 'sample')} x {many(models, 'model')} ({', '.join(details)}) -> {', '.join(files)}"
    )


def _counts(data: Data) -> Select:
    """A sample that ended in an error does not count as one that met a limit."""
    model = find_model(data, DISPLAY, ID).name
    error, limit = _happened(data, "error"), _happened(data, "limit")
    return select(
        call("count", ALL),
        call("count", name(ID), distinct=True),
        call("count", model, distinct=True),
        call("count", call("row", name(ID), model), distinct=True),
        call("count_if", error),
        call("count_if", limit & ~error),
        source="data",
    )


def _happened(data: Data, column: str) -> Expression:
    if column not in data.columns:
        return literal(False)
    return call("coalesce", happened(column, data.reader.types[column]), False)
