/** What a view draws around its cells: header, margin and footer, as far as it is known before the plot is drawn. */
import { findingOf } from "../../shared/finding";
import { counted } from "../../shared/format";
import type { Margin, MarginRow } from "../../shared/payload";
import type { FrameNotes, TitleNotes } from "../../shared/sidecar";
import { summaryOf, type Block, type Summary } from "../../shared/summary";
import type { View } from "../cell/sortable";
import type { Grid } from "../cell/grid";
import { shortNames } from "../common";
import type { Make } from "../elements";
import { marginAbove, marginBeside, rowsOf } from "./margin";
import { orderOf, settledBlocks } from "./blocks";
import { meanScale, type MeanScale } from "./scale";
import { factsText, headingOf, numbersHead } from "./words";

export interface Frame {
  notes: FrameNotes;
  sampleAxis: "x" | "y";
  summary: Summary;
  /** Whether the samples were asked to stand in order of difficulty. */
  isOrdered: boolean;
  orders: Orders;
  /** "best first", where models stand in the order of their means; else empty. */
  best: string;
  /** The blocks that are drawn. */
  blocks: Block[];
  /** Title that the picture gives itself. */
  heading: string | null;
  subtitle: string | null;
  /** "120 samples". */
  samples: string;
  facts: string;
  rows: MarginRow[];
  scale: MeanScale | null;
  /** Heading of the numbers of samples; empty where no model lacks any. */
  head: string;
}

/** How samples and models stand, in words; null where they stand in the order of least-squares means. */
export interface Orders {
  samples: string | null;
  models: string | null;
}

const BEST = { "-1": "best first", "1": "best last", "0": "" } as const;

/** A frame in the room that it has. */
export interface Framed {
  frame: Frame;
  margin: Margin | null;
  isTitled: boolean;
  isSubtitled: boolean;
}

/** Where a view's frame is drawn. */
export interface FrameGround {
  notes: FrameNotes;
  title: TitleNotes | null;
  make: Make;
}

/** Names of the bands in drawing order. */
export interface Names {
  x: string[];
  y: string[];
}

export function frameOf(
  notes: FrameNotes,
  grid: Grid,
  names: Names,
  { sampleAxis, threshold }: View,
  orders: Orders,
): Frame {
  const { nx, ny, values, states, tallies, extent } = grid;
  const matrix = { nx, ny, values, states, sampleAxis, ...(tallies ?? {}) };
  const summary = summaryOf(matrix, { threshold, isOrdered: true });
  const [samples, models] = sampleAxis === "x" ? [names.x, names.y] : [names.y, names.x];
  const isOrdered = orders.samples === null;
  const means = Float64Array.from(summary.models, ({ adjusted }) => adjusted ?? NaN);
  const scale = notes.margins && extent ? meanScale(summary, extent) : null;
  return {
    notes,
    sampleAxis,
    summary,
    isOrdered,
    orders,
    best: orders.models === null ? BEST[orderOf(means)] : "",
    blocks: isOrdered ? summary.blocks : settledBlocks(summary),
    heading: headingOf(notes, models.length, samples.length),
    subtitle: notes.finding ? findingOf(summary, shortNames(models)) : (notes.subtitle ?? null),
    samples: counted(samples.length, "sample"),
    facts: factsText(notes, models.length),
    rows: scale ? rowsOf(summary.models, scale) : [],
    scale,
    head: summary.models.some(({ n, of }) => n < of) ? numbersHead(samples.length) : "",
  };
}

/** Where the margin stands. */
export const sideOf = ({ sampleAxis }: Frame): Margin["side"] => (sampleAxis === "x" ? "right" : "top");

/** The margin in this room; `spare` is what its scale may take besides. */
export function marginOf(frame: Frame, room: number, spare: number): Margin | null {
  if (!frame.scale) return null;
  return sideOf(frame) === "right"
    ? marginBeside(frame.rows, frame.head, room, spare)
    : marginAbove(frame.rows, frame.head, room);
}
