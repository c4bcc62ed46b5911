/** Squared deviations of models, and differences of each from the one before it, in the order of memory. */
import type { Differences } from "./paired";

const noDifferences = (): Differences => ({ n: 0, sum: 0, squares: 0, more: 0, less: 0 });

/** What is added up for a model: deviations from its mean, and pairs with another one. */
export interface Spread {
  squares: Float64Array;
  pairs: Differences[];
}

/** Adds a pair; `shift`, near the mean of all differences, keeps the digits of their squares. */
function addPair(to: Differences, first: number, second: number, shift: number): void {
  const difference = first - second;
  if (difference !== difference) return;
  to.n++;
  to.sum += difference;
  to.squares += (difference - shift) ** 2;
  if (difference > 0) to.more++;
  else if (difference < 0) to.less++;
}

/** Squares about the mean, of those about the shift. */
const centred = (pairs: Differences, shift: number): Differences => ({
  ...pairs,
  squares: Math.max(0, pairs.squares - pairs.n * (pairs.sum / pairs.n - shift) ** 2 || 0),
});

/** The scores of one model less those of another on the same samples; `shift` as of `addPair`. */
export function differencesOf(first: Float64Array, second: Float64Array, shift: number): Differences {
  const pairs = noDifferences();
  for (let k = 0; k < first.length; k++) addPair(pairs, first[k], second[k], shift);
  return centred(pairs, shift);
}

/** Spread of each model about its mean, and its pairs with the model before it. `areRows`: models are the rows of the
 * matrix. */
export function spreadOf(
  values: Float64Array,
  mean: ArrayLike<number>,
  nx: number,
  ny: number,
  areRows: boolean,
): Spread {
  const models = areRows ? ny : nx;
  const squares = new Float64Array(models);
  const pairs = Array.from({ length: models }, noDifferences);
  const before = areRows ? nx : 1;
  for (let y = 0, i = 0; y < ny; y++) {
    for (let x = 0; x < nx; x++, i++) {
      const value = values[i];
      if (value !== value) continue;
      const model = areRows ? y : x;
      squares[model] += (value - mean[model]) ** 2;
      if (model > 0) addPair(pairs[model], values[i - before], value, mean[model - 1] - mean[model]);
    }
  }
  return { squares, pairs: pairs.map((p, m) => centred(p, mean[m - 1] - mean[m])) };
}
