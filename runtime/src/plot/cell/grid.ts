/** Columns of an answer, laid out as planes of a matrix in drawing order. */
import { ABSENT, ERROR, LIMIT, OK, UNSCORED, type StateCounts } from "../../shared/payload";
import type { Key } from "../axes";
import { bandOrder, type DomainSort, type Entries } from "./sort";

/** What flechette's tables offer that is used here. */
export interface Table {
  numRows: number;
  getChild(name: string): { toArray(): ArrayLike<unknown>; at(i: number): unknown } | null;
}

export interface AxisTable {
  keys: Key[];
  labels: string[];
}

export interface Columns {
  xi: Int32Array;
  yi: Int32Array;
  v: Float64Array;
  n: Int32Array;
  scored: Int32Array;
  errors: Int32Array;
  limits: Int32Array;
  unscored: Int32Array;
  channels: (string | null)[][];
}

/** Planes of the cells that are drawn, row by row. */
export interface Grid {
  nx: number;
  ny: number;
  values: Float64Array;
  states: Uint8Array;
  rows: Uint32Array;
  scored: Uint32Array;
  errors: Uint32Array;
  limits: Uint32Array;
  counts: StateCounts;
  texts: string[][];
  /** Rows that lie under another row of the same cell. */
  hidden: number;
  /** Index in the grid of band codes, or -1 for bands that are not drawn. */
  at(xi: number, yi: number): number;
}

const MOST_CELLS = 50_000_000;
const NO_KEY = "(null)";

function unusedKey(key: Key, used: Set<unknown>): Key {
  let free = key;
  while (used.has(free.valueOf())) free = `${String(free)}\u200b`;
  used.add(free.valueOf());
  return free;
}

function keyOf(value: unknown, label: string): Key {
  if (typeof value === "string" || typeof value === "boolean" || value instanceof Date) return value;
  return typeof value === "number" && Number.isFinite(value) ? value : label;
}

/** A label that can be seen. */
const shown = (text: string | null): string => (text === null ? NO_KEY : text.trim() === "" ? "(empty)" : text);

export function axisTable(table: Table): AxisTable {
  const values = table.getChild("value")!;
  const texts = table.getChild("label")!;
  const used = new Set<unknown>();
  const labels = Array.from({ length: table.numRows }, (_, i) => shown(texts.at(i) as string | null));
  return { keys: labels.map((label, i) => unusedKey(keyOf(values.at(i), label), used)), labels };
}

export function columnsOf(table: Table, channels: number): Columns {
  const column = <T>(name: string): T => table.getChild(name)!.toArray() as unknown as T;
  return {
    xi: column("xi"),
    yi: column("yi"),
    v: column("v"),
    n: column("n"),
    scored: column("scored"),
    errors: column("errors"),
    limits: column("limits"),
    unscored: column("unscored"),
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

/** What `sort` may name: fill, x, y, and the extra channels. */
export function sortable(columns: Columns, x: AxisTable, y: AxisTable, channelNames: string[]): Entries {
  return {
    x: columns.xi,
    y: columns.yi,
    channel(name) {
      if (name === "fill") return columns.v;
      if (name === "x") return Array.from(columns.xi, (i) => x.labels[i]);
      if (name === "y") return Array.from(columns.yi, (i) => y.labels[i]);
      const k = channelNames.indexOf(name);
      return k < 0 ? null : numeric(columns.channels[k]);
    },
  };
}

/** The caller's categories, each once, with their numbers in the data; -1 for those that it lacks. */
function chosenBands(domain: Key[], { keys, labels }: AxisTable): { table: AxisTable; codes: number[] } {
  const known = new Map(
    keys.flatMap((key, i) => [
      [String(key), i],
      [String(key.valueOf()), i],
    ]),
  );
  const chosen = new Map(domain.map((key) => [String(key), key]));
  const codes = Array.from(chosen.values(), (key) => known.get(String(key)) ?? known.get(String(key.valueOf())) ?? -1);
  const own = Array.from(chosen.values(), (key, i) => (codes[i] < 0 ? key : keys[codes[i]]));
  return { table: { keys: own, labels: codes.map((code, i) => (code < 0 ? String(own[i]) : labels[code])) }, codes };
}

function sortedBands(
  axis: "x" | "y",
  { keys, labels }: AxisTable,
  entries: Entries,
  sort: DomainSort | undefined,
): { table: AxisTable; codes: number[] } {
  const codes = bandOrder(axis, labels, entries, sort);
  return { table: { keys: codes.map((code) => keys[code]), labels: codes.map((code) => labels[code]) }, codes };
}

/** Bands in drawing order: the caller's domain, or the sort, or natural order. */
export function drawnBands(
  axis: "x" | "y",
  table: AxisTable,
  entries: Entries,
  sort: DomainSort | undefined,
  domain: unknown,
  reverse: boolean,
): { table: AxisTable; codes: number[] } {
  const bands = Array.isArray(domain) ? chosenBands(domain as Key[], table) : sortedBands(axis, table, entries, sort);
  if (reverse) [bands.codes, bands.table.keys, bands.table.labels].forEach((list) => list.reverse());
  return bands;
}

function places(codes: number[], size: number): Int32Array {
  const place = new Int32Array(size).fill(-1);
  codes.forEach((code, i) => {
    if (code >= 0) place[code] = i;
  });
  return place;
}

function stateOf(c: Columns, i: number): number {
  if (c.errors[i] > 0) return ERROR;
  if (c.limits[i] > 0) return LIMIT;
  return c.unscored[i] > 0 || !Number.isFinite(c.v[i]) ? UNSCORED : OK;
}

export function gridOf(c: Columns, xCodes: number[], yCodes: number[], xs: number, ys: number): Grid {
  const nx = xCodes.length;
  const ny = yCodes.length;
  const size = nx * ny;
  if (size > MOST_CELLS)
    throw new Error(
      `cell: ${nx} x ${ny} bands make more than ${MOST_CELLS} cells; use sort's limit or filter the data`,
    );
  const px = places(xCodes, xs);
  const py = places(yCodes, ys);
  const plane = (): Uint32Array => new Uint32Array(size);
  const grid = {
    nx,
    ny,
    values: new Float64Array(size).fill(NaN),
    states: new Uint8Array(size).fill(ABSENT),
    rows: plane(),
    scored: plane(),
    errors: plane(),
    limits: plane(),
  };
  const texts = c.channels.map(() => new Array<string>(size).fill(""));
  const counts = { absent: size, unscored: 0, limit: 0, error: 0 };
  let hidden = 0;
  for (let i = 0; i < c.v.length; i++) {
    const x = px[c.xi[i]];
    const y = py[c.yi[i]];
    if (x < 0 || y < 0) continue;
    const at = y * nx + x;
    if (grid.states[at] !== ABSENT) hidden++;
    else counts.absent--;
    counts.error += c.errors[i];
    counts.limit += c.limits[i];
    counts.unscored += c.unscored[i];
    grid.values[at] = Number.isFinite(c.v[i]) ? c.v[i] : NaN;
    grid.states[at] = stateOf(c, i);
    grid.rows[at] = c.n[i];
    grid.scored[at] = c.scored[i];
    grid.errors[at] = c.errors[i];
    grid.limits[at] = c.limits[i];
    for (let k = 0; k < texts.length; k++) texts[k][at] = c.channels[k][i] ?? "";
  }
  const at = (xi: number, yi: number): number => (px[xi] < 0 || py[yi] < 0 ? -1 : py[yi] * nx + px[xi]);
  return { ...grid, counts, texts, hidden, at };
}

/** Smallest and largest finite value, or null where there is none. */
export function extentOfValues(values: Float64Array): [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const v of values) {
    if (v < low) low = v;
    if (v > high) high = v;
  }
  return low <= high ? [low, high] : null;
}

/** [0, 1] for values inside it; their extent otherwise; a constant reaches to zero. */
export function colorDomain(extent: [number, number] | null): [number, number] {
  if (extent === null) return [0, 1];
  const [low, high] = extent;
  if (low >= 0 && high <= 1) return [0, 1];
  if (low < high) return [low, high];
  return low < 0 ? [low, 0] : [0, high];
}
