"""How a mark is put together from the arguments of its function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from inspect_viz._generated.tables import MARKS
from inspect_viz._params import Selection
from inspect_viz._spec.arguments import kinds_in, kinds_of
from inspect_viz._spec.channels import MarkCall
from inspect_viz._spec.encode import COMPUTED
from inspect_viz._spec.errors import wrong_type
from inspect_viz._spec.expressions import check_sql
from inspect_viz._spec.folded import unfolded
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.inline import aligned, check_lengths
from inspect_viz._spec.names import snake
from inspect_viz._spec.needed import check_needed
from inspect_viz._spec.nodes import DECORATIONS, Column, Mark, Transform
from inspect_viz._spec.results import clash, is_aggregate
from inspect_viz._spec.sort import Sorter
from inspect_viz._spec.suited import check_types
from inspect_viz._util.notgiven import NOT_GIVEN

if TYPE_CHECKING:
    from inspect_viz.data import Data

GRIDS = ("density", "contour", "raster", "rasterTile", "heatmap", "denseLine")
"""Marks whose channels may show the density that they compute."""
STACKED = {f"{shape}{axis.upper()}": axis for shape in ("area", "bar", "rect", "waffle") for axis in "xy"}
"""Marks that stack their shapes, and the axis along which they do."""
TEXTS = ("text", "textX", "textY")
NO_CHANNELS = ("sort", "tip", "channels", "filter", "select", "facet", "facetAnchor", "clip")


def build(kind: str, given: Mapping[str, object], without_data: bool = False) -> Mark:
    """The mark of arguments by name; raises TypeError or ValueError at the first that is wrong."""
    name, typed, leading = MARKS[kind]
    data = check_data(name, given.get("data"), without_data)
    selection = check_filter(name, given.get("filter_by"), data)
    columns = None if data is None else list(data.columns)
    call = MarkCall(name, columns, (COMPUTED,) if kind in GRIDS else ())
    known = {k: kinds_of(v) for k, v in leading.items()} | kinds_in(typed)
    present = {k: v for k, v in given.items() if v is not NOT_GIVEN and k not in ("data", "filter_by")}
    plain = unfolded(name, present, known, columns or ())
    options = with_styles(name, call.options(plain, known, "option"))
    apart = options.pop("shiftOverlappingText", False) is True
    if apart and kind not in TEXTS:
        raise ValueError(f"{name}: shift_overlapping_text moves texts, of which the mark draws none; text(...) does.")
    options = options if data is not None or kind in DECORATIONS else aligned(name, options)
    mark = Mark(kind, data, frozen(stacked(kind, sorted_options(name, options))), None, selection, apart)
    check_channels(name, mark)
    check_needed(name, kind, options)
    check_sql(name, data, options)
    check_types(name, kind, data, mark.options)
    check_lengths(name, mark)
    return mark


def check_filter(where: str, filter_by: object, data: object, argument: str = "filter_by") -> Selection | None:
    """The selection that filters a mark; raises TypeError for anything else, and without data."""
    if filter_by is None:
        return None
    if not isinstance(filter_by, Selection):
        raise wrong_type(where, argument, filter_by, "a Selection or None")
    if data is None:
        raise TypeError(f"{where}: {argument} needs data whose rows it filters.")
    return filter_by


def check_data(where: str, data: object, optional: bool) -> Data | None:
    """The data; raises TypeError for anything that is no `Data`."""
    if data is None and optional:
        return None
    from inspect_viz.data import Data

    if not isinstance(data, Data):
        path = isinstance(data, str) or hasattr(data, "__fspath__")
        fix = "Data.from_file(path)" if path else "Data.from_dataframe(df)"
        raise TypeError(f"{where}: data must be a Data, not {type(data).__name__}; use {fix}.")
    return data


def check_channels(where: str, mark: Mark) -> None:
    """Raises ValueError for further channels that Mosaic would mix up with the mark's own."""
    extra = mark.options.get("channels")
    for name in extra if isinstance(extra, Mapping) else ():
        if name in mark.options:
            raise ValueError(f"{where}: {name!r} is given as an option and in channels; use another name in channels.")
    found = clash(mark, mark.data.columns if mark.data is not None else ())
    if found is not None:
        raise ValueError(f"{where}: {found}; rename the column.")


def sorted_options(where: str, options: Mapping[str, object]) -> dict[str, object]:
    """The options with `sort` in Plot's form."""
    if "sort" not in options:
        return dict(options)
    extra = options.get("channels")
    given = tuple(k for k in options if k not in NO_CHANNELS)
    sorter = Sorter(where, given, tuple(extra) if isinstance(extra, Mapping) else ())
    return {**options, "sort": sorter.order(options["sort"])}


def stacked(kind: str, options: Mapping[str, object]) -> Mapping[str, object]:
    """The options with an order of the layers of a stack: the same in each, which that of rows is not."""
    shown = options.get("fill", options.get("stroke"))
    if kind not in STACKED or "z" in options or is_aggregate(shown) or not isinstance(shown, Column | Transform):
        return options
    if f"{STACKED[kind]}1" in options or f"{STACKED[kind]}2" in options:
        return options
    return {**options, "z": shown, "order": options.get("order", "z")}


def with_styles(where: str, options: Mapping[str, object]) -> dict[str, object]:
    """The options with the text styles among them, where Mosaic has them."""
    styles = options.get("styles")
    rest = {k: v for k, v in options.items() if k != "styles"}
    if not isinstance(styles, Mapping):
        return rest
    for name in styles:
        if name in rest:
            raise TypeError(f"{where}: {snake(name)} is given twice, as an option and in styles.")
    return {**rest, **styles}
