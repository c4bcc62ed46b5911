"""What cells give away: bytes, types, and HTML that shows itself wherever a notebook ends up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import nbformat
import numpy as np
import pytest
from fixtures.core import Open, heatmap, matrix_of, small_table, values_of
from fixtures.jupyter import CELLS, executed, html_of
from heatmaps import starts
from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell

HTML, PLAIN = "text/html", "text/plain"
BOTH = {HTML, PLAIN}
SCRIPTS, STYLE, PICTURE = 110_000, 25_400, 20_000
"""Most characters of the scripts, of the style sheet, and of a small picture."""
MODULE = "data:text/javascript,export default { initialize() {}, render() {} }"

# Puts HTML into a box as other hosts do: scripts of innerHTML do not run, so the host makes them anew.
HOSTS = {
    "VS Code": """(box, html) => {
      box.innerHTML = html;
      for (const old of [...box.getElementsByTagName("script")]) {
        const made = document.createElement("script");
        made.text = old.innerText;
        if (old.type) made.setAttribute("type", old.type);
        box.appendChild(made).remove();
      }
    }""",
    "JupyterLab": """(box, html) => {
      box.innerHTML = html;
      for (const old of [...box.querySelectorAll("script")]) {
        const made = document.createElement("script");
        for (const { name, value } of old.attributes) made.setAttribute(name, value);
        made.textContent = old.textContent;
        old.replaceWith(made);
      }
    }""",
    "detached": """(box, html) => {
      const part = document.createRange().createContextualFragment(html);
      const outer = document.createElement("div");
      outer.append(part);
      box.append(outer);
    }""",
}


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> nbformat.NotebookNode:
    return executed(tmp_path_factory.mktemp("notebook"), *CELLS)


def converted(notebook: nbformat.NotebookNode, **options: Any) -> str:
    """The notebook as HTML, without what nbconvert's own pages ask of the network."""
    from nbconvert import HTMLExporter

    options |= {"require_js_url": "", "mathjax_url": "", "jquery_url": "", "mermaid_js_url": MODULE}
    return str(HTMLExporter(**options).from_notebook_node(notebook)[0])


def test_cells_give_html_and_text_of_moderate_size(notebook: nbformat.NotebookNode) -> None:
    data = notebook.cells[1].outputs[0]["data"]
    assert set(data) == BOTH
    assert data[PLAIN].startswith("Component(plot(")
    picture = re.findall(r'<img [^>]*>|data-part="(?:matrix|details)">[^<]*', data[HTML])
    assert len(picture) == 3
    assert sum(map(len, picture)) < PICTURE
    assert len(data[HTML]) < SCRIPTS + STYLE + PICTURE


def test_same_cell_same_bytes(notebook: nbformat.NotebookNode) -> None:
    assert html_of(notebook, 1) == html_of(notebook, 3) != html_of(notebook, 2)


def test_converted_notebooks_show_images_without_scripts(notebook: nbformat.NotebookNode, opened: Open) -> None:
    page = opened(converted(notebook), wait=False, java_script_enabled=False)
    images = page.page.locator("img[data-part=picture]")
    assert images.count() == 3
    box = images.first.bounding_box()
    assert box
    assert box["width"] == pytest.approx(700, abs=1)
    plot = matrix_of(html_of(notebook, 1))["plots"][0]
    x, y = (int(box[way]) + np.ceil(starts(plot[way])).astype(int) + 8 for way in "xy")
    seen = values_of(page.pixels()[np.ix_(y, x)], plot).ravel()
    assert seen == pytest.approx(plot["values"], abs=0.01)


@pytest.mark.parametrize("template", ["lab", "classic", "basic"])
def test_converted_notebooks_live(notebook: nbformat.NotebookNode, opened: Open, template: str) -> None:
    page = opened(converted(notebook, template_name=template))
    page.page.wait_for_selector("[data-ready] >> nth=2", state="attached")
    assert page.page.locator("img[data-part=picture]").count() == 0
    page.page.mouse.move(page.at(0.5, 0)[0], page.label("gamma", "y"))
    assert "gamma on " in page.tip
    box = page.page.locator("[role=tooltip]").first.bounding_box()
    assert box
    assert box["height"] < 120


@pytest.mark.parametrize("host", HOSTS)
def test_hosts_that_make_scripts_anew(opened: Open, host: str) -> None:
    page = opened("<!doctype html><body class=vscode-dark><div></div><div></div>", wait=False)
    html = heatmap(small_table(2))._repr_mimebundle_()[HTML]
    for n in range(2):
        page.page.locator("body > div").nth(n).evaluate(f"(box, html) => ({HOSTS[host]})(box, html)", html)
    page.page.wait_for_selector("[data-ready] >> nth=1", state="attached")
    for n, model in ((0, "beta"), (1, "alpha")):
        page.page.locator("[data-part=cells]").nth(n).scroll_into_view_if_needed()
        page.hover(0.5, 0.1 if model == "beta" else 0.9, n)
        assert model in page.page.locator("[role=tooltip]").nth(n).inner_text()
    ids = page.page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids)) > 0
    paper = page.page.locator("[data-part=background]").first
    assert paper.evaluate("(e) => getComputedStyle(e).fill") == "rgb(17, 24, 39)"


def test_hosts_that_put_a_saved_living_picture_back(opened: Open) -> None:
    page = opened(f"<!doctype html><body>{heatmap(small_table())._repr_mimebundle_()[HTML]}</body>")
    page.point("q-3", "beta")
    again = opened(f"<!doctype html>{page.page.locator('body').evaluate('(e) => e.outerHTML')}")
    assert "beta" in again.point("q-3", "beta")
    assert again.page.locator("[data-part=tools]").count() == 1


@pytest.mark.parametrize(
    ("include", "exclude", "kinds"),
    [
        (None, None, BOTH),
        ([HTML], None, {HTML}),
        ({PLAIN}, (), {PLAIN}),
        (["image/png"], None, set()),
        (None, [HTML], {PLAIN}),
        (BOTH, {PLAIN}, {HTML}),
        (None, BOTH, set()),
    ],
)
def test_only_wanted_types_are_made(include: Any, exclude: Any, kinds: set[str]) -> None:
    picture = heatmap(small_table())
    assert set(picture._repr_mimebundle_(include, exclude)) == kinds
    shown, _ = DisplayFormatter().format(picture, include=include, exclude=exclude)
    assert set(shown) - {PLAIN} == kinds - {PLAIN}


@pytest.fixture
def terminal() -> Iterator[InteractiveShell]:
    shell = InteractiveShell.instance()
    shell.display_formatter.active_types = [PLAIN]
    yield shell
    InteractiveShell.clear_instance()


def test_terminals_show_text_and_draw_nothing(terminal: InteractiveShell, monkeypatch: pytest.MonkeyPatch) -> None:
    from inspect_viz._host import _notebook

    monkeypatch.setattr(_notebook, "draw", None)
    shown, _ = terminal.display_formatter.format(heatmap(small_table()))
    assert set(shown) == {PLAIN}
    assert shown[PLAIN].startswith("Component(")
    terminal.display_formatter.active_types = [HTML, PLAIN]
    with pytest.raises(TypeError):
        heatmap(small_table())._repr_mimebundle_()


def test_names_from_data_are_text(opened: Open) -> None:
    title = "\"><img src=x onerror=\"document.title='ran'\"></script><script>document.title='ran'</script>"
    fragment = heatmap(small_table(), title=title)._repr_mimebundle_()[HTML]
    page = opened(f"<!doctype html><title>fine</title><body>{fragment}</body>")
    assert page.page.title() == "fine"
    still = opened(f"<!doctype html><title>fine</title><body>{fragment}</body>", wait=False, java_script_enabled=False)
    assert still.page.locator("img").count() == 1
    assert (still.page.locator("img").get_attribute("alt") or "").startswith(title)
