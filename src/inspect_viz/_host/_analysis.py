"""A table of an analysis, computed by the runtime over what the database answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from inspect_viz._util.ending import native_work

from ._drawing import analyse as analyse_in_v8
from ._errors import DrawingError
from ._v8 import warm_up

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

    from inspect_viz._engine import Limits
    from inspect_viz._spec.nodes import Drawable


def analyse(
    component: Drawable,
    question: Mapping[str, object],
    wish: Mapping[str, object],
    limits: Limits | None = None,
) -> pa.Table:
    """The table that answers a question over the one table of a component.

    Args:
        component: Its marks say which columns are read.
        question: What is asked of that table, but for its name, as `plot/cell/question.ts` knows it.
        wish: The rest of what `static/analysis` of the runtime is asked: which table, and of what.
        limits: What the questions to the data may take.

    Raises:
        DrawingError: If it cannot be answered.
    """
    import pyarrow as pa

    from ._open import OpenPicture

    with native_work():
        warm_up()
        with OpenPicture(component, limits) as picture:
            (table,) = picture.picture.tables
            asked = {**wish, "question": {**question, "table": table}}
            try:
                found = analyse_in_v8(json.dumps(asked), picture.answer)
            except DrawingError as error:
                raise error.with_traceback(None) from None
    return pa.ipc.open_stream(found).read_all()


__all__ = ["analyse"]
