"""V8 in threads, event loops, forked children and at the end of the process."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from heatmaps import graded, heatmap

from inspect_viz._host import DrawingError
from inspect_viz.plot import to_html, write_pdf, write_png, write_png_async

ROWS = graded(3, 4)
SECONDS = 60


def png():
    return write_png(None, heatmap(ROWS))[0]


def test_threads_get_the_same_bytes():
    expected = png()
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(lambda _: png() == expected, range(12))) == [True] * 12


def test_threads_with_pictures_of_their_own_do_not_mix_them_up():
    def titles(n):
        return f"picture {n}" in to_html(heatmap(graded(2, n + 1), title=f"picture {n}"))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(titles, range(8)))


def test_a_thread_that_ends_takes_nothing_along():
    found = []
    thread = threading.Thread(target=lambda: found.append(png()))
    thread.start()
    thread.join(SECONDS)
    assert found == [png()]


def test_running_event_loops():
    async def drawn():
        return png(), (await write_png_async(None, heatmap(ROWS)))[0]

    first, second = asyncio.run(drawn()), asyncio.run(drawn())
    assert first == second == (png(), png())


def test_drawing_does_not_block_the_event_loop():
    async def drawn():
        beats = 0

        async def beat():
            nonlocal beats
            while True:
                beats += 1
                await asyncio.sleep(0)

        task = asyncio.create_task(beat())
        await write_png_async(None, heatmap(graded(10, 200)))
        task.cancel()
        return beats

    assert asyncio.run(drawn()) > 10


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
class TestFork:
    def test_a_forked_child_draws_with_a_runtime_of_its_own(self):
        expected = png()
        assert forked(lambda: 0 if png() == expected else 1) == 0
        assert png() == expected

    def test_a_forked_child_writes_pdf_though_the_threads_of_typst_are_gone(self):
        expected = write_pdf(None, heatmap(ROWS))
        assert forked(lambda: 0 if write_pdf(None, heatmap(ROWS)) == expected else 1) == 0
        assert write_pdf(None, heatmap(ROWS)) == expected

    def test_a_child_forked_while_another_thread_draws(self):
        png()
        stop = threading.Event()
        thread = threading.Thread(target=lambda: [png() for _ in iter(stop.is_set, True)])
        thread.start()
        try:
            assert [forked(lambda: 0 if png() else 1) for _ in range(3)] == [0, 0, 0]
        finally:
            stop.set()
            thread.join(SECONDS)

    def test_a_fork_waits_until_v8_rests(self):
        """V8 works in a moment of its own: what it has locked then would stay locked in the child."""
        from inspect_viz._host import _v8

        begun, rests, done = threading.Event(), threading.Event(), []
        work = threading.Thread(
            target=_v8.warm_up().run, args=(lambda _: (begun.set(), rests.wait(SECONDS), done.append(True)),)
        )
        work.start()
        begun.wait(SECONDS)
        threading.Timer(0.1, rests.set).start()
        assert forked(lambda: 0 if done else 1) == 0
        work.join(SECONDS)

    def test_a_child_forked_while_another_thread_asks(self):
        """Neither the table nor its database is at rest: the parent's thread holds both."""
        from inspect_viz._engine import Stop
        from inspect_viz._engine import _stop as stops
        from inspect_viz._host._open import OpenPicture

        picture = heatmap(ROWS)
        expected = write_png(None, picture)[0]
        stop = Stop()
        endless = "SELECT count(*) FROM t0, range(1000000000000)"
        with OpenPicture(picture) as opened, pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(2) as pool:
            patch.setenv("INSPECT_VIZ_SECONDS", "20")
            reader = next(iter(opened.picture.tables.values())).reader
            asked = [
                pool.submit(opened.answer, endless, stop),
                pool.submit(reader.ask, "SELECT count(*) FROM data, range(1000000000000)"),
            ]
            while len(stops._running) < 2:
                assert not any(each.done() for each in asked)
                time.sleep(0.01)
            assert [forked(lambda: 0 if write_png(None, picture)[0] == expected else 1) for _ in range(2)] == [0, 0]
            stop.now()
            assert all(each.exception(SECONDS) is not None for each in asked)

    def test_a_child_forked_while_another_thread_reads_logs(self, root, monkeypatch):
        """The parent's thread is in the midst of a refresh, which in the child nobody ends."""
        from inspect_viz import Data
        from inspect_viz.logs._reading.reading import Reading

        data = Data.from_logs(str(root / "examples" / "logs"), cache=False, progress=False)
        read, begun, ends = Reading._read, threading.Event(), threading.Event()

        def slow(self, before):
            begun.set()
            ends.wait(SECONDS)
            return read(self, before)

        monkeypatch.setattr(Reading, "_read", slow)
        thread = threading.Thread(target=data.refresh)
        thread.start()
        begun.wait(SECONDS)
        monkeypatch.setattr(Reading, "_read", read)
        try:
            assert forked(lambda: 0 if not data.refresh() else 1) == 0
        finally:
            ends.set()
            thread.join(SECONDS)

    def test_a_grandchild(self):
        png()
        assert forked(lambda: 0 if png() and forked(lambda: 0 if png() else 1) == 0 else 1) == 0

    def test_multiprocessing(self):
        expected = png()
        with multiprocessing.get_context("fork").Pool(2) as pool:
            assert pool.apply_async(png).get(SECONDS) == expected


def forked(work):
    """Exit code of a child that does the work; it is ended when it hangs."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = work()
        finally:
            os._exit(code)
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise AssertionError("the child hangs")


def run(code, *options):
    """Output of a fresh interpreter, which must end well and say nothing on stderr."""
    made = subprocess.run(
        [sys.executable, *options, "-c", code], capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert (made.returncode, made.stderr) == (0, "")
    return made.stdout


DRAW = """
import os, sys, threading
import pandas as pd
from inspect_viz import Data
from inspect_viz.plot import write_png, to_html
from inspect_viz.view import sample_heatmap
c = sample_heatmap(Data.from_dataframe(pd.DataFrame({"id": ["a", "b"], "model": "m", "score_s": [0.25, 0.75]})))
"""


@pytest.mark.parametrize(
    "work",
    [
        "write_png(None, c)",
        "to_html(c); write_png(None, c)",
        "t = threading.Thread(target=lambda: write_png(None, c)); t.start()",
        "t = threading.Thread(target=lambda: write_png(None, c), daemon=True); t.start(); t.join()",
        "import asyncio; from inspect_viz.plot import write_png_async; asyncio.run(write_png_async(None, c))",
        "write_png(None, c)\nif os.fork() == 0:\n    write_png(None, c)\nelse:\n    os.wait()",
        "write_png(None, c)\nif os.fork() == 0:\n    sys.exit(0)\nelse:\n    assert os.wait()[1] == 0",
        "from inspect_viz._host._v8 import warm_up; warm_up()",
        "globals()['kept'] = c; write_png(None, c); sys.exit(0)",
    ],
)
def test_the_interpreter_ends_quietly(work):
    run(DRAW + work, "-W", "ignore::DeprecationWarning")


def test_an_error_ends_the_interpreter_with_its_own_traceback_only():
    made = subprocess.run(
        [sys.executable, "-c", f"{DRAW}write_png(None, c)\nraise SystemExit(3)"],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert (made.returncode, made.stderr) == (3, "")


def test_equal_pictures_have_equal_bytes_in_every_process():
    made = "write_png(None, c)[0], to_html(c).encode()"
    code = f"{DRAW}import hashlib; print(*[hashlib.sha256(b).hexdigest() for b in ({made})])"
    first, second = run(code), run(code, "-X", "utf8=0")
    assert first == second
    assert len(first.split()) == 2


def test_without_mini_racer_the_error_says_what_to_install():
    code = f"""
import sys
sys.modules["py_mini_racer"] = None
{DRAW}
from inspect_viz._host import RuntimeUnavailable
for work in (lambda: write_png(None, c), lambda: to_html(c), lambda: write_png(None, c)):
    try:
        work()
    except RuntimeUnavailable as error:
        print(error)
"""
    lines = run(code).splitlines()
    assert len(lines) == 3
    assert all("pip install mini-racer" in line for line in lines)


def test_after_a_failure_the_next_picture_is_drawn():
    expected = png()
    for options in ({"width": 1}, {"x_domain": ["none"]}, {"color_domain": []}):
        with pytest.raises(DrawingError):
            write_png(None, heatmap(ROWS, **options))
        assert png() == expected


def test_an_interrupted_drawing_leaves_a_working_runtime(monkeypatch):
    from inspect_viz._host import _runtime

    expected = png()
    monkeypatch.setattr(_runtime, "SECONDS_PER_CALL", 0.000001)
    with pytest.raises(DrawingError):
        png()
    monkeypatch.undo()
    assert png() == expected


def test_import_needs_nothing_heavy():
    heavy = [
        "pandas",
        "pyarrow",
        "narwhals",
        "duckdb",
        "numpy",
        "py_mini_racer",
        "resvg_py",
        "IPython",
        "asyncio",
        "inspect_ai",
    ]
    code = "import sys, inspect_viz, inspect_viz.view, inspect_viz.plot, inspect_viz.mark\n"
    assert run(f"{code}print([m for m in {heavy} if m in sys.modules])").strip() == "[]"
