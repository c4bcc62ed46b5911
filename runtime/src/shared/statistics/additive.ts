/**
 * The additive fit value ~ first + second by least squares, over the cells that are there. The unknowns of the axis
 * with fewer bands are found by conjugate gradients on the normal equations, those of the other follow; a step reads
 * all cells twice. A grid without gaps takes no step, one that is nearly full a few.
 */

/** The cells of a fit, as sums along both axes. */
export interface Cells {
  /** Numbers of bands of the first and of the second axis. */
  size: readonly [number, number];
  /** Adds the value of each cell, and 1, to what its bands have. */
  total(first: Tally, second: Tally): void;
  /** Adds to each second band what the first bands of its cells have. */
  toSecond(from: Float64Array, to: Float64Array): void;
  /** Adds to each first band what the second bands of its cells have. */
  toFirst(from: Float64Array, to: Float64Array): void;
}

export interface Tally {
  sum: Float64Array;
  n: Uint32Array;
}

export const tally = (size: number): Tally => ({ sum: new Float64Array(size), n: new Uint32Array(size) });

/** Up to this share of missing cells sums are those of whole bands without what is missing. */
const FEW = 1 / 4;

/** Rows and columns of the cells without a value; null where these are many. */
function gapsOf(values: Float64Array, nx: number, ny: number): { rows: Uint32Array; columns: Uint32Array } | null {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== values[i]) count++;
  if (count > FEW * values.length) return null;
  const [rows, columns] = [new Uint32Array(count), new Uint32Array(count)];
  for (let y = 0, i = 0, k = 0; y < ny; y++)
    for (let x = 0; x < nx; x++, i++) {
      if (values[i] === values[i]) continue;
      rows[k] = y;
      columns[k++] = x;
    }
  return { rows, columns };
}

const total = (values: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
};

function addAll(to: Float64Array, value: number): void {
  for (let i = 0; i < to.length; i++) to[i] += value;
}

/** A matrix row by row, NaN where there is no value; its first axis is that of the rows. */
export function planeCells(values: Float64Array, nx: number, ny: number): Cells {
  let found: ReturnType<typeof gapsOf> | undefined;
  const gaps = (): ReturnType<typeof gapsOf> => (found === undefined ? (found = gapsOf(values, nx, ny)) : found);
  return {
    size: [ny, nx],
    total(rows, columns) {
      for (let y = 0, i = 0; y < ny; y++) {
        let [sum, n] = [0, 0];
        for (let x = 0; x < nx; x++, i++) {
          const value = values[i];
          if (value !== value) continue;
          sum += value;
          n++;
          columns.sum[x] += value;
          columns.n[x]++;
        }
        rows.sum[y] += sum;
        rows.n[y] += n;
      }
    },
    toSecond(from, to) {
      const few = gaps();
      if (few !== null) {
        addAll(to, total(from));
        for (let k = 0; k < few.rows.length; k++) to[few.columns[k]] -= from[few.rows[k]];
        return;
      }
      for (let y = 0, i = 0; y < ny; y++) {
        const value = from[y];
        for (let x = 0; x < nx; x++, i++) if (values[i] === values[i]) to[x] += value;
      }
    },
    toFirst(from, to) {
      const few = gaps();
      if (few !== null) {
        addAll(to, total(from));
        for (let k = 0; k < few.rows.length; k++) to[few.rows[k]] -= from[few.columns[k]];
        return;
      }
      for (let y = 0, i = 0; y < ny; y++) {
        let sum = 0;
        for (let x = 0; x < nx; x++, i++) if (values[i] === values[i]) sum += from[x];
        to[y] += sum;
      }
    },
  };
}

/** Cells as a list: the numbers of both bands, and the value, NaN for none. Each pair of bands occurs once. */
export function listedCells(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  values: Float64Array,
  size: readonly [number, number],
): Cells {
  const add = (from: Float64Array, to: Float64Array, source: ArrayLike<number>, target: ArrayLike<number>): void => {
    for (let i = 0; i < values.length; i++) if (values[i] === values[i]) to[target[i]] += from[source[i]];
  };
  return {
    size,
    total(one, two) {
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        if (value !== value) continue;
        one.sum[first[i]] += value;
        one.n[first[i]]++;
        two.sum[second[i]] += value;
        two.n[second[i]]++;
      }
    },
    toSecond: (from, to) => add(from, to, first, second),
    toFirst: (from, to) => add(from, to, second, first),
  };
}

const turned = (cells: Cells): Cells => ({
  size: [cells.size[1], cells.size[0]],
  total: (first, second) => cells.total(second, first),
  toSecond: cells.toFirst,
  toFirst: cells.toSecond,
});

const PLACES = 2 ** 30;

/** Values that are alike to nine digits of the largest one become the same, as the fit knows no more. */
export function snapped(values: Float64Array): Float64Array {
  const unit = PLACES / (largest(zeroed(values)) || 1);
  return values.map((value) => Math.round(value * unit) / unit);
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

const ratio = (sums: Float64Array, n: Uint32Array): Float64Array => sums.map((sum, i) => sum / n[i]);
const zeroed = (values: Float64Array): Float64Array => values.map((value) => (value === value ? value : 0));

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

const largest = (values: Float64Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

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
export const filled = ({ n }: Tally): number => n.reduce((count, cells) => count + Number(cells > 0), 0);

/** Whether one band has a cell with every band that the other axis has. */
const isJoined = (one: Tally, two: Tally): boolean => one.n.includes(filled(two)) || two.n.includes(filled(one));

function averages(effect: Float64Array, group: Int32Array, count: number): Float64Array {
  const { sum, n } = tally(count);
  group.forEach((g, i) => {
    if (g < 0) return;
    sum[g] += effect[i];
    n[g]++;
  });
  return ratio(sum, n);
}

function addMeans(cells: Cells, one: Means, two: Means): void {
  const a = effects(cells, one, two);
  const b = onSecond(cells, a, two.n).map((met, i) => two.mean[i] - met);
  const whole = ({ n }: Tally): Int32Array => Int32Array.from(n, (count) => (count ? 0 : -1));
  const [first, second, count] = isJoined(one, two) ? [whole(one), whole(two), 1] : groups(cells, one, two);
  const [ofFirst, ofSecond] = [averages(a, first, count), averages(b, second, count)];
  one.adjusted = a.map((effect, i) => (first[i] < 0 ? NaN : effect + ofSecond[first[i]]));
  two.adjusted = b.map((effect, i) => (second[i] < 0 ? NaN : effect + ofFirst[second[i]]));
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
