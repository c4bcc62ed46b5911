/** All pairs of models, each over the samples that both have. */
import { counted } from "../format";
import { evenOdds } from "../statistics/binomial";
import { compared, type Comparison } from "../statistics/paired";
import { differencesOf } from "../statistics/spread";
import { rowOf, type Plane } from "./plane";

/** One model against another. */
export interface Contest {
  /** Samples that both have, and on which the first is better, worse, and as good. */
  n: number;
  wins: number;
  losses: number;
  ties: number;
  /** Null for fewer than two samples in common. */
  comparison: Comparison | null;
  /** The sign test: wins against losses; NaN where there is no comparison. */
  sign: number;
}

export interface Pair extends Contest {
  /** Rows of the plane. */
  first: number;
  second: number;
  /** The comparison's p, corrected for the number of pairs (S. Holm, 1979); NaN where there is none. */
  holm: number;
}

/** Corrected for their number: each is the largest that those up to it come to. NaN for NaN, which does not count. */
export function holm(p: readonly number[]): number[] {
  const order = Array.from(p.keys()).filter((i) => p[i] === p[i]);
  order.sort((a, b) => p[a] - p[b]);
  const out = p.map(() => NaN);
  let most = 0;
  order.forEach((i, rank) => {
    most = Math.max(most, Math.min(1, p[i] * (order.length - rank)));
    out[i] = most;
  });
  return out;
}

/** For how many pairs p values are corrected: "Holm's correction for 28 pairs". */
export const correctionFor = (n: number): string => `Holm\u2019s correction for ${counted(n, "pair")}`;

/** The scores of one model against those of another. `shift`: about the mean of the differences, or 0. `isExact`:
 * single scores of 0 or 1. */
export function contestOf(first: Float64Array, second: Float64Array, shift: number, isExact: boolean): Contest {
  const differences = differencesOf(first, second, shift);
  const { n, more: wins, less: losses } = differences;
  const comparison = compared(differences, isExact);
  return { n, wins, losses, ties: n - wins - losses, comparison, sign: comparison ? evenOdds(wins, losses) : NaN };
}

/** Each pair once, in the order of the rows; or each row against `baseline`. `isExact`: single scores of 0 or 1. */
export function pairsOf(plane: Plane, mean: Float64Array, isExact: boolean, baseline: number | null): Pair[] {
  const rows = Array.from({ length: plane.ny }, (_, y) => y);
  const chosen: (readonly [number, number])[] =
    baseline === null
      ? rows.flatMap((a) => rows.slice(a + 1).map((b) => [a, b] as const))
      : rows.filter((row) => row !== baseline).map((row) => [row, baseline] as const);
  const contests = chosen.map(([a, b]) => contestOf(rowOf(plane, a), rowOf(plane, b), mean[a] - mean[b], isExact));
  const corrected = holm(contests.map(({ comparison }) => comparison?.p ?? NaN));
  return contests.map((contest, i) => ({ first: chosen[i][0], second: chosen[i][1], ...contest, holm: corrected[i] }));
}
