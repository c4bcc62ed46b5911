"""Every sample against every model, the score as colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._attributes import check_attributes, check_models_of_domain, listed, scale_of_domain
from ._baseline import checked_baseline, difference_domain, difference_label, with_baseline
from ._cell_options import CellOptions, checked
from ._cells import checked_lower, checked_threshold, heatmap_cells, models_needed, with_suspects
from ._details import checked_details
from ._epochs import checked_epochs
from ._frame import frame_notes
from ._groups import Columns, find_attributes
from ._models import DISPLAY
from ._order import Sort
from ._range import domain_of_range, score_label, score_legend, told_label
from ._roles import find_roles
from ._settings import check_flag, default_size, is_across, label, size, top_marks
from ._state import checked_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._generated.attributes import Margins, ViewAttributes
    from inspect_viz._spec.nodes import Legend, Title
    from inspect_viz.data import Data
    from inspect_viz.mark import Marks

WIDTH = 700.0


@listed
def sample_heatmap(
    data: Data,
    id: str = "id",
    id_label: str | NotGiven | None = None,
    model_name: str = DISPLAY,
    model_label: str | NotGiven | None = None,
    score_value: str | None = None,
    cell: CellOptions | None = None,
    tip: bool = True,
    title: str | Title | None = None,
    marks: Marks | None = None,
    height: float | None = None,
    width: float | None = None,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    sort: Sort | Sequence[object] = "ascending",
    orientation: Literal["horizontal", "vertical"] = "horizontal",
    invalidated: bool = False,
    *,
    margins: bool | Margins = True,
    subtitle: str | NotGiven | None = NOT_GIVEN,
    threshold: float | None = None,
    score_range: tuple[float, float] | None = None,
    details: Sequence[str] | None = None,
    epochs: str = "mean",
    baseline: str | None = None,
    group: Columns = None,
    bars: Columns = None,
    suspects: bool = False,
    level: Literal["samples", "groups"] = "samples",
    higher_is_better: bool = True,
    state: str | Mapping[str, object] | None = None,
    **attributes: Unpack[ViewAttributes],
) -> Component:
    """Every sample against every model, the score as colour.

    A cell's value is the mean over its epochs that have a finite score. Errors, limits, missing scores and missing
    samples are marked, and counted in the legend. Beside the models stand their means with 95 % intervals. Problems of
    the logs behind the data stand in a note below it.

    Args:
        data: Rows of samples, as inspect_ai's `samples_df` gives them.
        id: Column of the sample ids.
        id_label: Label of the sample axis; None for none, NOT_GIVEN for the column's name.
        model_name: Column of the models' names; the default falls back to `model`.
        model_label: Label of the model axis, as `id_label`.
        score_value: Column of the scores: numbers, booleans, or texts: "C", "I", "P", "N" (1, 0, 0.5, 0), yes and true
            (1), no and false (0), numbers; other text is no score. Not needed when exactly one column named `score` or
            `score_*` can be shown, nor for samples of logs that have none.
        cell: Inset (pixels) and text colour of the cells.
        tip: Show sample, model, score and links under the pointer. Without it links still open by click.
        title: Text above the picture, or `title(...)`; None for the task and the numbers of models and samples, an
            empty text for none.
        marks: A mark or a sequence of marks, drawn on top.
        height: Outer height in pixels, with title, subtitle and margins; legend, footer and note come in addition. A
            small one leaves out the subtitle, and then a title that was not given. None lets it follow the rows: 28
            pixels each, less where they are many, down to 15 for up to 200 models.
        width: Outer width in pixels; None: 700, and cells no wider than 48. A page lays the picture out for the width
            that it has: up to `width`, or, where that is None, up to cells of 48.
        legend: Colour legend in the header; None for none, or `legend(...)`.
        sort: "ascending" puts the best model and the easiest sample at the top right, "descending" at the bottom left,
            by least-squares means: those of the fit score ~ model + sample, plain means where nothing is missing. None
            keeps the order of the data. In words: "mean", "natural" (by name), "data", "similarity" (like ones side by
            side), "flips"; for samples also "disagreement" (spread between models), "discrimination" (item-rest
            correlation), a model's name (by its scores), a column, or a list of ids that stand first; "-flips" falls.
            `{"samples": ..., "models": ...}` says it for each, `{"value": "disagreement", "order": "descending",
            "limit": 50}` with a limit. Or Plot's own option: a channel, `{value, order}`, or an order for each scale,
            such as `{"x": {"value": "fill", "reduce": "mean", "limit": 50}}`. Without any score bands stand last.
        orientation: "horizontal": samples on x; "vertical": samples on y.
        invalidated: Whether scores of samples count that were declared invalid (column `invalidation`).
        margins: Show each model's mean with its 95 % interval and, where some lack, its number of samples beside it,
            and "~" between two that a paired test does not separate. Where width is short the scale gets narrower,
            then adjusted means go, then the numbers or the scale, whichever makes room for the other, then both, and
            last the means. Pixels of sides, such as `{"left": 90}`, are the plot's own margins.
        subtitle: Text below the title; None for none. Not given: what the picture shows, in words.
        threshold: The least score of a cell that solves its sample, such as 7 of 10: samples stand in the order of how
            many models reach it. None: half of the epochs where scores are 0 or 1; other scores are grades.
        score_range: Lowest and highest score that there can be, such as (0, 10), for the colours; None: 0 to 1 where
            all scores lie there, else the lowest and the highest that are drawn.
        details: Columns whose texts a page carries for each epoch, such as ["error", "target"], and says so: they
            stand in the pinned tip, the first line of `error` in every tip. None, the default, carries none.
        epochs: What of the epochs of a sample is its score: "mean"; "split", the mean, too, but a cell shows its epochs
            side by side, in their order, where each has 3 pixels (a page shows them as a reader zooms; an epoch that a
            model lacks and others have leaves its place empty); "worst" or "best"; "pass@k", such as "pass@2", the
            chance that one of k epochs passes, or "pass^k", that all of k do, as estimated from all epochs (Chen et
            al., arXiv 2107.03374; Yao et al., arXiv 2406.12045). An epoch passes that reaches the threshold, or 1.
            Samples of fewer epochs than k are unscored.
        baseline: A model from whose scores those of all others are taken away: it stands first, the others by their
            mean difference; colours are differences, purple below and green above none. Beside each model stand its
            mean difference with a 95 % interval, on how many samples it loses and wins, and the p of a paired test
            after Holm's correction over the models, as `inspect_viz.analysis.paired` gives them. Samples that either
            lacks are absent.
        group: A column, or several, whose values part samples into blocks, such as "metadata_topic"; or one of models,
            such as their organisation. `{"samples": ..., "models": ...}` says of which. Above each block stand its
            value, the number of its samples and the mean of their scores. Blocks stand as their samples do: the
            hardest first where these stand by difficulty, else in natural order, in which numbers stand always. The
            30 largest stand apart, others together. Tasks that share sample ids are groups of their own, unless this
            says otherwise; `[]` for none.
        bars: Further columns of samples or models, each as a thin bar beside the cells: colours for values, greys for
            numbers, told in the key.
        suspects: Mark samples that strong models fail and weak ones pass by diamonds, at most 50 of them: those of
            `inspect_viz.analysis.suspects`, among the samples that are drawn. The footer says how many there are, and
            that it cannot tell where models are fewer than 12.
        level: "groups": one column for each group of samples, the mean of each model in it as colour and as text; its
            number of samples and 95 % interval (that of the margin) stand in the tip. "samples", the default: one
            column a sample.
        higher_is_better: Whether higher scores are better. False, such as for losses: the best model has the lowest
            mean, a sample is solved by scores up to `threshold` (0 where scores are 0 or 1), and good scores are pale.
        state: What a reader made of the picture in its page: its address (`...#view=...`), what "Copy view" gives, or
            a dict of that: orders, two models that are compared, groups, and what is kept. The rest holds as given.
        attributes: Further attributes of `plot`, as listed below.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing, the score cannot be shown, the data has no rows, or a value is not accepted.
    """
    from inspect_viz.plot import plot

    check_flag("tip", tip)
    check_flag("suspects", suspects)
    across = is_across(orientation)
    threshold, lower = checked_threshold(threshold), checked_lower(higher_is_better)
    check_attributes(attributes, marks is not None)
    domain = domain_of_range(score_range, attributes)
    roles = find_roles(
        data,
        id=id,
        model_name=model_name,
        score_value=score_value,
        invalidated=invalidated,
        epochs=checked_epochs(epochs, threshold, lower),
    )
    shown = checked_state(state)
    group, at_level, against = shown.over(group, level, baseline)
    found = find_attributes(roles, group, bars, at_level, suspects, margins)
    roles = replace(roles, remarks=(*roles.remarks, *found.remarks))
    baseline = checked_baseline(against, roles, is_table=found.is_table)
    domain = difference_domain(domain, baseline)
    frame = frame_notes(
        roles,
        margins=margins,
        subtitle=subtitle,
        is_titled=title is not None,
        is_legend_given=not isinstance(legend, NotGiven),
        is_height_given=height is not None or default_size("height") is not None,
        is_width_given=width is not None or default_size("width") is not None,
    )
    width = size("width", width, default_size("width") or WIDTH)
    height = None if frame.rows else size("height", height, default_size("height") or 1)
    carried = checked_details(details, roles.data)
    cells = heatmap_cells(roles, checked(cell), tip, sort, across, threshold, carried, found, shown)
    cells = with_baseline(cells, baseline)
    check_models_of_domain(attributes, across, models_needed(cells))
    named = found.called("samples") if found.is_table else id
    labels = (label("id_label", id_label, named), label("model_label", model_label, roles.model.column))
    settings: dict[str, object] = {
        "padding": 0,
        "x_label": labels[0] if across else labels[1],
        "y_label": labels[1] if across else labels[0],
        **({} if isinstance(margins, bool) else {"margins": margins}),
        **({"color_reverse": True} if roles.score.epochs.is_lower and baseline is None else {}),
        **attributes,
        **scale_of_domain(attributes),
        **domain,
    }
    drawn = [with_suspects(cells) if suspects else cells, *top_marks(marks)]
    picture = plot(
        *drawn,
        title=title,
        width=width,
        height=height,
        legend=score_legend(
            legend,
            told_label(attributes.get("color_label"), difference_label(score_label(roles.score), baseline)),
            bool(domain) or "color_domain" in attributes,
            roles.score.epochs.is_lower,
        ),
        **settings,  # type: ignore[arg-type]
    )
    return roles.noted(picture, frame)


__all__ = ["sample_heatmap"]
