"""Hostile text in a real browser: shown as text in axis, tip and title; nothing runs, nothing is fetched."""

from __future__ import annotations

import io

import numpy as np
import pytest
from heatmaps import graded, heatmap
from PIL import Image

from inspect_viz._host import mimebundle
from inspect_viz.plot import legend, to_html, write_svg

WATCH = """
window.ran = [];
window.alert = window.confirm = window.prompt = (text) => ran.push(`dialog ${text}`);
document.addEventListener('securitypolicyviolation', (e) => ran.push(`policy ${e.violatedDirective} ${e.blockedURI}`));
window.addEventListener('error', (e) => ran.push(`error ${e.message}`), true);
"""

HOSTILE = [
    "<img src=x onerror=\"ran.push('img')\">",
    "<script>ran.push('script')</script>",
    "</script><script>ran.push('script')</script>",
    "</svg></figure><svg onload=\"ran.push('svg')\">",
    "<!--<script>",
    "-->]]></title></style></textarea><b onmouseover=ran.push(1)>x</b>",
    "javascript:ran.push('link')",
    "' onmouseover='ran.push(2)' x='",
    "&lt;b&gt;&amp;&quot;",
    "'; DROP TABLE t0; --",
    "${ran.push(3)}{{ran.push(4)}}",
    "a\u2028b",
    "emoji 👩‍👩‍👧‍👦 שלום",
]


@pytest.fixture
def opened(browser, tmp_path):
    """Opens HTML from disk with the network off; asserts at the end that nothing ran and nothing was asked for."""
    contexts, pages = [], []

    def start(html, *, javascript=True, suffix=".html", clean=True):
        file = tmp_path / f"page{len(pages)}{suffix}"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(
            java_script_enabled=javascript, offline=True, viewport={"width": 900, "height": 700}
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        requests, said = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        if javascript:
            page.add_init_script(WATCH)
        page.goto(file.as_uri())
        if clean:
            pages.append((page, file.as_uri(), requests, said, javascript))
        return page

    yield start
    for page, address, requests, said, javascript in pages:
        assert [url for url in requests if not url.startswith(("data:", "blob:"))] == [address]
        assert said == []
        if javascript:
            assert page.evaluate("ran") == []
    for context in contexts:
        context.close()


def ready(page):
    page.wait_for_selector("[data-inspect-viz][data-ready]", state="attached")
    return page


def hostile_table():
    return [
        {
            "id": text,
            "model_display_name": model,
            "score_s": (i + j) / 20,
            "error": text if (i + j) % 5 == 4 else "",
            "log_viewer": text,
        }
        for i, text in enumerate(HOSTILE)
        for j, model in enumerate((HOSTILE[0], HOSTILE[2]))
    ]


def test_text_is_shown_as_text_everywhere(opened):
    html = to_html(
        heatmap(
            hostile_table(), title=HOSTILE[1], id_label=HOSTILE[0], legend=legend("color", label=HOSTILE[2]), sort=None
        )
    )
    page = ready(opened(html))
    assert page.title() == HOSTILE[1]
    svg = page.locator("[data-inspect-viz] svg:has([data-part=cells])").first
    shown = [text.strip() for text in svg.locator("text").all_text_contents()]
    assert any(text.startswith("<script>ran") for text in shown)
    assert any(text.startswith("<img src=x") for text in shown)
    box = page.locator("[data-part=cells]").bounding_box()
    for i, text in enumerate(HOSTILE):
        page.mouse.move(box["x"] + box["width"] * (i + 0.5) / len(HOSTILE), box["y"] + box["height"] * 0.25)
        tip = page.locator("[role=tooltip]").first
        said = tip.inner_text().replace("\n", " ")
        assert text in said
        assert HOSTILE[0] in said
        assert tip.locator("img, script, b, svg").count() == 0
    assert page.locator("[data-inspect-viz] :is(img, iframe, object, embed, script:not([type]))").count() == 0


def test_names_in_the_list_of_suspects_are_text(opened):
    """Every second sample goes against the others, under whatever name."""
    rows = [
        {"id": text, "model_display_name": f"m{j}", "score_s": float((j < 2) == (i % 2 == 0))}
        for i, text in enumerate([*HOSTILE, "last"])
        for j in range(4)
    ]
    rows.append({"id": "first", "model_display_name": "m0", "score_s": 1.0})
    page = ready(opened(to_html(heatmap(rows, sort=None, suspects=True))))
    page.get_by_role("button", name="Suspects").click()
    names = page.locator("[data-part=suspect-list] li b")
    shown = set(names.all_text_contents())
    assert len(shown) >= len(HOSTILE)
    assert any(text.startswith("<script>ran") for text in shown)
    assert names.locator("*").count() == 0
    for _ in shown:
        page.get_by_role("button", name="Next").click()
        page.mouse.move(0, 0)
    assert page.locator("[data-inspect-viz] :is(img, iframe, object, embed, script:not([type]))").count() == 0


def test_clicks_on_hostile_links_open_nothing(opened):
    page = ready(opened(to_html(heatmap(hostile_table(), sort=None))))
    before = len(page.context.pages)
    box = page.locator("[data-part=cells]").bounding_box()
    i = HOSTILE.index("javascript:ran.push('link')")
    page.mouse.click(box["x"] + box["width"] * (i + 0.5) / len(HOSTILE), box["y"] + box["height"] * 0.25)
    page.keyboard.press("p")
    hrefs = page.locator("[role=tooltip] a").evaluate_all("(links) => links.map((a) => a.protocol)")
    assert set(hrefs) <= {"http:", "https:", "file:"}
    assert len(page.context.pages) == before


def test_the_policy_would_tell(opened):
    """The watch works: markup that was let in would run or break the policy."""
    html = to_html(heatmap(graded(1, 2)))
    page = opened(html.replace("<body>", f"<body>{HOSTILE[0]}{HOSTILE[1]}", 1), clean=False)
    page.wait_for_function("ran.length > 0")
    assert any("policy" in text for text in page.evaluate("ran"))
    loose = opened(f"<!doctype html>{HOSTILE[1]}", clean=False)
    assert loose.evaluate("ran") == ["script"]


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("samples", [25, 900], ids=["rects", "raster"])
def test_the_picture_shows_without_network_and_without_scripts(opened, javascript, samples):
    page = opened(
        to_html(heatmap(graded(7, samples), title="Seen", color_scheme="viridis", margins=False)), javascript=javascript
    )
    if javascript:
        ready(page)
    area = page.locator("[data-part=cells]").bounding_box()
    assert area["width"] > 400
    pixels = np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("RGB")).astype(int)
    part = pixels[int(area["y"]) : int(area["y"] + area["height"]), int(area["x"]) : int(area["x"] + area["width"])]
    coloured = part.max(axis=2) - part.min(axis=2) > 40
    assert coloured.mean() > 0.8
    assert len(np.unique(part.reshape(-1, 3), axis=0)) > 20
    assert page.get_by_text("Seen", exact=True).first.is_visible()


def test_a_narrow_screen_shrinks_the_picture(opened):
    page = opened(to_html(heatmap(graded(4, 25))))
    page.set_viewport_size({"width": 400, "height": 600})
    box = page.locator("[data-inspect-viz] svg:has([data-part=cells])").first.bounding_box()
    assert box["width"] <= 400
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_hostile_svg_files_run_nothing(opened, tmp_path):
    write_svg(tmp_path / "hostile.svg", heatmap(hostile_table(), title=HOSTILE[0], sort=None))
    page = opened((tmp_path / "hostile.svg").read_text(encoding="utf-8"), suffix=".svg")
    assert page.locator("text").count() > 10
    assert page.evaluate("document.querySelectorAll('script, img, iframe, foreignObject').length") == 0


def test_a_notebook_output_shows_its_image_where_scripts_do_not_run(opened):
    html = str(mimebundle(heatmap(hostile_table(), title=HOSTILE[1], sort=None))["text/html"])
    page = opened(f"<!doctype html><meta charset=utf-8><body>{html}", javascript=False)
    image = page.locator("img").first
    assert image.bounding_box()["width"] > 400
    assert image.get_attribute("alt")
    living = ready(opened(f"<!doctype html><meta charset=utf-8><body>{html}"))
    assert living.locator("[data-inspect-viz] svg:has([data-part=cells])").first.bounding_box()["width"] > 400


@pytest.mark.parametrize(
    "options", [{"group": ["text", "own"], "bars": ["text", "own"]}, {"group": "text", "level": "groups"}]
)
def test_values_of_groups_and_bars_are_text(opened, options):
    rows = [
        {**row, "text": HOSTILE[int(row["id"][1:]) % len(HOSTILE)], "own": HOSTILE[int(row["model_display_name"][-1])]}
        for row in graded(6, 52)
    ]
    page = opened(to_html(heatmap(rows, **options)))
    ready(page)
    elements = page.locator("[data-part=samples] *, [data-part=margin-rows] *, [data-part=bars] *")
    assert set(elements.evaluate_all("(all) => all.map((e) => e.localName)")) <= {"g", "path", "text"}
    said = " ".join(page.locator("svg text").all_text_contents())
    assert "<script>" in said or "script>" in said
