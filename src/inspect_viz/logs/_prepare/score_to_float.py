"""Scores as numbers."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Sequence
from numbers import Real
from typing import TYPE_CHECKING, Any

from inspect_viz._meaning.scores import number_of
from inspect_viz._util.stack import outside
from inspect_viz._util.suggest import listing

from .distinct import Distinct, distinct, texts
from .frame import Frame, column, opened, with_columns

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

_NEED = "score_to_float()"
_MEANINGS = "C, I, P, N, yes, no, true, false or a number"
_WIDTH = 40
"""Characters of a value in a warning."""

ValueToFloat = Callable[[Any], float]


def score_to_float(data: Frame, columns: str | Sequence[str], *, value_to_float: ValueToFloat | None = None) -> Frame:
    """Replace scores by numbers.

    Args:
        data: A pandas or Polars data frame, a PyArrow table or another frame in memory that narwhals knows.
        columns: The name of a score column, or several.
        value_to_float: Gives the number of a score; it is called once for each distinct value of a column, and never
            for a missing one. By default "C" (correct) is 1, "P" (partial) 0.5, "I" (incorrect) and "N" (no answer)
            0; yes and true are 1, no and false 0 in any case; texts of finite numbers and numbers are what they say.
            Other text is no score: it becomes null, and one warning tells of it.

    Returns:
        A frame of the same kind with these columns as 64-bit floats, null (NaN in pandas) where there is no score.

    Raises:
        TypeError: If `data` is no such frame.
        ValueError: If a column is not there, or `value_to_float` gives something that is no number.
    """
    names = _names(columns)
    if value_to_float is not None and not callable(value_to_float):
        raise ValueError(f"value_to_float={value_to_float!r} must be a function of a score, or None")
    source = opened(data)
    others: list[str] = []
    fresh = {}
    for name in names:
        values = column(source, name, _NEED)
        fresh[name] = _by_rule(name, values, others) if value_to_float is None else _by(value_to_float, name, values)
    if others:
        warnings.warn(f"{'; '.join(others)}: not {_MEANINGS}; null now, as if unscored", stacklevel=outside())
    return with_columns(data, source, fresh, _NEED)


def _names(columns: object) -> list[str]:
    names = [columns] if isinstance(columns, str) else columns
    if not isinstance(names, Sequence) or not all(isinstance(name, str) for name in names):
        raise ValueError(f"columns={columns!r} must be the name of a score column or a list of names")
    return list(dict.fromkeys(names))


def _by_rule(name: str, values: pa.ChunkedArray, others: list[str]) -> pa.ChunkedArray:
    """A column by the default meanings; a sentence about other text is appended to `others`."""
    import pyarrow as pa

    kind = values.type
    if (
        pa.types.is_boolean(kind)
        or pa.types.is_integer(kind)
        or pa.types.is_floating(kind)
        or pa.types.is_decimal(kind)
    ):
        return _numbers(values)
    found = distinct(values)
    words = texts(found.values).to_pylist()
    floats = _meanings(words)
    strange = [i for i, value in enumerate(floats) if value is None and words[i]]
    if strange:
        shown = listing(_shortened(words[i] or "") for i in strange[:3])
        rows = _rows(found, strange)
        others.append(f"{name!r} holds {shown} ({rows:,} {'row' if rows == 1 else 'rows'})")
    return found.spread(pa.array(floats, pa.float64()))


def _numbers(values: pa.ChunkedArray) -> pa.ChunkedArray:
    """Numbers as doubles, NaN as null."""
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    doubles = values.cast(pa.float64(), safe=False)
    return pc.if_else(pc.is_nan(doubles), pa.scalar(None, pa.float64()), doubles)


def _meanings(words: Sequence[str | None]) -> list[float | None]:
    """What texts count, None for what is no score; a heatmap shows the grades as the same numbers."""
    return [number_of(word) if word else None for word in words]


def _shortened(word: str) -> str:
    return word if len(word) <= _WIDTH else word[: _WIDTH - 3] + "..."


def _rows(found: Distinct, positions: Sequence[int]) -> int:
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = pa.array(positions, pa.int32())
    return sum(pc.sum(pc.is_in(places, value_set=wanted)).as_py() or 0 for places in found.places)


def _by(value_to_float: ValueToFloat, name: str, values: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column by a function of the caller."""
    import pyarrow as pa

    found = distinct(values)
    floats = [_called(value_to_float, name, value) for value in found.values.to_pylist()]
    return found.spread(pa.array(floats, pa.float64()))


def _called(value_to_float: ValueToFloat, name: str, value: Any) -> float | None:
    if value is None or value != value:
        return None
    number = value_to_float(value)
    if number is None or (isinstance(number, Real) and math.isnan(number)):
        return None
    if not isinstance(number, Real):
        raise ValueError(f"value_to_float gave {number!r} for {value!r} of the column {name!r}; it must give a number")
    return float(number)
