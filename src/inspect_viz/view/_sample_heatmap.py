"""Every sample against every model, the score as colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven
from inspect_viz._util.suggest import did_you_mean, listing

from ._cell_options import CellOptions, checked
from ._models import DEFAULT, RAW, model_sql, warn_of_repeated_rows, warn_of_shared_samples
from ._order import Sort, sort_order
from ._scores import is_text, pick_score, score_sql, warn_of_rounding
from ._settings import check_scales, default_size, label, size, top_marks
from ._states import happened

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._spec.nodes import Legend, Mark, Title
    from inspect_viz.data import Data
    from inspect_viz.mark import Marks
    from inspect_viz.plot import PlotAttributes

WIDTH = 700.0
GOLDEN = 1.618


def sample_heatmap(
    data: Data,
    id: str = "id",
    id_label: str | NotGiven | None = None,
    model_name: str = DEFAULT,
    model_label: str | NotGiven | None = None,
    score_value: str | None = None,
    cell: CellOptions | None = None,
    tip: bool = True,
    title: str | Title | None = None,
    marks: Marks | None = None,
    height: float | None = None,
    width: float | None = None,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    sort: Sort = "ascending",
    orientation: Literal["horizontal", "vertical"] = "horizontal",
    **attributes: Unpack[PlotAttributes],
) -> Component:
    """Every sample against every model, the score as colour.

    A cell's value is the mean over its epochs that have a finite score. Errors, limits, missing scores and missing
    samples are marked, and counted in the legend. Problems of the logs behind the data stand in a note below it.

    Args:
        data: Rows of samples, as inspect_ai's `samples_df` gives them.
        id: Column of the sample ids.
        id_label: Label of the sample axis; None for none, NOT_GIVEN for the column's name.
        model_name: Column of the models' names; the default falls back to `model`.
        model_label: Label of the model axis, as `id_label`.
        score_value: Column of the scores: numbers, booleans, or "C", "I", "P", "N" (1, 0, 0.5, 0). Not needed when
            exactly one column named `score_*` can be shown.
        cell: Inset (pixels) and text colour of the cells.
        tip: Show sample, model, score and links under the pointer. Without it links still open by click.
        title: Text above the picture, or `title(...)`.
        marks: A mark or a sequence of marks, drawn on top.
        height: Outer height in pixels, margins included; default: width / 1.618.
        width: Outer width in pixels; default 700. Narrower screens shrink the picture.
        legend: Colour legend below the picture; None for none, or `legend(...)`.
        sort: "ascending" puts the best model and the easiest sample at the top right, "descending" at the bottom left;
            None keeps the order of the data. Or a channel, `{value, order}`, or an order for each scale, such as
            `{"x": {"value": "fill", "reduce": "mean", "limit": 50}}`.
        orientation: "horizontal": samples on x; "vertical": samples on y.
        attributes: Further attributes of `plot`.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing, the score cannot be shown, the data has no rows, or a value is not accepted.
    """
    from inspect_viz.plot import plot

    _check(data, tip, orientation)
    model_name = _model_column(data, model_name)
    _check_column(data, "id", id)
    score = pick_score(data, score_value)
    _check_apart(id, model_name, score)
    check_scales(attributes)
    warn_of_rounding(data, score)
    warn_of_shared_samples(data, id)
    warn_of_repeated_rows(data, id, model_name)
    width = size("width", width, default_size("width") or WIDTH)
    height = size("height", height, default_size("height") or max(1, round(width / GOLDEN)))
    across = orientation == "horizontal"
    cells = _cells(data, id, model_name, score, checked(cell), tip, sort, across)
    labels = (label("id_label", id_label, id), label("model_label", model_label, model_name))
    settings: dict[str, object] = {
        "padding": 0,
        "x_label": labels[0] if across else labels[1],
        "y_label": labels[1] if across else labels[0],
        **attributes,
    }
    drawn = [cells, *top_marks(marks)]
    picture = plot(
        *drawn,
        title=title,
        width=width,
        height=height,
        legend=_legend(legend, score),
        **settings,  # type: ignore[arg-type]
    )
    return _telling(picture, data)


def _check(data: object, tip: object, orientation: object) -> None:
    from inspect_viz.data import Data

    if not isinstance(data, Data):
        raise TypeError(
            f"data must be a Data, not {type(data).__name__}; wrap a data frame with Data.from_dataframe(df) "
            "or read a file with Data.from_file(path)"
        )
    if len(data) == 0:
        raise ValueError("data has no rows, so there is nothing to draw")
    if not isinstance(tip, bool):
        raise TypeError(f"tip={tip!r} must be True or False")
    if orientation not in ("horizontal", "vertical"):
        hint = did_you_mean(orientation, ("horizontal", "vertical"))
        raise ValueError(f"orientation={orientation!r} must be 'horizontal' or 'vertical'.{hint}")


def _check_column(data: Data, argument: str, column: object) -> None:
    if not isinstance(column, str):
        raise TypeError(f"{argument}={column!r} must be the name of a column")
    if column not in data.columns:
        hint = did_you_mean(column, data.columns)
        also = f", nor is {RAW!r}" if column == DEFAULT and argument == "model_name" else ""
        raise ValueError(f"{argument}={column!r} is not a column{also}; columns: {listing(data.columns)}.{hint}")
    kind = data.reader.types[column]
    if kind.endswith("]") or kind.startswith(("STRUCT", "MAP", "UNION")):
        raise ValueError(f"{argument}={column!r} has the type {kind}; it must hold one text or number a row")


def _model_column(data: Data, column: str) -> str:
    if column == DEFAULT and column not in data.columns and RAW in data.columns:
        return RAW
    _check_column(data, "model_name", column)
    return column


def _check_apart(id: str, model: str, score: str) -> None:
    named = {"id": id, "model_name": model, "score_value": score}
    for first, second in (("id", "score_value"), ("model_name", "score_value"), ("id", "model_name")):
        if named[first] == named[second]:
            raise ValueError(f"{first} and {second} are the same column, {named[first]!r}; they must differ")


def _legend(given: Legend | NotGiven | None, score: str) -> Legend | None:
    from inspect_viz.plot import legend

    if isinstance(given, NotGiven):
        return legend("color", frame_anchor="bottom", border=False, label=score)
    return given


def _telling(picture: Component, data: Data) -> Component:
    """The picture with a note about the problems of its data."""
    from inspect_viz._spec.nodes import PlotNode

    problems = tuple(str(problem.message) for problem in getattr(data, "problems", ()))
    plot = picture.node
    return replace(picture, node=replace(plot, problems=problems)) if isinstance(plot, PlotNode) else picture


def _optional(data: Data, column: str, *, text: bool = False) -> str | None:
    return column if column in data.columns and (not text or is_text(data.reader.types[column])) else None


def _cells(
    data: Data, id: str, model: str, score: str, look: tuple[float, str | None], tip: bool, sort: Sort, across: bool
) -> Mark:
    from inspect_viz.mark import cell
    from inspect_viz.transform import agg, column, sql

    inset, text = look
    value = score_sql(data, score)
    named_apart = model_sql(data, model, id) if model in (DEFAULT, RAW) else None
    samples = column(id)
    models = column(model) if named_apart is None else sql(named_apart, label=model)
    x, y = (samples, models) if across else (models, samples)
    mark = cell(
        data,
        x=x,
        y=y,
        fill=agg(f"avg({value})", label=score),
        inset=inset,
        tip=tip,
        sort=sort_order(sort),  # type: ignore[arg-type]
    )
    names = {"x": id if across else "model", "y": "model" if across else id, "value": score}
    inspect: Mapping[str, object] = {
        "value": value,
        "text": text,
        "names": names,
        "sampleAxis": "x" if across else "y",
        "error": happened(data, "error"),
        "limit": happened(data, "limit"),
        "link": _optional(data, "log_viewer", text=True),
        "epoch": _optional(data, "epoch"),
    }
    return replace(mark, inspect=inspect)


__all__ = ["sample_heatmap"]
