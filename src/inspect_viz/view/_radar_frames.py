"""Outlines of radar charts as data frames: one axis for each task or metric, one outline for each model."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from inspect_viz._util.suggest import did_you_mean, listing

if TYPE_CHECKING:
    import pandas as pd

Normalization: TypeAlias = Literal["percentile", "min_max", "absolute"]
NORMALIZATIONS = ("percentile", "min_max", "absolute")
HEADLINE = ("score_headline_name", "score_headline_metric", "score_headline_value")
TASK = ("task_id", "task_name")
COLUMNS = ("task_id", "task_name", "model", "log", "metric", "scorer", "value", "value_scaled", "x", "y")


def scores_radar_by_task_df(
    data: pd.DataFrame,
    invert: list[str] | None = None,
    models: list[str] | None = None,
    tasks: list[str] | None = None,
    normalization: Normalization = "absolute",
    domain: tuple[float, float] | None = None,
) -> pd.DataFrame:
    """The outlines of a radar chart with one axis for each task: the headline score of each model in it.

    Args:
        data: Rows of evaluations, as inspect_ai's `evals_df` gives them: one for each model and task, the same models
            for each task.
        invert: Metrics of which lower values are better, as `score_headline_metric` names them: they are turned round,
            so that further out is better on each axis.
        models: Models that are drawn, as `model` names them; None for all.
        tasks: Tasks that are drawn, as `task_name` names them; None for all.
        normalization: What stands on an axis: "absolute" the scores themselves (an inverted one is the highest, or
            the end of `domain`, minus the score), "min_max" 0 for the lowest and 1 for the highest of a task (0.5
            where all are equal), "percentile" the share of models that are no better, ties by their mean rank.
        domain: Lowest and highest score that "min_max" calls 0 and 1, and "absolute" turns round; None: those of each
            axis.

    Returns:
        Rows in the order of models and tasks in `data`, the first of each model once more at its end, which closes
        the outline: `task_id`, `task_name`, `model`, `log` (empty where `data` has none), `metric`, `scorer`, `value`,
        `value_scaled` after normalization, and `x` and `y`: the end of an arm of that length, the first along x, the
        others counter-clockwise at equal angles. A missing score has no place (NaN).

    Raises:
        TypeError: If `data` is no data frame, or an argument has the wrong type.
        ValueError: If a column, task, model or metric is not there, a model has several scores of a task, tasks have
            different models or several metrics, or nothing is left.
    """
    frame = _checked(data, (*TASK, "model", *HEADLINE), normalization, domain)
    _known(frame, "invert", invert, HEADLINE[1])
    _known(frame, "models", models, "model")
    _known(frame, "tasks", tasks, "task_name")
    frame = frame if models is None else frame[frame["model"].isin(models)]
    frame = frame if tasks is None else frame[frame["task_name"].isin(tasks)]
    _complete(frame)
    named = frame.rename(columns=dict(zip(HEADLINE, ("scorer", "metric", "value"), strict=True)))
    return _outlines(named, "task_name", invert, normalization, domain)


def scores_radar_by_metric_df(
    data: pd.DataFrame,
    scorer: str,
    metrics: list[str] | None = None,
    invert: list[str] | None = None,
    normalization: Normalization = "absolute",
    domain: tuple[float, float] | None = None,
) -> pd.DataFrame:
    """The outlines of a radar chart with one axis for each metric of a scorer in one task.

    Args:
        data: Rows of evaluations of one task, one for each model, with columns `score_{scorer}_{metric}`.
        scorer: Name of the scorer.
        metrics: Metrics in the order of their axes; None for all of the scorer, in the order of their columns.
        invert: Those of which lower values are better.
        normalization: As for `scores_radar_by_task_df`, over the models for each metric.
        domain: As there.

    Returns:
        Rows as `scores_radar_by_task_df` gives them.

    Raises:
        TypeError: If `data` is no data frame, or an argument has the wrong type.
        ValueError: If a column or metric is not there, or there are several tasks, or several rows of a model.
    """
    import pandas as pd

    prefix = f"score_{scorer}_"
    frame = _checked(data, (*TASK, "model"), normalization, domain)
    there = [str(name).removeprefix(prefix) for name in frame.columns if str(name).startswith(prefix)]
    if not there:
        starts = "it has no metrics: no column starts with"
        raise ValueError(f"scorer={scorer!r}: {starts} {prefix!r}; columns: {listing(list(map(str, frame.columns)))}")
    for argument, given in (("metrics", metrics), ("invert", invert)):
        _listed(argument, given, there, f"a metric of {scorer!r}")
    found = list(frame["task_name"].unique())
    if len(found) != 1:
        raise ValueError(f"data must hold one task; it holds {len(found)}: {listing(list(map(str, found)))}")
    _once(frame, ["model"], "model")
    keep = [name for name in (*TASK, "model", "log") if name in frame.columns]
    parts = [
        frame[keep].assign(metric=metric, scorer=scorer, value=frame[prefix + metric])
        for metric in (there if metrics is None else metrics)
    ]
    return _outlines(pd.concat(parts), "metric", invert, normalization, domain)


def _checked(data: object, columns: Sequence[str], normalization: object, domain: object) -> pd.DataFrame:
    import pandas as pd

    if not isinstance(data, pd.DataFrame):
        raise TypeError(f"data must be a pandas data frame of evaluations, not {type(data).__name__}")
    missing = [name for name in columns if name not in data.columns]
    if missing:
        names = list(map(str, data.columns))
        raise ValueError(f"data has no columns {listing(missing)}; columns: {listing(names)}")
    if normalization not in NORMALIZATIONS:
        hint = did_you_mean(normalization, NORMALIZATIONS)
        raise ValueError(f"normalization={normalization!r} must be one of {listing(NORMALIZATIONS)}.{hint}")
    pair = isinstance(domain, list | tuple) and len(domain) == 2
    if domain is not None and not (pair and all(isinstance(end, int | float) for end in domain)):  # type: ignore[attr-defined]
        raise TypeError(f"domain={domain!r} must be two numbers, such as (0, 1)")
    if domain is not None and not -math.inf < domain[0] < domain[1] < math.inf:  # type: ignore[index]
        raise ValueError(f"domain={domain!r} must be the lowest and the highest score, both finite")
    if data.empty:
        raise ValueError("data has no rows, so there is nothing to draw")
    return data


def _known(frame: pd.DataFrame, argument: str, given: object, column: str) -> None:
    _listed(argument, given, [str(value) for value in frame[column].dropna().unique()], f"in {column!r}")


def _listed(argument: str, given: object, there: Sequence[str], what: str) -> None:
    """Errors unless each of the given names is there."""
    if given is None:
        return
    if isinstance(given, str) or not isinstance(given, Sequence):
        raise TypeError(f"{argument}={given!r} must be a list of names, or None")
    if not given and argument != "invert":
        raise ValueError(f"{argument}=[] leaves nothing to draw; None takes all")
    for name in given:
        if name not in there:
            raise ValueError(f"{argument}: {name!r} is not {what}; there: {listing(there)}.{did_you_mean(name, there)}")


def _complete(frame: pd.DataFrame) -> None:
    """Errors unless each task has one score for each model, and one metric."""
    _once(frame, ["model", "task_name"], "model and task")
    every = set(frame["model"])
    for task, own in frame.groupby("task_name", sort=False, observed=True):
        kinds = list(own[HEADLINE[1]].dropna().unique())
        if len(kinds) > 1:
            raise ValueError(f"task {task!r} has several headline metrics, not one: {listing(kinds)}")
        lacking = [str(model) for model in every if model not in set(own["model"])]
        if lacking:
            raise ValueError(
                f"task {task!r} has no score of {listing(sorted(lacking))}; each task needs all models: "
                "models= or tasks= names those that are complete"
            )


def _once(frame: pd.DataFrame, columns: list[str], what: str) -> None:
    twice = frame[frame.duplicated(columns)]
    if len(twice):
        shown = ", ".join(repr(twice.iloc[0][column]) for column in columns)
        raise ValueError(f"data must hold one row for each {what}; there are several of {shown}")


def _outlines(
    frame: pd.DataFrame,
    axis: str,
    invert: Sequence[str] | None,
    normalization: str,
    domain: tuple[float, float] | None,
) -> pd.DataFrame:
    """The rows with their places, model by model, each closed by its first row."""
    import pandas as pd

    frame = frame.assign(
        value=pd.to_numeric(frame["value"], errors="coerce").astype("float64"),
        log=frame["log"] if "log" in frame.columns else "",
    ).reset_index(drop=True)
    places = {name: n for n, name in enumerate(frame[axis].unique())}
    scaled = [
        _scaled(own["value"], own["metric"].iloc[0] in (invert or ()), normalization, domain)
        for _, own in frame.groupby(axis, sort=False, observed=True)
    ]
    at = frame[axis].map(places).astype("float64") * 2 * math.pi / len(places)
    length = pd.concat(scaled).reindex(frame.index)
    frame = frame.assign(value_scaled=length, x=length * at.map(math.cos), y=length * at.map(math.sin), place=at)
    parts = []
    for _, own in frame.groupby("model", sort=False, observed=True):
        rows = own.sort_values("place", kind="stable")
        parts += [rows, rows.iloc[:1]]
    return pd.concat(parts, ignore_index=True)[list(COLUMNS)]


def _scaled(
    values: pd.Series[float], turned: bool, normalization: str, domain: tuple[float, float] | None
) -> pd.Series[float]:
    """The lengths of the arms along one axis; NaN where there is no score."""
    if normalization == "percentile":
        return values.rank(pct=True, ascending=not turned)
    low, high = domain or (values.min(), values.max())
    if normalization == "absolute":
        return high - values if turned else values
    span = high - low
    share = (values - low) / span if span else values.where(values.isna(), 0.5)
    return 1 - share if turned else share
