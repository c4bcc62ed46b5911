/** What item analysis reads: models in rows, the best first, samples in columns, the hardest first. */
import type { Means } from "../statistics/additive";

export interface Plane {
  /** Row by row, NaN for no score; of several epochs their mean. */
  values: Float64Array;
  /** Null where no cell has several epochs. */
  epochs: Epochs | null;
  nx: number;
  ny: number;
}

/** The scores of one model. */
export const rowOf = ({ values, nx }: Plane, y: number): Float64Array => values.subarray(y * nx, (y + 1) * nx);

/** A plane of rows of `nx` numbers with its columns as rows. */
export function transposed<P extends Float64Array | Uint8Array>(plane: P, nx: number): P {
  const out = plane.slice() as P;
  const ny = plane.length / nx;
  for (let y = 0, i = 0; y < ny; y++) for (let x = 0; x < nx; x++, i++) out[x * ny + y] = plane[i];
  return out;
}

/** Least and greatest score of the epochs of each cell; NaN for cells without several. */
export interface Epochs {
  low: Float64Array;
  high: Float64Array;
}

/** Whether epochs do not agree: some reach the threshold and some do not, or, of grades (it is null), they differ. */
export const isFlip = (low: number, high: number, threshold: number | null): boolean =>
  threshold === null ? low < high : low < threshold && threshold <= high;

/** The additive fit of a plane. */
export interface Fit {
  models: Means;
  samples: Means;
}
