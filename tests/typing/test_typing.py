"""What a type checker says about calls of the grammar."""

from __future__ import annotations

import importlib
import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODULES = ("analysis", "input", "interactor", "layout", "mark", "plot", "table", "transform", "view")
EVERY = ("bad.py", "every.py", "every_mark.py")


def lines(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def bad(name: str) -> set[int]:
    """The lines that say so of themselves."""
    return {i for i, line in enumerate(lines(name), 1) if line.endswith("# bad")}


def mypy(name: str) -> set[int]:
    """The lines of a file that mypy complains about."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context"]
    found = subprocess.run([*command, str(HERE / name)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode in (0, 1), found.stderr
    return {int(n) for n in re.findall(rf"{name}:(\d+): error", found.stdout)}


def pyright(name: str) -> set[int]:
    """The lines of a file that pyright complains about; skips where pyright cannot be had."""
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, str(HERE / name)]
    try:
        found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
        report = json.loads(found.stdout)
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        pytest.skip("pyright needs a network to install itself")
    errors = [d for d in report["generalDiagnostics"] if d["severity"] == "error"]
    return {d["range"]["start"]["line"] + 1 for d in errors}


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_good_lines_type_check(checker):
    assert checker("good.py") == set()


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("checker", [mypy, pyright])
def test_no_bad_line_type_checks_and_all_others_do(checker, name):
    assert checker(name) == bad(name)


@pytest.mark.parametrize("module", MODULES)
def test_every_public_function_is_called_in_a_right_and_in_a_wrong_way(module):
    found = importlib.import_module(f"inspect_viz.{module}")
    names = {name for name in found.__all__ if inspect.isfunction(getattr(found, name))}
    called = [re.findall(r"\w\.(\w+)\(", line) for name in EVERY[1:] for line in lines(name) if line.endswith("# bad")]
    right = [
        re.findall(r"\w\.(\w+)\(", line) for name in EVERY[1:] for line in lines(name) if not line.endswith("# bad")
    ]
    assert names <= {name for found in called for name in found}
    assert names <= {name for found in right for name in found}
