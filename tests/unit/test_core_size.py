"""What each page pays for its scripts."""

from pathlib import Path

from inspect_viz._host._assets import asset_text, styled_core
from inspect_viz._host._zip import packed


def test_the_core_is_under_60_000_bytes() -> None:
    assert len(asset_text("core.js").encode()) < 60_000


def test_what_runs_the_core_is_tiny() -> None:
    assert len(asset_text("loader.js").encode()) < 2_000


def test_both_scripts_are_small_when_packed_with_their_style_sheet() -> None:
    assert len(packed(styled_core().encode(), level=9)) < 130_000


def test_what_the_second_script_has_is_not_in_the_core() -> None:
    for text in ("Find a ", "Download CSV", "Show the values as a table", "non-scaling-stroke", "harder", "Order of "):
        assert text in asset_text("later.js")
        assert text not in asset_text("core.js")


def test_the_page_of_the_example_logs_with_links_is_under_210_kilobytes(root: Path) -> None:
    from inspect_viz import Data
    from inspect_viz.plot import to_html
    from inspect_viz.view import sample_heatmap

    logs = root / "examples" / "logs"
    data = Data.from_logs(str(logs), log_viewer={str(logs): "https://samples.example.org/"})
    html = to_html(sample_heatmap(data, score_value="score_includes", title="Eight small programs, 120 questions"))
    assert "samples.example.org" not in html  # links travel packed
    assert len(html.encode()) < 210_000
