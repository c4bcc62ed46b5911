"""What is known about the models of a frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .distinct import distinct, texts
from .frame import Frame, column, opened, with_columns
from .model_lookup import checked, lookup

_NEED = "model_info()"
_FIELDS = {
    "model_organization_name": "organization",
    "model_display_name": "model",
    "model_snapshot": "snapshot",
    "model_release_date": "release_date",
    "model_knowledge_cutoff_date": "knowledge_cutoff_date",
}
MODEL_COLUMNS = tuple(_FIELDS)


def model_info(data: Frame, model_info: Mapping[str, Any] | None = None) -> Frame:
    """Add what is known about models: organization, name to show, snapshot, release and knowledge cutoff dates.

    Each distinct model is looked up once, in `model_info` and then in the database of inspect_ai, where that is
    installed. Its answers are kept in the user's cache folder, so that inspect_ai, which takes seconds to import, is
    imported for models that are new and for no others.

    Args:
        data: A pandas or Polars data frame, a PyArrow table or another frame in memory that narwhals knows, with the
            column `model`.
        model_info: Facts about models by their names, each an inspect_ai `ModelInfo` or a mapping with the keys
            `organization`, `model` (the name to show), `snapshot`, `release_date` and `knowledge_cutoff_date`.

    Returns:
        A frame of the same kind with the columns `model_organization_name`, `model_display_name`, `model_snapshot`
        (texts), `model_release_date` and `model_knowledge_cutoff_date` (dates): null where nothing is known, but a
        model without a name to show is shown by the name in `model`.

    Raises:
        TypeError: If `data` is no such frame.
        ValueError: If there is no column `model`, or a fact in `model_info` is wrong.
    """
    return with_facts(data, checked(model_info))


def with_facts(data: Frame, own: Mapping[str, Any], cache: bool = True) -> Frame:
    """What `model_info` does; without `cache` nothing is kept."""
    import pyarrow as pa  # type: ignore[import-untyped]

    source = opened(data)
    found = distinct(column(source, "model", _NEED))
    names = texts(found.values).to_pylist()
    known = lookup(names, own, cache)
    kinds = {name: pa.date32() if name.endswith("_date") else pa.string() for name in _FIELDS}
    fresh = {
        name: found.spread(pa.array([getattr(known[model], field) for model in names], kinds[name]))
        for name, field in _FIELDS.items()
    }
    return with_columns(data, source, fresh, _NEED)
