/** Sentences on what a plot leaves out. */
import { count, counted } from "../../shared/format";
import { nounOf } from "../points/nouns";
import { lostOf, type Homeless, type Lost } from "./lost";
import { seenOf } from "./seen";

/** Marks that tell of other marks. */
const ASIDE = /^(text|rule|axis|grid)/;
/** Marks each of whose things stands for itself. */
const SINGLE = /^(dot|circle|hexagon|bar|rect|cell|tick|vector|spike|image|arrow|link|errorbar|waffle)/i;
/** Marks that are computed, and have no rows that anyone knows. */
const COMPUTED = /^(regression|density|contour|heatmap|raster|denseLine|hexbin)/;

interface Told {
  /** The mark's name in Mosaic. */
  mark: string;
  lost: Lost;
  isClipped: boolean;
}

/** "3 of 200 dots", or "all 200 dots". */
function share(lost: number, { mark, lost: { total } }: Told): string {
  const noun = /^hull/.test(mark) ? "point" : nounOf(mark);
  if (COMPUTED.test(mark)) return lost < total ? `part of the ${noun}` : `the ${noun}`;
  if (lost < total) return `${count(lost)} of ${counted(total, noun)}`;
  return total === 1 ? `the only ${noun}` : total === 2 ? `both ${noun}s` : `all ${counted(total, noun)}`;
}

const upper = (text: string): string => text[0].toUpperCase() + text.slice(1);

const isOrdinal = ({ type }: Homeless): boolean => /^(band|point|ordinal|categorical)$/.test(type);

const scaleWords = ({ scale, type }: Homeless): string => {
  const kind = type === "utc" ? "time" : type;
  return scale === "x" || scale === "y" ? `The ${kind} ${scale} axis` : `The ${kind} ${scale} scale`;
};

/** Longer texts are cut where they are named. */
const MOST = 24;

const named = (text: string): string => `\u201c${text.length > MOST ? `${text.slice(0, MOST - 1)}\u2026` : text}\u201d`;

/** Why a scale has no place for values. */
function reason({ type, areZero, areEnds, isNegative, example }: Homeless): string {
  const zero = areZero ? "0" : isNegative ? "0 or above" : "0 or below";
  if (type === "log") return areEnds ? `, reaching to ${zero}` : `, at ${zero}`;
  if (typeof example === "string") return `: ${named(example)} is no ${/^(utc|time)$/.test(type) ? "date" : "number"}`;
  if (Math.abs(Number(example)) === Infinity) return ", at infinity";
  return Number(example) < 0 ? ", below 0" : "";
}

const outsideText = (lost: number, axes: string, told: Told): string =>
  `${upper(share(lost, told))} ${lost === 1 || COMPUTED.test(told.mark) ? "lies" : "lie"} outside the ${axes}`;

function homelessText(lost: Homeless, told: Told): string {
  if (isOrdinal(lost)) return outsideText(lost.count, `${lost.scale} domain`, told);
  return `${scaleWords(lost)} leaves out ${share(lost.count, told)}${reason(lost)}`;
}

/** Whether nobody would expect it: what is joined leaves its frame, and clipped marks are cut on purpose, but not all
 * of them. */
function isUnexpected({ mark, lost: { total, outside }, isClipped }: Told): boolean {
  if (!SINGLE.test(mark)) return outside.isApart;
  return outside.count > 0 && (outside.count === total || !isClipped);
}

const domains = (axes: string[]): string => (axes.length > 1 ? `${axes.join(" and ")} domains` : `${axes[0]} domain`);

/** Sentences by what they count, so that marks of the same rows tell it once. */
function sentences(told: Told, given: ReadonlySet<string>): [string, string][] {
  const { homeless, early, outside, total } = told.lost;
  const without = homeless
    .filter((lost) => !isOrdinal(lost) || given.has(lost.scale))
    .map((lost): [string, string] => [`${lost.scale} ${lost.count} ${total}`, homelessText(lost, told)]);
  for (const axis of early) without.push([axis, `The time ${axis} axis takes numbers as milliseconds since 1970`]);
  if (!isUnexpected(told)) return without;
  const words = outsideText(outside.count, domains(outside.axes), told);
  return [...without, [`${outside.axes.join()} ${outside.count} ${total}`, words]];
}

function toldOf(mark: string, of: object, given: ReadonlySet<string>): Told[] {
  return seenOf(of).map((seen) => ({ mark, lost: lostOf(seen, given), isClipped: isSet(seen.spec.options["clip"]) }));
}

const isSet = (option: unknown): boolean => option !== undefined && option !== null && option !== false;

/** A mark that counts its rows by bins, in the database. */
interface Counting {
  grids?: { numRows: number };
  grids0?: { numRows: number };
}

const isEmpty = (mark: object): boolean => ((mark as Counting).grids0 ?? (mark as Counting).grids)?.numRows === 0;

/** Bins tell only whether there is anything within the domains. */
function emptyText(given: ReadonlySet<string>): string[] {
  const axes = ["x", "y"].filter((axis) => given.has(axis));
  return axes.length ? [`No rows lie within the ${domains(axes)}`] : [];
}

/** What a plot leaves out, a sentence each: of its marks with their names in Mosaic; `given` are the scales whose
 * domains were chosen once and for all. */
export function leftOut(marks: readonly object[], names: readonly string[], given: ReadonlySet<string>): string[] {
  const all = marks.flatMap((mark, i) => toldOf(names[i], mark, given));
  const main = all.filter(({ mark }) => !ASIDE.test(mark));
  const found = new Map((main.length ? main : all).flatMap((told) => sentences(told, given)).reverse());
  return [...found.values()].reverse().concat(marks.some(isEmpty) ? emptyText(given) : []);
}
