/** Values of cells as text. */
import { format as formatSpecifier } from "d3-format";
import { utcFormat } from "d3-time-format";
import type { ValueKind } from "./kinds";

export type Write = (value: unknown) => string;

const MINUS = "\u2212";
const MOST_DIGITS = 3;
/** Smaller numbers are written with a power of ten. */
const LEAST = 0.5 * 10 ** -MOST_DIGITS;
/** Whole numbers below it are written without separators, as years are. */
const GROUPED = 10_000;

/** A whole number, as text of digits, with separators between thousands. */
function grouped(digits: string): string {
  const [, sign, whole, rest] = /^(-?)(\d+)(.*)$/.exec(digits)!;
  const groups = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return `${sign ? MINUS : ""}${groups}${rest}`;
}

/** Digits after the point that a number needs. */
function needed(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value) || Math.abs(value) < LEAST) return 0;
  for (let digits = 0; digits < MOST_DIGITS; digits++) if (Number(value.toFixed(digits)) === value) return digits;
  return MOST_DIGITS;
}

function plainNumber(value: number, digits: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "\u221e" : `${MINUS}\u221e`;
  const size = Math.abs(value);
  const isTiny = size !== 0 && size < 0.5 * 10 ** -digits;
  if (isTiny || size >= 1e15) return value.toPrecision(3).replaceAll("-", MINUS).replace("e+", "e");
  const text = value.toFixed(digits);
  return size >= GROUPED ? grouped(text) : text.replace(/^-(?=0*\.?0*$)/, "").replace("-", MINUS);
}

const COUNTING = /^,?d?$/;

/** Numbers that have more digits than JavaScript's keep them, unless a format asks for fewer. */
function exactWriter(format: string | undefined): Write {
  if (format === undefined || COUNTING.test(format)) return (value) => grouped(String(value));
  const write = formatSpecifier(format);
  return (value) => write(Number(value));
}

/** A time as DuckDB writes it. */
const dateOf = (text: string): Date =>
  new Date(text.includes(" ") ? `${text.replace(" ", "T").replace(/\+00$/, "")}Z` : text);

const MIDNIGHT = / 00:00:00(\+00)?$/;

/** Midnights are days where the first times all are. */
function timeWriter(format: string | undefined, first: readonly unknown[]): Write {
  const areDays = first.every((value) => value === null || value === undefined || MIDNIGHT.test(String(value)));
  if (format === undefined) return (value) => (areDays ? String(value).replace(MIDNIGHT, "") : String(value));
  const write = utcFormat(format);
  return (value) => {
    const date = dateOf(String(value));
    return Number.isNaN(date.getTime()) ? String(value) : write(date);
  };
}

function numberWriter(format: string | undefined, first: readonly unknown[]): Write {
  if (format !== undefined) return formatSpecifier(format) as Write;
  const digits = Math.max(0, ...first.map(needed));
  return (value) => plainNumber(value as number, digits);
}

const WRITERS: Record<ValueKind, (format: string | undefined, first: readonly unknown[]) => Write> = {
  number: numberWriter,
  exact: exactWriter,
  time: timeWriter,
  flag: () => String,
  text: () => String,
};

/** How the values of a column are written; all of them with as many digits as the first ones need, three at most. */
export function writerOf(kind: ValueKind, format: string | undefined, first: readonly unknown[]): Write {
  const write = WRITERS[kind](format, first);
  return (value) => (value === null || value === undefined ? "" : write(value));
}
