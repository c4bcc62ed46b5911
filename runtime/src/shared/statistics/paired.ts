/** Two models over the samples that both have. */
import { evenOdds, exactLimits } from "./binomial";
import { halfWidth, isConstant } from "./interval";
import { studentTails } from "./student";

/** First minus second, over `n` samples that both have; 95 % interval. */
export interface Comparison {
  n: number;
  difference: number;
  low: number;
  high: number;
  p: number;
  method: "paired t" | "McNemar";
  /** The 5 % test tells them apart. */
  isApart: boolean;
}

/** Differences of pairs, added up. */
export interface Differences {
  n: number;
  sum: number;
  /** Sum of squared deviations from the mean. */
  squares: number;
  /** Pairs in which the first is the greater, and the smaller. */
  more: number;
  less: number;
}

/** Where all differences are of one size, only how many fall on each side counts: the exact test of McNemar. The
 * interval is Student's, made wider where the exact limits of that share, times the differences, are, but not beyond
 * what differences of one size can have as their mean. */
function exact({ n, sum, more, less }: Differences, half: number, size: number): Comparison {
  const difference = sum / n;
  const p = evenOdds(more, less);
  const unequal = more + less;
  const [from, to] = unequal
    ? exactLimits(more, unequal).map((share) => ((2 * share - 1) * unequal * size) / n)
    : [0, 0];
  const low = Math.max(-size, Math.min(difference - half, from));
  const high = Math.min(size, Math.max(difference + half, to));
  return { n, difference, low, high, p, method: "McNemar", isApart: p < 0.05 && (low > 0 || high < 0) };
}

function student({ n, sum, squares }: Differences, half: number): Comparison {
  const difference = sum / n;
  const p = studentTails(difference / Math.sqrt(squares / (n - 1) / n), n - 1);
  const [low, high] = [difference - half, difference + half];
  return { n, difference, low, high, p, method: "paired t", isApart: p < 0.05 };
}

/** Compares by differences; null for fewer than two pairs. `isBinary`: all values are 0 or 1. */
export function compared(pairs: Differences, isBinary: boolean): Comparison | null {
  const { n, sum, squares } = pairs;
  if (n < 2) return null;
  const size = Math.abs(sum / n);
  const isOfOneSize = isConstant(squares, n, size);
  const half = isOfOneSize ? 0 : halfWidth(n, squares);
  return isBinary || isOfOneSize ? exact(pairs, half, isBinary ? 1 : size) : student(pairs, half);
}
