"""Fresh processes: time to a file on disk, two PNGs in one process, import time."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import IO

from .adapters import adapter
from .settings import ENVIRONMENTS, LIMIT_S, ROOT, folder
from .tables import table_file

Record = dict[str, object]
IMPORTS = 15
BROWSERS = ("chrom", "node", "firefox", "webkit")
"""Parts of the names of programs that are a browser or drive one."""


class Failed(Exception):
    """A library could not do what was asked."""


def _run(python: str, *arguments: str) -> tuple[float, float, str]:
    """Wall-clock time at the start, seconds it took, last line printed."""
    start, clock = time.time(), time.perf_counter()
    try:
        done = subprocess.run([python, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=LIMIT_S)
    except subprocess.TimeoutExpired:
        raise Failed(f"took over {LIMIT_S} s") from None
    seconds = time.perf_counter() - clock
    if done.returncode:
        raise Failed(last_line(done.stderr) or f"exit code {done.returncode}")
    return start, seconds, last_line(done.stdout)


def measured(python: str, *arguments: str) -> tuple[Record, str]:
    """Seconds and peak memory (MB) of a whole process, and the last line that it printed."""
    clock = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen([python, *arguments], cwd=ROOT, stdout=out, stderr=err)
        watchdog = threading.Timer(LIMIT_S, process.kill)
        watchdog.start()
        _, status, usage = os.wait4(process.pid, 0)
        watchdog.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        lines = [_printed(file) for file in (out, err)]
    if process.returncode:
        raise Failed(lines[1] or f"exit code {process.returncode}")
    return {"seconds": time.perf_counter() - clock, "peak_mb": usage.ru_maxrss / 1000}, lines[0]


def _printed(file: IO[str]) -> str:
    file.seek(0)
    return last_line(file.read())


def last_line(text: str) -> str:
    """The last line of what a process printed, cut."""
    lines = text.strip().splitlines()
    return lines[-1][:300] if lines else ""


def _child(name: str, what: str, *files: Path) -> tuple[float, float, str]:
    return _run(ENVIRONMENTS[adapter(name).environment], "-m", "bench.child", what, name, *map(str, files))


def write(name: str, what: str, cells: int, variant: str = "lean") -> tuple[Path, float]:
    """Has a library write its page ("html") or picture ("png", "svg"): the file, and the seconds of the process.

    "bare_html" and the like are those of which colours are read.
    """
    bare, _, ending = what.rpartition("_")
    file = folder(f"pages/{variant}") / f"{name}_{cells}{bare and f'_{bare}'}.{ending}"
    return file, _child(name, what, table_file(cells, variant), file)[1]


def html_process(name: str, cells: int) -> Record:
    """A fresh process that writes the page."""
    file, seconds = write(name, "html", cells)
    return {"seconds": seconds, "bytes": file.stat().st_size}


def html_bytes(name: str, cells: int) -> Record:
    """Size of the page, and of the page of the same table with a column of prompts."""
    lean, prompt = (write(name, "html", cells, variant)[0].read_bytes() for variant in ("lean", "prompt"))
    return {"bytes": len(lean), "prompt_bytes": len(prompt), "same": lean == prompt}


def png_pair(name: str, cells: int) -> Record:
    """The first PNG, counted from the start of the process, and the second one, of another table."""
    files = [folder(f"pages/{variant}") / f"{name}_{cells}.png" for variant in ("lean", "second")]
    tables = [table_file(cells), table_file(cells, "second")]
    start, _, line = _child(name, "two-png", tables[0], files[0], tables[1], files[1])
    told = json.loads(line)
    browsers = [p for p in told["programs"] if any(b in p.lower() for b in BROWSERS)]
    return {"first_s": told["first_done"] - start, "second_s": told["second_s"], "browsers": browsers}


def import_time(name: str) -> Record:
    """Milliseconds of the import in a fresh process above those of a bare one; medians of interleaved runs."""
    python, module = ENVIRONMENTS[adapter(name).environment], adapter(name).module
    _run(python, "-c", f"import {module}")
    pairs = [(_run(python, "-c", "pass")[1], _run(python, "-c", f"import {module}")[1]) for _ in range(IMPORTS)]
    bare, full = (statistics.median(column) for column in zip(*pairs, strict=True))
    return {"ms": (full - bare) * 1000}


def environment_variables(mirror_port: int) -> None:
    """Tells the children where the mirror is, and nothing of the caller's Python."""
    os.environ["BENCH_MIRROR_PORT"] = str(mirror_port)
    os.environ.pop("PYTHONPATH", None)
