/** What lies under the pixels of a raster, one line of pixels after the other, in buffers of one line. */
import { NONE, type Cover } from "./cover";
import { levelFor, levelWay, sumsOf, type Level, type Sums } from "./levels";
import type { CellPlot } from "./payload";

/** The sums under a line of pixels; valid until the next line is read. */
export type Reader = (line: number) => Sums;

function clear({ sum, weight, states }: Sums): void {
  sum.fill(0);
  weight.fill(0);
  states.fill(0);
}

function addLine(from: Sums, share: number, to: Sums): void {
  for (let p = 0; p < to.sum.length; p++) {
    to.sum[p] += share * from.sum[p];
    to.weight[p] += share * from.weight[p];
    to.states[p] |= from.states[p];
  }
}

/** Sums of a row of cells for every pixel: cells at the edges of a pixel, blocks between them. */
function squeezeRow(
  { values, states }: CellPlot,
  row: number,
  n: number,
  cover: Cover,
  level: Level | null,
  to: Sums,
): void {
  const { first, last, firstShare, lastShare } = cover;
  const start = row * n;
  const size = level?.size ?? 0;
  const blocks = level ? row * level.count : 0;
  for (let p = 0; p < to.sum.length; p++) {
    const begin = first[p];
    const end = last[p];
    let s = 0;
    let w = 0;
    let bits = 0;
    const from = level ? Math.ceil((begin + 1) / size) : 0;
    const till = level ? Math.floor(end / size) : 0;
    for (let i = begin; i <= end && i !== NONE; i++) {
      if (from < till && i === from * size) {
        for (let k = from; k < till; k++) {
          s += level!.sum[blocks + k];
          w += level!.weight[blocks + k];
          bits |= level!.states[blocks + k];
        }
        i = till * size;
      }
      const value = values[start + i];
      bits |= 1 << states[start + i];
      if (value === value) {
        const share = i === begin ? firstShare[p] : i === end ? lastShare[p] : 1;
        s += share * value;
        w += share;
      }
    }
    to.sum[p] = s;
    to.weight[p] = w;
    to.states[p] = bits;
  }
}

/** Rows are squeezed to pixels, then added. A row that fills several lines is squeezed once. */
function acrossFirst(plot: CellPlot, across: Cover, down: Cover): Reader {
  const nx = plot.x.labels.length;
  const level = levelWay(plot) === "x" ? levelFor(plot, across.perPixel) : null;
  const total = sumsOf(across.first.length);
  const row = sumsOf(across.first.length);
  let held = NONE;
  const squeezed = (j: number): Sums => {
    if (j !== held) squeezeRow(plot, j, nx, across, level, row);
    held = j;
    return row;
  };
  return (q) => {
    if (down.sharp) return squeezed(down.first[q]);
    clear(total);
    const [first, last] = [down.first[q], down.last[q]];
    for (let j = first; j <= last; j++) {
      const share = j === first ? down.firstShare[q] : j === last ? down.lastShare[q] : 1;
      addLine(squeezed(j), share, total);
    }
    return total;
  };
}

function addRow({ values, states }: CellPlot, start: number, share: number, to: Sums): void {
  for (let i = 0; i < to.sum.length; i++) {
    const value = values[start + i];
    to.states[i] |= 1 << states[start + i];
    if (value !== value) continue;
    to.sum[i] += share * value;
    to.weight[i] += share;
  }
}

function addBlocks({ sum, weight, states }: Level, start: number, to: Sums): void {
  for (let i = 0; i < to.sum.length; i++) {
    to.sum[i] += sum[start + i];
    to.weight[i] += weight[start + i];
    to.states[i] |= states[start + i];
  }
}

/** Sums for every column of cells under a line of pixels: rows at its edges, blocks of rows between them. */
function stackRows(
  plot: CellPlot,
  line: number,
  cover: Cover,
  level: Level | null,
  seen: [number, number],
  to: Sums,
): void {
  const nx = plot.x.labels.length;
  const [first, last] = [cover.first[line], cover.last[line]];
  const size = level?.size ?? 1;
  const from = level ? Math.ceil((first + 1) / size) : 0;
  const till = level ? Math.floor(last / size) : 0;
  clear(to);
  for (let j = first; j <= last; j++) {
    if (from < till && j === from * size) {
      for (let k = from; k < till; k++) addBlocks(level!, k * nx + seen[0], to);
      j = till * size;
    }
    const share = j === first ? cover.firstShare[line] : j === last ? cover.lastShare[line] : 1;
    addRow(plot, j * nx + seen[0], share, to);
  }
}

function squeezeSums(from: Sums, offset: number, { first, last, firstShare, lastShare }: Cover, to: Sums): void {
  for (let p = 0; p < to.sum.length; p++) {
    let s = 0;
    let w = 0;
    let bits = 0;
    for (let i = first[p]; i <= last[p] && i !== NONE; i++) {
      const share = i === first[p] ? firstShare[p] : i === last[p] ? lastShare[p] : 1;
      s += share * from.sum[i - offset];
      w += share * from.weight[i - offset];
      bits |= from.states[i - offset];
    }
    to.sum[p] = s;
    to.weight[p] = w;
    to.states[p] = bits;
  }
}

/** The columns in sight, from the first to the last (exclusive). */
function columnsInSight({ first, last }: Cover): [number, number] {
  const begin = first.find((i) => i !== NONE) ?? 0;
  return [begin, last.reduce((most, i) => Math.max(most, i + 1), begin)];
}

/** Rows are added, then squeezed to pixels. */
function downFirst(plot: CellPlot, across: Cover, down: Cover): Reader {
  const level = levelFor(plot, down.perPixel);
  const seen = columnsInSight(across);
  const stack = sumsOf(seen[1] - seen[0]);
  const total = sumsOf(across.first.length);
  return (q) => {
    stackRows(plot, q, down, level, seen, stack);
    squeezeSums(stack, seen[0], across, total);
    return total;
  };
}

/** Reads lines of pixels that have cells. The axis with more cells a pixel goes first, as its sums have levels. */
export const lineReader = (plot: CellPlot, across: Cover, down: Cover): Reader =>
  levelWay(plot) === "y" && !down.sharp ? downFirst(plot, across, down) : acrossFirst(plot, across, down);
