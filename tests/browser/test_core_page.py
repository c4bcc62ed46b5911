"""The core as a guest of its page: trust, themes, access, and nothing left behind."""

from __future__ import annotations

import pytest
from fixtures.axe import violations
from fixtures.core import Open, heatmap, large_table, page_of, small_table

HOSTILE = [
    "<img src=x onerror=\"document.title='ran'\">",
    "</script><script>document.title='ran'</script>",
    "<!--<script>",
    "' onmouseover='document.title=1",
    "${document.title='ran'}",
]

COUNT_LISTENERS = """
window.live = new Set();
for (const target of [window, document]) {
  const add = target.addEventListener.bind(target);
  target.addEventListener = (name, act, options) => {
    const signal = options && options.signal;
    if (signal && signal.aborted) return;
    const key = {name};
    if (!(options && options.once)) live.add(key);
    if (signal) signal.addEventListener('abort', () => live.delete(key));
    return add(name, act, options);
  };
}
"""


def test_hostile_labels_are_text(opened: Open) -> None:
    table = small_table()
    names = dict(zip([f"q-{i}" for i in range(1, 6)], HOSTILE, strict=True))
    table["id"] = table["id"].replace(names)
    table["model_display_name"] = table["model_display_name"].replace({"alpha": HOSTILE[0]})
    page = opened(page_of(table, title=HOSTILE[1]))
    title = page.page.title()
    seen = set()
    for i in range(12):
        page.hover((i + 0.5) / 12, 0.1)
        seen.add(page.page.locator("[role=tooltip] bdi").last.inner_text())
    assert set(HOSTILE) <= seen
    field = page.page.get_by_role("combobox")
    field.fill("<")
    assert page.page.locator("[data-part=suggestions] [role=option]").count() == 3
    field.press("Enter")
    page.page.get_by_role("button", name="Table").click()
    page.frame()
    assert page.page.title() == title
    assert page.page.locator("[data-inspect-viz] :is(img, script:not([type]))").count() == 0


def test_nothing_is_asked_of_the_network(opened: Open) -> None:
    requests: list[str] = []
    page = opened(page_of(large_table(600, 10), height=300))
    page.page.on("request", lambda r: requests.append(r.url))
    page.page.reload()
    page.page.wait_for_selector("[data-ready]", state="attached")
    page.hover(0.5, 0.5)
    page.wheel(0.5, 0.5, 3)
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []


def test_ready_is_told_once(opened: Open) -> None:
    told = "told.push(e.target.hasAttribute('data-ready'))"
    init = f"window.told = []; addEventListener('inspect-viz:ready', (e) => {told});"
    page = opened(page_of(small_table()), init=init)
    assert page.page.evaluate("told") == [True]


def test_picture_has_a_name_and_a_description(opened: Open) -> None:
    page = opened(page_of(small_table(), title="What they can do"))
    assert page.page.get_by_role("figure", name="What they can do").count() == 1
    assert page.page.locator("[data-inspect-viz] > svg > desc").text_content()
    assert page.page.get_by_role("application").get_attribute("aria-label", timeout=1000)


def test_running_again_changes_nothing(opened: Open) -> None:
    html = page_of(small_table())
    script = html[html.rindex("<script>") : html.rindex("</script>") + 9]
    page = opened(html.replace("</body>", script * 2 + "</body>"))
    page.frame()
    assert page.page.locator("[role=tooltip]").count() == 1
    assert page.page.locator("[data-part=tools]").count() == 1
    ids = page.page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))


def test_removed_pictures_leave_no_listeners(opened: Open) -> None:
    page = opened(page_of(small_table()), init=COUNT_LISTENERS)
    before = page.page.evaluate("live.size")
    page.point("q-3", "beta")
    assert page.page.evaluate("live.size") > before
    page.page.evaluate("document.querySelector('[data-inspect-viz]').remove()")
    page.frame()
    assert page.page.evaluate("live.size") == before


def test_notebook_image_becomes_the_picture(opened: Open) -> None:
    from inspect_viz._host._notebook import fragment as notebook_fragment

    fragment = notebook_fragment(heatmap(small_table()))
    assert '<img data-part="picture"' in fragment
    page = opened(f"<!doctype html><body>{fragment}{notebook_fragment(heatmap(small_table(2)))}</body>")
    page.page.wait_for_selector("[data-ready] >> nth=1", state="attached")
    assert page.page.locator("img").count() == 0
    assert "beta" in page.point("q-3", "beta")
    page.hover(0.5, 0.5, 1)
    assert page.page.locator("[role=tooltip]").nth(1).is_visible()


def test_old_browsers_are_told_and_keep_the_picture(opened: Open) -> None:
    page = opened(page_of(small_table()), init="delete window.DecompressionStream", wait=False)
    note = page.page.get_by_role("note")
    note.wait_for()
    assert "DecompressionStream" in note.inner_text()
    assert page.page.locator("[data-part=paint] rect").count() == 36


def test_damaged_values_are_told(opened: Open) -> None:
    html = page_of(small_table()).replace('data-part="matrix">', 'data-part="matrix">AAAA')
    page = opened(html, wait=False, troubles=True)
    page.page.get_by_role("note").wait_for()
    assert page.page.locator("[data-part=paint] rect").count() == 36


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Open, scheme: str) -> None:
    table = small_table(2)
    table.loc[(table.id == "q-2") & (table.model_display_name == "beta"), ["score_s", "error"]] = [None, "broken"]
    page = opened(page_of(table, title="A picture"), color_scheme=scheme, bypass_csp=True)
    page.page.get_by_role("button", name="Table").click()
    page.page.mouse.move(*page.cell("q-3", "beta"))
    page.page.keyboard.down("Shift")
    page.page.mouse.click(*page.cell("q-3", "beta"))
    page.page.keyboard.up("Shift")
    page.page.locator("[role=tooltip][data-pinned] a").first.wait_for()
    page.page.get_by_role("combobox").fill("q-1")
    page.page.evaluate("document.getAnimations().forEach((a) => a.finish())")
    assert violations(page.page) == []


def test_on_dark_paper_our_own_scheme_is_turned_over(opened: Open) -> None:
    html = page_of(small_table().assign(score_s=lambda t: (t.model_display_name == "beta") * 1.0), height=300)
    found = [opened(html, color_scheme=scheme) for scheme in ("light", "dark")]
    for page, deepest in zip(found, ("alpha", "beta"), strict=True):
        shot = page.pixels()
        bright = {}
        for model in ("alpha", "beta"):
            x, y = page.cell("q-3", model)
            bright[model] = shot[int(y), int(x)].mean()
        assert min(bright, key=bright.get) == deepest  # type: ignore[arg-type]
        assert abs(bright["alpha"] - bright["beta"]) > 80


def test_dark_pictures_have_dark_paper_and_named_schemes_true_colours(opened: Open) -> None:
    html = page_of(small_table(), color_scheme="viridis")
    light, dark = (opened(html, color_scheme=scheme) for scheme in ("light", "dark"))
    shots = [p.pixels() for p in (light, dark)]
    x, y = light.cell("q-3", "beta")
    assert (shots[0][int(y), int(x)] == shots[1][int(y), int(x)]).all()
    box = light.box()
    paper = [s[int(box["y"] + box["height"] + 4), int(box["x"] + 2)].mean() for s in shots]
    assert paper[0] > 240
    assert paper[1] < 60
