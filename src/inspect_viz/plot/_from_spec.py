"""Pictures from Mosaic specs."""

from __future__ import annotations

import os
from collections.abc import Mapping

from inspect_viz._component import Component


def from_spec(
    spec: Mapping[str, object] | str | os.PathLike[str],
    data: Mapping[str, object] | None = None,
    *,
    folder: str | os.PathLike[str] | None = None,
) -> Component:
    """A picture from a Mosaic spec, as Mosaic's own examples are.

    A mark that says nothing of a tip gets one. Nothing is fetched: SQL in the spec reads its own tables only.

    Args:
        spec: The spec: a dict, its text in JSON or YAML, or the path of a `.json`, `.yaml` or `.yml` file.
        data: Tables by the names that the spec uses: `Data` or data frames. One under a name of the spec's own `data`
            stands for the file that is named there.
        folder: Folder below which the spec may read the files that its `data` names; None: none.

    Raises:
        TypeError: If something has the wrong type.
        ValueError: If a part of the spec is not known, a table is missing, a file may not be read, or SQL is anything
            but one SELECT over the tables.
        FileNotFoundError: If a file is not there.
        ImportError: If YAML is to be read without PyYAML (`inspect-viz[yaml]`).
    """
    from inspect_viz._interchange import spec_node

    return Component(spec_node("from_spec", spec, data, folder))
