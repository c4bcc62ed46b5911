/** Stretches of one value along bands, of which the small ones tell what they have in common. */
import { bandsWithin, placeOf, type Bands } from "../bands";
import { coverOf, NONE } from "../cover";

/** A stretch of an axis, in user units. */
export interface Run<T> {
  from: number;
  to: number;
  value: T;
}

/** Adds a stretch, or makes the last one longer; those of nothing (0, NaN, no text) are left out. */
function join<T>(runs: Run<T>[], run: Run<T>): void {
  if (!run.value) return;
  const last = runs[runs.length - 1];
  if (last && last.value === run.value && Math.abs(last.to - run.from) < 1e-6) last.to = run.to;
  else runs.push(run);
}

/** Values of `n` bands: that of each, and that of those from the first to the last (inclusive) which share a unit. */
export interface Told<T> {
  n: number;
  of(band: number): T;
  under(first: number, last: number): T;
}

/** The stretches within a frame that begins at `from`; where bands are smaller than a unit, one a unit. */
export function runsOf<T>({ n, of, under }: Told<T>, bands: Bands, from: number, length: number): Run<T>[] {
  const runs: Run<T>[] = [];
  if (bands.step < 1) {
    const { first, last } = coverOf(bands, n, from, 1, Math.ceil(length), 0);
    first.forEach((band, p) => {
      if (band === NONE) return;
      join(runs, { from: from + p, to: Math.min(from + p + 1, from + length), value: under(band, last[p]) });
    });
    return runs;
  }
  const [first, last] = bandsWithin(bands, n, from, length);
  for (let i = first; i < last; i++) {
    const place = placeOf(bands, i);
    const [low, high] = [Math.max(from, place), Math.min(from + length, place + bands.step)];
    if (high > low) join(runs, { from: low, to: high, value: of(i) });
  }
  return runs;
}
