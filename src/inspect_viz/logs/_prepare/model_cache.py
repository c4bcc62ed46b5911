"""A file of inspect_ai's answers about models, one for each environment, thrown away when the environment changes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from inspect_viz._util.atomic import PRIVATE_FILE, write_bytes

from .model import Info

_LIMIT = 10_000
"""Names that are kept at most."""


@dataclass(frozen=True)
class _Environment:
    """Where answers are kept, and what they hold for: a version of inspect_ai and a set of installed packages."""

    file: Path
    state: str


def load() -> dict[str, Info | None]:
    """The answers that were kept, None for models that inspect_ai does not know; empty where a file is damaged."""
    import msgspec

    environment = _environment()
    if environment is None:
        return {}
    try:
        kept = msgspec.json.decode(environment.file.read_bytes(), type=_kept_type())
    except (OSError, ValueError, RecursionError):
        return {}
    state, answers = kept
    return dict(answers) if state == environment.state else {}


def store(answers: Mapping[str, Info | None]) -> None:
    """Keep answers; where that is impossible they are asked again."""
    import msgspec

    environment = _environment()
    if environment is not None:
        newest = dict(list(answers.items())[-_LIMIT:])
        with contextlib.suppress(OSError, ValueError):
            environment.file.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(environment.file, msgspec.json.encode((environment.state, newest)), PRIVATE_FILE)


def _kept_type() -> object:
    return tuple[str, dict[str, Info | None]]


def _environment() -> _Environment | None:
    """The file and state of this environment, or None where inspect_ai is not installed."""
    from importlib import metadata, util

    import platformdirs

    try:
        spec = util.find_spec("inspect_ai")
        version = metadata.version("inspect_ai")
        if spec is None or spec.origin is None:
            return None
        packages = [str(Path(spec.origin).parent.parent), sysconfig.get_path("purelib")]
        times = [os.stat(folder).st_mtime_ns for folder in packages]
    except (ImportError, OSError, ValueError):
        return None
    digest = hashlib.sha256("\0".join(packages).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    folder = platformdirs.user_cache_path("inspect-viz", appauthor=False)
    return _Environment(folder / f"models-{digest}.json", f"inspect_ai {version} {times}")
