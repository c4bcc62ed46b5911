/** What the colours of a mark of cells stand for: the few values that occur, in words, or the lowest and highest. */
import { format as formatSpecifier } from "d3-format";
import { isOfBinary } from "../../shared/difficulty";
import { brief, exact, percent } from "../../shared/format";
import type { CellPlot } from "../../shared/payload";

/** Cells of one value. */
export interface DrawnValue {
  value: number;
  count: number;
  /** Scores behind each of the cells; null where they are not as many for all. */
  each: number | null;
}

export interface DrawnValues {
  /** In rising order; null where there are more than can be told one by one. */
  few: DrawnValue[] | null;
  /** Cells with a value. */
  count: number;
  low: number;
  high: number;
  /** Whether every row can count 0 or 1. */
  isBinary: boolean;
}

type Format = (value: number) => string;

type Cells = Pick<CellPlot, "values" | "scored">;

export const MOST_VALUES = 6;

const known = new WeakMap<Float64Array, DrawnValues | null>();

/** What is drawn, added up once for a plot that is laid out in several widths; null where no cell has a value. */
export function drawnValues(marks: readonly Cells[]): DrawnValues | null {
  if (marks.length !== 1) return added(marks);
  const [{ values }] = marks;
  if (!known.has(values)) known.set(values, added(marks));
  return known.get(values)!;
}

function added(marks: readonly Cells[]): DrawnValues | null {
  const counts = new Map<number, DrawnValue>();
  let [count, low, high, isBinary] = [0, Infinity, -Infinity, true];
  for (const { values, scored } of marks)
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value !== value) continue;
      count++;
      if (value < low) low = value;
      if (value > high) high = value;
      if (!isBinary && counts.size > MOST_VALUES) continue;
      const n = scored === undefined ? 1 : scored[i];
      isBinary &&= isOfBinary(value, n);
      if (counts.size > MOST_VALUES) continue;
      const known = counts.get(value);
      if (known) {
        known.count++;
        if (known.each !== n) known.each = null;
      } else counts.set(value, { value, count: 1, each: n });
    }
  if (!count) return null;
  const few = counts.size > MOST_VALUES ? null : [...counts.values()];
  few?.sort((a, b) => a.value - b.value);
  return { few, count, low, high, isBinary };
}

/** What a value is called. */
function wordOf({ value, each }: DrawnValue, format: Format, isLower: boolean): string {
  const passed = isLower ? 1 - value : value;
  if (passed === 1) return "pass";
  if (passed === 0) return "fail";
  return each === null ? format(value) : `${Math.round(passed * each)} of ${each} epochs`;
}

/** The shortest way of writing numbers that tells all of them apart. */
function clearly(numbers: readonly number[], chosen: Format | null): Format {
  const isClear = (format: Format): boolean => new Set(numbers.map(format)).size === numbers.length;
  return chosen && isClear(chosen) ? chosen : isClear(brief) ? brief : exact;
}

/** Four digits, in thousands or millions, or as powers of ten where numbers are far from one. */
function sized(value: number): string {
  const size = Math.abs(value);
  const specifier = size === 0 || (size >= 1e-3 && size < 1e5) ? ",.4~r" : size >= 1e5 && size < 1e15 ? ".3~s" : ".2~e";
  return formatSpecifier(specifier)(value).replace("e+", "e");
}

/** A value, and what is said of it: its share stands at the end. */
export interface DrawnEntry {
  value: number;
  text: string;
}

/** Values with their words and shares, the best first where they are passed and failed, else in rising order. */
export function entriesOf(
  values: DrawnValues & { few: DrawnValue[] },
  chosen: Format | null,
  isLower: boolean,
): DrawnEntry[] {
  const numbers = values.few.map(({ value }) => value);
  const format = clearly(numbers, chosen);
  const word = (drawn: DrawnValue): string =>
    values.isBinary ? `${wordOf(drawn, format, isLower)} ` : `${format(drawn.value)}: `;
  const entries = values.few.map((drawn) => ({
    value: drawn.value,
    text: word(drawn) + percent(drawn.count, values.count),
  }));
  return values.isBinary && !isLower ? entries.reverse() : entries;
}

/** What is said beside a ramp; null for nothing. */
export function noteOf(
  values: DrawnValues,
  [low, high]: [number, number],
  isGiven: boolean,
  chosen: Format | null,
  isLower: boolean,
): string | null {
  if (values.isBinary)
    return values.few === null
      ? null
      : entriesOf({ ...values, few: values.few }, chosen, isLower)
          .map(({ text }) => text)
          .join(", ");
  if (isGiven || low !== values.low || high !== values.high || (low === 0 && high === 1)) return null;
  const format = clearly([low, high], chosen ?? sized);
  return `${format(low)} to ${format(high)}: lowest and highest drawn`;
}
