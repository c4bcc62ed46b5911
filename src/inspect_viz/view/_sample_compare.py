"""Two models against each other, sample by sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._attributes import listed
from ._models import DISPLAY
from ._orders import Versus
from ._sample_heatmap import sample_heatmap

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._generated.attributes import Margins, ViewAttributes
    from inspect_viz._spec.nodes import Legend, Title
    from inspect_viz.data import Data


@listed
def sample_compare(
    data: Data,
    a: str,
    b: str,
    *,
    others: bool = True,
    id: str = "id",
    model_name: str = DISPLAY,
    score_value: str | None = None,
    tip: bool = True,
    title: str | Title | None = None,
    subtitle: str | NotGiven | None = NOT_GIVEN,
    height: float | None = None,
    width: float | None = None,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    invalidated: bool = False,
    margins: bool | Margins = True,
    threshold: float | None = None,
    score_range: tuple[float, float] | None = None,
    epochs: str = "mean",
    higher_is_better: bool = True,
    **attributes: Unpack[ViewAttributes],
) -> Component:
    """Two models against each other, sample by sample: where one is better, both solve, neither does, the other is.

    The two stand first, under a strip of their differences; samples stand in blocks by who does better, and within
    them by how much. The subtitle says how often each is better, the mean difference with its 95 % interval, and
    whether a paired test separates them: McNemar's for single scores of 0 or 1, else Student's t over samples with the
    sign test beside it. Only samples that both have count; the others stand last. Where both are runs of one model, `a`
    is taken to be before `b`: what `b` no longer solves is broken, what it now does is fixed ("7 broken, 12 fixed, 94
    alike"), and the difference is the change since; several epochs and grades are worse or better.

    Args:
        data: Rows of samples, as `sample_heatmap` takes them.
        a: The model whose differences above none are shown upwards.
        b: The other model.
        others: Whether the other models stand below, as a context.
        id: Column of the sample ids.
        model_name: Column of the models' names, as for `sample_heatmap`.
        score_value: Column of the scores, as for `sample_heatmap`.
        tip: Show sample, model, score and links under the pointer.
        title: Text above the picture; None for the two names, an empty text for none.
        subtitle: Text below the title; None for none. Not given: the finding.
        height: Outer height in pixels; None lets it follow the rows.
        width: Outer width in pixels; None: 700, and cells no wider than 48.
        legend: Colour legend in the header; None for none, or `legend(...)`.
        invalidated: Whether scores of samples count that were declared invalid.
        margins: As for `sample_heatmap`.
        threshold: The least score of a cell that solves its sample, which parts "both solve" from "neither solves".
            None: half of the epochs where scores are 0 or 1; grades that are alike stay together.
        score_range: Lowest and highest score that there can be, for the colours.
        epochs: What of the epochs of a sample is its score, as for `sample_heatmap`.
        higher_is_better: Whether higher scores are better; False: who has less is better, and differences say by how
            much.
        attributes: Further attributes of `plot`, as listed below.

    Raises:
        TypeError: If an argument has the wrong type.
        ValueError: If `a` or `b` is not a model, both are the same, or as `sample_heatmap`.
    """
    if not isinstance(others, bool):
        raise TypeError(f"others={others!r} must be True or False")
    return sample_heatmap(
        data,
        id=id,
        model_name=model_name,
        score_value=score_value,
        tip=tip,
        title=title,
        height=height,
        width=width,
        legend=legend,
        sort=Versus(a, b, others),  # type: ignore[arg-type]  # which callers of `sample_heatmap` have none of
        invalidated=invalidated,
        margins=margins,
        subtitle=subtitle,
        threshold=threshold,
        score_range=score_range,
        epochs=epochs,
        higher_is_better=higher_is_better,
        **attributes,
    )


__all__ = ["sample_compare"]
