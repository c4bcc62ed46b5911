/** The cells that a fit reads: of a matrix, or listed. */

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

type Bands = Uint32Array;

/** Adds to each band of one axis what all bands of the other have, less that of the cells that are missing. */
function addAllBut(to: Float64Array, missingTo: Bands, from: Float64Array, missingFrom: Bands): void {
  const all = total(from);
  for (let i = 0; i < to.length; i++) to[i] += all;
  for (let k = 0; k < missingTo.length; k++) to[missingTo[k]] -= from[missingFrom[k]];
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
      if (few !== null) return addAllBut(to, few.columns, from, few.rows);
      for (let y = 0, i = 0; y < ny; y++) {
        const value = from[y];
        for (let x = 0; x < nx; x++, i++) if (values[i] === values[i]) to[x] += value;
      }
    },
    toFirst(from, to) {
      const few = gaps();
      if (few !== null) return addAllBut(to, few.rows, from, few.columns);
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

/** The same with its axes exchanged. */
export const turned = (cells: Cells): Cells => ({
  size: [cells.size[1], cells.size[0]],
  total: (first, second) => cells.total(second, first),
  toSecond: cells.toFirst,
  toFirst: cells.toSecond,
});
