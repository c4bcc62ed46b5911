"""Folders of logs, and processes that read them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import threading
import time
from functools import cache
from pathlib import Path

from .processes import Failed, last_line
from .settings import ENVIRONMENTS, LOG_LIMIT_S, ROOT, WORK
from .store import Run

FOLDERS = {
    "warm": (1, 50, 0, 99_999),
    "plain": (20, 1_000, 0, 0),
    "doubled": (40, 1_000, 0, 0),
    "transcripts": (20, 1_000, 50_000_000, 0),
    "million": (1_000, 1_000, 0, 0),
}
"""Number of logs, samples in each, bytes of transcripts in each, number of the first log."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


@cache
def _work() -> tempfile.TemporaryDirectory[str]:
    WORK.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(prefix="logs-", dir=WORK)


def new_folder() -> Path:
    """An empty folder that is removed when the process ends."""
    return Path(tempfile.mkdtemp(dir=_work().name))


@cache
def logs(name: str) -> Path:
    """The folder with these logs, made when it is first asked for."""
    folder = new_folder()
    numbers = FOLDERS[name]
    command = [ENVIRONMENTS["ours"], "-m", "bench.log_files", str(folder), *(f"{n}" for n in numbers[:4])]
    subprocess.run(command, cwd=ROOT, check=True, timeout=LOG_LIMIT_S)
    return folder


def read(library: str, what: str, folder: str, cores: int = 1, cache: str = "off", caches: Path | None = None) -> Run:
    """Reads the logs in a fresh process: seconds, rows, columns, and `peak_mb` of all its processes together."""
    arguments = ["-m", "bench.log_child", library, what, str(cores), cache, str(logs("warm")), str(logs(folder))]
    run = _run([ENVIRONMENTS["ours"], *arguments], os.environ | {"XDG_CACHE_HOME": str(caches or new_folder())})
    expected = FOLDERS[folder][0] * FOLDERS[folder][1]
    if run["rows"] != expected:
        raise Failed(f"{run['rows']} rows instead of {expected}")
    return run


def _run(command: list[str], environment: dict[str, str]) -> Run:
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )
    peak = [0]
    watch = threading.Thread(target=_watch, args=(process, peak))
    watch.start()
    try:
        out, err = process.communicate(timeout=LOG_LIMIT_S)
    except subprocess.TimeoutExpired:
        raise Failed(f"took over {LOG_LIMIT_S} s") from None
    finally:
        _end(process)
        watch.join()
    if process.returncode:
        raise Failed(last_line(err) or f"exit code {process.returncode}")
    return {**json.loads(last_line(out)), "peak_mb": peak[0] / 1e6}


def _end(process: subprocess.Popen[str]) -> None:
    """Ends the process with its descendants if it still runs."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _watch(process: subprocess.Popen[str], peak: list[int]) -> None:
    """Looks fifty times a second; memory that processes share is counted for each of them."""
    while process.returncode is None:
        peak[0] = max(peak[0], _resident(process.pid))
        time.sleep(0.02)


def _resident(pid: int) -> int:
    """Bytes of a process and of its descendants; 0 if it has just ended."""
    try:
        own = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
        children = [int(c) for t in os.listdir(f"/proc/{pid}/task") for c in _children(pid, t)]
    except (OSError, IndexError):
        return 0
    return own + sum(map(_resident, children))


def _children(pid: int, thread: str) -> list[str]:
    return Path(f"/proc/{pid}/task/{thread}/children").read_text().split()
