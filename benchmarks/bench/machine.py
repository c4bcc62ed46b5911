"""The machine and the versions, without names of hosts or folders."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from pathlib import Path

from .adapters import NAMES, adapter
from .chromium import EXECUTABLE
from .settings import ENVIRONMENTS

_ASK = """import json, platform, sys; from importlib.metadata import version
print(json.dumps([platform.python_version()] + [version(p) for p in sys.argv[1:]]))"""


def describe() -> list[str]:
    """Lines of Markdown: machine, then versions of all that is measured."""
    return [
        f"{os.cpu_count()} cores ({_processor()}), {_memory_gb():.0f} GB of memory, {_system()},"
        f" load {os.getloadavg()[0]:.1f} at the end.",
        f"{_chromium()}, headless, no GPU, window 1000 x 600, pixel ratio 1.",
        "; ".join(_versions(name) for name in NAMES) + ".",
    ]


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    return next((line.split(": ")[1] for line in lines if line.startswith("model name")), platform.machine())


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.system()


def _chromium() -> str:
    if not EXECUTABLE:
        return "Playwright's Chromium"
    told = subprocess.run([EXECUTABLE, "--version"], capture_output=True, text=True).stdout
    return " ".join(told.split()[:2])


def _versions(name: str) -> str:
    """Packages of one library with their versions and that of Python."""
    a = adapter(name)
    told = subprocess.run([ENVIRONMENTS[a.environment], "-c", _ASK, *a.packages], capture_output=True, text=True)
    if told.returncode:
        return f"{name}: not installed"
    python, *versions = json.loads(told.stdout)
    packages = ", ".join(f"{p} {v}" for p, v in zip(a.packages, versions, strict=True))
    return f"{name}: {packages} (Python {python})"
