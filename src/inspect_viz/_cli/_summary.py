"""What was drawn, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspect_viz._engine import quote_identifier
from inspect_viz.view._models import DEFAULT, RAW, model_sql, shown_name

if TYPE_CHECKING:
    from inspect_viz.data import Data

ID = "id"


def summary(data: Data, files: Sequence[str]) -> str:
    """For instance "Drew 120 samples x 8 models (1,741 rows, 21 errors, 8 limits) -> heatmap.html"."""
    rows, samples, models, errors, limits = data.reader.ask(_counts(data))[0]
    details = [_many(rows, "row"), *(_many(n, noun) for n, noun in ((errors, "error"), (limits, "limit")) if n)]
    return f"Drew {_many(samples, 'sample')} x {_many(models, 'model')} ({', '.join(details)}) -> {', '.join(files)}"


def _counts(data: Data) -> str:
    """SQL; a sample that ended in an error does not count as one that met a limit."""
    column = DEFAULT if DEFAULT in data.columns else RAW
    model = model_sql(data, column, ID) or shown_name(data, column)
    error, limit = _present(data, "error"), _present(data, "limit")
    return (
        f"SELECT count(*), count(DISTINCT {quote_identifier(ID)}), count(DISTINCT {model}), "
        f"count_if({error}), count_if({limit} AND NOT {error}) FROM data"
    )


def _present(data: Data, column: str) -> str:
    name = f"CAST({quote_identifier(column)} AS VARCHAR)"
    return f"coalesce({name} <> '', false)" if column in data.columns else "false"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
