"""Parts of logs to the table that somebody asked for."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from fnmatch import fnmatchcase

import pyarrow as pa  # type: ignore[import-untyped]

from inspect_viz._util.suggest import did_you_mean
from inspect_viz.data._where import rows_where
from inspect_viz.logs._format.fields import INVALIDATION, OPEN
from inspect_viz.logs._prepare.log_viewer import log_viewer
from inspect_viz.logs._prepare.model_info import MODEL_COLUMNS, with_facts

from .assemble import table_of
from .part import Part
from .query import ALWAYS, LINK, Query


def build(parts: Sequence[Part], query: Query, models: bool = False, again: bool = False) -> pa.Table:
    """The table that was asked for, its columns of texts about evaluations dictionary-encoded.

    Of logs that are being written, open columns may still come. Until they do, they are left out, and conditions take
    them for null.

    Args:
        parts: The logs.
        query: What the table is to hold.
        models: Whether columns with what is known of the models are added.
        again: Whether it was built before, from earlier states of the logs: columns may be gone then.

    Raises:
        ValueError: If the condition cannot be answered, or a column is in none of the logs.
    """
    growing = again or any(part.facts.running for part in parts)
    table = table_of(parts)
    if table.num_columns:
        table = _enriched(table, query, models)
    if query.where is not None and table.num_columns:
        table = rows_where(table, query.where, _may_come if growing else None)
    if query.names is None:
        return table
    return table.select(_chosen(table.column_names, query.names, growing))


def _may_come(name: str) -> bool:
    """Whether a word can be the name of a column that there is once a sample has it."""
    return any(name.startswith(each[:-1]) for each in OPEN)


def _enriched(table: pa.Table, query: Query, models: bool) -> pa.Table:
    if models:
        table = with_facts(table, {}, query.cache)
    if query.viewers:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            table = log_viewer(table, query.viewers)
    return table


def _chosen(present: Sequence[str], columns: Sequence[str], growing: bool) -> list[str]:
    """The columns that were asked for, in the order of the table."""
    for name in columns:
        if not growing and present and not any(_means(name, each) for each in present) and not name.endswith("*"):
            raise ValueError(f"columns: {name!r} is in none of the logs.{did_you_mean(name, present)}")
    always = (*ALWAYS, INVALIDATION, LINK, *MODEL_COLUMNS)
    return [each for each in present if each in always or any(_means(name, each) for name in columns)]


def _means(name: str, column: str) -> bool:
    """Whether a name or pattern is that of a column; names may hold the signs of patterns."""
    return name == column or fnmatchcase(column, name)
