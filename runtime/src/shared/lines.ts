/** What lies under the pixels of a raster, one line of pixels after the other, in buffers of one line. */
import { NONE, type Cover } from "./cover";
import { KINDS, kinds } from "./ink";
import { kindsIn, levelFor, levelWay, sumsOf, type Level, type Sums } from "./levels";
import type { CellPlot } from "./payload";

/** The sums under a line of pixels; valid until the next line is read. */
export type Reader = (line: number) => Sums;

function clear({ sum, weight, signs }: Sums): void {
  sum.fill(0);
  weight.fill(0);
  for (const plane of signs) plane?.fill(0);
}

/** Adds a stretch of numbers, each with this share. */
function addTo(to: Sums["weight"], from: Sums["weight"], start: number, share: number): void {
  for (let i = 0; i < to.length; i++) to[i] += share * from[start + i];
}

function addSums(from: Sums, start: number, share: number, to: Sums): void {
  addTo(to.sum, from.sum, start, share);
  addTo(to.weight, from.weight, start, share);
  from.signs.forEach((plane, kind) => plane && addTo(to.signs[kind]!, plane, start, share));
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
  clear(to);
  for (let p = 0; p < to.sum.length; p++) {
    const begin = first[p];
    const end = last[p];
    let s = 0;
    let w = 0;
    const from = level ? Math.ceil((begin + 1) / size) : 0;
    const till = level ? Math.floor(end / size) : 0;
    for (let i = begin; i <= end && i !== NONE; i++) {
      if (from < till && i === from * size) {
        for (let k = from; k < till; k++) {
          s += level!.sum[blocks + k];
          w += level!.weight[blocks + k];
        }
        i = till * size;
      }
      const value = values[start + i];
      const kind = kinds[states[start + i]];
      const share = i === begin ? firstShare[p] : i === end ? lastShare[p] : 1;
      if (kind < KINDS) to.signs[kind]![p] += share;
      if (value === value) {
        s += share * value;
        w += share;
      }
    }
    to.sum[p] = s;
    to.weight[p] = w;
    if (from < till) addBlocksOf(level!, blocks + from, blocks + till, to, p);
  }
}

/** Adds the signs of a stretch of blocks to those of a pixel. */
function addBlocksOf({ signs }: Level, from: number, till: number, to: Sums, p: number): void {
  for (let kind = 0; kind < KINDS; kind++) {
    const plane = signs[kind];
    if (plane === null) continue;
    let n = 0;
    for (let k = from; k < till; k++) n += plane[k];
    to.signs[kind]![p] += n;
  }
}

/** Rows are squeezed to pixels, then added. A row that fills several lines is squeezed once. */
function acrossFirst(plot: CellPlot, across: Cover, down: Cover): Reader {
  const nx = plot.x.labels.length;
  const level = levelWay(plot) === "x" ? levelFor(plot, across.perPixel) : null;
  const total = sumsOf(across.first.length, kindsIn(plot));
  const row = sumsOf(across.first.length, kindsIn(plot));
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
      addSums(squeezed(j), 0, share, total);
    }
    return total;
  };
}

function addRow({ values, states }: CellPlot, start: number, share: number, to: Sums): void {
  for (let i = 0; i < to.sum.length; i++) {
    const value = values[start + i];
    const kind = kinds[states[start + i]];
    if (kind < KINDS) to.signs[kind]![i] += share;
    if (value !== value) continue;
    to.sum[i] += share * value;
    to.weight[i] += share;
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
      for (let k = from; k < till; k++) addSums(level!, k * nx + seen[0], 1, to);
      j = till * size;
    }
    const share = j === first ? cover.firstShare[line] : j === last ? cover.lastShare[line] : 1;
    addRow(plot, j * nx + seen[0], share, to);
  }
}

/** A plane of columns of cells, squeezed to pixels. */
function squeeze(from: Sums["weight"], offset: number, cover: Cover, to: Sums["weight"]): void {
  const { first, last, firstShare, lastShare } = cover;
  for (let p = 0; p < to.length; p++) {
    let s = 0;
    for (let i = first[p]; i <= last[p] && i !== NONE; i++) {
      const share = i === first[p] ? firstShare[p] : i === last[p] ? lastShare[p] : 1;
      s += share * from[i - offset];
    }
    to[p] = s;
  }
}

function squeezeSums(from: Sums, offset: number, cover: Cover, to: Sums): void {
  squeeze(from.sum, offset, cover, to.sum);
  squeeze(from.weight, offset, cover, to.weight);
  from.signs.forEach((plane, kind) => plane && squeeze(plane, offset, cover, to.signs[kind]!));
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
  const stack = sumsOf(seen[1] - seen[0], kindsIn(plot));
  const total = sumsOf(across.first.length, kindsIn(plot));
  return (q) => {
    stackRows(plot, q, down, level, seen, stack);
    squeezeSums(stack, seen[0], across, total);
    return total;
  };
}

/** Reads lines of pixels that have cells. The axis with more cells a pixel goes first, as its sums have levels. */
export const lineReader = (plot: CellPlot, across: Cover, down: Cover): Reader =>
  levelWay(plot) === "y" && !down.sharp ? downFirst(plot, across, down) : acrossFirst(plot, across, down);
