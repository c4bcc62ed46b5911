"""What is in the wheel and the sdist, and that an installed wheel draws without Node."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from email.message import Message
from email.parser import Parser
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="builds with hatchling: pip install --group dev")

RUNTIME = [
    "static.js",
    "core.js",
    "later.js",
    "live.js",
    "live.css",
    "live-loader.js",
    "widget.js",
    "duckdb.version",
    "duckdb.wasm.gz",
    "duckdb.worker.js.gz",
    "core.css",
    "later.css",
    "loader.js",
    "LICENSES.txt",
    "fonts/Arimo_400Regular.ttf",
    "fonts/Arimo_700Bold.ttf",
]
SCRIPT = """
import sys, shutil
from pathlib import Path
import inspect_viz
from inspect_viz import Data
from inspect_viz.view import sample_heatmap
assert Path(inspect_viz.__file__).is_relative_to(sys.prefix), inspect_viz.__file__
assert shutil.which("node") is None
data = Data.from_dataframe({"id": ["1", "2"], "model": ["a", "a"], "score_x": [0.5, 1.0]})
for name in ("a.png", "a.html"):
    sample_heatmap(data).save(name)
sample_heatmap(Data.example(), score_value="score_includes").save("example.svg")
"""


def build(source: Path, target: Path, kind: str, **environment: str) -> Path:
    """The wheel or sdist that the build backend makes of a folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True, env={**os.environ, **environment})
    (built,) = target.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(root, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def sdist(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(root, tmp_path_factory.mktemp("sdist"), "sdist")


@pytest.fixture(scope="module")
def unpacked(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder)
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode())


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def tracked(root: Path, folder: str) -> set[str]:
    listed = subprocess.run(["git", "ls-files", folder], cwd=root, check=True, capture_output=True, text=True)
    return set(listed.stdout.splitlines())


def test_the_wheel_has_the_package_and_nothing_else(root: Path, wheel: Path) -> None:
    found = {name for name in names(wheel) if ".dist-info/" not in name}
    if (root / ".git").exists():
        assert {name.removeprefix("src/") for name in tracked(root, "src")} <= found
    assert {f"inspect_viz/_runtime/{name}" for name in RUNTIME} <= found
    duckdb = r"inspect_viz/_runtime/duckdb\.(version|wasm\.gz|worker\.js\.gz)"
    known = rf"inspect_viz/.*\.(py|js|css|ttf|txt|typed)|inspect_viz/data/example\.parquet|.*/LICENSE|{duckdb}"
    assert {name for name in found if not re.fullmatch(known, name)} == set()
    assert wheel.name.endswith("-py3-none-any.whl")


def test_two_builds_have_the_same_bytes(root: Path, wheel: Path, tmp_path: Path) -> None:
    assert build(root, tmp_path, "wheel").read_bytes() == wheel.read_bytes()


def test_metadata(metadata: Message) -> None:
    assert metadata["Name"] == "inspect-viz"
    assert metadata["Requires-Python"] == ">=3.10"
    assert metadata["License-Expression"] == "MIT"
    assert metadata["License-File"] == "LICENSE"
    assert metadata.get_all("Provides-Extra") == ["files", "inspect", "notebook", "pdf", "stores", "yaml"]


def test_every_import_is_a_requirement(root: Path, metadata: Message) -> None:
    required = {re.split(r"[^\w-]", line)[0].replace("_", "-") for line in metadata.get_all("Requires-Dist", [])}
    known = packages_distributions()
    for module in sorted(set(imported(root / "src" / "inspect_viz")) - {"inspect_viz", "IPython", "polars"}):
        assert {name.replace("_", "-").lower() for name in known[module]} & required, module


def imported(package: Path) -> Iterator[str]:
    """Top-level names of the imports from other packages."""
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found += [node.module or ""] if isinstance(node, ast.ImportFrom) and node.level == 0 else []
            yield from (top for name in found if (top := name.split(".")[0]) not in sys.stdlib_module_names)


def test_the_sdist_has_sources_and_bundle(unpacked: Path) -> None:
    for name in (
        "pyproject.toml",
        "hatch_build.py",
        "README.md",
        "LICENSE",
        "runtime/src/static/main.ts",
        "runtime/.npmrc",
    ):
        assert (unpacked / name).is_file(), name
    assert all((unpacked / "src/inspect_viz/_runtime" / name).is_file() for name in RUNTIME)
    assert not (unpacked / "runtime/node_modules").exists()


def test_an_sdist_builds_the_same_wheel_without_node(unpacked: Path, wheel: Path, tmp_path: Path) -> None:
    again = build(unpacked, tmp_path, "wheel", PATH=os.defpath if no_node(os.defpath) else "")
    assert names(again) == names(wheel)
    with zipfile.ZipFile(again) as a, zipfile.ZipFile(wheel) as b:
        assert all(a.read(name) == b.read(name) for name in names(wheel))


def no_node(path: str) -> bool:
    return not any((Path(folder) / "node").exists() for folder in path.split(os.pathsep))


def test_an_installed_wheel_draws_without_node(wheel: Path, tmp_path: Path) -> None:
    python = installed(wheel, tmp_path / "venv")
    subprocess.run([python, "-c", SCRIPT], cwd=tmp_path, env={"PATH": ""}, check=True)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert "data-inspect-viz" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "abacus-1" in (tmp_path / "example.svg").read_text(encoding="utf-8")
    command = [python.parent / "inspect-viz", "--version"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.startswith("inspect-viz ")


def installed(wheel: Path, folder: Path) -> Path:
    """Python of a new environment with the wheel, which borrows the requirements of this one."""
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    site = next(folder.glob("lib/python*/site-packages"))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-qq", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True, env={**os.environ, "PIP_FIND_LINKS": ""})
    return python


def test_the_lock_file_names_no_registry(root: Path) -> None:
    lock = (root / "runtime" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock
