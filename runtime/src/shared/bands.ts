/** Where bands lie, and which band lies at a place: the one home of both, with gaps between blocks of bands. */
import type { BandAxis } from "./payload";

export type Gaps = NonNullable<BandAxis["gaps"]>;

/** What places the bands of an axis; it may be zoomed. */
export interface Bands extends Pick<BandAxis, "start" | "step" | "bandwidth" | "gaps"> {
  /** They are parts of these bands. */
  parts?: Parts;
}

/** A stretch of an axis. */
export interface Span {
  from: number;
  size: number;
}

/** Bands from `first` on, of which each is divided into so many parts. */
export interface Parts {
  of: Bands;
  first: number;
  n: readonly number[];
  /** Parts of what is drawn of such bands. */
  divided(spans: readonly Span[]): Span[];
}

/** Places so little apart, in bands, are one. */
const EPSILON = 1e-9;

/** Units of gaps before a band. */
function gapsBefore({ gaps }: Bands, i: number): number {
  if (!gaps) return 0;
  let n = 0;
  while (n < gaps.before.length && gaps.before[n] <= i) n++;
  return n * gaps.size;
}

/** Left (top) edge of a band. */
export const placeOf = (bands: Bands, i: number): number => bands.start + i * bands.step + gapsBefore(bands, i);

export const centre = (bands: Bands, i: number): number => placeOf(bands, i) + bands.bandwidth / 2;

/** Where the gaps of an axis begin. */
export const gapPlaces = ({ start, step, gaps }: Bands): number[] =>
  gaps ? gaps.before.map((band, k) => start + band * step + k * gaps.size) : [];

/** Units of gaps, which begin at `places` in rising order, before a place. */
export function gapsUpTo(places: readonly number[], size: number, at: number): number {
  let sum = 0;
  for (const place of places) if (at > place) sum += Math.min(at - place, size);
  return sum;
}

/** Steps of bands before a place: 2.5 is the middle of the third; all of a gap is the band behind it. */
export function stepsTo(bands: Bands): (at: number) => number {
  const { start, step, gaps } = bands;
  if (!gaps) return (at) => (at - start) / step;
  const places = gapPlaces(bands);
  return (at) => (at - start - gapsUpTo(places, gaps.size, at)) / step;
}

/** The band at a place; what lies between two bands belongs half to each. Out of range where no band is. */
export function bandAt(bands: Bands, at: number): number {
  const { step, bandwidth, gaps } = bands;
  const i = Math.floor(stepsTo(bands)(at + (step - bandwidth) / 2) + (gaps ? EPSILON : 0));
  const isNearer = gaps && i > 0 && at - placeOf(bands, i - 1) - bandwidth < placeOf(bands, i) - at;
  return isNearer ? i - 1 : i;
}

const inRange = (i: number, n: number): number => Math.min(Math.max(i, 0), n);

/** First and last (exclusive) band whose centre lies in the stretch. */
export function centresIn(bands: Bands, n: number, from: number, size: number): [number, number] {
  const steps = stepsTo(bands);
  const low = from - bands.bandwidth / 2;
  const first = Math.ceil(steps(low) - 1e-6);
  const last = Math.floor(steps(low + size) + 1e-6);
  const isBehind = placeOf(bands, last) > low + size + 1e-6 * bands.step;
  return [inRange(first, n), inRange(isBehind ? last : last + 1, n)];
}

/** First and last (exclusive) band of which some may lie in the stretch. */
export function bandsWithin(bands: Bands, n: number, from: number, size: number): [number, number] {
  const steps = stepsTo(bands);
  return [inRange(Math.floor(steps(from)) - 1, n), inRange(Math.ceil(steps(from + size)) + 1, n)];
}

/** The same stretch with gaps in it: bands become smaller by as much. */
export function withGaps<B extends Bands>(bands: B, n: number, gaps: Gaps): B {
  const share = 1 - (gaps.before.length * gaps.size) / (n * bands.step);
  return { ...bands, step: bands.step * share, bandwidth: bands.bandwidth * share, gaps };
}

/** The same stretch without them, as Plot parts it. */
export function withoutGaps({ start, step, bandwidth, gaps, labels }: BandAxis): Bands {
  const grown = 1 + ((gaps?.before.length ?? 0) * (gaps?.size ?? 0)) / (labels.length * step);
  return { start, step: step * grown, bandwidth: bandwidth * grown };
}

/** Size of a gap, in user units, and the share of an axis that all of them may take. */
const SIZE = 6;
const MOST = 0.08;

/** Size of each of so many gaps on an axis. */
export const gapSize = (gaps: number, length: number): number => (gaps ? Math.min(SIZE, (MOST * length) / gaps) : 0);

/** An axis of Plot's with gaps before these bands. */
export function gapped(axis: BandAxis, before: number[]): BandAxis {
  const n = axis.labels.length;
  return before.length ? withGaps(axis, n, { before, size: gapSize(before.length, n * axis.step) }) : axis;
}
