"""Names of tasks for readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .distinct import distinct, texts
from .frame import Frame, check_names, column, opened, with_columns

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

_NEED = "task_info()"


def task_info(
    data: Frame,
    display_names: Mapping[str, str],
    *,
    task_name_column: str = "task_name",
    task_display_name_column: str = "task_display_name",
) -> Frame:
    """Add a column of the names under which tasks are shown.

    Args:
        data: A pandas or Polars data frame, a PyArrow table or another frame in memory that narwhals knows.
        display_names: The shown name by the name of the task. A task that is not in it keeps the display name that
            the frame has for it, or else is shown by its name.
        task_name_column: The column with the names of the tasks.
        task_display_name_column: The column to add or replace.

    Returns:
        A frame of the same kind with this column of texts.

    Raises:
        TypeError: If `data` is no such frame.
        ValueError: If `display_names` is no mapping of texts, or a column is not there.
    """
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    _check(display_names)
    check_names(_NEED, task_name_column=task_name_column, task_display_name_column=task_display_name_column)
    source = opened(data)
    names = column(source, task_name_column, _NEED)
    shown = [_mapped(names, display_names)]
    if task_display_name_column in source.names:
        shown.append(_texts(column(source, task_display_name_column, _NEED)))
    shown.append(_texts(names))
    return with_columns(data, source, {task_display_name_column: pc.coalesce(*shown)}, _NEED)


def _check(display_names: object) -> None:
    if not isinstance(display_names, Mapping):
        raise ValueError(f"display_names={display_names!r} must map names of tasks to the names to show")
    for name, shown in display_names.items():
        if not isinstance(name, str) or not isinstance(shown, str):
            raise ValueError(f"display_names: {name!r}: {shown!r} must be the name of a task and the name to show")


def _mapped(names: pa.ChunkedArray, display_names: Mapping[str, str]) -> pa.ChunkedArray:
    import pyarrow as pa

    found = distinct(names)
    return found.spread(pa.array([display_names.get(n) for n in texts(found.values).to_pylist()], pa.string()))


def _texts(values: pa.ChunkedArray) -> pa.ChunkedArray:
    found = distinct(values)
    return found.spread(texts(found.values))
