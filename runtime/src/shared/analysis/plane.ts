/** What item analysis reads: models in rows, the best first, samples in columns, the hardest first. */
import type { Means } from "../statistics/additive";

export interface Plane {
  /** Row by row, NaN for no score; of several epochs their mean. */
  values: Float64Array;
  /** Least and greatest score of a cell's epochs; null where no cell has several. */
  epochs: Epochs | null;
  nx: number;
  ny: number;
}

export interface Epochs {
  low: Float64Array;
  high: Float64Array;
  /** Epochs with a score. */
  scored: ArrayLike<number>;
}

/** The additive fit of a plane. */
export interface Fit {
  models: Means;
  samples: Means;
}
