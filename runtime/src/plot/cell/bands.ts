/** The bands of an axis: what the database says of them, and those that are drawn, in their order. */
import type { BandTexts, Key } from "../axes";
import { bandOrder, type DomainSort, type Entries } from "./sort";
import { datedKeys } from "../dated";
import { textsOf } from "./texts";

/** What flechette's tables offer that is used here. */
export interface Answer {
  numRows: number;
  getChild(name: string): { toArray(): ArrayLike<unknown>; at(i: number): unknown } | null;
}

export type AxisTable = BandTexts;

const NO_KEY = "(null)";
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const [SPACE, DELETE] = [32, 127];

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

/** Texts that begin with a letter, a digit or a sign of ASCII are seen. */
const isSeen = (text: string): boolean =>
  (text.charCodeAt(0) > SPACE && text.charCodeAt(0) < DELETE) || text.trim() !== "";

/** A label that can be seen. */
const shown = (text: string | null): string => (text === null ? NO_KEY : isSeen(text) ? text : "(empty)");

/** Texts are their own labels, and the database has told them apart. */
export function axisTable(table: Answer): AxisTable {
  const keys = textsOf(table, "value");
  if (!keys) return mixedTable(table);
  return { keys, labels: keys.every(isSeen) ? keys : keys.map(shown) };
}

function mixedTable(table: Answer): AxisTable {
  const values = table.getChild("value")!;
  const texts = table.getChild("label")!;
  const used = new Set<unknown>();
  const labels = Array.from({ length: table.numRows }, (_, i) => shown(texts.at(i) as string | null));
  const keys = labels.map((label, i) => unusedKey(keyOf(values.at(i), label), used));
  return { keys, labels: timesIn(keys, labels) };
}

const MIDNIGHT = /( 00:00)?:00$/;

/** Labels of moments: those of midnights without a time, and none with seconds where all are whole minutes. */
function timesIn(keys: Key[], labels: string[]): string[] {
  const dates = keys.filter((key) => key instanceof Date);
  if (!dates.length) return labels;
  const areMinutes = dates.every((date) => date.getTime() % MINUTE === 0);
  const own = (date: Date, label: string): string =>
    areMinutes || date.getTime() % DAY === 0 ? label.replace(MIDNIGHT, "") : label;
  return labels.map((label, i) => (keys[i] instanceof Date ? own(keys[i], label) : label));
}

/** The caller's categories, each once, with their numbers in the data; -1 for those that it lacks. */
function chosenBands(domain: Key[], { keys, labels }: AxisTable): { table: AxisTable; codes: number[] } {
  const known = new Map(
    keys.flatMap((key, i) => [
      [String(key), i],
      [String(key.valueOf()), i],
    ]),
  );
  const chosen = new Map(datedKeys(domain, keys).map((key) => [String(key), key]));
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
  const ordered = codes.map((code) => labels[code]);
  return { table: { keys: keys === labels ? ordered : codes.map((code) => keys[code]), labels: ordered }, codes };
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
  if (reverse)
    new Set<unknown[]>([bands.codes, bands.table.keys, bands.table.labels]).forEach((list) => list.reverse());
  return bands;
}
