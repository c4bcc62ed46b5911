"""What a log says of the whole evaluation: the columns that are the same for all of its samples."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

import msgspec

from ._errors import Damaged
from ._fields import Wanted
from ._identity import derived_eval_id

NEWEST_VERSION = 2
"""Version of the log format; inspect_ai refuses to read higher ones, too."""


class Dataset(msgspec.Struct):
    """The samples that were planned."""

    name: str | None = None
    samples: int | None = None
    sample_ids: list[int | str] | None = None


class Revision(msgspec.Struct):
    origin: str | None = None
    commit: str | None = None


class Config(msgspec.Struct):
    """The field `config`, in the order of the table."""

    epochs: int | None = None
    epochs_reducer: list[str] | None = None
    approval: Any = None
    review: Any = None
    sentinel: Any = None
    message_limit: int | None = None
    token_limit: int | None = None
    token_limit_type: str | None = None
    turn_limit: int | None = None
    time_limit: int | None = None
    working_limit: int | None = None
    max_messages: int | None = None


class Eval(msgspec.Struct):
    """The field `eval` of a log."""

    created: str
    task: str
    model: str
    dataset: Dataset
    config: Config
    eval_id: str = ""
    eval_set_id: str | None = None
    run_id: str = ""
    task_id: str = ""
    task_version: int | str = 0
    task_file: str | None = None
    task_display_name: str | None = None
    task_description: str | None = None
    task_attribs: dict[str, Any] = {}
    task_args: dict[str, Any] = {}
    solver: str | None = None
    solver_args: dict[str, Any] | None = None
    tags: list[str] | None = None
    sandbox: Any = None
    model_generate_config: dict[str, Any] = {}
    model_base_url: str | None = None
    model_roles: dict[str, Any] | None = None
    revision: Revision | None = None
    packages: dict[str, str] = {}
    metadata: dict[str, Any] | None = None
    scorers: list[dict[str, Any]] | None = None


class Edit(msgspec.Struct):
    """A change of tags or metadata after the evaluation."""

    type: str = ""
    tags_add: list[str] = []
    tags_remove: list[str] = []
    metadata_set: dict[str, Any] = {}
    metadata_remove: list[str] = []


class Update(msgspec.Struct):
    edits: list[Edit] = []


class Header(msgspec.Struct):
    """A log without its samples."""

    eval: Eval
    version: int = NEWEST_VERSION
    status: str = "started"
    log_updates: list[Update] | None = None

    @property
    def created(self) -> datetime:
        """When the evaluation was started, in UTC.

        Raises:
            Damaged: If this is no time.
        """
        text = self.eval.created
        try:
            time = datetime.fromisoformat(text[:-1] + "+00:00" if text[-1:] in ("Z", "z") else text)
        except ValueError as error:
            raise Damaged(f"its time of creation {text!r} is no time") from error
        return (time if time.tzinfo else time.replace(tzinfo=timezone.utc)).astimezone(timezone.utc)

    @property
    def eval_id(self) -> str:
        """Names the run; old logs have none, and get one that depends on what they say."""
        own = self.eval
        return own.eval_id or derived_eval_id(own.run_id, own.task_id, self.created.isoformat())


decoder = msgspec.json.Decoder(Header)


def check_version(version: int) -> None:
    """Raise `Damaged` for logs of versions to come."""
    if version > NEWEST_VERSION:
        raise Damaged(f"its format is version {version}, and this version of inspect-viz knows up to {NEWEST_VERSION}")


def eval_columns(header: Header, path: str, wanted: Wanted) -> dict[str, Any]:
    """Column name to value: None, a number, a boolean, a text or a time."""
    return {name: value for name, value in _all_columns(header, path).items() if wanted.wants(name)}


def _all_columns(header: Header, path: str) -> dict[str, Any]:
    own = header.eval
    tags, metadata = _edited(header)
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


def _edited(header: Header) -> tuple[list[str], dict[str, Any]]:
    """Tags and metadata after all edits."""
    tags, metadata = set(header.eval.tags or ()), dict(header.eval.metadata or {})
    for edit in (edit for update in header.log_updates or () for edit in update.edits):
        if edit.type == "tags":
            tags = (tags - set(edit.tags_remove)) | set(edit.tags_add)
        elif edit.type == "metadata":
            metadata = {key: value for key, value in metadata.items() if key not in edit.metadata_remove}
            metadata.update(edit.metadata_set)
    return sorted(tags), metadata
