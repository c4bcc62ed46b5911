/** What a picture tells the page's core: its plots, and for each of their marks what a reader can point at. */
import type { Attributed } from "./attributes";
import type { Block } from "./blocks";
import type { Counts, EpochColumns, TextColumn } from "./columns";
import type { MarginRow } from "./margins/row";
import type { PackedLinks } from "./links";
import type { ViewFacts } from "./wish";

export type { CellDetails, CellLinks, Link, PackedLinks } from "./links";
export type { Counts, MarginRow };

/** States of a cell, the gravest last, as written in the plane of states. */
export const OK = 0;
export const ABSENT = 1;
export const PENDING = 2;
export const UNSCORED = 3;
export const INFINITE = 4;
export const UNPARSABLE = 5;
export const EMPTY = 6;
export const REFUSED = 7;
export const INVALIDATED = 8;
export const FAILED = 9;
export const LIMIT = 10;
export const ERROR = 11;

export const STATE_NAMES = [
  "ok",
  "absent",
  "pending",
  "unscored",
  "infinite",
  "unparsable",
  "empty",
  "refused",
  "invalidated",
  "failed",
  "limit",
  "error",
] as const;

export type StateName = (typeof STATE_NAMES)[number];
/** States that the reason of a score tells, or that somebody declared. */
export type ReasonName = "unparsable" | "empty" | "refused" | "invalidated" | "failed";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A band axis. Bands lie in order of their index from `start`; all lengths in user units of the root svg. */
export interface BandAxis {
  kind: "band";
  /** Heading of this axis in the tip, e.g. "id". */
  name: string;
  /** Whole text of every band. */
  labels: string[];
  /** Position of the left (top) edge of band 0. */
  start: number;
  /** Distance of two bands. */
  step: number;
  /** Width of a band; `step` less the padding, 0 for the bands of a point scale. */
  bandwidth: number;
  /** Gaps of `size` units before the bands with these numbers, in rising order; one that comes twice has two gaps. */
  gaps?: { before: number[]; size: number };
  /** Longest label text in user units, the rest is cut with an ellipsis. */
  room: number;
  /** Units at the start and at the end of all labels that are left out, and said once. */
  skip: number;
  drop: number;
  /** Degrees by which tick labels are turned. */
  rotate: number;
  /** Bands below this size, in user units, have no labels: other things stand for them. */
  labelledFrom?: number;
  /** Labels need at least this distance, in user units. */
  spacing: number;
  /** Side of the frame on which the tick labels stand. */
  anchor: Side | null;
}

/** An axis of numbers or of time. */
export interface ContinuousAxis {
  kind: "continuous";
  name: string;
  /** Kind of the scale in Plot's words, e.g. "linear". */
  scale: string;
  /** Values at the ends, as numbers; moments in milliseconds. */
  domain: [number, number];
  /** Places of the ends in user units of the root svg. */
  range: [number, number];
  anchor: Side | null;
}

export type Axis = BandAxis | ContinuousAxis;
export type Side = "top" | "right" | "bottom" | "left";

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
  /** Our own scheme, which is turned over on dark paper. */
  own?: true;
}

/** Rows in each state, each in its gravest; of absent and pending, cells. */
export type StateCounts = Record<Exclude<StateName, "ok">, number>;

/** Rows behind each cell, how many have a score, an error, a limit but no error, or neither but such a reason. */
export interface Tallies {
  rows: Counts;
  scored: Counts;
  errors: Counts;
  limits: Counts;
  reasons?: Partial<Record<ReasonName, Counts>>;
}

/** The margin beside the models. Lengths are units from the edge of the frame, away from cells; null: not drawn. */
export interface Margin {
  side: "right" | "top";
  size: number;
  /** Beside the frame texts end here; above it they stand on this line. */
  mean: number | null;
  adjusted: number | null;
  n: number | null;
  /** Middle of the signs of ties. */
  tie: number | null;
  scale: { from: number; to: number } | null;
  /** Bars of samples lost and won. */
  bars?: { from: number; to: number };
  /** Room along the axis of the models that texts need. */
  spacing: number;
  rows: MarginRow[];
  /** Groups of the models, where these stand in rows. */
  groups?: GroupNames;
}

/** Names of groups, which end `away` units before the frame and take so much room. */
export interface GroupNames {
  blocks: Block[];
  away: number;
  room: number;
}

/** What stands beside the samples: how difficult each is, and blocks of them. Lengths are user units from the frame. */
export interface SampleMargin {
  side: Side;
  blocks: Block[];
  /** Of each sample the share of models that solve it, or the place of its mean among the colours; NaN for none. */
  shares: Float64Array;
  /** Shares are differences, from -1 to 1. */
  isSigned?: true;
  /** What the shares are; empty where that has no room. */
  name: string;
  /** What the blocks are of, where they are groups. */
  heading?: string;
  /** Names of groups have room to be turned, where they do not fit level. */
  isTurned?: true;
  /** Letters that names of groups have at most. */
  letters?: number;
  /** Number of bars between the frame and the strip. */
  bars?: number;
  /** Height of the strip of shares. */
  strip: number;
  /** Whether the blocks are named. */
  isNamed: boolean;
  /** Units before and behind the frame into which names may reach. */
  overhang: [number, number];
  /** Words along the axis, so far away on its other side: of its order, and in the middle; null where no room is. */
  words: { order: 1 | -1 | 0; away: number; middle: string } | null;
}

/** A mark of cells: everything that is needed to draw and to explain it. Planes are row by row: index = y * nx + x.
 * Tallies are absent when every cell has one row at most. */
export interface CellFacts extends Partial<Tallies>, Attributed {
  kind: "cells";
  /** Heading of the value in the tip, e.g. "score_includes". */
  valueName: string;
  /** The axis whose bands are samples. */
  sampleAxis: "x" | "y";
  /** Lower scores are better. */
  isLower?: true;
  /** Bands of the other axis are models: tips are sentences, not pairs of headings and texts. */
  areModels?: true;
  /** Whether epochs are 0 or 1; the least value that solves a sample, null for grades; and for each sample, in drawing
   * order, by how much its rank differs from the one before: 1 for the hardest, 0 for those without a score. */
  standing?: { isBinary: boolean; threshold: number | null; steps: Uint32Array };
  /** What a view says of its cells, for a page that shows them in another way. */
  view?: ViewFacts;
  /** The epochs of cells, by the numbers that cells had before a reader's order, where they show them side by side. */
  epochs?: EpochColumns;
  /** Cells show how far they are from those of this band, a model's, in these colours. */
  baseline?: { band: number; color: ColorTable } | null;
  /** The two models that are compared, where a reader chose what is shown; null for none. */
  versus?: string[] | null;
  /** Where a reader chose what is shown: the numbers that bands had, and how many there were. */
  moved?: Record<"x" | "y", number[]> & { columns: number; rows: number };
  /** What tips say of each cell, by heading, where a reader took samples together. */
  told?: [string, string[]][];
  /** Samples that go against the others, the most suspect first, and what is said of them. */
  suspects?: { samples: Uint32Array; isTelling: boolean; words: string };
  inset: number;
  /** Corner radii, as of the `rx` and `ry` options. */
  radius: [number, number];
  /** Colour of the value printed in each cell, null for none. */
  text: string | null;
  tip: boolean;
  /** Other marks of cells share the plot: a cell without a row is none of this mark's. */
  isShared?: true;
  /** The caller wants a raster or rectangles: what the first picture uses. */
  paint: "rects" | "raster";
  color: ColorTable;
  values: Float64Array;
  states: Uint8Array;
  counts: StateCounts;
  /** The picture has links, extra channels or single rows in its details. */
  hasDetails: boolean;
  /** Columns whose texts the page carries for each row. */
  details?: string[];
  margin?: Margin;
  beside?: SampleMargin;
}

/** A mark of cells in its place: what both paints read. */
export interface CellPlot extends CellFacts {
  area: Box;
  x: BandAxis;
  y: BandAxis;
}

/** What is told of each thing under one heading. */
export interface Channel {
  name: string;
  texts: TextColumn;
  isNumber: boolean;
  /** Numbers have more digits than a tip shows. */
  isLong?: true;
}

/** A mark of things that stand by themselves, as rectangles, texts or lines do; in the order of drawing. */
export interface PointFacts {
  kind: "points";
  /** What the things are, in Plot's words, e.g. "rect". */
  name: string;
  tip: boolean;
  /** To what the distance is measured: the box of a thing, the middle of it, or the line between two corners. */
  shape: "box" | "point" | "segment";
  /** Left, top, right and bottom of each thing (ends of a segment), in user units of the root svg. */
  places: Float64Array;
  /** Where things stand that keep their size in a zoom, as x and y of each; absent where things are stretched. */
  anchors?: Float64Array;
  /** Forms that a box does not tell: x and y of places that are joined, where those of each thing end among these
   * numbers, and whether what lies inside is the thing's. */
  outlines?: { points: Float64Array; ends: Uint32Array; isFilled: boolean };
  /** Where nothing is near, the nearest thing along x, along y, or in any direction answers. */
  along?: "x" | "y" | "xy";
  channels: Channel[];
  /** Number of the channel that names a thing, and of the one that its colour shows. */
  naming: number | null;
  value: number | null;
  /** Colours that occur, and which each thing has. */
  colors?: { table: string[]; code: Uint16Array };
  links?: PackedLinks;
}

/** A plot that answers, with its marks in the order in which they are drawn. */
export interface Plot {
  /** Number of the plot in its picture; its group in the svg carries it as `data-plot`. */
  index: number;
  area: Box;
  x: Axis | null;
  y: Axis | null;
  marks: (CellFacts | PointFacts)[];
}

export interface Payload {
  version: 2;
  /** Name and description for screen readers and for saved files. */
  title: string;
  description: string;
  width: number;
  height: number;
  plots: Plot[];
  /** What is wrong with the data, a line each; absent when nothing is. */
  problems?: string[];
}
