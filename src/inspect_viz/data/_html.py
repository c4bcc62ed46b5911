"""Tables of a few facts as HTML, for notebooks. All that comes from data is text."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from inspect_viz._util.text import well_formed

_LONGEST = 60
_OF_COLUMN, _OF_ROW = 'th scope="col"', 'th scope="row"'
_CELL = ' style="text-align:left;vertical-align:top"'
_WIDE = ' style="overflow-x:auto;margin:8px 0"'


def escaped(value: object, longest: int = _LONGEST) -> str:
    """A value as text of HTML, in one line, cut after so many characters."""
    text = "" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)
    line = " ".join(text[: 4 * longest].split())
    return html.escape(well_formed(line if len(line) <= longest else line[: longest - 1] + "…"))


def table(rows: Iterable[Sequence[str]], head: Sequence[str] = ()) -> str:
    """Cells that are HTML already as a table; without a head the first cell of each row is its head."""
    top = f"<thead><tr>{_cells(head, _OF_COLUMN)}</tr></thead>" if head else ""
    body = "".join(f"<tr>{_row(row, bool(head))}</tr>" for row in rows)
    return f"<div{_WIDE}><table>{top}<tbody>{body}</tbody></table></div>"


def _row(cells: Sequence[str], headed: bool) -> str:
    return _cells(cells, "td") if headed else _cells(cells[:1], _OF_ROW) + _cells(cells[1:], "td")


def _cells(cells: Iterable[str], tag: str) -> str:
    return "".join(f"<{tag}{_CELL}>{cell}</{tag.split()[0]}>" for cell in cells)
