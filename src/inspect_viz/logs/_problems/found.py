"""The problems of logs together with those of the table that was made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from inspect_viz._meaning.scores import number_of
from inspect_viz._util.suggest import listing
from inspect_viz.data._problem import Problem
from inspect_viz.logs._prepare.log_viewer import in_no_folder
from inspect_viz.logs._prepare.model_lookup import lookup
from inspect_viz.logs._reading.reading import Parts, State
from inspect_viz.logs._table.query import Query
from inspect_viz.logs._table.score_names import BETWEEN, REASON, SCORE, belonging, plain_name, shown_names

from .checks import problems_of
from .runs import short_names

MOST_DIFFERENT = 1000
"""A score of more different texts than this is no grade but free text, of which nothing is said."""


def problems_of_state(state: State, query: Query, shown: Collection[str] | None = None) -> tuple[Problem, ...]:
    """All problems, the gravest first.

    Args:
        state: The logs.
        query: What the table holds.
        shown: The runs that are in the table; None for all.
    """
    parts = {path: part for path, part in state.parts.items() if shown is None or part.facts.eval_id in shown}
    found = problems_of(parts, state.unread, lambda: display_names(parts, query.cache))
    return (*found, *_unknown_scores(parts), *_meeting_names(parts), *_unlinked(parts, query.viewers))


def display_names(parts: Parts, cache: bool = True) -> Mapping[str, str]:
    """Model to the name that is shown."""
    models = list(dict.fromkeys(part.facts.model for part in parts.values()))
    return {model: info.model or model for model, info in lookup(models, cache=cache).items()}


def _unknown_scores(parts: Parts) -> Iterator[Problem]:
    """Scores of which some are grades or numbers and others are not understood, and so count as unscored."""
    names = shown_names(name for part in parts.values() for name in part.batch.schema.names)
    for name in names:
        if name.startswith(SCORE) and not name.endswith(belonging("", REASON)):
            texts = _texts(parts, name)
            unknown = sorted(text for text in texts if number_of(text) is None)
            if unknown and len(unknown) < len(texts):
                paths = tuple(path for path, own in parts.items() if name in own.columns)
                yield Problem(
                    "unknown score",
                    f"{names[name]} has values that are no score and count as unscored: {listing(unknown, 3)}",
                    paths,
                )


def _meeting_names(parts: Parts) -> Iterator[Problem]:
    """Columns that are not called as they would be, since another score has that name."""
    for name, shown in shown_names(name for part in parts.values() for name in part.batch.schema.names).items():
        if shown != plain_name(name):
            paths = tuple(path for path, own in parts.items() if name in own.columns)
            said = f"{plain_name(name)} is a score of its own, so what belongs to {name.split(BETWEEN)[0]} is {shown}"
            yield Problem("same column", said, paths)


def _texts(parts: Parts, name: str) -> Sequence[str]:
    """The different texts of a score, none where there are too many; numbers count as one text."""
    found: set[str] = set()
    for part in parts.values():
        if name in part.columns:
            found |= set(_own_texts(part.batch[name]))
            if len(found) > MOST_DIFFERENT:
                return []
    return sorted(found)


def _own_texts(values: pa.Array) -> list[str]:
    if pa.types.is_struct(values.type):
        words = values.field("text").filter(pc.equal(values.field("kind"), "str"))
        return [*pc.unique(words.drop_null()).to_pylist(), "1"]
    if pa.types.is_string(values.type):
        return list(pc.unique(values.drop_null()).to_pylist())
    return [] if pa.types.is_null(values.type) else ["1"]


def _unlinked(parts: Parts, viewers: Mapping[str, str] | None) -> Iterator[Problem]:
    paths = [part.facts.path for part in parts.values()]
    others = in_no_folder(paths, viewers) if viewers else []
    if others:
        names = short_names(paths)
        said = listing((names[path] for path in others), 3)
        it = "it" if len(others) == 1 else "them"
        message = f"the samples of {said} have no links: no folder of log_viewer holds {it}"
        yield Problem("no link", message, tuple(others))
