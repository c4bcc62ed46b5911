"""What each page pays for its scripts."""

from inspect_viz._host._assets import asset_text
from inspect_viz._host._zip import packed


def test_the_core_is_under_60_000_bytes() -> None:
    assert len(asset_text("core.js").encode()) < 60_000


def test_the_second_script_is_small_when_packed() -> None:
    assert len(packed(asset_text("later.js").encode())) < 16_000


def test_what_the_second_script_has_is_not_in_the_core() -> None:
    for text in ("Find a ", "Download CSV", "Show the values as a table", "non-scaling-stroke", "harder"):
        assert text in asset_text("later.js")
        assert text not in asset_text("core.js")
