/** Rows that a drawing leaves out: those for which a scale has no place, and those outside the ends of an axis. */
import { valuesOf } from "../points/drawn";
import type { Known, Seen } from "./seen";

/** Rows without a place on a scale, in numbers. */
export interface Homeless {
  scale: string;
  type: string;
  count: number;
  /** Whether none of the values is below 0 (or above, where the domain is below). */
  areZero: boolean;
  /** Whether the other end of each thing has a place. */
  areEnds: boolean;
  /** Whether the scale is one of what is below 0. */
  isNegative: boolean;
  /** One of the values. */
  example: unknown;
}

export interface Lost {
  /** Rows with all their values. */
  total: number;
  homeless: Homeless[];
  /** Axes of time whose values are numbers that hardly leave 1970. */
  early: string[];
  /** Rows beyond the ends of axes, these axes, and whether all rows are on one side. */
  outside: { count: number; axes: string[]; isApart: boolean };
}

/** A channel and its scale. */
interface Check {
  name: string;
  scale: string;
  known: Known;
  raw: ArrayLike<unknown>;
  scaled: ArrayLike<unknown>;
}

/** The places of an axis. */
interface Frame {
  axis: string;
  low: number;
  high: number;
  places: ArrayLike<unknown>[];
}

/** Rounding of places, in units. */
const SLACK = 1e-3;

const isKnown = (value: unknown): boolean => value !== null && value !== undefined && !Number.isNaN(value.valueOf());

const isPlaced = (value: unknown): boolean => isKnown(value) && Math.abs(value as number) !== Infinity;

const isLog = ({ type }: Known): boolean => type === "log";

const isBelow = ({ domain }: Known): boolean => Number(domain?.[0]) < 0;

/** Scales of logs with one value in their domain would place everything there. */
function hasPlace({ scale, known, raw, scaled }: Check, row: number): boolean {
  const value = raw[row] as number;
  if (scale === "r" && value < 0) return false;
  return isPlaced(scaled[row]) && !(isLog(known) && (isBelow(known) ? value >= 0 : value <= 0));
}

/** Plot takes what is of another type than the scale for nothing: the spec has it as it is. */
function checksOf({ spec, channels, scales, values }: Seen): Check[] {
  return Object.entries(channels).flatMap(([name, { scale, value }]) => {
    const known = scale ? scales[scale] : undefined;
    const scaled = values[name] as ArrayLike<unknown> | undefined;
    if (!known || !value || !scaled) return [];
    return [{ name, scale: scale!, known, raw: valuesOf(spec.options[name], spec.data) ?? value, scaled }];
  });
}

const isContinuous = ({ range }: Known): boolean => range?.length === 2 && range.every(Number.isFinite);

/** The axes with ends that were given, and what stands on them. */
function framesOf({ scales }: Seen, checks: Check[], given: ReadonlySet<string>): Frame[] {
  return ["x", "y"].flatMap((axis) => {
    const known = scales[axis];
    const places = checks.filter(({ scale }) => scale === axis).map(({ scaled }) => scaled);
    if (!known || !given.has(axis) || !places.length || /^(band|point)$/.test(known.type) || !isContinuous(known))
      return [];
    const ends = known.range as number[];
    return [{ axis, low: Math.min(...ends) - SLACK, high: Math.max(...ends) + SLACK, places }];
  });
}

/** The sides of the frame beyond which a row is, as "x<". */
const sidesOf = (frames: Frame[], row: number): string[] =>
  frames.flatMap(({ axis, low, high, places }) => [
    ...(places.every((at) => (at[row] as number) < low) ? [`${axis}<`] : []),
    ...(places.every((at) => (at[row] as number) > high) ? [`${axis}>`] : []),
  ]);

/** The scale of facets that has no place for a row. */
function facetsOf({ spec, facet }: Seen): (row: number) => "fx" | "fy" | undefined {
  const ways = (["fx", "fy"] as const).flatMap((way) => {
    const values = valuesOf(spec.options[way], spec.data);
    return values ? [{ way, values }] : [];
  });
  return (row) => ways.find(({ way, values }) => isKnown(values[row]) && !facet(way, values[row]))?.way;
}

/** The other end of what a channel ends. */
const other = ({ name }: Check): string => name.replace(/[12]$/, (end) => (end === "1" ? "2" : "1"));

function homelessOf(check: Check, checks: Check[]): { counted: Homeless; add(row: number): void } {
  const end = checks.find(({ name }) => name !== check.name && name === other(check));
  const { scale, known, raw } = check;
  const counted: Homeless = {
    scale,
    type: known.type,
    count: 0,
    areZero: true,
    areEnds: end !== undefined,
    isNegative: isBelow(known),
    example: undefined,
  };
  return {
    counted,
    add(row) {
      counted.count += 1;
      counted.example ??= raw[row];
      counted.areZero &&= raw[row] === 0;
      counted.areEnds &&= hasPlace(end!, row);
    },
  };
}

/** Milliseconds from 1970 on that are hardly meant as such: years, and seconds. */
const EARLY = 1e10;

function isEarly({ known, raw }: Check): boolean {
  if (!/^(utc|time)$/.test(known.type)) return false;
  const values = Array.from(raw).filter(isKnown);
  return values.length > 0 && values.every((value) => typeof value === "number" && Math.abs(value) < EARLY);
}

const NOWHERE: Known = { type: "band" };

/** What is lost of the rows of a mark; `given` are the scales whose domains were chosen. */
export function lostOf(seen: Seen, given: ReadonlySet<string>): Lost {
  const checks = checksOf(seen);
  const frames = framesOf(seen, checks, given);
  const facetOf = facetsOf(seen);
  const counters = new Map<string, ReturnType<typeof homelessOf>>();
  const lose = (check: Check, row: number): void => {
    if (!counters.has(check.scale)) counters.set(check.scale, homelessOf(check, checks));
    counters.get(check.scale)!.add(row);
  };
  const sides = new Map<string, number>();
  let [total, outside] = [0, 0];
  for (let row = 0; row < seen.rows.length; row++) {
    const facet = facetOf(row);
    if ((!seen.rows[row] && !facet) || !checks.every(({ raw }) => isKnown(raw[row]))) continue;
    total += 1;
    const check = checks.find((one) => !hasPlace(one, row));
    if (facet) lose({ name: facet, scale: facet, known: NOWHERE, raw: [], scaled: [] }, row);
    else if (check) lose(check, row);
    else {
      const found = sidesOf(frames, row);
      outside += found.length ? 1 : 0;
      for (const side of found) sides.set(side, (sides.get(side) ?? 0) + 1);
    }
  }
  const homeless = [...counters.values()].map(({ counted }) => counted);
  const early = ["x", "y"].filter((axis) => checks.some((check) => check.scale === axis && isEarly(check)));
  const axes = ["x", "y"].filter((axis) => sides.has(`${axis}<`) || sides.has(`${axis}>`));
  const isApart = [...sides.values()].includes(total);
  return { total, homeless, early, outside: { count: outside, axes, isApart } };
}
