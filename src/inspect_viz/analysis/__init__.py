"""What scores of samples and models say, as tables of numbers: the ones that pictures show.

Each function takes the rows of samples that `sample_heatmap` takes, and the same keywords: `id`, `model_name`,
`score_value`, `invalidated`, `threshold`. A cell is a sample of a model; its score is the mean of its epochs. Numbers
that the scores do not define are null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._spec.signature import lines_of, lists_options

from ._ask import ask
from ._finish import finished
from ._options import Options
from ._reliability import Reliability, reliability_of

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]
    from typing_extensions import Unpack

    from inspect_viz.data import Data

_listed = lists_options(Options, lines_of(Options))


@_listed
def items(data: Data, **options: Unpack[Options]) -> pa.Table:
    """One row for each sample, the hardest first.

    Args:
        data: Rows of samples.
        options: Columns and what counts, as listed below.

    Returns:
        `id`; `n` models with a score `of` all; `mean` of their scores; `adjusted`: the least-squares mean, of the fit
        score ~ model + sample; `difficulty`: how far that is below the average sample; `spread`: standard deviation
        between models; `discrimination`: correlation of the models' scores on this sample with their means on all
        others, with a 95 % interval by Fisher's transformation (`discrimination_low`, `discrimination_high`);
        `flip_rate`: share of the cells with several epochs whose epochs do not agree; `solved`: models that reach the
        threshold; `block`: where the sample stands in the picture; and the number of cells in each state.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing, the score cannot be shown, or the data has no rows.
    """
    return finished(ask("items", data, options))


@_listed
def models(data: Data, **options: Unpack[Options]) -> pa.Table:
    """One row for each model, the best first.

    Args:
        data: Rows of samples.
        options: Columns and what counts, as listed below.

    Returns:
        `model`; `n` samples with a score `of` all; `mean` with its 95 % interval (`low`, `high`) and the `method` of
        that: "Wilson" (0 or 1, one epoch) or "t" (over samples, whose epochs count as one); `adjusted`: the
        least-squares mean; `flip_rate`: share of the cells with several epochs whose epochs do not agree; and the
        number of cells in each state.

    Raises:
        TypeError, ValueError: As `items`.
    """
    return finished(ask("models", data, options))


@_listed
def paired(data: Data, baseline: str | None = None, **options: Unpack[Options]) -> pa.Table:
    """Pairs of models, each over the samples that both have.

    Args:
        data: Rows of samples.
        baseline: The model that all others are compared with; None for all pairs, the better model first.
        options: Columns and what counts, as listed below.

    Returns:
        Models `a` and `b`; `n` samples that both have; on how many of them a is better (`wins`), worse (`losses`) and
        as good (`ties`); mean `difference` of a from b with its 95 % interval (`low`, `high`); `p` of the `method`:
        "McNemar" (exact; 0 or 1, one epoch) or "paired t" over samples; `p_holm`: corrected for the number of pairs;
        `p_sign`: of the sign test. Null for fewer than two samples in common.

    Raises:
        TypeError: As `items`.
        ValueError: As `items`, or if `baseline` is not a model.
    """
    return finished(ask("paired", data, options, baseline=baseline))


@_listed
def suspects(data: Data, *, most: int = 50, **options: Unpack[Options]) -> pa.Table:
    """Samples that strong models fail and weak ones pass: where a target or a grader may be wrong.

    Args:
        data: Rows of samples.
        most: Rows of the table, at most.
        options: Columns and what counts, as listed below.

    Returns:
        Samples whose `discrimination` is negative, the most suspect first, with `n`, `mean`, the interval of the
        correlation, the `reason` in words, the best models that are `failing`, and `links` to their transcripts.
        `telling` is false for fewer than 12 models, from which such a list cannot be told from chance: of 50 samples
        with a wrong target among 10,000 the first 50 rows hold none with 5 models, 11 with 12, 42 with 40, 49 with 100
        (measured on simulated passes and fails).

    Raises:
        TypeError: As `items`.
        ValueError: As `items`, or if `most` is negative.
    """
    if isinstance(most, bool) or not isinstance(most, int):
        raise TypeError(f"most={most!r} must be a whole number")
    if most < 0:
        raise ValueError(f"most={most!r} must be 0 or more")
    return finished(ask("suspects", data, options, most=most))


@_listed
def reliability(data: Data, **options: Unpack[Options]) -> Reliability:
    """How well the samples work as one test of these models.

    Args:
        data: Rows of samples.
        options: Columns and what counts, as listed below.

    Raises:
        TypeError, ValueError: As `items`.
    """
    return reliability_of(ask("reliability", data, options))


__all__ = ["Options", "Reliability", "items", "models", "paired", "reliability", "suspects"]
