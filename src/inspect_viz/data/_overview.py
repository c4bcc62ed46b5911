"""A table at a glance: samples, models, scores, what happened, and its first rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from inspect_viz._engine import QueryError
from inspect_viz._meaning.scores import score, score_columns
from inspect_viz._meaning.states import happened
from inspect_viz._meaning.types import is_nested, is_text
from inspect_viz._sql import ALL, Expression, call, literal, name, select
from inspect_viz._util.text import many

from ._html import escaped, table
from ._reader import UNREADABLE, TableReader

MODELS = ("model_display_name", "model")
FIRST = ("id", "epoch", *MODELS)
STATES = ("error", "limit", "invalidation")
_MOST_SCORES = 8
_MOST_TEXTS = 4
_MOST_MODELS = 10
_ROWS = 5
_COLUMNS = 8
_V = name("v")


def overview(reader: TableReader) -> str:
    """A table as HTML; of one whose rows were not read yet only its columns."""
    source = reader.source
    rows = "rows that were not read yet" if source.rows is None else many(source.rows, "row")
    title = f"<p><b>{escaped(reader.origin)}</b>: {rows}, {many(len(source.names), 'column')}</p>"
    if source.rows is None:
        return title + f"<p>{escaped(', '.join(source.names), 1000)}</p>"
    return title + _told(reader, _facts) + _told(reader, _head)


def _told(reader: TableReader, part: Any) -> str:
    """A part, or why there is none: a table that cannot be read is shown all the same."""
    try:
        return str(part(reader))
    except (ValueError, QueryError) as error:
        return f"<p>{escaped(error, 300)}</p>"


def _facts(reader: TableReader) -> str:
    facts = [*_samples(reader), *_models(reader), *_scores(reader), *_states(reader)]
    return table(facts) if facts else ""


def _samples(reader: TableReader) -> Iterator[Sequence[str]]:
    if _has(reader, "id"):
        yield "samples", f"{_one(reader, call('count', name('id'), distinct=True)):,}"


def _models(reader: TableReader) -> Iterator[Sequence[str]]:
    model = next((column for column in MODELS if _has(reader, column)), None)
    if model is not None:
        first = call("min", name("n"))
        found = reader.ask_column(model, lambda rows: select(_V, source=rows).grouped(_V).ordered(first))
        names = [row[0] for row in found if row[0] is not None]
        more = ", …" if len(names) > _MOST_MODELS else ""
        yield "models", f"{len(names):,}: {escaped(', '.join(map(str, names[:_MOST_MODELS])), 300)}{more}"


def _scores(reader: TableReader) -> Iterator[Sequence[str]]:
    scores = score_columns(reader.types)
    yield from ((escaped(column), _about(reader, column)) for column in scores[:_MOST_SCORES])
    if len(scores) > _MOST_SCORES:
        yield "more scores", escaped(", ".join(scores[_MOST_SCORES:]), 300)


def _about(reader: TableReader, column: str) -> str:
    """How many rows have a score, their mean, and the texts that it is made of."""
    kind = reader.types[column]
    if kind == UNREADABLE or is_nested(kind):
        return escaped(kind)
    value = score(column, kind, column in reader.wide)
    count, mean = reader.ask(select(call("count", value), call("avg", value), source="data"))[0]
    texts = f" ({_texts(reader, column)})" if is_text(kind) and column not in reader.wide else ""
    return many(count, "row") + (f", mean {mean:.3g}" if mean is not None else "") + texts


def _texts(reader: TableReader, column: str) -> str:
    text, count = name(column).as_text(), call("count", name(column))
    asked = select(text=text, n=count, source="data").where(text.differs("")).grouped(text)
    found = reader.ask(asked.ordered(literal(0).minus(count), text).first(_MOST_TEXTS + 1))
    said = [f"{escaped(own, 20)} {n:,}" for own, n in found[:_MOST_TEXTS]]
    return ", ".join(said) + (", …" if len(found) > _MOST_TEXTS else "")


def _states(reader: TableReader) -> Iterator[Sequence[str]]:
    for column in STATES:
        if _has(reader, column):
            count = _one(reader, call("count", ALL).of_rows(happened(column, reader.types[column])))
            if count:
                yield column, many(count, "row")


def _one(reader: TableReader, asked: Expression) -> int:
    return int(reader.ask(select(asked, source="data"))[0][0])


def _has(reader: TableReader, column: str) -> bool:
    return column in reader.askable and reader.types[column] != UNREADABLE


def _head(reader: TableReader) -> str:
    """The first rows: what tells rows apart and what came out, before all other columns."""
    readable = [column for column in reader.askable if _has(reader, column)]
    wanted = [*FIRST, *score_columns(reader.types), *STATES, *(() if FIRST[0] in readable else readable)]
    columns = [column for column in dict.fromkeys(wanted) if column in readable][:_COLUMNS]
    rows = reader.ask(select(*map(name, columns), source="data").first(_ROWS)) if columns else []
    return table([[escaped(value) for value in row] for row in rows], [escaped(column) for column in columns])
