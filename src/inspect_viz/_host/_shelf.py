"""What the pictures of one page have in common: params and selections by one name, each column of a table once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inspect_viz._params import Param, Selection
    from inspect_viz.data import Data

    from ._open import OpenPicture


@dataclass
class Piece:
    """Columns of a table that one fragment carries."""

    name: str
    fragment: int
    columns: tuple[str, ...]


@dataclass
class Shelf:
    """The page, and the fragment that is being written.

    Args:
        page: The name of the page.
        titles: What its pictures are called, by number.
    """

    page: str
    titles: dict[int, str]
    number: int = 0
    others: tuple[int, ...] = ()
    """The numbers of the other pictures."""
    has_engine: bool = False
    """Whether a fragment has brought the engine."""
    _variables: list[Param | Selection] = field(default_factory=list)
    _tables: list[tuple[Data, list[Piece]]] = field(default_factory=list)

    def share(self, opened: OpenPicture, is_asking: bool) -> tuple[dict[str, Any], dict[str, bytes]]:
        """What a fragment says of the page, and the columns that it is the first to carry, as Arrow IPC streams.

        Args:
            opened: The picture.
            is_asking: Whether it asks tables.
        """
        picture, fresh = opened.picture, dict[str, bytes]()
        tables = {name: self._pieces(opened, name, fresh) for name in (picture.tables if is_asking else ())}
        variables: dict[str, Param | Selection] = {**picture.params, **picture.selections}
        brought = {piece.fragment for pieces in tables.values() for piece in pieces}
        needed = ({self.others[i] for i in picture.changed_by} | brought) - {self.number}
        sharing = {
            "page": self.page,
            "number": self.number,
            "variables": {name: f"v{self._place(variable)}" for name, variable in variables.items()},
            "tables": {name: [_told(piece) for piece in pieces] for name, pieces in tables.items()},
            "needs": [{"number": number, "title": self.titles[number]} for number in sorted(needed)],
        }
        return sharing, fresh

    def _place(self, variable: Param | Selection) -> int:
        for place, known in enumerate(self._variables):
            if known is variable:
                return place
        self._variables.append(variable)
        return len(self._variables) - 1

    def _pieces(self, opened: OpenPicture, name: str, fresh: dict[str, bytes]) -> list[Piece]:
        """Where the columns of one of the picture's tables are; those that are nowhere yet are read."""
        data = opened.picture.tables[name]
        read = opened.picture.columns.get(name, frozenset(data.columns))
        columns = [column for column in data.columns if column in read]
        number, pieces = self._known(data)
        carried = {column for piece in pieces for column in piece.columns}
        missing = tuple(column for column in columns if column not in carried)
        if missing or not pieces:
            piece = Piece(f"d{number}_{len(pieces)}", self.number, missing)
            named = ", ".join(f'"{column.replace(chr(34), chr(34) * 2)}"' for column in missing) or "NULL AS nothing"
            fresh[piece.name] = opened.answer(f'SELECT {named} FROM "{name}"')
            pieces.append(piece)
        found = [Piece(p.name, p.fragment, tuple(c for c in p.columns if c in columns)) for p in pieces]
        return [piece for piece in found if piece.columns] or found[:1]

    def _known(self, data: Data) -> tuple[int, list[Piece]]:
        for number, (table, pieces) in enumerate(self._tables):
            if table is data:
                return number, pieces
        self._tables.append((data, []))
        return len(self._tables) - 1, self._tables[-1][1]


def _told(piece: Piece) -> dict[str, Any]:
    return {"piece": piece.name, "from": piece.fragment, "columns": list(piece.columns)}
