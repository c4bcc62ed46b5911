/** What models (rows) and samples (columns) of a plane can be put in order by. */
import { discriminationOf, flipsOf, spreadOf } from "./items";
import { rowOf, transposed, type Fit, type Plane } from "./plane";
import { seriated } from "./seriation";

/** Ascending; bands without a number last, equal ones as they stand. */
export function byNumber(by: Float64Array): number[] {
  const isKnown = (i: number): boolean => by[i] === by[i];
  const compare = (a: number, b: number): number =>
    isKnown(a) && isKnown(b) ? by[a] - by[b] : Number(isKnown(b)) - Number(isKnown(a));
  return [...by.keys()].sort((a, b) => compare(a, b) || a - b);
}

/** The numbers by which samples stand; `row` is the model of "model". */
export function numbersOfSamples(
  plane: Plane,
  fit: Fit,
  threshold: number | null,
  by: "disagreement" | "discrimination" | "flips" | "model",
  row: number | null,
): Float64Array {
  if (by === "flips") return flipsOf(plane, threshold).samples;
  if (by === "model") return rowOf(plane, row!);
  if (by === "disagreement") return spreadOf(plane, fit.samples);
  return discriminationOf(plane, fit).discrimination;
}

const inOrder = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Models of which those that score alike stand side by side. */
export const similarModels = ({ values, nx, ny }: Plane): number[] =>
  seriated({ values, rows: ny, columns: nx }, inOrder(ny));

/** Samples on which the same models do well side by side. */
export const similarSamples = ({ values, nx, ny }: Plane): number[] =>
  seriated({ values: transposed(values, nx), rows: nx, columns: ny }, inOrder(nx));
