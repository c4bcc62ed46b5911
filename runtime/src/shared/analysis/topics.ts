/** The table of topics: one column a group of samples, its cells the means of models. */
import type { Block } from "../blocks";
import { ABSENT, OK } from "../payload";
import { kindOf } from "../difficulty";
import type { Frame } from "../frame/frame";
import type { Matrix } from "../summary";
import { count } from "../format";
import { intervalText } from "../frame/rows";
import type { MeanScale } from "../frame/scale";
import { groupTable, type GroupCell } from "./group";
import { transposed } from "./plane";

export interface Topics {
  nx: number;
  ny: number;
  values: Float64Array;
  /** Without a score the gravest state of its samples. */
  states: Uint8Array;
  cells: GroupCell[];
}

/** Cells of the samples of each block as one, over the bands as they are drawn. */
export function topicsOf(matrix: Matrix, blocks: readonly Pick<Block, "from" | "to">[]): Topics {
  const isAcross = matrix.sampleAxis === "x";
  const [samples, models] = isAcross ? [matrix.nx, matrix.ny] : [matrix.ny, matrix.nx];
  const inRows = <P extends Float64Array | Uint8Array>(plane: P): P =>
    isAcross ? plane : transposed(plane, matrix.nx);
  const [values, states] = [inRows(matrix.values), inRows(matrix.states)];
  const table = groupTable({ values, nx: samples, ny: models }, blocks, kindOf(matrix.values, matrix.scored));
  const gravest = table.map(({ n }, i) => {
    const { from, to } = blocks[i % blocks.length];
    const start = Math.floor(i / blocks.length) * samples;
    return n ? OK : states.subarray(start + from, start + to).reduce((a, b) => Math.max(a, b), ABSENT);
  });
  const [nx, ny] = isAcross ? [blocks.length, models] : [models, blocks.length];
  const order = table.map((_, i) => (isAcross ? i : (i % nx) * blocks.length + Math.floor(i / nx)));
  return {
    nx,
    ny,
    values: Float64Array.from(order, (i) => table[i].mean ?? NaN),
    states: Uint8Array.from(order, (i) => gravest[i]),
    cells: order.map((i) => table[i]),
  };
}

/** What tips say of these cells: numbers of samples, and intervals. */
export const topicTexts = (cells: readonly GroupCell[], scale: Pick<MeanScale, "text">): [string, string[]][] => [
  ["samples", cells.map(({ n, of }) => (n === of ? count(n) : `${count(n)} of ${count(of)}`))],
  ["95 % interval", cells.map((cell) => intervalText(cell, scale))],
];

/** The frame of a table of topics: margins as ever, and above each column the mean of all. */
export function topicFrame(frame: Frame, blocks: readonly Block[], [low, high]: [number, number]): Frame {
  const found = frame.groups.samples!;
  return {
    ...frame,
    isTable: true,
    groups: frame.groups.models ? { models: frame.groups.models } : {},
    orders: { ...frame.orders, samples: found.short },
    strip: { name: "mean", shares: found.means.map((mean) => (mean - low) / (high - low)) },
    blocks: blocks.map(({ count, mean }, i) => ({ from: i, to: i + 1, kind: "topic", label: mean ?? "\u2013", count })),
  };
}
