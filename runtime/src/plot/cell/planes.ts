/** Planes of cells, row by row, filled from the columns of an answer and brought into the order of the drawing. */
import { noCounts } from "../../shared/counts";
import { ABSENT, OK, UNSCORED, type StateCounts } from "../../shared/payload";
import { stateOf, unscoredOf, type Columns } from "./columns";

export interface Planes {
  values: Float64Array;
  states: Uint8Array;
  counts: StateCounts;
  /** Rows that lie under another row of the same cell. */
  hidden: number;
}

export const MOST_CELLS = 50_000_000;

/** Planes of `nx` by `ny` cells; `xs` and `ys` are the places of bands, -1 for those that are left out. */
export function filled(c: Columns, xs: Int32Array, ys: Int32Array, nx: number, ny: number): Planes {
  const values = new Float64Array(nx * ny).fill(NaN);
  const states = new Uint8Array(nx * ny).fill(ABSENT);
  const counts = { ...noCounts(), absent: nx * ny };
  const { xi, yi, v } = c;
  const areOthers = c.states.length > 0;
  let [hidden, unscored] = [0, 0];
  for (let i = 0; i < v.length; i++) {
    const [x, y] = [xs[xi[i]], ys[yi[i]]];
    if (x < 0 || y < 0) continue;
    const to = y * nx + x;
    if (states[to] !== ABSENT) hidden++;
    const value = v[i] - v[i] === 0 ? v[i] : NaN;
    const lacking = unscoredOf(c, i);
    values[to] = value;
    unscored += lacking;
    states[to] = areOthers ? stateOf(c, i) : lacking > 0 || value !== value ? UNSCORED : OK;
    if (areOthers) for (const { name, counts: rows } of c.states) counts[name] += rows[i];
  }
  counts.unscored = unscored;
  for (let i = 0; i < states.length; i++) if (states[i] !== ABSENT) counts.absent--;
  return { values, states, counts, hidden };
}

/** Each band in the place of its number. */
export function inOrder(size: number): Int32Array {
  const order = new Int32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  return order;
}

/** For each band its number in the drawing, or -1. */
export function places(codes: ArrayLike<number>, size: number): Int32Array {
  const place = new Int32Array(size).fill(-1);
  for (let i = 0; i < codes.length; i++) if (codes[i] >= 0) place[codes[i]] = i;
  return place;
}

/** For each drawn band that the data has: its number among them in order of the data. Others are -1. */
export function slots(place: Int32Array): Int32Array {
  let next = 0;
  return place.map((to) => (to < 0 ? -1 : next++));
}

type Plane = Float64Array | Uint8Array;

function isRising(order: Int32Array): boolean {
  for (let slot = 0; slot < order.length; slot++) if (order[slot] !== slot) return false;
  return true;
}

/** Moves columns from the order of the data to their places; bands without any cell are `none`. */
export function arrangeColumns(plane: Plane, nx: number, place: Int32Array, none: number): void {
  if (isRising(place)) return;
  const order = place.filter((to) => to >= 0);
  const row = plane.slice(0, nx);
  for (let start = 0; start < plane.length; start += nx) {
    if (order.length < nx) row.fill(none);
    for (let slot = 0; slot < order.length; slot++) row[order[slot]] = plane[start + slot];
    for (let x = 0; x < nx; x++) plane[start + x] = row[x];
  }
}

/** Rows of fewer cells are copied from a copy of all, whose reads need not wait for each other. */
const SHORT = 64;

function gatherRows(plane: Plane, nx: number, place: Int32Array): void {
  const from = plane.slice();
  const source = new Int32Array(place.length);
  for (let row = 0; row < place.length; row++) source[place[row]] = row;
  for (let row = 0, i = 0; row < place.length; row++)
    for (let k = source[row] * nx, end = k + nx; k < end; k++, i++) plane[i] = from[k];
}

/** Moves all rows to their places, each once, along the circles that they make. */
function turnRows(plane: Plane, nx: number, place: Int32Array): void {
  const isDone = new Uint8Array(place.length);
  const row = plane.slice(0, nx);
  for (let first = 0; first < place.length; first++) {
    if (isDone[first]) continue;
    for (let x = 0, i = first * nx; x < nx; x++, i++) row[x] = plane[i];
    for (let to = place[first]; !isDone[to]; to = place[to]) {
      for (let x = 0, i = to * nx; x < nx; x++, i++) {
        const value = plane[i];
        plane[i] = row[x];
        row[x] = value;
      }
      isDone[to] = 1;
    }
  }
}

/** Moves all rows to their places. */
export function arrangeRows(plane: Plane, nx: number, place: Int32Array): void {
  if (isRising(place)) return;
  if (nx < SHORT) gatherRows(plane, nx, place);
  else turnRows(plane, nx, place);
}

/** A counting sort: positions in `at` by rising cell. */
export function byCell(at: number[] | Uint32Array, cells: number): Uint32Array {
  const next = new Uint32Array(cells + 1);
  for (const cell of at) next[cell + 1]++;
  for (let cell = 0; cell < cells; cell++) next[cell + 1] += next[cell];
  const order = new Uint32Array(at.length);
  at.forEach((cell, i) => (order[next[cell]++] = i));
  return order;
}
