"""V8 stays in its limits, and a picture after a failed one is drawn."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import wait

import pytest

from inspect_viz import Data
from inspect_viz._host import DrawingError, _drawing, _runtime, _v8
from inspect_viz.mark import cell, dot
from inspect_viz.plot import plot, write_png


def test_running_out_of_memory_is_an_error_and_not_the_end_of_the_process() -> None:
    owner = _v8.warm_up()
    with pytest.raises(Exception, match="memory limit"):
        owner.run(lambda context: context.eval("const kept = []; for (;;) kept.push(new Array(1000).fill(1.5))"))
    _v8._discard(owner)
    data = Data.from_dataframe({"x": ["a", "b"], "y": ["u", "v"], "v": [0.1, 0.9]})
    drawn = write_png(None, plot(cell(data, x="x", y="y", fill="v")))
    assert drawn[0][:4] == b"\x89PNG"


@pytest.mark.skipif(sys.platform != "linux", reason="limits the address space as Linux does")
@pytest.mark.parametrize("size", [4, 64])
def test_too_little_address_space_is_an_error_that_says_what_to_do(size: int) -> None:
    code = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, ({size} << 30, {size} << 30))
from inspect_viz import Data
from inspect_viz.mark import cell
from inspect_viz.plot import plot, write_png
try:
    print(write_png(None, plot(cell(Data.from_dataframe({{"x": ["a"], "v": [1.0]}}), x="x", y="x", fill="v")))[1:])
except RuntimeError as error:
    print(type(error).__name__, error)
"""
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.startswith(f"RuntimeUnavailable drawing needs V8, which does not start within {size} GiB")
    assert "ulimit -v unlimited" in made.stdout


def test_a_refused_question_names_its_reason_and_leaves_the_runtime_usable() -> None:
    spec = {"plot": [{"mark": "cell", "data": {"from": "t0"}, "x": "a", "y": "b", "fill": "c"}]}
    options = {"scale": 1, "details": False, "idPrefix": "iv", "title": "t", "description": None, "metadata": "{}"}

    def refuse(sql: str) -> bytes:
        raise ValueError("no such table")

    for _ in range(2):
        with pytest.raises(DrawingError, match="no such table"):
            _drawing.draw({"spec": spec, "sidecar": {}, "options": options}, refuse, planes=False)


def test_running_out_of_memory_between_calls_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_runtime, "MEMORY_LIMIT", 96 * 1024**2)
    _v8._discard(_v8.warm_up())
    rows = Data.from_dataframe({"n": range(60_000)})
    with pytest.raises(DrawingError, match="memory limit of V8, 1,024 MiB; draw fewer things"):
        write_png(None, plot(dot(rows, x="n", y="n")))


def test_who_ends_all_work_does_not_end_the_closing_of_v8() -> None:
    owner = _v8._Owner()
    context = owner.context.result(60)
    owner._is_closing = True
    busy = owner.worker.submit(lambda: context.eval("const begun = Date.now(); while (Date.now() - begun < 300); 7"))
    while not busy.done():
        owner.halt()
        wait([busy], timeout=0.01)
    assert busy.result() == 7
    owner.end().result(60)
