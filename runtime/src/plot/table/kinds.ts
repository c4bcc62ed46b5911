/** What the values of a column are. */

/** Numbers that JavaScript holds; those that it does not, as text; times as text; true and false; all else as text. */
export type ValueKind = "number" | "exact" | "time" | "flag" | "text";

const KINDS: [RegExp, ValueKind][] = [
  [/^(U?(TINY|SMALL)INT|U?INTEGER|FLOAT|DOUBLE)$/, "number"],
  [/^(U?BIGINT|U?HUGEINT|DECIMAL\(\d+,\d+\))$/, "exact"],
  [/^(DATE|TIMESTAMP(_S|_MS|_NS)?|TIMESTAMP WITH TIME ZONE|TIME)$/, "time"],
  [/^BOOLEAN$/, "flag"],
];

/** What the values of an SQL type are. */
export const kindOf = (type: string): ValueKind => KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? "text";
