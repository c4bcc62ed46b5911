"""inspect_ai's data preparation, with its operations given one by one or as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

INSTALL = "prepare() needs inspect_ai: pip install 'inspect-viz[inspect]'"


def prepare(df: pd.DataFrame, *operations: Any) -> pd.DataFrame:
    """A prepared copy of a data frame of samples or evaluations.

    Args:
        df: What inspect_ai's `samples_df` or `evals_df` returned.
        operations: inspect_ai's operations, such as `model_info()`, `log_viewer(...)` and `score_to_float(...)`, one
            after the other or in a list.

    Returns:
        The frame that inspect_ai's own `prepare` returns for the list of these operations.

    Raises:
        ImportError: If inspect_ai is not installed.
        TypeError: If an operation cannot be called.
    """
    flat = [op for item in operations for op in (item if isinstance(item, Sequence) else [item])]
    for op in flat:
        if not callable(op):
            raise TypeError(f"operations: {op!r} is not an operation such as model_info() or log_viewer(...)")
    try:
        from inspect_ai.analysis import prepare as inspect_prepare
    except ImportError as error:
        raise ImportError(INSTALL) from error
    return inspect_prepare(df, flat)
