"""The snippets of docs/views.md draw what the page shows; `python tests/pictures/test_view_docs.py` writes it anew."""

from __future__ import annotations

import ast
import os
import re
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from gallery import drawn, normal

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "views.md"
SHOWN = re.compile(r"!\[[^\]]*\]\((views/\w+\.svg)\)\s+```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HINT = "{0} is not what its snippet draws: look at it, and if that is right: python tests/pictures/test_view_docs.py"


def pictures() -> dict[str, str]:
    """Pictures of the page, and the snippets that follow them."""
    return dict(SHOWN.findall(PAGE.read_text(encoding="utf-8")))


def made(snippet: str) -> str:
    """What the last line of a snippet draws."""
    tree = ast.parse(snippet)
    last = tree.body.pop()
    assert isinstance(last, ast.Expr)
    names: dict[str, object] = {}
    before = Path.cwd()
    os.chdir(ROOT / "examples")
    try:
        exec(compile(tree, "snippet", "exec"), names)
        return drawn(eval(compile(ast.Expression(last.value), "snippet", "eval"), names)) + "\n"
    finally:
        os.chdir(before)


@pytest.mark.parametrize("file", pictures())
def test_a_snippet_draws_what_the_page_shows(file):
    shown = (PAGE.parent / file).read_text(encoding="utf-8")
    assert normal(made(pictures()[file])) == normal(shown), HINT.format(file)


if __name__ == "__main__":
    for file, snippet in pictures().items():
        (PAGE.parent / file).write_text(made(snippet), encoding="utf-8")
