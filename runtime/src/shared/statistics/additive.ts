/**
 * The additive fit value ~ first + second by least squares, over the cells that are there. The unknowns of the axis
 * with fewer bands are found by conjugate gradients on the normal equations, those of the other follow; a step reads
 * all cells twice. A grid without gaps takes no step, one that is nearly full a few.
 */
import { tally, turned, type Cells, type Tally } from "./cells";

const PLACES = 2 ** 30;

/** Values that are alike to nine digits of the largest one become the same, as the fit knows no more. */
export function snapped(values: Float64Array): Float64Array {
  const unit = PLACES / (largest(zeroed(values)) || 1);
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) out[i] = Math.round(values[i] * unit) / unit;
  return out;
}

/** Plain means and least-squares means of the bands of one axis; NaN for bands without a value. */
export interface Means extends Tally {
  mean: Float64Array;
  adjusted: Float64Array;
}

function picked<A extends Float64Array | Uint32Array>(values: A, order: ArrayLike<number>, to: A): A {
  for (let i = 0; i < order.length; i++) to[i] = values[order[i]];
  return to;
}

/** The means of bands in this order. */
export function permuted({ sum, n, mean, adjusted }: Means, order: ArrayLike<number>): Means {
  const numbers = (values: Float64Array): Float64Array => picked(values, order, new Float64Array(order.length));
  const counts = picked(n, order, new Uint32Array(order.length));
  return { sum: numbers(sum), n: counts, mean: numbers(mean), adjusted: numbers(adjusted) };
}

function ratio(sums: Float64Array, n: Uint32Array): Float64Array {
  const out = new Float64Array(sums.length);
  for (let i = 0; i < out.length; i++) out[i] = sums[i] / n[i];
  return out;
}

function zeroed(values: Float64Array): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) if (values[i] === values[i]) out[i] = values[i];
  return out;
}

/** Averages over the bands that each band meets in its cells. */
const onSecond = (cells: Cells, from: Float64Array, n: Uint32Array): Float64Array => {
  const to = new Float64Array(n.length);
  cells.toSecond(from, to);
  return zeroed(ratio(to, n));
};

const dot = (a: Float64Array, b: Float64Array, weight: Uint32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i] * weight[i];
  return sum;
};

/** The largest size of a value; none is NaN. */
function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most;
}

const TOLERANCE = 1e-12;

/** Effects of the first axis. All vectors are divided by the number of cells of their band, which preconditions. */
function effects(cells: Cells, one: Means, two: Means): Float64Array {
  const reduced = (v: Float64Array): Float64Array => {
    const to = new Float64Array(v.length);
    cells.toFirst(onSecond(cells, v, two.n), to);
    return v.map((value, i) => (one.n[i] ? value - to[i] / one.n[i] : 0));
  };
  const start = zeroed(one.mean);
  const explained = new Float64Array(start.length);
  cells.toFirst(zeroed(two.mean), explained);
  const lacking = reduced(start);
  let residual = start.map((mean, i) => (one.n[i] ? mean - explained[i] / one.n[i] - lacking[i] : 0));
  const enough = TOLERANCE * Math.max(largest(start), largest(zeroed(two.mean)));
  let found = start;
  let way = residual;
  let size = dot(residual, residual, one.n);
  for (let step = 0; step < 2 * start.length + 50 && largest(residual) > enough; step++) {
    const image = reduced(way);
    const length = size / dot(way, image, one.n);
    const direction = way;
    found = found.map((v, i) => v + length * direction[i]);
    residual = residual.map((v, i) => v - length * image[i]);
    const next = dot(residual, residual, one.n);
    const turn = next / size;
    way = residual.map((v, i) => v + turn * direction[i]);
    size = next;
  }
  return found;
}

/** For each band of both axes: its group, of bands that cells join to each other; -1 without a cell. */
function groups(cells: Cells, one: Tally, two: Tally): [Int32Array, Int32Array, number] {
  const [a, b] = [new Int32Array(one.n.length).fill(-1), new Int32Array(two.n.length).fill(-1)];
  let count = 0;
  for (let seed = 0; seed < a.length; seed++) if (one.n[seed] && a[seed] < 0) reach(cells, a, b, seed, count++);
  return [a, b, count];
}

/** Marks all that cells join to a band of the first axis. */
function reach(cells: Cells, a: Int32Array, b: Int32Array, seed: number, group: number): void {
  a[seed] = group;
  for (let grows = true; grows;) {
    const second = new Float64Array(b.length);
    cells.toSecond(
      Float64Array.from(a, (g) => (g === group ? 1 : 0)),
      second,
    );
    second.forEach((met, i) => met && (b[i] = group));
    const first = new Float64Array(a.length);
    cells.toFirst(second, first);
    grows = first.some((met, i) => met > 0 && a[i] < 0);
    first.forEach((met, i) => met && (a[i] = group));
  }
}

/** Bands that have a cell. */
export function filled({ n }: Tally): number {
  let count = 0;
  for (let i = 0; i < n.length; i++) if (n[i] > 0) count++;
  return count;
}

/** Whether one band has a cell with every band that the other axis has. */
const isJoined = (one: Tally, two: Tally): boolean => one.n.includes(filled(two)) || two.n.includes(filled(one));

function averages(effect: Float64Array, group: Int32Array, count: number): Float64Array {
  const { sum, n } = tally(count);
  for (let i = 0; i < group.length; i++) {
    const g = group[i];
    if (g < 0) continue;
    sum[g] += effect[i];
    n[g]++;
  }
  return ratio(sum, n);
}

/** All bands that have a cell. */
function inOneGroup({ n }: Tally): Int32Array {
  const group = new Int32Array(n.length);
  for (let i = 0; i < n.length; i++) if (!n[i]) group[i] = -1;
  return group;
}

/** Effects with the averages of what their groups meet. */
function expected(effect: Float64Array, group: Int32Array, averages: Float64Array): Float64Array {
  const out = new Float64Array(effect.length);
  for (let i = 0; i < out.length; i++) out[i] = group[i] < 0 ? NaN : effect[i] + averages[group[i]];
  return out;
}

function addMeans(cells: Cells, one: Means, two: Means): void {
  const a = effects(cells, one, two);
  const met = onSecond(cells, a, two.n);
  const b = new Float64Array(met.length);
  for (let i = 0; i < b.length; i++) b[i] = two.mean[i] - met[i];
  const [first, second, count] = isJoined(one, two) ? [inOneGroup(one), inOneGroup(two), 1] : groups(cells, one, two);
  const [ofFirst, ofSecond] = [averages(a, first, count), averages(b, second, count)];
  one.adjusted = expected(a, first, ofSecond);
  two.adjusted = expected(b, second, ofFirst);
}

function isFull(one: Tally, two: Tally): boolean {
  const all = filled(two);
  return one.n.every((n) => n === 0 || n === all);
}

/** Means of the bands of both axes by themselves. */
export function plainMeans(cells: Cells): [Means, Means] {
  const [one, two] = cells.size.map(tally);
  cells.total(one, two);
  const means = (t: Tally): Means => ({ ...t, mean: ratio(t.sum, t.n), adjusted: ratio(t.sum, t.n) });
  return [means(one), means(two)];
}

/** Means of the bands of both axes. A least-squares mean is what the fit expects of a band with all bands of the other
 * axis that cells join to it; on a full grid it is the plain mean. */
export function additiveMeans(cells: Cells): [Means, Means] {
  const [one, two] = plainMeans(cells);
  if (isFull(one, two)) return [one, two];
  if (cells.size[0] <= cells.size[1]) addMeans(cells, one, two);
  else addMeans(turned(cells), two, one);
  return [one, two];
}
