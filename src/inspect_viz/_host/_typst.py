"""The call of typst. Its threads do not live in a forked child, which asks another process; that one runs this file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping

from ._assets import asset
from ._still import FONTS

PAGE = b"""
#set page(width: eval(sys.inputs.width), height: eval(sys.inputs.height), margin: 0pt, fill: rgb(sys.inputs.paper))
#set document(title: sys.inputs.title, author: sys.inputs.author, description: sys.inputs.about, date: none)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, alt: sys.inputs.alt)
"""

_ran = False
_is_lost = False


def compiled(told: Mapping[str, str], system_fonts: bool) -> bytes:
    """The PDF of what `PAGE` is told; no wall clock, no file but fonts.

    Raises:
        RuntimeError: If typst refuses it.
    """
    return _elsewhere(told, system_fonts) if _is_lost else _here(told, system_fonts)


def _here(told: Mapping[str, str], system_fonts: bool) -> bytes:
    import typst

    global _ran
    _ran = True
    folder = asset(FONTS[0]).parent
    fonts = typst.Fonts(include_system_fonts=system_fonts, include_embedded_fonts=False, font_paths=[str(folder)])
    compiler = typst.Compiler(PAGE, root=str(folder), font_paths=fonts, sys_inputs=dict(told))
    made = compiler.compile(format="pdf")
    assert isinstance(made, bytes)
    return made


def _elsewhere(told: Mapping[str, str], system_fonts: bool) -> bytes:
    asked = json.dumps([told, system_fonts]).encode()
    done = subprocess.run([sys.executable, "-m", __name__], input=asked, capture_output=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors="replace").strip().rpartition("\n")[2])
    return done.stdout


def _lose() -> None:
    global _is_lost
    _is_lost = _is_lost or _ran


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_lose)

if __name__ == "__main__":
    sys.stdout.buffer.write(_here(*json.loads(sys.stdin.buffer.read())))
