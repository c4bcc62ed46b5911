/** All pairs of models, each over the samples that both have. */
import { evenOdds } from "../statistics/binomial";
import { compared, type Comparison } from "../statistics/paired";
import { addPair, centred, noDifferences } from "../statistics/spread";
import type { Plane } from "./plane";

export interface Pair {
  /** Rows of the plane. */
  first: number;
  second: number;
  /** Samples that both have, and on which the first is better, worse, and as good. */
  n: number;
  wins: number;
  losses: number;
  ties: number;
  /** Null for fewer than two samples in common. */
  comparison: Comparison | null;
  /** The sign test: wins against losses; NaN where there is no comparison. */
  sign: number;
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

function pairOf({ values, nx }: Plane, mean: Float64Array, first: number, second: number, isExact: boolean): Pair {
  const shift = mean[first] - mean[second];
  const pairs = noDifferences();
  const [a, b] = [values.subarray(first * nx, (first + 1) * nx), values.subarray(second * nx, (second + 1) * nx)];
  for (let x = 0; x < nx; x++) addPair(pairs, a[x], b[x], shift);
  const { n, more: wins, less: losses } = pairs;
  const comparison = compared(centred(pairs, shift), isExact);
  const sign = comparison ? evenOdds(wins, losses) : NaN;
  return { first, second, n, wins, losses, ties: n - wins - losses, comparison, sign, holm: NaN };
}

/** Each pair once, in the order of the rows; or each row against `baseline`. `isExact`: single scores of 0 or 1. */
export function pairsOf(plane: Plane, mean: Float64Array, isExact: boolean, baseline: number | null): Pair[] {
  const rows = Array.from({ length: plane.ny }, (_, y) => y);
  const chosen: (readonly [number, number])[] =
    baseline === null
      ? rows.flatMap((a) => rows.slice(a + 1).map((b) => [a, b] as const))
      : rows.filter((row) => row !== baseline).map((row) => [row, baseline] as const);
  const pairs = chosen.map(([a, b]) => pairOf(plane, mean, a, b, isExact));
  const corrected = holm(pairs.map(({ comparison }) => comparison?.p ?? NaN));
  return pairs.map((pair, i) => ({ ...pair, holm: corrected[i] }));
}
