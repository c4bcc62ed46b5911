/** Student's t distribution. */
import { betaKernel, incompleteBeta, root } from "./beta";

/** Probability of a |T| of `t` and more with `df` degrees of freedom. */
export function studentTails(t: number, df: number): number {
  const square = t * t;
  if (square === Infinity) return 0;
  return incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square));
}

/** The t that |T| passes with probability `p`, above 0 and below 1. */
export function studentQuantile(p: number, df: number): number {
  let high = 2;
  while (studentTails(high, df) > p) high *= 2;
  const density = (t: number): number =>
    (2 * betaKernel(df / (df + t * t), df / 2, 0.5, (t * t) / (df + t * t))) / Math.abs(t);
  return root((t) => p - studentTails(t, df), density, 0, high);
}
