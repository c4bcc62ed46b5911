"""Shared fixtures: folders of the checkout, real input beside it, the example logs, and a browser.

That this file is here also makes the helpers in this folder importable from all tests.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import chromium
import fuzz
import pytest
from wires import Wire

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent

fuzz.load_profile()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> type[Wire]:
    """Comms of widgets lead to pages that are not there."""
    import comm

    Wire.made = []
    monkeypatch.setattr(comm, "create_comm", Wire)
    return Wire


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder with the example logs, `examples/logs`."""
    return ROOT / "examples" / "logs"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real input that lies beside the checkout of its developers and is not part of the project."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("needs the real input in ../shared/data, which is not part of the project")
    return folder


@pytest.fixture(scope="session")
def writing_bench(shared_data: Path) -> Path:
    """A table of 25 samples x 4 models with scores from 0 to 10."""
    return shared_data / "writing_bench_samples.parquet"


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """A Chromium; without one tests skip, but never in CI."""
    path = chromium.find()
    if path is None and os.environ.get("CI"):
        pytest.fail("CI has no Chromium; `make test` installs one")
    if path is None:
        pytest.skip("needs Chromium: `make test` installs it, or CHROMIUM=path names it")
    return path


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    """A headless Chromium for the tests of one file: Playwright's event loop must not outlive them."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=chromium.FLAGS)
        yield started
        started.close()
