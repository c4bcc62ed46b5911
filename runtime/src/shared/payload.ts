/** What a picture tells the page's core: geometry, labels and the matrix of each plot of cells. */

/** States of a cell, worst last, as written in the plane of states. */
export const OK = 0;
export const ABSENT = 1;
export const UNSCORED = 2;
export const LIMIT = 3;
export const ERROR = 4;

export const STATE_NAMES = ["ok", "absent", "unscored", "limit", "error"] as const;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One band axis. Bands lie in order of their index from `start`; all lengths in user units of the root svg. */
export interface Axis {
  /** Heading of this axis in the tip, e.g. "id". */
  name: string;
  /** Whole text of every band. */
  labels: string[];
  /** Position of the left (top) edge of band 0. */
  start: number;
  /** Distance of two bands. */
  step: number;
  /** Width of a band; `step` less the padding. */
  bandwidth: number;
  /** Longest label text in user units, the rest is cut with an ellipsis. */
  room: number;
  /** Units at the start of longer labels that are left out. */
  skip: number;
  /** Degrees by which tick labels are turned. */
  rotate: number;
  /** Labels need at least this distance, in user units. */
  spacing: number;
  /** Side of the frame on which the tick labels stand. */
  anchor: "top" | "right" | "bottom" | "left" | null;
}

/** A colour scale as a table: knots in rising order of value. */
export interface ColorTable {
  /** Values of the knots; absent when they are evenly spaced from `low` to `high`. */
  values?: Float64Array;
  low: number;
  high: number;
  /** Red, green, blue of each knot. */
  rgb: Uint8Array;
  /** A scale of classes: the colour of the knot at or below the value. */
  stepped: boolean;
}

/** Rows with an error, rows stopped by a limit, other rows without a score; cells without any row. */
export interface StateCounts {
  absent: number;
  unscored: number;
  limit: number;
  error: number;
}

/** Everything that is needed to draw and to explain one plot of cells. Planes are row by row: index = y * nx + x. */
export interface CellPlot {
  /** Number of the plot in its picture; its parts in the svg carry `data-plot`. */
  index: number;
  area: Box;
  x: Axis;
  y: Axis;
  /** Heading of the value in the tip, e.g. "score_includes". */
  valueName: string;
  /** The axis whose bands are samples. */
  sampleAxis: "x" | "y";
  inset: number;
  /** Corner radii, as of the `rx` and `ry` options. */
  radius: [number, number];
  /** Colour of the value printed in each cell, null for none. */
  text: string | null;
  tip: boolean;
  /** The caller wants a raster or rectangles: what the first picture uses. */
  paint: "rects" | "raster";
  color: ColorTable;
  values: Float64Array;
  states: Uint8Array;
  counts: StateCounts;
  /** Rows behind each cell, how many have a score, an error, a limit but no error; absent when every cell has one row at most. */
  rows?: Uint32Array;
  scored?: Uint32Array;
  errors?: Uint32Array;
  limits?: Uint32Array;
  /** The picture has links or extra channels in its details. */
  hasDetails: boolean;
}

/** One row behind a cell that has something to open. */
export interface CellLink {
  /** "epoch 1", or the name of the channel that holds the link. */
  label: string;
  href: string;
}

/** The links of all cells in rising order of their cell. */
export interface CellLinks {
  at: Uint32Array;
  /** Number of the label among `labels`. */
  label: Uint16Array;
  labels: string[];
  hrefs: string[];
}

/** Looked up by cell index; kept apart from the matrix so that a page unpacks it after the first picture. */
export interface CellDetails {
  /** Names of the extra channels, in the order of the tip. */
  channels: string[];
  /** For each extra channel: text by cell index ("" for none). */
  texts: string[][];
  links: CellLinks;
}

export interface Payload {
  version: 1;
  /** Name and description for screen readers and for saved files. */
  title: string;
  description: string;
  width: number;
  height: number;
  plots: CellPlot[];
  /** What is wrong with the data, a line each; absent when nothing is. */
  problems?: string[];
}
