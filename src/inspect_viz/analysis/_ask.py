"""One question to the scores of samples and models, answered as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._sql import text
from inspect_viz._util.suggest import did_you_mean, listing
from inspect_viz.view._cells import checked_lower, checked_threshold, heatmap_cells
from inspect_viz.view._epochs import checked_epochs
from inspect_viz.view._models import checked_model
from inspect_viz.view._order import sort_order
from inspect_viz.view._roles import find_roles

from ._options import Options

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

    from inspect_viz.data import Data


def ask(table: str, data: Data, options: Options, *, baseline: object = None, most: int = 0) -> pa.Table:
    """The table of this name: models stand best first, samples hardest first, as in `sample_heatmap(data)`.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing, the score cannot be shown, the data has no rows, or there is no such model.
    """
    from inspect_viz import _host
    from inspect_viz._spec.sidecar import json_of
    from inspect_viz.plot import plot

    _known(options)
    threshold = checked_threshold(options.get("threshold"))
    lower = checked_lower(options.get("higher_is_better", True))
    roles = find_roles(
        data,
        id=options.get("id", "id"),
        model_name=options.get("model_name", "model_display_name"),
        score_value=options.get("score_value"),
        invalidated=options.get("invalidated", False),
        epochs=checked_epochs(options.get("epochs", "mean"), threshold, lower),
    )
    if baseline is not None:
        baseline = checked_model(data, roles.model, "baseline", baseline)
    cells = heatmap_cells(roles, (0, None), False, "ascending", True, threshold)
    assert cells.notes is not None
    question = {
        "x": text(roles.sample.name),
        "y": text(roles.model.name),
        "fill": roles.score.of_cell,
        "aggregate": True,
        "value": text(roles.score.value),
        "channels": [],
        "notes": json_of(cells.notes),
    }
    wish = {"table": table, "sort": sort_order("ascending"), "threshold": threshold, "baseline": baseline, "most": most}
    return _host.analyse(plot(cells), question, wish)


def _known(options: Options) -> None:
    names = list(Options.__annotations__)
    for unknown in (option for option in options if option not in names):
        raise TypeError(f"{unknown!r} is not an option; options: {listing(names)}.{did_you_mean(unknown, names)}")
