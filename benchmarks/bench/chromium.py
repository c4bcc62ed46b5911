"""The Chromium that opens the pages, and how it is started."""

from __future__ import annotations

import os
import shutil

from .mirror import browser_arguments

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
EXECUTABLE = os.environ.get("BENCH_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), "")
"""Empty: Playwright's own."""
_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def arguments(mirror_port: int | None = None) -> list[str]:
    """Flags of the command line; with a port, the CDN is looked for there."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return [*_FLAGS, *sandbox, *(browser_arguments(mirror_port) if mirror_port else [])]
