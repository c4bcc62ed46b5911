"""Success rates that would have been reached, had samples been stopped at a limit."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from inspect_viz._meaning.scores import number_of
from inspect_viz._util.suggest import did_you_mean, listing

if TYPE_CHECKING:
    import pandas as pd

LimitScale: TypeAlias = Literal["log", "linear", "auto"]
SCALES = ("log", "linear", "auto")
TOKENS, USAGE, MODEL, LOG = "total_tokens", "model_usage", "model", "log"
SUCCESS, STDERR, OTHER, COUNT = "success_rate", "standard_error", "other_termination_rate", "count"
LOG_FROM = 100
"""How many times its lowest value the highest of a column is, from which on its steps are those of a log scale."""


def scores_by_limit_df(
    df: pd.DataFrame,
    score: str,
    limit: str = TOKENS,
    scale: LimitScale = "auto",
    steps: int = 100,
) -> pd.DataFrame:
    """For each model and each of several limits, the success rate if samples had been stopped at that limit.

    A sample counts with its score where it needed no more than the limit, and with 0 where it needed more.

    Args:
        df: Rows of samples, with a column `model`.
        score: Column of the scores: numbers, booleans or grades ("C", "I", "P", "N"), 1 for success.
        limit: Column of what a sample needed, such as "total_tokens", "total_time", "working_time" (seconds) or
            "message_count". "total_tokens" is taken from the row's own model in `model_usage` where there is such a
            column.
        scale: Whether limits rise by steps of equal size ("linear") or of equal ratio ("log"). "auto": "log" where the
            highest is at least 100 times the lowest above zero.
        steps: Number of limits, from the least that a sample needed to the most.

    Returns:
        One row for each limit and model: the limit, in a column named as `limit`; `model`; `success_rate`;
        `standard_error` of it (NaN for a single sample); `other_termination_rate`, the share of samples that ended
        below the limit with a score of 0; `count` of the samples, those without score or limit left out; and `log`,
        that of the model, where `df` has this column.

    Raises:
        TypeError: If `df` is no data frame, or an argument has the wrong type.
        ValueError: If a column is missing or holds no numbers, or a value is not accepted.
    """
    frame = _checked(df, score, limit, scale, steps)
    if frame.empty:
        return frame.assign(**dict.fromkeys((SUCCESS, STDERR, OTHER, COUNT), 0.0))[_columns(limit, frame)]
    return _rates(frame, limit, _limits(frame[limit], scale, steps))


def is_log(low: float, high: float) -> bool:
    """Whether a range of numbers above zero is better seen on a log axis."""
    return low > 0 and high >= LOG_FROM * low


def _checked(df: object, score: object, limit: object, scale: object, steps: object) -> pd.DataFrame:
    """The samples that count: their model, limit, score, and log."""
    import pandas as pd

    if not isinstance(df, pd.DataFrame):
        raise TypeError(f"df must be a pandas data frame of samples, not {type(df).__name__}")
    if scale not in SCALES:
        raise ValueError(f"scale={scale!r} must be one of {listing(SCALES)}.{did_you_mean(scale, SCALES)}")
    if isinstance(steps, bool) or not isinstance(steps, int):
        raise TypeError(f"steps={steps!r} must be a whole number of limits")
    if steps < 1:
        raise ValueError(f"steps={steps!r} must be at least 1")
    for argument, column in (("model", MODEL), ("score", score), ("limit", limit)):
        if column == limit == TOKENS and USAGE in df.columns:
            continue
        if column not in df.columns:
            names = [str(name) for name in df.columns]
            raise ValueError(
                f"{argument}={column!r} is not a column; columns: {listing(names)}.{did_you_mean(column, names)}"
            )
    return _counted(df, str(score), str(limit))


def _counted(df: pd.DataFrame, score: str, limit: str) -> pd.DataFrame:
    import pandas as pd

    usage = limit == TOKENS and USAGE in df.columns
    needed = map(_tokens, df[USAGE], df[MODEL]) if usage else map(_number, df[limit])
    found = {
        limit: pd.Series(list(needed), df.index, float),
        MODEL: df[MODEL],
        SUCCESS: pd.Series(list(map(_number, df[score])), df.index, float),
        **({LOG: df[LOG]} if LOG in df.columns else {}),
    }
    frame = pd.DataFrame(found)
    for argument, column, given in (("score", SUCCESS, score), ("limit", limit, USAGE if usage else limit)):
        if len(frame) and frame[column].isna().all():
            raise ValueError(f"{argument}={given!r} holds no numbers, so there are no success rates")
    return frame.dropna(subset=[limit, MODEL, SUCCESS])


def _number(value: object) -> float:
    """What a value counts; NaN for what is no finite number."""
    if isinstance(value, str):
        found = number_of(value)
        return math.nan if found is None else found
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return math.nan
    return number if math.isfinite(number) else math.nan


def _tokens(usage: object, model: object) -> float:
    """The tokens of a model in a row's JSON of usage by models; NaN where it says none."""
    if isinstance(usage, str):
        try:
            usage = json.loads(usage)
        except ValueError:
            return math.nan
    own = usage.get(model) if isinstance(usage, dict) else None
    return _number(own.get(TOKENS)) if isinstance(own, dict) else math.nan


def _limits(needed: pd.Series[float], scale: str, steps: int) -> list[float]:
    """Limits from the least to the most; on a log scale they begin at the least above zero."""
    low, high = float(needed.min()), float(needed.max())
    least = float(needed[needed > 0].min())
    if scale == "log" and not (low >= 0 and math.isfinite(least)):
        raise ValueError(f"scale='log' needs limits above zero; those of {needed.name!r} begin at {low:g}")
    in_ratio = scale == "log" or (scale == "auto" and low >= 0 and is_log(least, high))
    first = least if in_ratio else low
    shares = [n / (steps - 1) for n in range(1, steps - 1)]
    between = [first * (high / first) ** share if in_ratio else first + (high - first) * share for share in shares]
    return [first, *between, high][:steps]


def _columns(limit: str, frame: pd.DataFrame) -> list[str]:
    return [limit, MODEL, SUCCESS, STDERR, OTHER, COUNT, *([LOG] if LOG in frame.columns else [])]


def _rates(frame: pd.DataFrame, limit: str, limits: list[float]) -> pd.DataFrame:
    import pandas as pd

    models = {
        model: (own[limit].to_numpy(), own[SUCCESS].to_numpy(), {LOG: own[LOG].iloc[0]} if LOG in own.columns else {})
        for model, own in frame.groupby(MODEL, observed=True)
    }
    rows = [
        {limit: at, MODEL: model, **_rate(needed, scores, at), **log}
        for at in limits
        for model, (needed, scores, log) in models.items()
    ]
    return pd.DataFrame(rows)[_columns(limit, frame)]


def _rate(needed: Any, scores: Any, at: float) -> dict[str, float]:
    """The success rate of samples that are stopped at a limit, and what belongs to it."""
    # The ends of a geometric series miss their numbers by rounding.
    reached = scores * (needed <= at + abs(at) * 1e-12)
    count = len(scores)
    stderr = float(reached.std(ddof=1)) / math.sqrt(count) if count > 1 else math.nan
    ended = float(((needed < at) & (scores == 0)).mean())
    return {SUCCESS: float(reached.mean()), STDERR: stderr, OTHER: ended, COUNT: count}
