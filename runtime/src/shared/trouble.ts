/** The strip below each row of small cells: signs stand there, on paper, so that they hide no score. */
import type { Bands } from "./bands";
import { px } from "./format";
import { CORNER, CROSS, DASH, KINDS, kinds, RING } from "./ink";
import { kindsIn } from "./levels";
import type { CellPlot } from "./payload";

/** What a row gives to its strip, in user units: the strip's height, and paper between it and the cells. */
export interface Strip {
  height: number;
  gap: number;
}

const NO_STRIP: Strip = { height: 0, gap: 0 };

/** Rows of at least so many units have a strip; the first that is met. */
const STRIPS: readonly [number, Strip][] = [
  [12, { height: 3, gap: 1 }],
  [8, { height: 2, gap: 1 }],
];

/** Cells at least this wide, in pixels, leave one white where they have no row. */
export const WIDE = 2;

/** Strips of cells less than a unit wide have room for this multiple of their share, up to so much of a row. */
const ROOMY = 1.75;
const MOST = 0.3;

const shares = new WeakMap<Uint8Array, number>();

/** The share of the cells that have a sign. */
function shareOf({ states }: Pick<CellPlot, "states">): number {
  const known = shares.get(states);
  if (known !== undefined) return known;
  let n = 0;
  for (let i = 0; i < states.length; i++) if (kinds[states[i]] < KINDS) n++;
  shares.set(states, n / states.length);
  return n / states.length;
}

/** The strip of rows whose signs do not stand in cells; of no height where rows are low or all is well. */
export function stripOf(plot: Pick<CellPlot, "states" | "isShared">, x: Bands, y: Bands): Strip {
  const told = kindsIn(plot).filter((kind) => kind !== DASH || (!plot.isShared && x.step < WIDE));
  const strip = told.length ? STRIPS.find(([least]) => y.bandwidth >= least)?.[1] : undefined;
  if (!strip || y.parts) return NO_STRIP;
  const wanted = x.step < 1 ? Math.ceil(Math.min(MOST, ROOMY * shareOf(plot)) * y.bandwidth) : 0;
  return { ...strip, height: Math.max(strip.height, wanted) };
}

/** Rows without their strips. */
export const above = (y: Bands, { height, gap }: Strip): Bands => ({ ...y, bandwidth: y.bandwidth - height - gap });

/** Inks on paper, light and dark. */
export const ON_PAPER: Record<number, string> = {
  [DASH]: "#7d8590",
  [RING]: "#6473b4",
  [CORNER]: "#b3690a",
  [CROSS]: "#cf3228",
};

/** Share of a strip's height that a kind of sign takes below a cell: the graver the higher, so that no hue tells it. */
const SHARES: Record<number, number> = { [DASH]: 1, [RING]: 1 / 3, [CORNER]: 2 / 3, [CROSS]: 1 };

/** Height of the sign below a cell, in a strip of this height, in units of its own. */
export const signHeight = (kind: number, height: number): number => Math.max(1, Math.round(height * SHARES[kind]));

/** A sign below a cell that ends at `bottom`, as path data. */
export function below(kind: number, x: number, bottom: number, width: number, { height, gap }: Strip): string {
  const own = Math.max(0.5, Math.round(2 * height * SHARES[kind]) / 2);
  return `M${px(x)} ${px(bottom + gap + height - own)}h${px(width)}v${px(own)}h${px(-width)}z`;
}
