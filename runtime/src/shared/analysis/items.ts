/**
 * Item statistics, as of questions of a test (F. M. Lord and M. R. Novick, Statistical Theories of Mental Test Scores,
 * 1968): how far models part on a sample, and whether those that do well elsewhere do well on it. Numbers that the
 * scores do not define are NaN.
 */
import { isConstant, Z } from "../statistics/interval";
import { isFlip, type Fit, type Plane } from "./plane";

export interface Items {
  /** Standard deviation between models. */
  spread: Float64Array;
  /** Item-rest correlation, with its 95 % interval. */
  discrimination: Float64Array;
  low: Float64Array;
  high: Float64Array;
}

type Visit = (x: number, value: number, y: number) => void;

function eachCell({ values, nx, ny }: Plane, visit: Visit): void {
  for (let y = 0, i = 0; y < ny; y++)
    for (let x = 0; x < nx; x++, i++) if (values[i] === values[i]) visit(x, values[i], y);
}

/** Standard deviations between models. */
export function spreadOf(plane: Plane, { mean, n }: Pick<Fit["samples"], "mean" | "n">): Float64Array {
  const squares = new Float64Array(plane.nx);
  eachCell(plane, (x, value) => (squares[x] += (value - mean[x]) ** 2));
  return squares.map((sum, x) => (n[x] < 2 ? NaN : isConstant(sum, n[x], mean[x]) ? 0 : Math.sqrt(sum / (n[x] - 1))));
}

/**
 * For a cell, how its model does on all its other samples: their mean, of scores less the difficulty of their sample,
 * so that what a model lacks does not count. On a full grid that is the mean of the other scores but for a constant.
 */
function restOf(plane: Plane, { adjusted }: Fit["samples"]): (x: number, value: number, y: number) => number {
  const [sum, n] = [new Float64Array(plane.ny), new Uint32Array(plane.ny)];
  eachCell(plane, (x, value, y) => {
    sum[y] += value - adjusted[x];
    n[y]++;
  });
  return (x, value, y) => (n[y] < 2 ? NaN : (sum[y] - (value - adjusted[x])) / (n[y] - 1));
}

/** Fewest models for a correlation that says anything. */
export const LEAST = 3;

/** Item-rest correlations; intervals by Fisher's transformation. */
export function discriminationOf(plane: Plane, fit: Fit): Omit<Items, "spread"> {
  const { nx } = plane;
  const rest = restOf(plane, fit.samples);
  const [n, value, other] = [new Uint32Array(nx), new Float64Array(nx), new Float64Array(nx)];
  eachCell(plane, (x, v, y) => {
    const r = rest(x, v, y);
    if (r !== r) return;
    n[x]++;
    value[x] += v;
    other[x] += r;
  });
  const [vv, rr, vr] = [new Float64Array(nx), new Float64Array(nx), new Float64Array(nx)];
  eachCell(plane, (x, v, y) => {
    const r = rest(x, v, y);
    if (r !== r) return;
    const [a, b] = [v - value[x] / n[x], r - other[x] / n[x]];
    vv[x] += a * a;
    rr[x] += b * b;
    vr[x] += a * b;
  });
  const discrimination = vr.map((sum, x) => {
    const isFlat = isConstant(vv[x], n[x], value[x] / n[x]) || isConstant(rr[x], n[x], other[x] / n[x] || 1);
    return n[x] < LEAST || isFlat ? NaN : Math.max(-1, Math.min(1, sum / Math.sqrt(vv[x] * rr[x])));
  });
  const end = (sign: 1 | -1): Float64Array =>
    discrimination.map((r, x) =>
      n[x] <= LEAST || Math.abs(r) === 1 ? NaN : Math.tanh(Math.atanh(r) + (sign * Z) / Math.sqrt(n[x] - 3)),
    );
  return { discrimination, low: end(-1), high: end(1) };
}

/** Statistics of each sample. */
export const itemsOf = (plane: Plane, fit: Fit): Items => ({
  spread: spreadOf(plane, fit.samples),
  ...discriminationOf(plane, fit),
});

export interface Flips {
  models: Float64Array;
  samples: Float64Array;
}

/** Shares of the cells with several epochs whose epochs do not agree; `threshold` is null for grades. */
export function flipsOf(plane: Plane, threshold: number | null): Flips {
  const { epochs, nx, ny } = plane;
  const [ofModels, ofSamples] = [ny, nx].map((size) => ({ flips: new Float64Array(size), n: new Uint32Array(size) }));
  if (epochs !== null) {
    eachCell(plane, (x, _, y) => {
      const i = y * nx + x;
      const [low, high] = [epochs.low[i], epochs.high[i]];
      if (low !== low) return;
      for (const [of, at] of [
        [ofModels, y],
        [ofSamples, x],
      ] as const) {
        of.n[at]++;
        if (isFlip(low, high, threshold)) of.flips[at]++;
      }
    });
  }
  const rate = ({ flips, n }: typeof ofModels): Float64Array => flips.map((count, i) => count / n[i]);
  return { models: rate(ofModels), samples: rate(ofSamples) };
}

/** Internal consistency of the samples as one test, and how many of them tell models apart. */
export interface Reliability {
  /** Cronbach's alpha (KR-20 where scores are 0 or 1) over the samples that all models have; NaN where undefined. */
  alpha: number;
  models: number;
  /** Samples that all models have. */
  complete: number;
  /** Samples on which models differ, of those that two and more have. */
  separating: number;
  compared: number;
}

const variance = (values: number[]): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};

/** L. J. Cronbach, Coefficient alpha and the internal structure of tests, 1951. Models without a score are left out. */
export function reliabilityOf(plane: Plane, fit: Fit): Reliability {
  const { values, nx, ny } = plane;
  const spread = spreadOf(plane, fit.samples);
  const rows = Array.from({ length: ny }, (_, y) => y).filter((y) => fit.models.n[y] > 0);
  const whole = Array.from({ length: nx }, (_, x) => x).filter((x) => fit.samples.n[x] === rows.length);
  const totals = rows.map((y) => whole.reduce((sum, x) => sum + values[y * nx + x], 0));
  const single = whole.reduce((sum, x) => sum + spread[x] ** 2, 0);
  const [k, all] = [whole.length, variance(totals)];
  const alpha = k < 2 || rows.length < 2 || isConstant(all, 1, totals[0]) ? NaN : (k / (k - 1)) * (1 - single / all);
  const known = spread.filter((value) => value === value);
  return {
    alpha,
    models: rows.length,
    complete: k,
    separating: known.filter((value) => value > 0).length,
    compared: known.length,
  };
}
