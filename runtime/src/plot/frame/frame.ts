/** What a view draws around its cells: header, margin and footer, as far as it is known before the plot is drawn. */
import { versusFacts, versusText } from "../../shared/analysis/compare";
import { findingOf } from "../../shared/finding";
import { counted } from "../../shared/format";
import type { Margin, MarginRow } from "../../shared/payload";
import type { FrameNotes, TitleNotes } from "../../shared/sidecar";
import { summaryOf, type Block, type Summary } from "../../shared/summary";
import type { Arrangement, Strip } from "../../shared/analysis/arrange";
import type { View } from "../cell/sortable";
import type { Grid } from "../cell/grid";
import { shortNames } from "../../shared/common";
import type { Make } from "../elements";
import { marginAbove, marginBeside, rowsOf } from "./margin";
import { orderOf, settledBlocks } from "../../shared/settled";
import { meanScale, type MeanScale } from "./scale";
import { factsText, headingOf, numbersHead } from "./words";

type Compared = NonNullable<Arrangement["versus"]>;

export interface Frame {
  notes: FrameNotes;
  sampleAxis: "x" | "y";
  summary: Summary;
  /** Whether the samples were asked to stand in order of difficulty. */
  isOrdered: boolean;
  orders: Orders;
  /** Whether two models are compared, which stand first. */
  isCompared: boolean;
  /** By what samples stand, where that is no difficulty. */
  strip: Strip | null;
  /** "best first", where models stand in the order of their means; else empty. */
  best: string;
  /** The blocks that are drawn. */
  blocks: Block[];
  /** Title that the picture gives itself. */
  heading: string | null;
  subtitle: string | null;
  /** What the picture shows, in words; models are called by these names. */
  findingFor(names: string[]): string;
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

/** What the two models that are compared are called by these names. */
const namesOf = (models: string[], names: string[], { first, second }: Compared): [string, string] => [
  names[models.indexOf(first)],
  names[models.indexOf(second)],
];

/** The finding: of the two models that are compared, or of all. */
function foundOf(summary: Summary, models: string[], names: string[], versus: Compared | null): string {
  if (versus === null) return findingOf(summary, names);
  return versusText(versus.found, ...namesOf(models, names, versus), summary.isShare);
}

export function frameOf(
  notes: FrameNotes,
  grid: Grid,
  names: Names,
  { sampleAxis, threshold }: View,
  orders: Orders,
  arrangement: Arrangement | null,
): Frame {
  const { nx, ny, values, states, tallies, extent } = grid;
  const matrix = { nx, ny, values, states, sampleAxis, ...(tallies ?? {}) };
  const summary = summaryOf(matrix, { threshold, isOrdered: true });
  const [samples, models] = sampleAxis === "x" ? [names.x, names.y] : [names.y, names.x];
  const versus = arrangement?.versus ?? null;
  const said = {
    samples: arrangement?.words.samples ?? orders.samples,
    models: arrangement?.words.models ?? orders.models,
  };
  const isOrdered = said.samples === null && versus === null;
  const means = Float64Array.from(summary.models, ({ adjusted }) => adjusted ?? NaN);
  const scale = notes.margins && extent ? meanScale(summary, extent) : null;
  const findingFor = (said: string[]): string => foundOf(summary, models, said, versus);
  return {
    notes,
    sampleAxis,
    summary,
    isOrdered,
    orders: said,
    isCompared: versus !== null,
    strip: arrangement?.strip ?? null,
    best: said.models === null && versus === null ? BEST[orderOf(means)] : "",
    blocks: versus?.blocks ?? (isOrdered ? summary.blocks : settledBlocks(summary)),
    heading: headingOf(
      notes,
      versus ? namesOf(models, shortNames(models), versus).join(" against ") : null,
      models.length,
      samples.length,
    ),
    findingFor,
    subtitle: notes.finding ? findingFor(shortNames(models)) : (notes.subtitle ?? null),
    samples: counted(samples.length, "sample"),
    facts: factsText(notes, models.length, versus && versusFacts(versus.found, samples.length)),
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
