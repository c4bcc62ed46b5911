"""What logs say of whole evaluations, as columns of the table of their samples."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec
import pyarrow as pa  # type: ignore[import-untyped]

from inspect_viz._runs import SETTINGS, Evaluation, evaluation_of
from inspect_viz.logs._format.fields import Wanted
from inspect_viz.logs._format.header import Config, Header, Headline, Revision, edited

from .part import Facts
from .score_names import belonging, both_names, score_column
from .types import settled, whole
from .values import column

CREATED = pa.timestamp("us", tz="UTC")


def eval_values(header: Header, path: str, wanted: Wanted) -> dict[str, Any]:
    """Column name to value of one log: None, a number, a boolean, a text or a time."""
    return {name: value for name, value in _all_values(header, path).items() if wanted.wants(name)}


def settings_of(header: Header) -> dict[str, Any]:
    """Column name to value for what says how the evaluation was set up; `model_args` are those of the model."""
    values = {**_all_values(header, ""), "model_args": _json(header.eval.model_args)}
    return {name: value for name, value in values.items() if name in SETTINGS or name.startswith("task_arg_")}


def headline_columns(told: Headline | None) -> list[str]:
    """The columns that can hold the score by which a task is judged."""
    if told is None or not (told.scorer or told.score):
        return []
    scorer, score = ((own or "").rsplit("/", 1)[-1] for own in (told.scorer, told.score))
    keys = [belonging(score_column(scorer), score)] if scorer and score and scorer != score else []
    names = [name for key in keys for name in both_names(key)]
    return [*names, *(score_column(own) for own in (score, scorer) if own)]


def evaluation_of_log(facts: Facts) -> Evaluation:
    """A log as one of the evaluations of which runs are made."""
    return evaluation_of(
        facts.eval_id,
        facts.settings,
        log=facts.path,
        task=facts.task,
        model=facts.model,
        task_id=facts.task_id,
        created=facts.created,
        headline=tuple(facts.headline),
        complete=facts.status == "success" and not facts.invalidated,
    )


def _all_values(header: Header, path: str) -> dict[str, Any]:
    own = header.eval
    tags, metadata = edited(header)
    task = own.task.split("/", 1)[-1]
    sandbox_type, sandbox_config = _sandbox(own.sandbox)
    revision = own.revision or Revision()
    return {
        "eval_id": header.eval_id,
        "model": own.model,
        "model_base_url": own.model_base_url,
        # samples_df() shows the address here, too; whoever joins tables of both must find the same.
        "model_args": own.model_base_url,
        "model_generate_config": _json(own.model_generate_config),
        "model_roles": _json(own.model_roles),
        "eval_set_id": own.eval_set_id,
        "run_id": own.run_id,
        "task_id": own.task_id,
        "log": path,
        "created": header.created,
        "tags": ",".join(tags),
        "git_origin": revision.origin,
        "git_commit": revision.commit,
        "packages": _json(own.packages),
        "metadata": _json(metadata),
        "task_name": task,
        "task_display_name": task if own.task_display_name is None else own.task_display_name,
        "task_description": own.task_description,
        "task_version": own.task_version,
        "task_file": own.task_file,
        "task_attribs": _json(own.task_attribs),
        **{f"task_arg_{key}": _json(value) for key, value in own.task_args.items()},
        "solver": own.solver,
        "solver_args": _json(own.solver_args),
        "sandbox_type": sandbox_type,
        "sandbox_config": sandbox_config,
        **_configuration(own.config),
    }


def _configuration(config: Config) -> dict[str, Any]:
    values = {name: _json(value) for name, value in msgspec.structs.asdict(config).items()}
    old = values.pop("max_messages")
    return {**values, "message_limit": old or config.message_limit}


def _sandbox(value: Any) -> tuple[str | None, Any]:
    """Type and configuration; old logs hold a list of both."""
    if isinstance(value, list) and len(value) == 2:
        return value[0], _json(value[1])
    if isinstance(value, dict):
        return value.get("type"), _json(value.get("config"))
    return (value, None) if isinstance(value, str) else (None, None)


def _json(value: Any) -> Any:
    """A value as a table can hold it: lists and objects as JSON, whole numbers beyond 64 bits as text."""
    if isinstance(value, list | dict):
        return json.dumps(value)
    return str(value) if type(value) is int and not -(2**63) <= value < 2**63 else value


def eval_columns(facts: Sequence[Facts], logs: pa.Array) -> dict[str, pa.Array]:
    """The columns that are the same for all samples of a log, of which `logs` gives the number for each row."""
    names = dict.fromkeys(name for own in facts for name in own.columns)
    spread = _Spread(logs)
    return {name: spread.column(_values_of(name, facts)) for name in names}


def _values_of(name: str, facts: Sequence[Facts]) -> pa.Array:
    """The values of a column, one for each log."""
    if name == "created":
        return pa.array([own.start for own in facts], CREATED)
    values = [own.columns.get(name) for own in facts]
    hollow = {name} if any(name not in own.columns for own in facts) else set()
    return whole(settled(pa.table({name: column(values)}), hollow)[name])


class _Spread:
    """Values of logs as values of their samples. Most columns differ in the same way, so places are kept.

    Args:
        logs: The number of the log of each sample.
    """

    def __init__(self, logs: pa.Array) -> None:
        self._logs = logs
        self._places: dict[tuple[int | None, ...], pa.Array] = {}

    def column(self, values: pa.Array) -> pa.Array:
        """A column of texts as a dictionary of its different values, any other as it is."""
        if values.null_count == len(values):
            return pa.nulls(len(self._logs), values.type)
        if not pa.types.is_string(values.type):
            return values.take(self._logs)
        coded = values.dictionary_encode()
        return pa.DictionaryArray.from_arrays(self._spread(coded.indices), coded.dictionary)

    def _spread(self, places: pa.Array) -> pa.Array:
        key = tuple(places.to_pylist())
        if key not in self._places:
            self._places[key] = places.take(self._logs)
        return self._places[key]


def plain(table: pa.Table) -> pa.Table:
    """The table without dictionaries: every column of texts is of type string."""
    return pa.table({name: _plain(values) for name, values in zip(table.column_names, table.columns, strict=True)})


def _plain(values: pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    if not pa.types.is_dictionary(values.type):
        return values
    words: Any = values.chunk(0).dictionary if values.num_chunks == 1 else []
    if len(words) == 1 and not values.null_count:
        return pa.repeat(words[0], len(values))
    return values.cast(pa.string())
