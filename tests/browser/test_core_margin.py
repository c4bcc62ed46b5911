"""The margin beside the models follows a zoom."""

from __future__ import annotations

from fixtures.core import Open, Opened, large_table, page_of

MEANS = '[data-part="margin-rows"] g[font-weight="600"] text'


def means_by_place(page: Opened) -> dict[float, str]:
    """Means by the middle of their row in the window."""
    boxes = page.page.locator(MEANS).evaluate_all(
        "(all) => all.map((e) => { const b = e.getBoundingClientRect(); return [b.y + b.height / 2, e.textContent]; })"
    )
    return {round(at): text for at, text in boxes}


def test_means_stand_in_the_line_of_their_names_in_a_zoom(opened: Open) -> None:
    page = opened(page_of(large_table(12, 9)))

    def names() -> dict[str, float]:
        found = page.page.locator('g[aria-label="y-axis tick label"] text').evaluate_all(
            "(all) => all.map((e) => { const b = e.getBoundingClientRect(); return [e.textContent, b.y, b.height]; })"
        )
        return {name: y + height / 2 for name, y, height in found}

    def mean_of(name: str, at: float) -> str:
        near = [text for place, text in means_by_place(page).items() if abs(place - at) <= 4]
        assert len(near) == 1, name
        return near[0]

    before = {name: mean_of(name, at) for name, at in names().items()}
    assert len(before) == 9
    page.wheel(0.5, 0.1, 6)
    seen = names()
    assert 0 < len(seen) < 9
    assert {name: mean_of(name, at) for name, at in seen.items()} == {name: before[name] for name in seen}
    assert len(means_by_place(page)) == len(seen)
    page.page.locator("[data-part=cells]").press("0")
    page.frame()
    assert {name: mean_of(name, at) for name, at in names().items()} == before
