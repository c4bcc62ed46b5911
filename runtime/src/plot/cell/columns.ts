/** The answer to the question of a cell mark: packed columns, an entry for each cell. */
import { OK, STATE_NAMES, UNSCORED, type Counts, type StateName } from "../../shared/payload";
import type { AxisTable, Answer } from "./bands";
import { STATES, type Bounds } from "./question";
import { difficulties, kindOf, reaching } from "../../shared/difficulty";
import { additiveMeans, filled, listedCells, plainMeans, snapped, type Means } from "../../shared/statistics/additive";
import type { BandMeans, Codes, Entries } from "./sort";

export interface Columns {
  xi: Codes;
  yi: Codes;
  v: Float64Array;
  /** Rows of a cell; null where each cell is a row. */
  n: Counts | null;
  /** Rows with a score. */
  scored: Counts;
  /** Rows in each state that there can be, the gravest first. */
  states: { name: Exclude<StateName, "ok">; state: number; counts: Counts }[];
  /** Rows without a score that are in none of these. Null where there cannot be one. */
  unscored: Counts | null;
  channels: (string | null)[][];
}

const largest = (counts: ArrayLike<unknown>): number => {
  let most = 0;
  for (let i = 0; i < counts.length; i++) most = Math.max(most, Number(counts[i]));
  return most;
};

/** Bounds that the tables of both axes set. */
export function boundsOf(x: Answer, y: Answer): Bounds {
  const [inColumn, inRow] = [x, y].map((table) => largest(table.getChild("n")!.toArray()));
  return { x: x.numRows, y: y.numRows, rows: Math.min(inColumn, inRow) };
}

export function columnsOf(table: Answer, channels: number): Columns {
  const optional = <T>(name: string): T | null => (table.getChild(name)?.toArray() ?? null) as T | null;
  const column = <T>(name: string): T => optional<T>(name)!;
  return {
    xi: column("xi"),
    yi: column("yi"),
    v: column("v"),
    n: optional("n"),
    scored: column("scored"),
    states: STATES.flatMap(([column, name]) => {
      const counts = optional<Counts>(column);
      return counts ? [{ name, state: STATE_NAMES.indexOf(name), counts }] : [];
    }),
    unscored: optional("unscored"),
    channels: Array.from(
      { length: channels },
      (_, k) => Array.from(table.getChild(`c${k}`)!.toArray()) as (string | null)[],
    ),
  };
}

const numeric = (texts: (string | null)[]): (number | string | null)[] =>
  texts.every((t) => t === null || (t !== "" && Number.isFinite(Number(t))))
    ? texts.map((t) => (t === null ? null : Number(t)))
    : texts;

/** NaN for what is not finite. */
const finite = (values: Float64Array): Float64Array => {
  for (let i = 0; i < values.length; i++)
    if (Math.abs(values[i]) === Infinity) return values.map((v) => (Number.isFinite(v) ? v : NaN));
  return values;
};

/** A view of samples and models: whether their means are the least-squares ones. */
export interface View {
  order: "adjusted" | "given";
  sampleAxis: "x" | "y";
  /** The least value that solves a sample, where the caller chose one. */
  threshold?: number;
}

function bandMeans(
  { xi, yi, v, n, scored }: Columns,
  size: [number, number],
  { order, sampleAxis, threshold }: View,
): Record<"x" | "y", BandMeans> {
  const values = finite(v);
  const fit = (of: Float64Array): [Means, Means] =>
    (order === "adjusted" ? additiveMeans : plainMeans)(listedCells(xi, yi, of, size));
  const [x, y] = fit(values);
  const [samples, models] = sampleAxis === "x" ? [x, y] : [y, x];
  const isScored =
    ({ n: cells }: Means) =>
    (band: number): boolean =>
      cells[band] > 0;
  const hard = (): Float64Array => {
    if (threshold === undefined)
      return kindOf(values, n === null ? undefined : scored).isBinary
        ? difficultiesOf(samples, models)
        : snapped(samples.adjusted);
    const shares = fit(reaching(values, threshold))[sampleAxis === "x" ? 0 : 1];
    return withTies(difficultiesOf(shares, models), samples.adjusted);
  };
  const means = (own: Means): Float64Array | null =>
    order === "given" ? null : own === samples ? hard() : snapped(own.adjusted);
  return { x: { isScored: isScored(x), means: means(x) }, y: { isScored: isScored(y), means: means(y) } };
}

const difficultiesOf = ({ mean, adjusted }: Means, models: Means): Float64Array =>
  difficulties(mean, snapped(adjusted), filled(models));

/** Values of which equal ones stand in the order of others. */
function withTies(values: Float64Array, others: Float64Array): Float64Array {
  const least = 1e-6 / (others.reduce((most, v) => Math.max(most, Math.abs(v) || 0), 0) || 1);
  return values.map((value, i) => value + least * others[i]);
}

/** What `sort` may name: fill, x, y, and the extra channels. `view`: what the bands stand for. */
export function sortable(
  columns: Columns,
  x: AxisTable,
  y: AxisTable,
  channelNames: string[],
  view: View | null,
): Entries {
  return {
    x: columns.xi,
    y: columns.yi,
    ...(view ? { means: bandMeans(columns, [x.labels.length, y.labels.length], view) } : {}),
    channel(name) {
      if (name === "fill") return columns.v;
      if (name === "x") return Array.from(columns.xi, (i) => x.labels[i]);
      if (name === "y") return Array.from(columns.yi, (i) => y.labels[i]);
      const k = channelNames.indexOf(name);
      return k < 0 ? null : numeric(columns.channels[k]);
    },
  };
}

/** Rows without a score that are in no other state. Without conditions for any, all that have no score. */
export const unscoredOf = (c: Columns, i: number): number =>
  c.unscored !== null ? c.unscored[i] : (c.n === null ? 1 : c.n[i]) - c.scored[i];

export function stateOf(c: Columns, i: number): number {
  for (const { state, counts } of c.states) if (counts[i] > 0) return state;
  return unscoredOf(c, i) > 0 || !Number.isFinite(c.v[i]) ? UNSCORED : OK;
}
