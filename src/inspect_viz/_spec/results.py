"""How Mosaic names the results of a mark's query.

A bare column keeps its own name; a transform, and a column written as SQL, is named after its channel. Two results of
one name are one too many: a column whose name is that of a computed channel is written as SQL itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from inspect_viz._generated.transforms import AGGREGATES as FUNCTIONS
from inspect_viz._generated.transforms import TRANSFORMS

from .columns import names as names_in
from .nodes import Column, ColumnParam, Mark, Transform
from .references import sql_text
from .suited import COMPUTED

AGGREGATES = {mosaic for mosaic, group in TRANSFORMS.values() if group == "aggregate"}
CALLS = re.compile(r"""\\'|\\"|"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|(\w+)\(""", re.ASCII)
"""Calls of functions in SQL, as Mosaic finds them, and quoted texts, in which there are none."""

OWN_GROUPS = (*COMPUTED, "geo")
"""Marks that write questions of their own."""

OVER = re.compile(r'\)\s*over(\s*\(|\s+[\w"])', re.ASCII)


def computed(options: Mapping[str, object]) -> set[str]:
    """The channels whose results are named after themselves."""
    columns = {k: v.name for k, v in options.items() if isinstance(v, Column)}
    found = {k for k, v in options.items() if isinstance(v, ColumnParam | Transform)}
    found |= {k for k, name in columns.items() if name.startswith("$") or is_quoted(name)}
    while more := {k for k, name in columns.items() if name in found} - found:
        found |= more
    return found


def is_quoted(name: str) -> bool:
    """Whether Mosaic would take the name of a result for a quoted one and drop its quotes."""
    return name.startswith('"') and name.endswith('"')


def is_aggregate(value: object) -> bool:
    """Whether a channel reduces the rows of a group to one value."""
    if not isinstance(value, Transform):
        return False
    if value.name == "sql":
        return is_aggregate_sql(sql_text(value.args))
    window = {"orderby", "partitionby", "rows", "range", "groups"} & set(value.options)
    return value.name in AGGREGATES and not window


def is_aggregate_sql(sql: str) -> bool:
    """Whether Mosaic takes an expression for an aggregate, and groups the rows: not with windows or in subqueries."""
    own = sql.lower().partition("(select ")[0]
    return not OVER.search(own) and not FUNCTIONS.isdisjoint(CALLS.findall(own))


def written_as_sql(options: Mapping[str, object], computed: Collection[str]) -> Iterator[str]:
    """The columns whose names stand in SQL of ours: those of computed channels, and in transforms those with a `$`."""
    for key, value in options.items():
        if isinstance(value, Column):
            yield from [value.name] if key in computed else []
        else:
            yield from (name for name in names_in(value) if name.startswith("$"))


def clash(mark: Mark, columns: Collection[str]) -> str | None:
    """What Mosaic would mix up in the mark's query, in words; cells are queried by our own code."""
    names = computed(mark.options)
    for column in written_as_sql(mark.options, names):
        if '\\"' in column:
            return f"column {column!r} holds a backslash before a quote"
    if mark.kind == "cell":
        return None
    extra = mark.options.get("channels")
    for column in extra.values() if isinstance(extra, Mapping) else ():
        if is_quoted(column.name):
            return f"column {column.name!r} in channels begins and ends with a quote"
        if column.name in names:
            return f"column {column.name!r} in channels has the name of a computed channel"
    key = hidden(mark, columns)
    if key is not None and mark.kind in OWN_GROUPS:
        return f"the data has a column {key!r}, which hides channel {key!r} computed beside an aggregate"
    return None


def hidden(mark: Mark, columns: Collection[str]) -> str | None:
    """A channel that is computed beside an aggregate, and after which SQL would group by a column of its name."""
    if mark.kind == "cell" or not any(map(is_aggregate, mark.options.values())):
        return None
    found = computed(mark.options) & {*columns}
    return min((key for key in found if not is_aggregate(mark.options[key])), default=None)
