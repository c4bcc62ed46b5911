"""The columns that the channels of marks in a spec name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inspect_viz._generated.transforms import TRANSFORMS
from inspect_viz._spec.arguments import CHANNELS
from inspect_viz._spec.channels import COLORS
from inspect_viz._spec.colors import is_color
from inspect_viz._spec.encode import COMPUTED
from inspect_viz._spec.errors import shown
from inspect_viz._spec.kinds import literal_values
from inspect_viz._spec.names import snake
from inspect_viz._spec.suited import MEASURED
from inspect_viz._spec.vocabulary import options_of

from ._columns import Columns
from ._options import is_reference
from ._references import References
from ._transforms import check_transform

FUNCTIONS = {mosaic for mosaic, _ in TRANSFORMS.values()} - {"sql", "agg"}


def check_channels(where: str, entry: Mapping[str, object], references: References, columns: Columns) -> None:
    """Raises ValueError for what a channel cannot show, and for a column that the table of a mark does not have."""
    source = entry.get("data")
    table = source.get("from") if isinstance(source, Mapping) else None
    if not isinstance(table, str) or table not in columns.tables.names:
        return
    known = options_of(str(entry["mark"]))
    for name, value in entry.items():
        kinds = known.get(name, ())
        if "Channels" in kinds and isinstance(value, Mapping):
            value = {"column": [*value.values()]}
        elif not any(kind in CHANNELS for kind in kinds) or _is_word(name, value, (*kinds, "Symbol")):
            continue
        elif isinstance(value, Mapping):
            check_transform(where, name, value, references, columns, table)
        elif name in MEASURED and isinstance(held := references.first(value), str) and is_reference(value):
            raise ValueError(
                f"{where}: {name} is {value}, a param with the value {shown(held)}, where a number is wanted."
            )
        for column in _named(value):
            columns.check(where, name, column, table)


def _is_word(name: str, value: object, kinds: tuple[str, ...]) -> bool:
    """Whether a text is a colour, a symbol, or another word that stands for itself."""
    if not isinstance(value, str):
        return False
    words = {word for kind in kinds if kind != "Symbol" or name == "symbol" for word in literal_values(kind)}
    return value.lower() in words or value == COMPUTED or (snake(name) in COLORS and is_color(value))


def _named(value: object) -> Iterator[str]:
    """The columns in a value; a text with a dot may stand for a part of one."""
    if isinstance(value, str) and value and not value.startswith("$") and not {".", '"', "*"} & {*value}:
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            arguments = inner if isinstance(inner, list) else [inner]
            if name == "column" or name in FUNCTIONS:
                yield from (column for one in arguments for column in _named(one))
