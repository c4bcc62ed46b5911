/** Where each sample stands among the others, by how hard it is. */
import type { CellPlot } from "./payload";
import { lowerBound } from "./rising";
import { difficultyOf, type Matrix } from "./summary";

/** Least-squares means nearer than this are one. */
const SAME = 1e-8;

/** 1 + the number of samples that are harder; 0 for those without a score. */
function ranksOf(adjusted: Float64Array): Uint32Array {
  const rising = adjusted.filter((value) => !Number.isNaN(value)).sort();
  const first = new Uint32Array(rising.length);
  for (let k = 1; k < first.length; k++) first[k] = rising[k] - rising[k - 1] < SAME ? first[k - 1] : k;
  const ranks = new Uint32Array(adjusted.length);
  for (let i = 0; i < ranks.length; i++) {
    const value = adjusted[i];
    if (value !== value) continue;
    const isNext = i > 0 && value === adjusted[i - 1];
    ranks[i] = isNext ? ranks[i - 1] : first[lowerBound(rising, value)] + 1;
  }
  return ranks;
}

const known = new WeakMap<Float64Array, { reached: number | undefined; standing: CellPlot["standing"] }>();

/** The standing of samples beside each other; none where there is nothing to compare. */
export function standingOf(matrix: Matrix, threshold?: number): CellPlot["standing"] {
  if (Math.min(matrix.nx, matrix.ny) < 2) return undefined;
  const found = known.get(matrix.values);
  if (found && found.reached === threshold) return found.standing;
  const { adjusted, ...kind } = difficultyOf(matrix, threshold);
  const ranks = ranksOf(adjusted);
  const steps = new Uint32Array(ranks.length);
  for (let i = 0; i < ranks.length; i++) steps[i] = ranks[i] - (i ? ranks[i - 1] : 0);
  const standing = { ...kind, steps };
  known.set(matrix.values, { reached: threshold, standing });
  return standing;
}
