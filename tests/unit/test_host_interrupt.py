"""Ctrl-C, in every host and thread, and daemons at the end of the process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends signals as POSIX has them")
SECONDS = 120

PREPARE = """
import asyncio, atexit, os, signal, sys, threading, time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from inspect_viz import Data
from inspect_viz._engine import _stop
from inspect_viz.mark import cell
from inspect_viz.plot import plot, to_html, write_html, write_png, write_png_async, write_svg
from inspect_viz.transform import sql

# A shell lets what it starts in the background ignore Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)
data = Data.from_dataframe({"id": ["a", "b"], "model": ["m", "n"], "score": [0.25, 0.75]})
ENDLESS = "(select count(*) from range(1000000000000))"
good = plot(cell(data, x="id", y="model", fill="score"))
endless = plot(cell(data, x="id", y="model", fill=sql(ENDLESS)))

def is_at_work():
    # The database works on an endless question, not on one of the short ones before it.
    first = {id(each) for each in _stop._running}
    time.sleep(0.3)
    return any(id(each) in first for each in _stop._running)

def interrupt_when(ready):
    def wait():
        while not ready():
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGINT)
    threading.Thread(target=wait, daemon=True).start()
"""


def run(code: str, *, code_at_end: int = 0) -> str:
    """Output of a fresh interpreter, which must end with this code and say nothing but a traceback of Ctrl-C."""
    made = subprocess.run(
        [sys.executable, "-W", "ignore::DeprecationWarning", "-c", PREPARE + code],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert made.returncode == code_at_end, made.stderr
    lines = made.stderr.splitlines()
    assert lines == [] or (code_at_end != 0 and lines[-1] == "KeyboardInterrupt"), made.stderr
    return made.stdout


@pytest.mark.parametrize(
    "work",
    [
        "write_png(None, endless)",
        "to_html(endless)",
        "write_svg('a.svg', endless)",
        "endless._repr_mimebundle_(['text/html'], None)",
        "data.reader.ask(f'SELECT {ENDLESS} FROM data')",
        "data.reader.ask('SELECT count(*) FROM data, range(100000000000)')",
        "asyncio.run(write_png_async(None, endless))",
    ],
)
def test_a_long_question_ends_as_keyboard_interrupt_and_the_next_picture_is_drawn(work: str, tmp_path: Path) -> None:
    code = f"""
os.chdir({str(tmp_path)!r})
Path("a.svg").write_text("old")
first = write_png(None, good)[0]
interrupt_when(is_at_work)
try:
    {work}
except KeyboardInterrupt:
    print("interrupted")
print(write_png(None, good)[0] == first, Path("a.svg").read_text(), sorted(os.listdir()))
"""
    assert run(code) == "interrupted\nTrue old ['a.svg']\n"


def test_ctrl_c_while_v8_works() -> None:
    code = """
from inspect_viz._host import _v8
first = write_png(None, good)[0]
begun = threading.Event()
def busy(context):
    begun.set()
    context.eval("for (;;);")
interrupt_when(lambda: begun.wait(60) and not time.sleep(0.3))
try:
    _v8.warm_up().run(busy)
except KeyboardInterrupt:
    print("interrupted")
print(write_png(None, good)[0] == first)
"""
    assert run(code) == "interrupted\nTrue\n"


def test_ctrl_c_ends_the_work_of_other_threads_with_the_main_thread() -> None:
    code = r"""
ended = []
def work():
    try:
        write_png(None, endless)
    except Exception as error:
        os.write(1, f"{type(error).__name__}\n".encode())
thread = threading.Thread(target=work)
thread.start()
interrupt_when(is_at_work)
thread.join()
"""
    assert run(code, code_at_end=-signal.SIGINT) == "Stopped\n"


@pytest.mark.parametrize(
    "work",
    [
        "while True: write_png(None, good)",
        "while True: data.reader.ask('SELECT count(*) FROM data')",
        "while True: to_html(plot(cell(Data.from_dataframe({'a': ['x'], 's': [1.0]}), x='a', y='a', fill='s')))",
        "write_png(None, endless)",
        "data.reader.ask(f'SELECT {ENDLESS} FROM data')",
    ],
)
@pytest.mark.parametrize("way", ["pass", "raise SystemExit(0)"])
def test_daemons_at_work_do_not_disturb_the_end(work: str, way: str) -> None:
    code = f"""
write_png(None, good)
def work():
    {work}
threads = [threading.Thread(target=work, daemon=True) for _ in range(2)]
for thread in threads:
    thread.start()
time.sleep(0.5)
{way}
"""
    for _ in range(2):
        assert run(code) == ""


def test_what_is_drawn_at_the_very_end_says_so() -> None:
    code = """
def late():
    try:
        write_png(None, good)
    except RuntimeError as error:
        print(error)
from inspect_viz._util import ending
ending.end()
late()
"""
    assert "the interpreter is ending" in run(code)
