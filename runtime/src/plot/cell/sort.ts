/** The order of bands: Plot's `sort` option for x and y, over the cells of a matrix. */
import { deviation, max, mean, median, min, mode, quantile, sum, variance } from "d3-array";
import { naturally, naturalOrder } from "../../shared/natural";
import { lowerBound } from "../../shared/rising";

/** The band of each entry, as a number. */
export type Codes = Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** One cell (or one row, where rows are drawn singly) for sorting. */
export interface Entries {
  x: Codes;
  y: Codes;
  /** Values of a channel by name: numbers, or text. */
  channel(name: string): ArrayLike<number | string | null> | null;
  /** Of a view of samples and models: what bands have by their cells. */
  means?: Record<"x" | "y", BandMeans>;
}

export interface BandMeans {
  /** Whether bands have a score. */
  isScored(band: number): boolean;
  /** What the mean of `fill` is to be, where it is not the plain one. */
  means: Float64Array | null;
}

export interface DomainSort {
  value?: string | null;
  order?: "ascending" | "descending" | null;
  reverse?: boolean;
  reduce?: string | boolean | null;
  limit?: number | [number, number] | null;
}

type Sort = DomainSort | string | null;
type Value = number | string | null | undefined;
type Reducer = (values: Value[], all: number) => Value;

const defined = (v: Value): boolean => v !== null && v !== undefined && !(typeof v === "number" && Number.isNaN(v));
const numbers = (values: Value[]): number[] =>
  values.map((v) => (defined(v) ? Number(v) : NaN)).filter((v) => !Number.isNaN(v));
const smaller = (a: Value, b: Value): number =>
  typeof a === "number" && typeof b === "number" ? a - b : naturalOrder(String(a), String(b));
const extreme = (values: Value[], sign: 1 | -1): number => {
  let best = -1;
  values.forEach((v, i) => {
    if (defined(v) && (best < 0 || sign * smaller(v, values[best]) < 0)) best = i;
  });
  return best;
};

const REDUCERS: Record<string, Reducer> = {
  identity: (v) => v[0],
  first: (v) => v[0],
  last: (v) => v[v.length - 1],
  count: (v) => v.length,
  distinct: (v) => new Set(v).size,
  sum: (v) => sum(numbers(v)),
  proportion: (v, all) => sum(numbers(v)) / all,
  "proportion-facet": (v, all) => sum(numbers(v)) / all,
  mean: (v) => mean(numbers(v)),
  median: (v) => median(numbers(v)),
  mode: (v) => mode(v.filter(defined) as Iterable<number>),
  deviation: (v) => deviation(numbers(v)),
  variance: (v) => variance(numbers(v)),
  min: (v) => (v.every((u) => !defined(u) || typeof u === "number") ? min(numbers(v)) : v[extreme(v, 1)]),
  max: (v) => (v.every((u) => !defined(u) || typeof u === "number") ? max(numbers(v)) : v[extreme(v, -1)]),
  "min-index": (v) => extreme(v, 1),
  "max-index": (v) => extreme(v, -1),
};

function reducer(name: string): Reducer {
  const percentile = /^p(\d{2})$/.exec(name);
  if (percentile) return (v) => quantile(numbers(v), Number(percentile[1]) / 100);
  const found = REDUCERS[name];
  if (!found) throw new Error(`sort: unknown reducer '${name}'`);
  return found;
}

type Pass = (codes: Codes, values: Float64Array, out: Float64Array) => void;

const addUp: Pass = (codes, values, out) => {
  for (let i = 0; i < codes.length; i++) if (values[i] === values[i]) out[codes[i]] += values[i];
};

const countEntries: Pass = (codes, _, out) => {
  for (let i = 0; i < codes.length; i++) out[codes[i]]++;
};

const countNumbers: Pass = (codes, values, out) => {
  for (let i = 0; i < codes.length; i++) if (values[i] === values[i]) out[codes[i]]++;
};

const keepLeast: Pass = (codes, values, out) => {
  for (let i = 0; i < codes.length; i++) {
    const value = values[i];
    if (value === value && !(out[codes[i]] <= value)) out[codes[i]] = value;
  }
};

const keepMost: Pass = (codes, values, out) => {
  for (let i = 0; i < codes.length; i++) {
    const value = values[i];
    if (value === value && !(out[codes[i]] >= value)) out[codes[i]] = value;
  }
};

function passed(pass: Pass, start: number, codes: Codes, bands: number, values: Float64Array): Float64Array {
  const out = new Float64Array(bands).fill(start);
  pass(codes, values, out);
  return out;
}

/** Reducers of numbers, of which NaN is none, that need no list of each band's values. */
const RUNNING: Record<string, (codes: Codes, bands: number, values: Float64Array) => Float64Array> = {
  count: (...entries) => passed(countEntries, 0, ...entries),
  sum: (...entries) => passed(addUp, 0, ...entries),
  min: (...entries) => passed(keepLeast, NaN, ...entries),
  max: (...entries) => passed(keepMost, NaN, ...entries),
  mean(...entries) {
    const numbers = passed(countNumbers, 0, ...entries);
    return passed(addUp, 0, ...entries).map((sum, band) => sum / numbers[band]);
  },
};

function grouped(codes: Codes, bands: number, values: ArrayLike<number | string | null>): Value[][] {
  const groups: Value[][] = Array.from({ length: bands }, () => []);
  for (let i = 0; i < codes.length; i++) groups[codes[i]].push(values[i]);
  return groups;
}

/** A value for each band; undefined, null and NaN are no value. */
function reducedBands(
  codes: Codes,
  bands: number,
  values: ArrayLike<number | string | null>,
  name: string,
): ArrayLike<Value> {
  if (values instanceof Float64Array && name in RUNNING) return RUNNING[name](codes, bands, values);
  const reduce = reducer(name);
  const all = name.startsWith("proportion") ? sum(numbers(Array.from(values))) : NaN;
  return grouped(codes, bands, values).map((v) => reduce(v, all));
}

/** Different numbers in rising order. */
function distinctOf(values: Float64Array): Float64Array {
  const rising = values.filter((value) => value === value).sort();
  let n = 0;
  for (let i = 0; i < rising.length; i++) if (i === 0 || rising[i] !== rising[n - 1]) rising[n++] = rising[i];
  return rising.subarray(0, n);
}

/** As `byValue`: bands are dealt out to one place for each number, which takes no comparisons of bands. */
function byNumber(values: Float64Array, natural: number[], descending: boolean): number[] {
  const rising = distinctOf(values);
  const n = rising.length;
  const place = new Uint32Array(values.length);
  const next = new Uint32Array(n + 2);
  for (let i = 0; i < values.length; i++) {
    const at = lowerBound(rising, values[i]);
    place[i] = values[i] !== values[i] ? n : descending ? n - 1 - at : at;
    next[place[i] + 1]++;
  }
  for (let k = 0; k <= n; k++) next[k + 1] += next[k];
  const order = new Array<number>(values.length).fill(0);
  for (const band of natural) order[next[place[band]]++] = band;
  return order;
}

/** Bands by their reduced values; undefined values last, equal ones in natural order of their labels. */
function byValue(values: ArrayLike<Value>, labels: string[], descending: boolean): number[] {
  const natural = naturally(labels);
  if (values instanceof Float64Array) return byNumber(values, natural, descending);
  const sign = descending ? -1 : 1;
  return natural.sort((a, b) => {
    const p = values[a];
    const q = values[b];
    if (defined(p) !== defined(q)) return defined(p) ? -1 : 1;
    return defined(p) ? sign * smaller(p, q) : 0;
  });
}

function limited(order: number[], limit: DomainSort["limit"]): number[] {
  if (limit === null || limit === undefined) return order;
  const [from, to] = Array.isArray(limit) ? limit : limit < 0 ? [limit, Infinity] : [0, limit];
  return order.slice(from, to);
}

/** Bands without a score last; the others keep their order. */
function scoredFirst(order: number[], { isScored }: BandMeans): number[] {
  const unscored = order.filter((band) => !isScored(band));
  return unscored.length ? [...order.filter(isScored), ...unscored] : order;
}

/** Indices of the bands of one axis in drawing order; `undefined`: natural order, a null value: that of the data. */
export function bandOrder(
  axis: "x" | "y",
  labels: string[],
  entries: Entries,
  given: DomainSort | undefined,
): number[] {
  const order = given === undefined ? naturally(labels) : ordered(axis, labels, entries, given);
  if (given?.reverse) order.reverse();
  return limited(entries.means ? scoredFirst(order, entries.means[axis]) : order, given?.limit);
}

function ordered(axis: "x" | "y", labels: string[], entries: Entries, given: DomainSort): number[] {
  if (given.value === null || given.value === undefined) return labels.map((_, i) => i);
  if (given.reduce === null || given.reduce === false) return naturally(labels);
  const negated = given.value.startsWith("-");
  const name = negated ? given.value.slice(1) : given.value;
  const values = entries.channel(name);
  if (!values) throw new Error(`sort: there is no channel '${name}'`);
  const reduce = given.reduce === undefined || given.reduce === true ? "max" : given.reduce;
  const means = name === "fill" && reduce === "mean" ? entries.means?.[axis].means : null;
  const reduced = means ?? reducedBands(entries[axis], labels.length, values, reduce);
  if (given.order === null) return labels.map((_, i) => i);
  return byValue(reduced, labels, given.order === undefined ? negated : given.order === "descending");
}

/** The sort of one axis, with the settings that all axes share; a sort of rows says nothing about axes. */
export function sortOf(axis: "x" | "y", sort: unknown): DomainSort | undefined {
  const { x, y, channel, ...common } = (sort ?? {}) as { x?: Sort; y?: Sort; channel?: string } & DomainSort;
  const own = axis === "x" ? x : y;
  if (channel !== undefined || own === undefined) return undefined;
  return { ...common, ...(typeof own === "string" || own === null ? { value: own } : own) };
}
