/** The order of values, as DuckDB has it: absent ones last, NaN above all numbers, texts by their code points. */
import type { ValueKind } from "./kinds";

export type Compare = (a: unknown, b: unknown) => number;

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000;

/** Units of UTF-16 are in the order of code points, but for pairs, which stand above all others. */
export function comparePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [one, other] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (one === other) continue;
    if (isSurrogate(one) !== isSurrogate(other)) return isSurrogate(one) ? 1 : -1;
    return one - other;
  }
  return a.length - b.length;
}

const NUMBER = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/;

/** Numbers as texts of digits, of any length. */
export function compareExact(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => {
    const [, sign, whole, rest = ""] = NUMBER.exec(text)!;
    return { sign: whole || rest ? (sign === "-" ? -1 : 1) : 0, whole, rest };
  });
  if (one.sign !== other.sign) return one.sign - other.sign;
  const size = one.whole.length - other.whole.length || comparePoints(one.whole, other.whole);
  return one.sign * (size || comparePoints(one.rest, other.rest));
}

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}

const OF_KIND: Record<ValueKind, Compare> = {
  number: compareNumbers as Compare,
  exact: compareExact as Compare,
  flag: ((a: boolean, b: boolean) => Number(a) - Number(b)) as Compare,
  time: comparePoints as Compare,
  text: comparePoints as Compare,
};

/** Compares values of a kind; absent ones come last in both directions. */
export function comparer(kind: ValueKind, isDescending: boolean): Compare {
  const compare = OF_KIND[kind];
  const sign = isDescending ? -1 : 1;
  return (a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compare(a, b);
  };
}
