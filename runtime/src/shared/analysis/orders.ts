/** Orders of models (rows) and samples (columns) of a plane by what they are asked to be by. */
import { flipsOf, itemsOf } from "./items";
import type { Fit, Plane } from "./plane";
import { seriated } from "./seriation";

export type SampleOrder = "disagreement" | "discrimination" | "flips" | "similarity" | "model";
export type ModelOrder = "flips" | "similarity";

/** Band numbers in order, and the number by which they stand, NaN for bands that lack it; null where there is none. */
export interface Ordered {
  order: number[];
  by: Float64Array | null;
}

/** Ascending; bands without a number last, equal ones as they stand. */
export function byNumber(by: Float64Array): number[] {
  const known = (i: number): boolean => by[i] === by[i];
  return [...by.keys()].sort((a, b) =>
    known(a) && known(b) ? by[a] - by[b] || a - b : Number(known(b)) - Number(known(a)) || a - b,
  );
}

const turned = ({ values, nx, ny }: Plane): Float64Array => {
  const out = new Float64Array(values.length);
  for (let y = 0; y < ny; y++) for (let x = 0; x < nx; x++) out[x * ny + y] = values[y * nx + x];
  return out;
};

const ordered = (by: Float64Array): Ordered => ({ order: byNumber(by), by });

/** Samples; `row` is the model of the order "model". */
export function orderOfSamples(
  plane: Plane,
  fit: Fit,
  threshold: number | null,
  by: SampleOrder,
  row: number | null = null,
): Ordered {
  const { values, nx, ny } = plane;
  if (by === "similarity") {
    const given = Array.from({ length: nx }, (_, x) => x);
    return { order: seriated({ values: turned(plane), rows: nx, columns: ny }, given), by: null };
  }
  if (by === "flips") return ordered(flipsOf(plane, threshold).samples);
  if (by === "model") return ordered(values.slice(row! * nx, (row! + 1) * nx));
  const { spread, discrimination } = itemsOf(plane, fit);
  return ordered(by === "disagreement" ? spread : discrimination);
}

export function orderOfModels(plane: Plane, threshold: number | null, by: ModelOrder): Ordered {
  const { values, nx, ny } = plane;
  if (by === "flips") return ordered(flipsOf(plane, threshold).models);
  const given = Array.from({ length: ny }, (_, y) => y);
  return { order: seriated({ values, rows: ny, columns: nx }, given), by: null };
}
