/** 95 % intervals of means. */
import { studentQuantile } from "./student";

/** The normal quantile of 95 % intervals. */
export const Z = 1.959963984540054;

/** Wilson's score interval of `k` successes of `n` (E. B. Wilson, 1927). */
export function wilson(k: number, n: number): [number, number] {
  const p = k / n;
  const square = (Z * Z) / n;
  const middle = (p + square / 2) / (1 + square);
  const half = (Z * Math.sqrt((p * (1 - p)) / n + square / (4 * n))) / (1 + square);
  return [k === 0 ? 0 : middle - half, k === n ? 1 : middle + half];
}

/** A sum of squares that is nothing but rounding, of `n` values of this size. */
export const isConstant = (squares: number, n: number, size: number): boolean => squares <= n * (1e-12 * size) ** 2;

/** Half of Student's interval of a mean of `n` values, 2 or more, whose squared deviations add up to `squares`. */
export const halfWidth = (n: number, squares: number): number =>
  studentQuantile(0.05, n - 1) * Math.sqrt(squares / (n - 1) / n);
