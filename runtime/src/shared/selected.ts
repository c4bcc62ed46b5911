/** Selected bands along an axis: runs of them, and the stretches at which they are marked. */
import { bandsWithin, placeOf, type Bands } from "./bands";

/** Bands [from, to). */
export type Run = readonly [from: number, to: number];

/** Runs of bands that are selected; none goes over a gap. */
export function runsOf(n: number, isSelected: (band: number) => boolean, { gaps }: Pick<Bands, "gaps">): Run[] {
  const breaks = new Set(gaps?.before);
  const runs: Run[] = [];
  let from = -1;
  for (let i = 0; i <= n; i++) {
    const isIn = i < n && isSelected(i);
    if (from >= 0 && (!isIn || breaks.has(i))) {
      runs.push([from, i]);
      from = -1;
    }
    if (isIn && from < 0) from = i;
  }
  return runs;
}

/** A stretch of an axis, in user units. */
export interface Stretch {
  from: number;
  to: number;
}

/** The first run that ends behind a band. */
function firstBehind(runs: readonly Run[], band: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle][1] > band) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Stretches of the runs in sight, each at least `least` long; those that touch are one. */
export function stretchesOf(
  runs: readonly Run[],
  n: number,
  bands: Bands,
  { from, to }: Stretch,
  least: number,
): Stretch[] {
  const [first, last] = bandsWithin(bands, n, from, to - from);
  const found: Stretch[] = [];
  for (let k = firstBehind(runs, first); k < runs.length && runs[k][0] < last; k++) {
    const [low, high] = [placeOf(bands, runs[k][0]), placeOf(bands, runs[k][1] - 1) + bands.bandwidth];
    const more = Math.max(0, (least - (high - low)) / 2);
    const stretch = { from: Math.max(from, low - more), to: Math.min(to, high + more) };
    if (high <= from || low >= to) continue;
    const before = found[found.length - 1];
    if (before && stretch.from <= before.to + 0.01) before.to = Math.max(before.to, stretch.to);
    else found.push(stretch);
  }
  return found;
}
