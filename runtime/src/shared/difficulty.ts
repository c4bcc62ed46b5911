/** Which samples nobody or everybody solves, where scores are 0 or 1: what order and blocks both go by. */

/** Whether the mean of a cell with `n` scores can be one of zeros and ones. */
export function isOfBinary(value: number, n: number): boolean {
  const sum = value * n;
  return value >= 0 && value <= 1 && Math.abs(sum - Math.round(sum)) < 1e-6;
}

/** What the values of all cells are like. */
export interface Kind {
  /** Every row counts 0 or 1. */
  isBinary: boolean;
  /** All lie between 0 and 1. */
  isShare: boolean;
  /** No cell has the scores of several epochs. */
  isSingle: boolean;
}

/** Whether scores are single ones of 0 or 1, which exact tests compare. */
export const isExact = ({ isBinary, isSingle }: Kind): boolean => isBinary && isSingle;

const HALF = 0.5;

/** The least value of a cell that solves a sample: the one that the caller chose, or half of the epochs; null where
 * scores are grades. */
export const thresholdOf = ({ isBinary }: Kind, reached: number | null): number | null =>
  reached ?? (isBinary ? HALF : null);

/** What cells are like, by their values, NaN for none, and the number of rows with a score in each. */
export function kindOf(values: Float64Array, scored: ArrayLike<number> | undefined): Kind {
  let [low, high, most] = [0, 1, 1];
  for (let i = 0; i < values.length; i++) {
    if (values[i] < low) low = values[i];
    if (values[i] > high) high = values[i];
  }
  for (let i = 0; scored !== undefined && i < values.length; i++)
    if (scored[i] > most && values[i] === values[i]) most = scored[i];
  const isShare = low === 0 && high === 1;
  return { isBinary: isShare && areBinary(values, scored), isShare, isSingle: most === 1 };
}

function areBinary(values: Float64Array, scored: ArrayLike<number> | undefined): boolean {
  for (let i = 0; i < values.length; i++)
    if (values[i] === values[i] && !isOfBinary(values[i], scored === undefined ? 1 : scored[i])) return false;
  return true;
}

/** 1 where a value reaches the threshold, 0 where it does not, NaN for none. */
export const reaching = (values: Float64Array, threshold: number): Float64Array =>
  values.map((value) => (value === value ? Number(value >= threshold) : NaN));

/** -1 where no model solves a sample, 1 where all do, 0 otherwise. Where models lack a score the fit must agree to less
 * than one model: that none of a few weak ones solves it is not what "nobody" says. */
export function extreme(mean: number, adjusted: number, models: number): -1 | 0 | 1 {
  if (mean <= 0 && adjusted * models < 1) return -1;
  return mean >= 1 && adjusted * models > models - 1 ? 1 : 0;
}

const BEYOND = 8;

/** Least-squares means of samples, with those that nobody and everybody solves at the ends. */
export const difficulties = (mean: Float64Array, adjusted: Float64Array, models: number): Float64Array =>
  adjusted.map((value, i) => value + BEYOND * extreme(mean[i], value, models));
