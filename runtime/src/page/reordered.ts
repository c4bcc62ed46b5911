/** A plot with its bands in another order: what it draws and says of them, in the place that it has. */
import { withGaps, withoutGaps } from "../shared/bands";
import { withoutScore, type Block } from "../shared/blocks";
import type { BandAxis, CellFacts, CellPlot, Counts, Margin, MarginRow, SampleMargin } from "../shared/payload";
import { gapsOf, wholeOf } from "../shared/settled";
import type { Ordered } from "./order";
import { ranksOf } from "./standing";

type Orders2 = Record<"x" | "y", number[]>;

const picked = <T>(items: readonly T[], order: number[]): T[] => order.map((i) => items[i]);

type Plane = Float64Array | Counts;

/** A plane with its rows and columns in other places. */
function moved<P extends Plane>(plane: P, { x, y }: Orders2): P {
  const out = new (plane.constructor as new (size: number) => P)(plane.length);
  const nx = x.length;
  for (let row = 0, i = 0; row < y.length; row++) {
    const start = y[row] * nx;
    for (let column = 0; column < nx; column++, i++) out[i] = plane[start + x[column]];
  }
  return out;
}

const PLANES = ["values", "states", "rows", "scored", "errors", "limits"] as const;

function movedPlanes(facts: CellFacts, orders: Orders2): Partial<CellFacts> {
  const planes = PLANES.flatMap((name) => (facts[name] ? [[name, moved(facts[name] as Plane, orders)]] : []));
  const reasons = Object.entries(facts.reasons ?? {}).map(([name, plane]) => [name, moved(plane, orders)]);
  return { ...Object.fromEntries(planes), ...(facts.reasons && { reasons: Object.fromEntries(reasons) }) };
}

function standingOf(standing: NonNullable<CellFacts["standing"]>, order: number[]): CellFacts["standing"] {
  const ranks = ranksOf(standing.steps);
  return { ...standing, steps: Uint32Array.from(order, (i, k) => ranks[i] - (k ? ranks[order[k - 1]] : 0)) };
}

/** An axis with its bands in this order and gaps before those: as large as they were, never more of them. */
function axisOf(axis: BandAxis, order: number[], before: number[]): BandAxis {
  const { gaps, ...rest } = axis;
  const bare: BandAxis = { ...rest, ...withoutGaps(axis), labels: picked(axis.labels, order) };
  return gaps && before.length ? withGaps(bare, order.length, { before, size: gaps.size }) : bare;
}

/** The margin beside the samples; `hasRoom` of a name for the strip. */
function besideOf(
  beside: SampleMargin,
  { samples, words, strip }: Ordered,
  blocks: Block[],
  hasRoom: (name: string) => boolean,
): SampleMargin {
  if (words === null) return beside;
  const name = strip ? (hasRoom(strip.name) ? strip.name : "") : beside.name;
  return {
    ...beside,
    blocks,
    shares: strip?.shares ?? Float64Array.from(samples, (i) => beside.shares[i]),
    name,
    isNamed: beside.isNamed && blocks.some(({ label }) => label),
    overhang: [name ? 0 : beside.overhang[0], beside.overhang[1]],
    words: beside.words && { ...beside.words, order: 0, middle: `samples ${words}` },
  };
}

/** Blocks of difficulty are none in another order, but for samples without a score, which stand last in all of them. */
const blocksOf = ({ blocks }: SampleMargin, { words, samples }: Ordered): Block[] =>
  words === null ? blocks : wholeOf(withoutScore(blocks), samples.length);

/** Models that stand below others than before are not compared with them. */
const rowsOf = ({ rows }: Margin, { models, chosen }: Ordered): MarginRow[] =>
  chosen.models === "drawn" ? rows : picked(rows, models).map((row) => ({ ...row, isTied: false }));

/** The plot with its bands in the order that is chosen. */
export function reordered(plot: CellPlot, ordered: Ordered, hasRoom: (name: string) => boolean): CellPlot {
  const isAcross = plot.sampleAxis === "x";
  const { samples, models } = ordered;
  const orders: Orders2 = isAcross ? { x: samples, y: models } : { x: models, y: samples };
  const { beside, margin } = plot;
  const blocks = beside ? blocksOf(beside, ordered) : [];
  const axis = plot[plot.sampleAxis];
  const gaps = axis.gaps && ordered.words === null ? axis.gaps.before : axis.gaps ? gapsOf(blocks, samples.length) : [];
  return {
    ...plot,
    ...movedPlanes(plot, orders),
    x: axisOf(plot.x, orders.x, isAcross ? gaps : []),
    y: axisOf(plot.y, orders.y, isAcross ? [] : gaps),
    moved: orders,
    ...(plot.standing && { standing: standingOf(plot.standing, samples) }),
    ...(beside && { beside: besideOf(beside, ordered, blocks, hasRoom) }),
    ...(margin && { margin: { ...margin, rows: rowsOf(margin, ordered) } }),
  };
}
