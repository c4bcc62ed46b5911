/** Two models against each other: their samples in blocks by who does better, and the finding in words. */
import { counted, exact } from "../format";
import { fixed } from "../finding";
import type { Comparison } from "../statistics/paired";
import { contestOf, type Contest } from "./pairs";
import { rowOf, type Plane } from "./plane";

/** `other`: samples that one of the two, or both, have no score of. */
export type Side = "first" | "both" | "alike" | "neither" | "second" | "other";

export interface Part {
  side: Side;
  /** Columns of the plane [from, to) in the new order. */
  from: number;
  to: number;
}

export interface Versus extends Contest {
  /** Columns of the plane: the first better, both, neither, the second better, not compared. */
  order: number[];
  parts: Part[];
}

const SIDES: Side[] = ["first", "both", "alike", "neither", "second", "other"];

function sideOf(a: number, b: number, threshold: number | null): Side {
  if (a !== a || b !== b) return "other";
  if (a !== b) return a > b ? "first" : "second";
  return threshold === null ? "alike" : a >= threshold ? "both" : "neither";
}

/** Rows `first` and `second` of a plane. `isExact`: single scores of 0 or 1. Within a part the greatest differences
 * stand outside, and equal ones as in the plane. */
export function versus(
  plane: Plane,
  first: number,
  second: number,
  threshold: number | null,
  isExact: boolean,
): Versus {
  const [a, b] = [rowOf(plane, first), rowOf(plane, second)];
  const columns: Record<Side, number[]> = { first: [], both: [], alike: [], neither: [], second: [], other: [] };
  for (let x = 0; x < a.length; x++) columns[sideOf(a[x], b[x], threshold)].push(x);
  const byDifference = (x: number, y: number): number => b[x] - a[x] - (b[y] - a[y]) || x - y;
  columns.first.sort(byDifference);
  columns.second.sort(byDifference);
  for (const side of ["both", "alike", "neither"] as const) columns[side].sort((x, y) => a[y] - a[x] || x - y);
  const parts: Part[] = [];
  const order: number[] = [];
  for (const side of SIDES) {
    if (!columns[side].length) continue;
    parts.push({ side, from: order.length, to: order.length + columns[side].length });
    order.push(...columns[side]);
  }
  return { order, parts, ...contestOf(a, b, 0, isExact) };
}

/** What of two that are compared is told: which does better, or, where the second is a later run of the first, what is
 * broken and fixed since, or, of several epochs and of grades, worse and better. */
export type Telling = "better" | "fixed" | "changed";

const SINCE = { fixed: ["broken", "fixed"], changed: ["worse", "better"] } as const;

/** "almanac-1 better", "both solve", ...: what a part of the samples is called. */
export function partLabel(side: Side, first: string, second: string, telling: Telling): string {
  if (telling !== "better" && (side === "first" || side === "second")) return SINCE[telling][side === "first" ? 0 : 1];
  const words: Record<Side, string> = {
    first: `${first} better`,
    both: "both solve",
    alike: "alike",
    neither: "neither solves",
    second: `${second} better`,
    other: "not compared",
  };
  return words[side];
}

/** "p = 0.12", "p < 0.001". */
export function probability(p: number): string {
  if (p < 0.001) return "p < 0.001";
  return `p = ${exact(Number(p.toPrecision(2)))}`;
}

/** Decimals that show two digits of the greatest of some numbers. */
function digits(values: number[]): number {
  const most = Math.max(...values.map(Math.abs));
  return most >= 10 ? 0 : most >= 1 ? 1 : most > 0 ? Math.min(6, 1 - Math.floor(Math.log10(most))) : 1;
}

/** The second less the first. */
const turned = ({ difference, low, high }: Comparison): Pick<Comparison, "difference" | "low" | "high"> => ({
  difference: -difference,
  low: -high,
  high: -low,
});

const TEST = { "paired t": "paired t test", McNemar: "exact McNemar test" };

/** The finding: counts, difference with interval, test, and whether the two are separated. Scores from 0 to 1 are told
 * in points of a hundred. Where grades are compared, the sign test stands beside. */
export function versusText(
  found: Versus,
  first: string,
  second: string,
  isShare: boolean,
  telling: Telling = "better",
): string {
  const { n, wins, losses, ties, comparison, sign } = found;
  if (n === 0) return `${first} and ${second} have no sample in common.`;
  if (n === ties) return `${first} and ${second} score alike on ${counted(n, "sample")} that both have: not separated.`;
  const isSince = telling !== "better";
  const counts = isSince
    ? `${wins} ${SINCE[telling][0]}, ${losses} ${SINCE[telling][1]}, ${ties} alike`
    : `${first} better on ${wins}, ${second} on ${losses}, alike on ${ties}`;
  if (comparison === null) return `${counts}: too few samples in common for a test.`;
  const scale = isShare ? 100 : 1;
  const { p, method, isApart } = comparison;
  const { difference, low, high } = isSince ? turned(comparison) : comparison;
  const all = [difference, low, high].map((value) => value * scale);
  const told = all.map((value) => fixed(value, digits(all)));
  const plus = difference > 0 ? "+" : "";
  const size = `${plus}${told[0]}${isShare ? ` point${told[0] === "1" ? "" : "s"}` : ""}`;
  const beside = method === "McNemar" ? "" : `, sign test ${probability(sign)}`;
  const verdict = isApart ? "separated" : "not separated";
  const test = `${TEST[method]} ${probability(p)}${beside}`;
  return `${counts}: ${size}, 95 % interval ${told[1]} to ${told[2]}, ${test}: ${verdict}.`;
}

/** "118 of 120 samples: those that both have a score of." */
export const versusFacts = ({ n }: Contest, all: number): string =>
  n === all ? `all ${counted(all, "sample")}` : `${n} of ${counted(all, "sample")}: those that both have a score of`;
