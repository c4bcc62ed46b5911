/** Samples and models in groups by the values of columns: blocks of an axis, and means of groups by model. */
import { frequent, type Attribute } from "../attributes";
import type { Block } from "../blocks";
import type { Kind } from "../difficulty";
import { brief, count } from "../format";
import { intervalOf, type ModelSummary } from "../summary";
import type { Plane } from "./plane";

/** So many groups stand apart; further ones are taken together. */
export const MOST_GROUPS = 30;

/** The group of each band, and what groups are called, in the order of their values. */
export interface Groups {
  labels: string[];
  codes: Int32Array;
}

type Columns = readonly Pick<Attribute, "labels" | "codes">[];

/** Two columns as one, whose values are those pairs that occur, in order. */
function paired(outer: Groups, { labels, codes }: Groups): Groups {
  const keys = Float64Array.from(codes, (code, i) => outer.codes[i] * labels.length + code);
  const known = [...new Set(keys)].sort((a, b) => a - b);
  const numbers = new Map(known.map((key, group) => [key, group]));
  const labelOf = (key: number): string =>
    `${outer.labels[Math.floor(key / labels.length)]} / ${labels[key % labels.length]}`;
  return { labels: known.map(labelOf), codes: Int32Array.from(keys, (key) => numbers.get(key)!) };
}

/** The largest groups, of equal ones the first; those that are left are the last one together. */
function largest(groups: Groups, most: number): Groups {
  const { labels, codes } = groups;
  if (labels.length <= most) return groups;
  const kept = frequent(codes, labels.length, most);
  const place = new Map(kept.map((group, i) => [group, i]));
  return {
    labels: [...kept.map((group) => labels[group]), `other (${count(labels.length - most)} values)`],
    codes: codes.map((group) => place.get(group) ?? most),
  };
}

/** Groups by one column, or by several as one. Columns of the same bands, the outer first. */
export const groupsOf = (columns: Columns, most = MOST_GROUPS): Groups =>
  largest(columns.map(({ labels, codes }): Groups => ({ labels, codes: Int32Array.from(codes) })).reduce(paired), most);

/** Bands in an order, by their groups. */
export interface Grouped {
  order: number[];
  /** Numbers of the groups, and the bands that they end before. */
  parts: { group: number; from: number; to: number }[];
}

/** Bands of an order in their groups, which come in the order of `by`: rising, those without a number last, or, where
 * that is null, in that of their values. Within a group they stand as they did. */
export function inGroups(order: readonly number[], { labels, codes }: Groups, by: Float64Array | null): Grouped {
  const members: number[][] = labels.map(() => []);
  for (const band of order) members[codes[band]].push(band);
  const rank = (group: number): number => (by === null ? group : by[group] === by[group] ? by[group] : Infinity);
  const groups = [...labels.keys()].filter((group) => members[group].length);
  groups.sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)));
  let from = 0;
  const parts = groups.map((group) => ({ group, from, to: (from += members[group].length) }));
  return { order: groups.flatMap((group) => members[group]), parts };
}

/** Mean of all scores of the cells of each group of samples or of models; NaN for none. */
export function meansOf({ values, nx, ny }: Plane, { labels, codes }: Groups, of: Attribute["of"]): Float64Array {
  const [sum, n] = [new Float64Array(labels.length), new Uint32Array(labels.length)];
  for (let y = 0, i = 0; y < ny; y++)
    for (let x = 0; x < nx; x++, i++) {
      if (values[i] !== values[i]) continue;
      const group = codes[of === "samples" ? x : y];
      sum[group] += values[i];
      n[group]++;
    }
  return sum.map((total, group) => total / n[group]);
}

/** A mean in a few letters: of shares as a percentage. */
export function meanText(mean: number, isShare: boolean): string {
  if (mean !== mean) return "";
  if (!isShare) return brief(mean);
  const percent = Math.min(mean < 1 ? 99 : 100, Math.max(mean > 0 ? 1 : 0, Math.round(100 * mean)));
  return `${percent} %`;
}

/** Blocks of bands that stand in groups. */
export const groupBlocks = (
  parts: Grouped["parts"],
  labels: string[],
  means: Float64Array,
  isShare: boolean,
): Block[] =>
  parts.map(({ group, from, to }) => {
    const mean = meanText(means[group], isShare);
    return { from, to, kind: "group", label: labels[group], count: to - from, ...(mean && { mean }) };
  });

/** A group of samples of a model: the mean of `n` scores `of` so many samples, with its 95 % interval. */
export type GroupCell = Pick<ModelSummary, "mean" | "low" | "high" | "method" | "n" | "of">;

/** The topic table: for each model and stretch of samples its mean, with the interval that the margin has; row by row.
 * `kind`: what all scores are like. */
export function groupTable(
  { values, nx, ny }: Pick<Plane, "values" | "nx" | "ny">,
  parts: readonly { from: number; to: number }[],
  kind: Kind,
): GroupCell[] {
  const cellOf = (y: number, from: number, to: number): GroupCell => {
    const own = values.subarray(y * nx + from, y * nx + to).filter((value) => value === value);
    const mean = own.reduce((a, b) => a + b, 0) / own.length;
    const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const interval = intervalOf(mean, own.length, squares, kind);
    return { mean: own.length ? mean : null, ...interval, n: own.length, of: to - from };
  };
  return Array.from({ length: ny }, (_, y) => parts.map(({ from, to }) => cellOf(y, from, to))).flat();
}
