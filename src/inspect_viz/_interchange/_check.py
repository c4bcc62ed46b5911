"""The parts of a spec: what each is, and whether what it names is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspect_viz._generated.tables import MARKS
from inspect_viz._spec.errors import wrong_type
from inspect_viz._spec.interactions import check_present
from inspect_viz._spec.vocabulary import options_of, plot_attributes
from inspect_viz._util.suggest import did_you_mean, listing

from ._channels import check_channels
from ._columns import Columns
from ._inputs import Inputs
from ._names import INPUTS, INTERACTORS, LEGEND, LEGENDS
from ._options import check_options, unknown_option
from ._references import References
from ._sources import check_source, unknown_table
from ._values import Values

Json = dict[str, object]

LAYOUTS = ("hconcat", "vconcat")
PARTS = ("plot", "mark", "input", "legend", *LAYOUTS, "hspace", "vspace")


@dataclass(frozen=True)
class Checker:
    """Looks through a spec.

    Args:
        where: The function that was called.
        tables: Names of the tables that there are.
        references: What the spec defines, and refers to.
        columns: The columns of the tables.
    """

    where: str
    tables: Collection[str]
    references: References
    columns: Columns

    def part(self, part: object, place: str) -> None:
        """Raises TypeError or ValueError at the first thing that is wrong."""
        if not isinstance(part, Mapping):
            raise wrong_type(self.where, place or "spec", part, "a part of a picture")
        kind = next((name for name in PARTS if part.get(name) is not None), None)
        if kind is None:
            raise ValueError(f"{self.where}: {place or 'spec'} is none of {listing(PARTS)}.{_hint(part)}")
        if kind in LAYOUTS:
            for i, child in enumerate(self._items(part[kind], _dotted(place, kind))):
                self.part(child, f"{_dotted(place, kind)}[{i}]")
        elif kind == "plot":
            self._attributes(part, place)
            self._entries([*self._items(part[kind], _dotted(place, kind))], _dotted(place, kind))
        elif kind in ("mark", "legend", "input"):
            self._entry(part, place)

    def _entries(self, entries: Sequence[object], place: str) -> None:
        """Of a plot; interactors belong to the mark before them."""
        before: Mapping[str, object] = {}
        for i, entry in enumerate(entries):
            self._entry(entry, f"{place}[{i}]")
            assert isinstance(entry, Mapping)
            before = entry if "mark" in entry else before
            channels = entry.get("channels") if "select" in entry and "mark" not in entry else None
            if channels and before:
                names = [channels] if isinstance(channels, str) else channels
                check_present(f"{self.where}: {place}[{i}]", names, str(before["mark"]), before)

    def defaults(self, given: Mapping[str, object]) -> None:
        """Raises ValueError for a default that no plot takes."""
        check_options(self.where, "plotDefaults", "a plot", given, plot_attributes(), self.references)

    def _attributes(self, part: Mapping[str, object], place: str) -> None:
        """Of a plot."""
        given = {key: value for key, value in part.items() if key not in ("plot", "name")}
        check_options(self.where, place or "plot", "a plot", given, plot_attributes(), self.references)
        self.references.check_attributes(given, place)

    def _items(self, value: object, place: str) -> Iterator[object]:
        if not isinstance(value, list):
            raise wrong_type(self.where, place, value, "a list")
        yield from value

    def _entry(self, entry: object, place: str) -> None:
        if not isinstance(entry, Mapping):
            raise wrong_type(self.where, place, entry, "a mark, an interactor or a legend")
        if "mark" in entry:
            self._one_of(entry["mark"], _dotted(place, "mark"), MARKS)
            check_source(f"{self.where}: {place or 'spec'}", entry)
            self._table(entry.get("data"), _dotted(place, "data"))
            mark = str(entry["mark"])
            options = {key: value for key, value in entry.items() if key not in ("mark", "data")}
            check_options(self.where, place or "spec", f"the mark {mark!r}", options, options_of(mark), self.references)
        elif "legend" in entry:
            self._one_of(entry["legend"], _dotted(place, "legend"), LEGENDS)
            self._names(entry, place, "a legend", LEGEND)
        elif "input" in entry:
            self._one_of(entry["input"], _dotted(place, "input"), INPUTS)
            self._names(entry, place, f"the input {entry['input']!r}", INPUTS[str(entry["input"])])
            self._table(entry, place)
        elif "select" in entry:
            self._one_of(entry["select"], _dotted(place, "select"), INTERACTORS)
            self._names(entry, place, f"the interactor {entry['select']!r}", INTERACTORS[str(entry["select"])])
        else:
            raise ValueError(f"{self.where}: {place} is no mark, interactor or legend.{_hint(entry)}")
        self.references.check_entry(entry, place)
        self._values(f"{self.where}: {place or 'spec'}", entry)

    def _values(self, where: str, entry: Mapping[str, object]) -> None:
        """Of a mark, a legend, an input or an interactor."""
        if "mark" in entry:
            check_channels(where, entry, self.references, self.columns)
        elif "legend" in entry:
            Values(self.references, self.columns).legend(where, entry)
        elif "input" in entry:
            Inputs(self.references, self.columns).check(where, entry)
        else:
            Values(self.references, self.columns).interactor(where, entry)

    def _names(self, entry: Mapping[str, object], place: str, what: str, known: Collection[str]) -> None:
        for name in entry:
            if name not in known:
                raise unknown_option(f"{self.where}: {place or 'spec'}", what, name, known)

    def _one_of(self, name: object, place: str, names: Collection[str]) -> None:
        if name not in names:
            raise ValueError(f"{self.where}: {place}={name!r} is none of Mosaic's.{did_you_mean(name, names)}")

    def _table(self, source: object, place: str) -> None:
        table = source.get("from") if isinstance(source, Mapping) else None
        if isinstance(table, str) and not table.startswith("$") and table not in self.tables:
            raise unknown_table(self.where, _dotted(place, "from"), table, self.tables)


def _dotted(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _hint(part: Mapping[object, object]) -> str:
    names = (*PARTS, "select")
    found = next((hint for name in part if (hint := did_you_mean(name, names))), "")
    return found or f" It has {listing(map(str, part))}."
