"""The security policy of a page: whole, and against what a page may try; the control is the same page without it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from heatmaps import graded, heatmap

from inspect_viz.plot import to_html

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
WATCH = """
window.refused = [];
document.addEventListener('securitypolicyviolation', (e) => refused.push(e.effectiveDirective));
"""
HEADS = {
    "base": ('<base href="{0}/">', "base-uri"),
    "script": ('<script src="{0}/script.js"></script>', "script-src-elem"),
    "module": ('<script type="module" src="{0}/module.js"></script>', "script-src-elem"),
    "style sheet": ('<link rel="stylesheet" href="{0}/style.css">', "style-src-elem"),
    "style": ("<style>body{{background:url({0}/paper.png)}}</style>", "style-src-elem"),
    "inline script": ("<script>fetch('{0}/inline', {{mode: 'no-cors'}})</script>", "script-src-elem"),
}
"""What stands in the head by `extra_head` -> the directive that refuses it."""

BODIES = {
    "image": ("document.body.append(Object.assign(new Image(), {src: to + '/a.png'}))", "img-src"),
    "form": (
        "const f = document.createElement('form'); f.action = to + '/form'; document.body.append(f); f.submit()",
        "form-action",
    ),
    "connection": ("fetch(to + '/a', {mode: 'no-cors'}).catch(() => 0)", "connect-src"),
    "beacon": ("navigator.sendBeacon(to + '/a', 'text')", "connect-src"),
    "socket": ("try { new WebSocket(to.replace('http', 'ws') + '/a') } catch {}", "connect-src"),
    "frame": ("document.body.append(Object.assign(document.createElement('iframe'), {src: to}))", "frame-src"),
    "object": ("document.body.append(Object.assign(document.createElement('object'), {data: to}))", "object-src"),
    "sound": ("new Audio(to + '/a.wav').load()", "media-src"),
    "font": ("new FontFace('f', `url(${to}/f.woff)`).load().catch(() => 0)", "font-src"),
    "worker": ("try { new Worker(URL.createObjectURL(new Blob(['0']))) } catch {}", "worker-src"),
}
"""What a script in the page may try -> the directive that refuses it."""


class Remote(ThreadingHTTPServer):
    """A server that notes what it is asked for."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.asked = []
        self.was_asked = threading.Event()
        self.address = f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.server.was_asked.set()
        self.send_response(204)
        self.end_headers()

    do_POST = do_GET

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture
def remote():
    with Remote() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def opened(browser, tmp_path):
    contexts = []

    def start(html):
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        contexts.append(browser.new_context())
        page = contexts[-1].new_page()
        page.set_default_timeout(15_000)
        page.add_init_script(WATCH)
        page.goto(file.as_uri(), wait_until="domcontentloaded")
        return page

    yield start
    for context in contexts:
        context.close()


def page_with(head=""):
    return to_html(heatmap(graded(1, 3)), extra_head=head)


def without_policy(html):
    loose, n = META.subn("", html)
    assert n == 1
    return loose


def hashed(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_whole_policy():
    html = page_with("<!-- the caller's -->")
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    (packed,) = re.findall(r'<script [^>]*data-part="core">(.*?)</script>', html)
    core = gzip.decompress(base64.b64decode(packed)).decode()
    made = re.match(r'.*?\{textContent:("(?:[^"\\]|\\.)*")\}', core)
    later = json.loads(made.group(1))
    assert META.findall(html) == [
        f"default-src 'none'; script-src {hashed(script)} {hashed(core)}; style-src {hashed(style)} {hashed(later)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    ]


def test_the_policy_comes_before_all_that_it_governs():
    html = page_with("<!-- the caller's -->")
    before = html[: META.search(html).start()]
    assert before == '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'


@pytest.mark.parametrize("name", HEADS)
def test_nothing_in_the_head_reaches_the_network(name, opened, remote):
    text, directive = HEADS[name]
    page = opened(page_with(text.format(remote.address)))
    page.wait_for_selector("[data-inspect-viz][data-ready]", state="attached")
    page.wait_for_function("(directive) => refused.includes(directive)", arg=directive)
    assert page.evaluate("document.baseURI") == page.url
    assert set(page.evaluate("refused")) == {directive}
    assert remote.asked == []


@pytest.mark.parametrize("name", BODIES)
def test_no_script_of_the_page_reaches_the_network(name, opened, remote):
    act, directive = BODIES[name]
    page = opened(page_with())
    page.evaluate(f"(to) => {{ {act} }}", remote.address)
    page.wait_for_function("(directive) => refused.includes(directive)", arg=directive)
    assert set(page.evaluate("refused")) == {directive}
    assert remote.asked == []


@pytest.mark.parametrize("name", sorted(HEADS.keys() - {"base"}))
def test_without_the_policy_the_head_would(name, opened, remote):
    opened(without_policy(page_with(HEADS[name][0].format(remote.address))))
    assert remote.was_asked.wait(15)


def test_without_the_policy_a_base_would_count(opened, remote):
    page = opened(without_policy(page_with(HEADS["base"][0].format(remote.address))))
    assert page.evaluate("document.baseURI") == f"{remote.address}/"


@pytest.mark.parametrize("name", sorted(BODIES.keys() - {"worker"}))
def test_without_the_policy_a_script_would(name, opened, remote):
    page = opened(without_policy(page_with()))
    page.evaluate(f"(to) => {{ {BODIES[name][0]} }}", remote.address)
    assert remote.was_asked.wait(15)
