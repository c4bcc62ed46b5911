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

LIVE_PACKAGES = {
    "ours": ("inspect-viz", "duckdb", "jupyterlab", "ipykernel", "anywidget"),
    "mosaic": ("mosaic-widget", "duckdb", "ipykernel", "anywidget"),
    "published": ("inspect-viz", "ipykernel", "anywidget"),
}
LOG_PACKAGES = ("inspect-viz", "inspect-ai", "pandas", "pyarrow", "zstandard")
_ASK = """import json, platform, sys; from importlib.metadata import version
print(json.dumps([platform.python_version()] + [version(p) for p in sys.argv[1:]]))"""


def describe() -> list[str]:
    """Lines of Markdown: machine, then versions of all that is measured."""
    return [
        _hardware(),
        f"{_chromium()}, headless, no GPU, window 1000 x 600, pixel ratio 1.",
        "; ".join(_versions(name, adapter(name).environment, adapter(name).packages) for name in NAMES) + ".",
    ]


def describe_logs() -> list[str]:
    """The same for reading logs."""
    return [_hardware(), _versions("versions", "ours", LOG_PACKAGES) + "."]


def describe_live() -> list[str]:
    """The same for living pictures."""
    versions = (_versions(name, name, packages) for name, packages in LIVE_PACKAGES.items())
    return [_hardware(), f"{_chromium()}, headless, no GPU.", "; ".join(versions) + "."]


def _hardware() -> str:
    return (
        f"{os.cpu_count()} cores ({_processor()}), {_memory_gb():.0f} GB of memory, {_system()},"
        f" load {os.getloadavg()[0]:.1f} at the end."
    )


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


def _versions(name: str, environment: str, packages: tuple[str, ...]) -> str:
    """Packages of one library with their versions and that of Python."""
    if not Path(ENVIRONMENTS[environment]).exists():
        return f"{name}: not installed"
    told = subprocess.run([ENVIRONMENTS[environment], "-c", _ASK, *packages], capture_output=True, text=True)
    if told.returncode:
        return f"{name}: not installed"
    python, *versions = json.loads(told.stdout)
    listed = ", ".join(f"{p} {v}" for p, v in zip(packages, versions, strict=True))
    return f"{name}: {listed} (Python {python})"
