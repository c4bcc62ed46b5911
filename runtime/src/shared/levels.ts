/** Sums over blocks of neighbouring cells, so that a pixel over many cells need not read each of them. */
import { KINDS, kinds } from "./ink";
import type { CellPlot, Counts } from "./payload";

/** For cells, blocks or pixels: the sum of values, the number (or share) of cells that have one, and of those that have
 * a sign. */
export interface Sums {
  sum: Float64Array;
  weight: Float64Array | Counts;
  /** Cells with each kind of sign; the last plane is of those without one, and not kept. */
  signs: (Float64Array | Counts | null)[];
}

/** Whole blocks of `size` cells along one axis, in the order of the cells. */
export interface Level extends Sums {
  size: number;
  /** Blocks along the axis. */
  count: number;
}

export type Way = "x" | "y";

type Cells = Pick<CellPlot, "values" | "states"> & { x: CellPlot["x"]; y: CellPlot["y"] };

/** Cells as lines along an axis: `outer` groups of `n` cells, neighbours `inner` apart. */
interface Shape {
  outer: number;
  n: number;
  inner: number;
}

/** Cells of the smallest block. */
const SMALLEST = 4;

/** Kinds of signs that occur in a plane of states. */
const occurring = new WeakMap<Uint8Array, number[]>();

export function kindsIn({ states }: Pick<CellPlot, "states">): number[] {
  let found = occurring.get(states);
  if (found) return found;
  let bits = 0;
  for (let i = 0; i < states.length; i++) bits |= 1 << kinds[states[i]];
  found = Array.from({ length: KINDS }, (_, kind) => kind).filter((kind) => bits & (1 << kind));
  occurring.set(states, found);
  return found;
}

/** Empty sums of so many pixels, blocks or cells, with planes for these kinds of signs. */
export function sumsOf(size: number, among: readonly number[]): Sums {
  const signs = new Array<Float64Array | null>(KINDS).fill(null);
  for (const kind of among) signs[kind] = new Float64Array(size);
  return { sum: new Float64Array(size), weight: new Float64Array(size), signs };
}

/** The axis of levels: that on which the cells are smaller. Zooming does not change which one it is. */
export const levelWay = ({ x, y }: Cells): Way => (x.step <= y.step ? "x" : "y");

function shapeOf(cells: Cells): Shape {
  const [nx, ny] = [cells.x.labels.length, cells.y.labels.length];
  return levelWay(cells) === "x" ? { outer: ny, n: nx, inner: 1 } : { outer: 1, n: ny, inner: nx };
}

function emptyLevel({ outer, n, inner }: Shape, size: number, among: readonly number[]): Level {
  const count = Math.floor(n / size);
  const length = outer * count * inner;
  const Plane = size < 2 ** 8 ? Uint8Array : size < 2 ** 16 ? Uint16Array : Uint32Array;
  const signs = new Array<Counts | null>(KINDS).fill(null);
  for (const kind of among) signs[kind] = new Plane(length);
  return { size, count, sum: new Float64Array(length), weight: new Plane(length), signs };
}

function ofCells(cells: Cells, shape: Shape): Level {
  const { values, states } = cells;
  const level = emptyLevel(shape, SMALLEST, kindsIn(cells));
  const { outer, n, inner } = shape;
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < level.count * SMALLEST; k++) {
      const from = (o * n + k) * inner;
      const to = (o * level.count + Math.floor(k / SMALLEST)) * inner;
      for (let i = 0; i < inner; i++) {
        const value = values[from + i];
        const kind = kinds[states[from + i]];
        if (kind < KINDS) level.signs[kind]![to + i]++;
        if (value !== value) continue;
        level.sum[to + i] += value;
        level.weight[to + i]++;
      }
    }
  }
  return level;
}

/** Adds up pairs of blocks. */
function pairUp(from: Sums["weight"], to: Sums["weight"], fine: number, coarse: number, { outer, inner }: Shape): void {
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < coarse * 2; k++) {
      const a = (o * fine + k) * inner;
      const b = (o * coarse + (k >> 1)) * inner;
      for (let i = 0; i < inner; i++) to[b + i] += from[a + i];
    }
  }
}

function halved(fine: Level, shape: Shape): Level {
  const among = fine.signs.flatMap((plane, kind) => (plane ? [kind] : []));
  const level = emptyLevel(shape, 2 * fine.size, among);
  const pair = (from: Sums["weight"], to: Sums["weight"]): void => pairUp(from, to, fine.count, level.count, shape);
  pair(fine.sum, level.sum);
  pair(fine.weight, level.weight);
  for (const kind of among) pair(fine.signs[kind]!, level.signs[kind]!);
  return level;
}

/** Levels of each plane of values, from the finest on. */
const made = new WeakMap<Float64Array, Level[]>();

function level(cells: Cells, number: number): Level {
  const levels = made.get(cells.values) ?? [];
  made.set(cells.values, levels);
  const shape = shapeOf(cells);
  for (let k = levels.length; k <= number; k++) levels.push(k ? halved(levels[k - 1], shape) : ofCells(cells, shape));
  return levels[number];
}

/** The level that takes fewest reads for pixels over so many cells: blocks of the square root. Null: all are read. */
export function levelFor(cells: Cells, perPixel: number): Level | null {
  const number = Math.floor(Math.log2(perPixel) / 2 - Math.log2(SMALLEST) + 1e-9);
  return number >= 0 ? level(cells, number) : null;
}
