"""Whatever text the data holds, the picture is well-formed and shows it as text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from html.parser import HTMLParser

import pytest
from fuzz import examples
from heatmaps import SVG, data, drawn, heatmap, picture
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from inspect_viz._host import mimebundle
from inspect_viz.layout import hconcat
from inspect_viz.mark import cell, text
from inspect_viz.mark import title as make_title
from inspect_viz.plot import legend, plot, to_html

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "end of script": "</script><script>alert(1)</script>",
    "comment and script": "<!--<script>",
    "end of svg": "</text></svg><img src=x onerror=alert(1)>",
    "attribute": '" onload="alert(1)" x=\'',
    "entity": "&lt;b&gt; &amp; &#x3c; &nosuch;",
    "cdata": "]]><b>",
    "javascript": "javascript:alert(1)",
    "sql": "'; DROP TABLE t0; --",
    "template": "${alert(1)} {{7*7}} `x`",
    "controls": "a\x00b\x01c\x08d\x0be\x1bf\x7fg\x9fh",
    "lone surrogates": "a\ud800b\udc00c",
    "non-characters": "a\ufffeb\uffffc",
    "separators": "a\u2028b\u2029c\r\nd",
    "right to left": "\u202eevil\u202c שלום",
    "very long": "x" * 1000,
    "emoji": "👩‍👩‍👧‍👦🎉",
    "raster": 'inspect-viz:raster:0" href="x',
    "param": "$literal0 $price",
}

ALLOWED = {
    "svg",
    "g",
    "rect",
    "path",
    "text",
    "tspan",
    "image",
    "desc",
    "metadata",
    "line",
    "defs",
    "clipPath",
    "use",
    "title",
}


def shown(value: str) -> str:
    """What a picture makes of a text: one line without what XML cannot hold."""
    line = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", value)
    return re.sub(r"[\ufffe\uffff\ud800-\udfff]", "\ufffd", line)


def checked(svg: str) -> ET.Element:
    """The root of a well-formed svg without scripts, handlers, styles and addresses of elsewhere."""
    root = ET.fromstring(svg)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ALLOWED
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            assert name not in ("style", "class")
            if name.endswith("href"):
                assert value.startswith(("#", "data:image/png;base64,"))
            assert "javascript:" not in value or name == "aria-label"
    return root


def rows(
    text: str, sample: str = "id", model: str = "model_display_name", score: str = "score_s"
) -> list[dict[str, object]]:
    return [{sample: i, model: m, score: 0.5} for i in (text, "plain") for m in (text, "other")]


def everywhere(text: str) -> object:
    """A heatmap with the text as title, id, model, link, label and column names."""
    safe = text.encode("utf-8", "replace").decode()
    table = [{**row, f"link {safe}": safe, "log_viewer": safe, "error": safe} for row in rows(safe)]
    return heatmap(table, title=text, id_label=text, model_label=text, legend=legend("color", label=text))


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_only_text(value):
    component = everywhere(value)
    found = drawn(component)
    root = checked(found.svg)
    texts = ["".join(e.itertext()) for e in root.iter(f"{SVG}text")]
    start = shown(value).strip()[:3].rstrip()
    assert sum(t.strip().startswith(start) for t in texts) >= 4
    safe = shown(value.encode("utf-8", "replace").decode())
    assert len(found.values()) == 4
    assert safe in [shown(label) for label in found.x]


SHAPES = ("text", "tspan", "path", "rect", "g")


class Tags(HTMLParser):
    """Counts tags with the names of their attributes, but not the shapes of a picture."""

    def __init__(self):
        super().__init__()
        self.found = Counter()

    def handle_starttag(self, tag, attributes):
        if tag not in SHAPES:
            self.found[(tag, *sorted(name for name, _ in attributes))] += 1
        assert not any(name.startswith("on") for name, _ in attributes)


def tags_of(html):
    tags = Tags()
    tags.feed(html)
    tags.close()
    return tags.found


def bundle_of(component):
    return str(mimebundle(component)["text/html"])


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_pages_hold_no_markup_of_the_data(value):
    component = everywhere(value)
    page = to_html(component)
    plain = to_html(everywhere("plain"))
    assert tags_of(page) == tags_of(plain)
    assert tags_of(bundle_of(component)) == tags_of(bundle_of(everywhere("plain")))


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_column_names(value):
    name = value.encode("utf-8", "replace").decode().replace("\0", "")
    for names in ({"sample": name}, {"model": name}, {"score": name}):
        columns = {"sample": "i", "model": "m", "score": "s", **names}
        found = picture(
            rows("a", **columns), id=columns["sample"], model_name=columns["model"], score_value=columns["score"]
        )
        checked(found.svg)
        assert found.values() == {(i, m): 0.5 for i in ("a", "plain") for m in ("a", "other")}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_the_grammar(value):
    safe = value.encode("utf-8", "replace").decode()
    table = data([{"x": safe, "y": safe, "v": 0.5, "t": safe}, {"x": "b", "y": "c", "v": 1.0, "t": "d"}])
    component = hconcat(
        plot(
            cell(table, x="x", y="y", fill="v"),
            text(table, x="x", y="y", text="t"),
            title=make_title(safe),
            x_label=safe,
        ),
        plot(cell(table, x="x", y="y", fill="t"), legend=legend("color", label=safe)),
        plot(text(text=[safe], x=[1], y=[1]), y_label=safe),
    )
    checked(drawn(component).svg)


LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
]
LINKS += ["vbscript:x", "file:///etc/passwd", "blob:x", "\x01javascript:alert(1)", "view-source:http://x"]


@pytest.mark.parametrize("link", LINKS)
def test_links_of_other_schemes_are_left_out(link):
    from inspect_viz._host._figure import draw

    component = heatmap([{"id": "a", "model": "m", "score_s": 1.0, "log_viewer": link}])
    details = draw(component, planes=True).drawing.details
    assert details is None or (
        b"script:" not in details.lower() and b"passwd" not in details and b"text/html" not in details
    )


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://x.org/a b", b"https://x.org/a%20b"),
        ('https://x.org/"><b>', b"https://x.org/%22%3E%3Cb%3E"),
        ("logs/a.eval#/s/1", b"logs/a.eval#/s/1"),
        ("http://x.org/é?q=ü&r='", b"http://x.org/%C3%A9?q=%C3%BC&r=%27"),
        ("https://x.org/%zz%41", b"https://x.org/%25zz%41"),
    ],
)
def test_links_that_are_kept_are_percent_encoded(link, address):
    from inspect_viz._host._figure import draw

    component = heatmap([{"id": "a", "model": "m", "score_s": 1.0, "log_viewer": link}])
    assert address in (draw(component, planes=True).drawing.details or b"")


ANY = st.text(
    st.characters(codec=None) | st.sampled_from("<>&\"'/\\`$;-![]=\x00\n\ud800\udfff\ufffe"), min_size=1, max_size=30
)
SOME = settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(title=ANY, sample=ANY, model=ANY)
@example(title="\ud800", sample="0", model="0")
@SOME
def test_any_text_makes_a_well_formed_picture(title, sample, model):
    names = [t.encode("utf-8", "replace").decode() for t in (sample, model)]
    found = picture([{"id": names[0], "model": names[1] or " ", "score_s": 0.5}], title=title)
    root = checked(found.svg)
    assert found.x == [names[0]]
    assert found.y == [names[1]]
    drawn_texts = "".join("".join(e.itertext()) for e in root.iter(f"{SVG}text")).replace(" ", "")
    letters = re.sub(r"\s", "", shown(title))
    assert letters[:5] in re.sub(r"\s", "", drawn_texts)


@pytest.fixture(scope="module")
def plain_tags():
    return tags_of(to_html(heatmap([{"id": "i", "model": "m", "score_s": 0.5, "log_viewer": "/i"}], title="t")))


@given(value=ANY)
@example(value="\ud800")
@example(value="0" * 22)
@example(value="W" * 30)
@SOME
def test_any_text_makes_a_page_with_no_other_tags(plain_tags, value):
    safe = value.encode("utf-8", "replace").decode()
    page = to_html(heatmap([{"id": safe, "model": "m", "score_s": 0.5, "log_viewer": f"/{safe}"}], title=value))
    page.encode("utf-8")
    found = tags_of(page)
    assert found == plain_tags
