/** Sums over blocks of neighbouring cells, so that a pixel over many cells need not read each of them. */
import type { CellPlot } from "./payload";

/** For cells, blocks or pixels: the sum of values, the number (or share) of cells that have one, the states there. */
export interface Sums {
  sum: Float64Array;
  weight: Float64Array | Uint32Array;
  /** A bit for each state: 1 << state. */
  states: Uint8Array;
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

export const sumsOf = (size: number): Sums => ({
  sum: new Float64Array(size),
  weight: new Float64Array(size),
  states: new Uint8Array(size),
});

/** The axis of levels: that on which the cells are smaller. Zooming does not change which one it is. */
export const levelWay = ({ x, y }: Cells): Way => (x.step <= y.step ? "x" : "y");

function shapeOf(cells: Cells): Shape {
  const [nx, ny] = [cells.x.labels.length, cells.y.labels.length];
  return levelWay(cells) === "x" ? { outer: ny, n: nx, inner: 1 } : { outer: 1, n: ny, inner: nx };
}

function emptyLevel({ outer, n, inner }: Shape, size: number): Level {
  const count = Math.floor(n / size);
  const length = outer * count * inner;
  return {
    size,
    count,
    sum: new Float64Array(length),
    weight: new Uint32Array(length),
    states: new Uint8Array(length),
  };
}

function ofCells({ values, states }: Cells, shape: Shape): Level {
  const level = emptyLevel(shape, SMALLEST);
  const { outer, n, inner } = shape;
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < level.count * SMALLEST; k++) {
      const from = (o * n + k) * inner;
      const to = (o * level.count + Math.floor(k / SMALLEST)) * inner;
      for (let i = 0; i < inner; i++) {
        const value = values[from + i];
        level.states[to + i] |= 1 << states[from + i];
        if (value !== value) continue;
        level.sum[to + i] += value;
        level.weight[to + i]++;
      }
    }
  }
  return level;
}

function halved(fine: Level, shape: Shape): Level {
  const level = emptyLevel(shape, 2 * fine.size);
  const { outer, inner } = shape;
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < level.count * 2; k++) {
      const from = (o * fine.count + k) * inner;
      const to = (o * level.count + (k >> 1)) * inner;
      for (let i = 0; i < inner; i++) {
        level.sum[to + i] += fine.sum[from + i];
        level.weight[to + i] += fine.weight[from + i];
        level.states[to + i] |= fine.states[from + i];
      }
    }
  }
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
