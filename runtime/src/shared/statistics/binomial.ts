/** The binomial distribution: exact tests and limits of a share. */
import { betaQuantile, incompleteBeta } from "./beta";

/** Probability of `k` or fewer successes of `n`, each with probability `p`. */
export const binomialTail = (k: number, n: number, p: number): number =>
  k < 0 ? 0 : k >= n ? 1 : incompleteBeta(1 - p, n - k, k + 1, p);

/** Two-sided probability of `b` against `c` or what is as uneven, were both as likely: exact McNemar or sign test. */
export const evenOdds = (b: number, c: number): number => Math.min(1, 2 * binomialTail(Math.min(b, c), b + c, 0.5));

/** Exact 95 % limits of a share (Clopper and Pearson, 1934). */
export const exactLimits = (k: number, n: number): [number, number] => [
  k === 0 ? 0 : betaQuantile(0.025, k, n - k + 1),
  k === n ? 1 : betaQuantile(0.975, k + 1, n - k),
];
