"""Names of what Mosaic's inputs, interactors and legends take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from inspect_viz._spec.names import camel
from inspect_viz._spec.sidecar import LegendNotes

COLOURS = "opacity fillOpacity strokeOpacity fill stroke"
INPUTS: Mapping[str, frozenset[str]] = {
    name: frozenset(f"input as {options}".split())
    for name, options in {
        "menu": "field from column listMatch filterBy label options value format",
        "search": "field type from column filterBy label",
        "slider": "field select from column filterBy min max step label value width",
        "table": "from columns filterBy align width maxWidth height rowBatch format",
    }.items()
}
_CLAUSES: Mapping[str, str] = {
    "toggle": "as peers channels",
    "toggleX toggleY toggleZ toggleColor": "as peers",
    "nearest nearestX nearestY": "as channels fields maxRadius",
    "intervalX intervalY": "as field pixelSize peers brush",
    "intervalXY": "as xfield yfield pixelSize peers brush",
    "region": "as channels peers brush",
    "pan panX panY panZoom panZoomX panZoomY": "x y xfield yfield",
    "highlight": f"by {COLOURS}",
}
INTERACTORS: Mapping[str, frozenset[str]] = {
    name: frozenset(f"select {options}".split()) for names, options in _CLAUSES.items() for name in names.split()
}
LEGENDS = ("color", "opacity", "symbol")
LEGEND = frozenset(("legend", "as", "for", *(camel(f.name) for f in fields(LegendNotes))))
