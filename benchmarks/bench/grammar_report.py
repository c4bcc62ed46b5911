"""The section of RESULTS.md about the grammar and its hosts."""

from __future__ import annotations

from .grammar_plan import GRAMMAR_FIGURES, OURS, Grammar
from .settings import RUNS
from .store import Store

TITLE = "## Grammar"
HEAD = """{title}

Medians of {runs} fresh processes. How it is measured stands in [README.md](README.md).
"""
TABLE = ("| figure | cells, rows or marks | ours | to reach | reached |", "|---|---:|---:|---:|---|")
FORMS = {"s": "{:.2f} s", "MB": "{:,.0f} MB", "ms": "{:.1f} ms"}


def grammar_section(store: Store) -> list[str]:
    """The lines of the section."""
    return [HEAD.format(title=TITLE, runs=RUNS), *TABLE, *(_line(store, each) for each in GRAMMAR_FIGURES), ""]


def _line(store: Store, each: Grammar) -> str:
    value = store.median(each.figure, OURS, each.size, each.field)
    failed = any("error" in run for run in store.runs(each.figure, OURS, each.size))
    shown = FORMS[each.unit].format(value) if value is not None else "x" if failed else "-"
    reached = "" if value is None else "yes" if value <= each.limit else "**no**"
    size, limit = f"{each.size:,}" if each.size else "", FORMS[each.unit].format(each.limit)
    return f"| {each.words} | {size} | {shown} | {limit} | {reached} |"
