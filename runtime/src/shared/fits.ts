/** What is found of a matrix once, and shared by all who ask for it. */
import { kindOf, type Kind } from "./difficulty";
import type { CellPlot, Tallies } from "./payload";
import { additiveMeans, permuted, type Means } from "./statistics/additive";
import { planeCells } from "./statistics/cells";
import { spreadOf, type Spread } from "./statistics/spread";
import { turnedOver, turnsAt } from "./turn";

/** The matrix, row by row: index = y * nx + x. */
export type Matrix = Pick<CellPlot, "values" | "states" | "sampleAxis"> &
  Partial<Tallies & Pick<CellPlot, "isLower">> & { nx: number; ny: number };

export interface MatrixFit {
  kind: Kind;
  ofModels: Means;
  ofSamples: Means;
}

/** Fits of matrices that do not change, so that those who ask for the same one share it. */
const fits = new WeakMap<Float64Array, MatrixFit>();

/** Means of the rows and of the columns of a matrix, which were found before it stood in order. */
const means = new WeakMap<Float64Array, [Means, Means]>();

export const keepMeans = (values: Float64Array, rows: Means, columns: Means): void =>
  void means.set(values, [rows, columns]);

/** Spreads of matrices that do not change. */
const spreads = new WeakMap<Float64Array, Spread>();

export function spreadIn(matrix: Matrix): Spread {
  const { values, nx, ny, sampleAxis } = matrix;
  const found = spreads.get(values) ?? spreadOf(values, fitOf(matrix).ofModels.mean, nx, ny, sampleAxis === "x");
  spreads.set(values, found);
  return found;
}

/** Takes over what was found of a matrix whose samples, and maybe models, stand elsewhere in other values now. */
export function keepFound(matrix: Matrix, values: Float64Array, samples: number[], models: number[]): void {
  const { kind, ofModels, ofSamples } = fitOf(matrix);
  fits.set(values, { kind, ofModels: permuted(ofModels, models), ofSamples: permuted(ofSamples, samples) });
  const spread = spreads.get(matrix.values);
  if (spread && models.every((model, i) => model === i)) spreads.set(values, spread);
}

/** A matrix of which higher scores are better, and what its scores were subtracted from. */
export interface Upright {
  matrix: Matrix;
  at: number;
}

const uprights = new WeakMap<Float64Array, Upright>();

/** The matrix with its scores turned over; means that were found before are theirs. */
export function uprightOf(matrix: Matrix): Upright {
  const { values, scored, isLower: _, ...rest } = matrix;
  const found = uprights.get(values);
  if (found) return found;
  const at = turnsAt(kindOf(values, scored));
  const own: Upright = { at, matrix: { ...rest, ...(scored && { scored }), values: turnedOver(values, at) } };
  const kept = means.get(values);
  if (kept) means.set(own.matrix.values, kept);
  uprights.set(values, own);
  return own;
}

/** What the values of a matrix are like, and their additive fit; of scores turned over where lower ones are better. */
export function fitOf(matrix: Matrix): MatrixFit {
  if (matrix.isLower) return fitOf(uprightOf(matrix).matrix);
  const { values, nx, ny, sampleAxis } = matrix;
  const known = fits.get(values);
  if (known) return known;
  const [rows, columns] = means.get(values) ?? additiveMeans(planeCells(values, nx, ny));
  const [ofModels, ofSamples] = sampleAxis === "x" ? [rows, columns] : [columns, rows];
  const fit = { kind: kindOf(values, matrix.scored), ofModels, ofSamples };
  fits.set(values, fit);
  return fit;
}
