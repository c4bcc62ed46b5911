/** Picture and page as a protocol: names that one side writes and another looks for. Hosts in Python are tested. */

/** Values of `data-part`: first the parts of a picture, then the blocks of a figure, then what the core adds. */
export const PARTS = [
  "background",
  "paint",
  "cells",
  "title",
  "legend",
  "legend-ramp",
  "legend-key",
  "legend-blend",
  "input",
  "subtitle",
  "margin",
  "margin-rows",
  "order",
  "footer",
  "samples",
  "bars",
  "bars-key",
  "problems",
  "remarks",
  "picture",
  "matrix",
  "details",
  "core",
  "recording",
  "answers",
  "table-data",
  "live",
  "engine-worker",
  "engine-wasm",
  "controls",
  "edge",
  "failed",
  "missing",
  "still",
  "choices",
  "knobs",
  "tools",
  "find",
  "suggestions",
  "status",
  "speech",
  "signs",
  "tip",
  "lead",
  "who",
  "rank",
  "column",
  "value",
  "swatch",
  "state",
  "hint",
  "runs",
  "error",
  "told",
  "carried",
  "links",
  "actions",
  "tables",
  "problem-list",
  "jump",
  "scroller",
  "pager",
  "sort",
  "more",
  "table-head",
  "cut",
  "trouble",
  "ordering",
  "suspects",
  "suspect-list",
  "selecting",
  "tray",
  "selected",
  "handles",
  "dock",
  "steps",
  "pick",
  "differences",
  "comparing",
  "filtering",
  "pairs",
  "range",
  "grid",
  "grid-head",
  "grid-filters",
  "grid-opener",
  "grid-body",
  "grid-foot",
] as const;

export type PartName = (typeof PARTS)[number];

/** The attribute of a part; `[${part(name)}]` finds it. */
export const part = (name: PartName): string => `data-part="${name}"`;

/** The same for an element that is being made. */
export const asPart = (name: PartName): { "data-part": PartName } => ({ "data-part": name });

/** The area of a plot that answers the pointer, of whatever its marks are. */
export const HIT: PartName = "cells";

/** The group of a plot that answers, by its number in the picture. */
export const plotGroup = (index: number): string => `data-plot="${index}"`;

/** Attributes of what has the colours of our own scheme, which pages turn over on dark paper. */
export const OWN_SCHEME = { "data-scheme": "own" } as const;
export const schemeOf = (own: boolean | undefined): Partial<typeof OWN_SCHEME> => (own ? OWN_SCHEME : {});

/** What moves with the right edge of a picture that a page stretches. */
export const AT_END = { "data-end": "" } as const;

/** Figures that a core takes over, and the sign and the event of those that answer. */
export const FIGURE = "data-inspect-viz";
/** Figures that Mosaic draws in the page. */
export const LIVING_FIGURE = "data-inspect-viz-live";
/** Of figures that one page holds together: the page's name and the figure's number. */
export const FRAGMENT = "data-inspect-viz-fragment";
export const READY = "data-ready";
export const READY_EVENT = "inspect-viz:ready";

/** Where an image's pixels belong; the host puts a PNG there. */
export const pixelsAddress = (image: number): string => `inspect-viz:raster:${image}`;

/** Ids of axes; the parts of an axis are groups whose `aria-label` Plot makes from its id. */
export type AxisId = "x" | "y" | "fx" | "fy";
export const ticksOf = (axis: AxisId): string => `${axis}-axis tick`;
export const tickLabelsOf = (axis: AxisId): string => `${axis}-axis tick label`;
