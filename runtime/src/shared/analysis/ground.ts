/** What orders and comparisons are made of, and the part of it that is kept. */
import type { Attribute } from "../attributes";
import type { Kind } from "../difficulty";
import { reaching } from "../difficulty";
import type { KeepNotes } from "../sidecar";
import { additiveMeans } from "../statistics/additive";
import { planeCells } from "../statistics/cells";
import { hardness } from "./hardness";
import type { Epochs, Fit, Plane } from "./plane";

/** Models in rows and samples in columns, as they would stand. */
export interface Ground {
  plane: Plane;
  fit: Fit;
  kind: Kind;
  /** The least value that solves a sample, where the caller chose one. */
  reached: number | null;
  /** What scores were subtracted from, as lower ones are better; null where they are as they came. */
  turn: number | null;
  names: { samples: string[]; models: string[] };
  /** Columns with values of the bands, by which these can stand in groups. */
  attributes: readonly Attribute[];
}

/** The additive fit of a plane. */
export function fitOfPlane(values: Float64Array, nx: number, ny: number): Fit {
  const [models, samples] = additiveMeans(planeCells(values, nx, ny));
  return { models, samples };
}

/** How hard samples are, by which they stand in order of it. */
export function hardnessOf({ plane: { values, nx, ny }, fit, kind, reached }: Ground): Float64Array {
  const shares = reached === null ? null : fitOfPlane(reaching(values, reached), nx, ny).samples;
  return hardness(kind, fit.samples, fit.models, shares);
}

/** Rows and columns of a plane, picked by their numbers. */
export function pickedPlane<P extends { [at: number]: number; length: number }>(
  plane: P,
  nx: number,
  columns: readonly number[],
  rows: readonly number[],
): P {
  const out = new (plane.constructor as new (size: number) => P)(columns.length * rows.length);
  let i = 0;
  for (const row of rows) {
    const start = row * nx;
    for (const column of columns) out[i++] = plane[start + column];
  }
  return out;
}

/** Items by their numbers. */
export const pick = <T>(items: readonly T[], numbers: readonly number[]): T[] => numbers.map((i) => items[i]);

/** Codes of other bands. */
export const pickedCodes = (codes: Attribute["codes"], numbers: readonly number[]): Attribute["codes"] =>
  (codes.constructor as Uint32ArrayConstructor).from(numbers, (i) => codes[i]);

/** The numbers of those labels that are kept; all of them where nothing says which. */
function keptNumbers(labels: readonly string[], keep: readonly string[] | undefined): number[] {
  if (!keep) return [...labels.keys()];
  const wanted = new Set(keep);
  return [...labels.keys()].filter((i) => wanted.has(labels[i]));
}

/** A ground without what is left out, and the numbers of what is kept. */
export interface Kept {
  ground: Ground;
  samples: number[];
  models: number[];
}

/** The part of a ground that is kept: its fit is that of what is left. */
export function keptOf(all: Ground, keep: KeepNotes): Kept {
  const { plane, kind, reached, turn, names, attributes } = all;
  const samples = keptNumbers(names.samples, keep.samples);
  const models = keptNumbers(names.models, keep.models);
  const part = <P extends Float64Array>(values: P): P => pickedPlane(values, plane.nx, samples, models);
  const epochs: Epochs | null = plane.epochs && { low: part(plane.epochs.low), high: part(plane.epochs.high) };
  const values = part(plane.values);
  const [nx, ny] = [samples.length, models.length];
  const fit = fitOfPlane(values, nx, ny);
  const left = { samples: pick(names.samples, samples), models: pick(names.models, models) };
  const numbers = { samples, models };
  const own = attributes.map((known) => ({ ...known, codes: pickedCodes(known.codes, numbers[known.of]) }));
  const ground = { plane: { values, epochs, nx, ny }, fit, kind, reached, turn, names: left, attributes: own };
  return { ground, samples, models };
}
