"""The Firefox for the tests of pages; `python tests/firefox.py` installs Debian's where it may, and else says so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("firefox-esr", "firefox")


def find() -> str | None:
    """Path of the one that FIREFOX names, or of one on PATH."""
    named = os.environ.get("FIREFOX")
    if named:
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Debian's package, as root."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", NAMES[0]]):
        subprocess.run(["apt-get", *command], check=True, stdout=sys.stderr, env=quiet)


def main() -> None:
    if find():
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("installing Firefox for the tests", file=sys.stderr, flush=True)
        install()
    else:
        print("no Firefox: its tests are skipped; FIREFOX=path names one", file=sys.stderr)


if __name__ == "__main__":
    main()
