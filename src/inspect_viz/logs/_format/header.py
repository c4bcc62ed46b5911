"""What a log says of the whole evaluation: the columns that are the same for all of its samples."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import msgspec

from inspect_viz.logs._errors import Damaged

from .ids import derived_eval_id

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


class Headline(msgspec.Struct):
    """The score by which a task is judged; for scores that are objects `score` is the key."""

    scorer: str | None = None
    score: str | None = None
    metric: str | None = None


class Measured(msgspec.Struct):
    """A score in the results."""

    name: str
    scorer: str | None = None
    metrics: dict[str, Any] = {}


class Results(msgspec.Struct):
    """What was made of the scores; logs of old versions have one `scorer`."""

    scores: list[Measured] = []
    scorer: Measured | None = None
    headline: Headline | None = None


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
    model_args: dict[str, Any] = {}
    model_roles: dict[str, Any] | None = None
    revision: Revision | None = None
    packages: dict[str, str] = {}
    metadata: dict[str, Any] | None = None
    scorers: list[dict[str, Any]] | None = None
    headline_metric: Headline | None = None


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
    results: Results | None = None
    invalidated: bool = False
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
    def headline(self) -> Headline | None:
        """The score by which the task says that it is judged, as it was found in the results where there are any."""
        told = self.eval.headline_metric
        return (self.results and self.results.headline) or told if told else None

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


def edited(header: Header) -> tuple[list[str], dict[str, Any]]:
    """Tags and metadata after all edits."""
    tags, metadata = set(header.eval.tags or ()), dict(header.eval.metadata or {})
    for edit in (edit for update in header.log_updates or () for edit in update.edits):
        if edit.type == "tags":
            tags = (tags - set(edit.tags_remove)) | set(edit.tags_add)
        elif edit.type == "metadata":
            metadata = {key: value for key, value in metadata.items() if key not in edit.metadata_remove}
            metadata.update(edit.metadata_set)
    return sorted(tags), metadata
