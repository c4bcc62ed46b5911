/** What the strip beside the samples shows. */
import type { Frame } from "./frame";

/** Smallest and largest finite value, or null where there is none. */
export function extentOf(values: Float64Array): [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < low) low = values[i];
    if (values[i] > high) high = values[i];
  }
  return low <= high ? [low, high] : null;
}

/** [0, 1] for values inside it; their extent otherwise; a constant reaches to zero. */
export function colorDomain(extent: [number, number] | null): [number, number] {
  if (extent === null) return [0, 1];
  const [low, high] = extent;
  if (low >= 0 && high <= 1) return [0, 1];
  if (low < high) return [low, high];
  return low < 0 ? [low, 0] : [0, high];
}

/** Of grades with a threshold the share that reaches it, else the mean, which of 0 and 1 is the share of ones. */
export function sharesOf({ summary, strip }: Frame, extent: [number, number]): Float64Array {
  if (strip) return strip.shares;
  const { samples, threshold, isBinary } = summary;
  if (isBinary && summary.isLower) return samples.mean.map((mean) => 1 - mean);
  const [low, high] = colorDomain(extent);
  if (isBinary || threshold === null) return samples.mean.map((mean) => (mean - low) / (high - low));
  return samples.mean.map((_, i) => (samples.scored[i] ? samples.solved[i] / samples.scored[i] : NaN));
}
