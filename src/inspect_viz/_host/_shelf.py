"""What the pictures of one page have in common: params and selections by one name, each column of a table once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from inspect_viz._engine import quote_identifier

if TYPE_CHECKING:
    from inspect_viz._params import Param, Selection
    from inspect_viz.data import Data

    from ._members import Member
    from ._open import OpenPicture


@dataclass(frozen=True)
class Piece:
    """Columns of a table that one fragment carries; equal ones have one name."""

    name: str
    fragment: int
    columns: tuple[str, ...]


@dataclass
class Shelf:
    """What fragments have brought so far, and the one that is being written.

    Args:
        members: The pictures of the page.
        number: The number of the one that is being written.
        has_engine: Whether a fragment has brought the engine.
    """

    members: Sequence[Member] = ()
    number: int = 0
    has_engine: bool = False
    _variables: list[tuple[Param | Selection, str]] = field(default_factory=list)
    _tables: list[tuple[Data, list[Piece]]] = field(default_factory=list)

    def turned(self, members: Sequence[Member], number: int) -> Shelf:
        """The same for the next fragment: what that brings is not here until it is written."""
        tables = [(data, list(pieces)) for data, pieces in self._tables]
        return replace(self, members=members, number=number, _variables=list(self._variables), _tables=tables)

    def share(self, opened: OpenPicture, is_asking: bool) -> tuple[dict[str, Any], dict[str, bytes]]:
        """What a fragment says of the page, and the columns that it is the first to carry, as Arrow IPC streams.

        Args:
            opened: The picture.
            is_asking: Whether it asks tables.
        """
        picture, fresh = opened.picture, dict[str, bytes]()
        names = [member.name for member in self.members]
        tables = {name: self._pieces(opened, name, fresh) for name in (picture.tables if is_asking else ())}
        tables |= {name: [self._made(opened, name, fresh)] for name in (picture.queries if is_asking else ())}
        variables: dict[str, Param | Selection] = {**picture.params, **picture.selections}
        brought = {piece.fragment for pieces in tables.values() for piece in pieces}
        others = [member.number for member in self.members if member.number != self.number]
        needed = ({others[i] for i in picture.changed_by} | brought) - {self.number}
        sharing = {
            "name": names[self.number],
            "variables": {own: self._shared(variable, own) for own, variable in variables.items()},
            "tables": {table: [_told(piece, names) for piece in pieces] for table, pieces in tables.items()},
            "needs": [{"name": names[number], "title": self.members[number].title} for number in sorted(needed)],
        }
        return sharing, fresh

    def _shared(self, variable: Param | Selection, own: str) -> str:
        """The name of a variable in the page: that in the first picture which has it."""
        for known, name in self._variables:
            if known is variable:
                return name
        name = f"{self.members[self.number].name}.{own}"
        self._variables.append((variable, name))
        return name

    def _pieces(self, opened: OpenPicture, name: str, fresh: dict[str, bytes]) -> list[Piece]:
        """Where the columns of one of the picture's tables are; those that are nowhere yet are read."""
        data = opened.picture.tables[name]
        read = opened.picture.columns.get(name, frozenset(data.columns))
        columns = [column for column in data.columns if column in read]
        pieces = self._known(data)
        carried = {column for piece in pieces for column in piece.columns}
        missing = tuple(column for column in columns if column not in carried)
        if missing or not pieces:
            named = ", ".join(map(quote_identifier, missing)) or "NULL AS nothing"
            stream = opened.answer(f"SELECT {named} FROM {quote_identifier(name)}")
            piece = Piece(_piece_name(stream), self.number, missing)
            fresh[piece.name] = stream
            pieces.append(piece)
        found = [Piece(p.name, p.fragment, tuple(c for c in p.columns if c in columns)) for p in pieces]
        return [piece for piece in found if piece.columns] or found[:1]

    def _made(self, opened: OpenPicture, name: str, fresh: dict[str, bytes]) -> Piece:
        """A table that SQL makes, as a whole."""
        stream = opened.answer(f"SELECT * FROM {quote_identifier(name)}")
        piece = Piece(_piece_name(stream), self.number, opened.columns_of(name))
        fresh[piece.name] = stream
        return piece

    def _known(self, data: Data) -> list[Piece]:
        for table, pieces in self._tables:
            if table is data:
                return pieces
        self._tables.append((data, []))
        return self._tables[-1][1]


def _piece_name(stream: bytes) -> str:
    return f"d{hashlib.sha256(stream).hexdigest()[:24]}"


def _told(piece: Piece, names: Sequence[str]) -> dict[str, Any]:
    return {"piece": piece.name, "from": names[piece.fragment], "columns": list(piece.columns)}
