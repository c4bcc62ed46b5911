"""Links into the log viewer that runs on this machine: inspect_ai's own server opens the sample."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixtures.inspect_view import viewing
from playwright.sync_api import Browser, expect

from inspect_viz import Data
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

inspect_log = pytest.importorskip("inspect_ai.log", reason="needs inspect_ai: pip install 'inspect-viz[inspect]'")

ODD = ["one / two", "50 % ?", "naïve#1", "{a}&b=c"]


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    folder = tmp_path_factory.mktemp("local") / "logs"
    (folder / "in here").mkdir(parents=True)
    shutil.copy(examples / "abacus-1.eval", folder)
    log = inspect_log.read_eval_log(str(examples / "sage-1.eval"))
    log.samples = log.samples[: len(ODD)]
    for sample, id in zip(log.samples, ODD, strict=True):
        sample.id, sample.epoch = id, 1
    inspect_log.write_eval_log(log, os.fspath(folder / "in here" / "odd & long.eval"))
    return folder


@pytest.fixture(scope="module")
def viewer(logs: Path) -> Iterator[str]:
    with viewing(logs) as address:
        yield address


@pytest.fixture(scope="module")
def data(logs: Path, viewer: str) -> Data:
    return Data.from_logs(logs, log_viewer=viewer, cache=False)


@pytest.mark.parametrize(("id", "epoch"), [("arithmetic-add-02", 2), *((id, 1) for id in ODD)])
def test_a_link_opens_its_sample(browser: Browser, data: Data, id: str, epoch: int) -> None:
    rows = data.reader.ask("SELECT id, epoch, log_viewer FROM data WHERE log_viewer IS NOT NULL")
    (link,) = [link for own, number, link in rows if (own, number) == (id, epoch)]
    page = browser.new_page()
    page.goto(link)
    expect(page.get_by_text(f"Sample {id} (Epoch {epoch})", exact=True)).to_be_visible(timeout=30_000)
    page.close()


def test_a_cell_opens_its_sample(browser: Browser, logs: Path, viewer: str, tmp_path: Path) -> None:
    data = Data.from_logs(logs, log_viewer=viewer, where="id = 'arithmetic-add-02'", cache=False)
    file = tmp_path / "heatmap.html"
    file.write_text(to_html(sample_heatmap(data, score_value="score_includes", height=300)), encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector("[data-inspect-viz][data-ready]", state="attached")
    page.locator("[data-part=cells]").first.focus()
    page.keyboard.press("Home")
    with context.expect_page() as opened:
        page.keyboard.press("Enter")
    shown = opened.value.get_by_text("Sample arithmetic-add-02 (Epoch 1)", exact=True)
    expect(shown).to_be_visible(timeout=30_000)
    context.close()
