/** Which rows of a table are shown, and in which order. */
import { naturalOrder } from "../shared/natural";
import type { Key, TableFacts } from "./plot";

export interface Sort {
  column: number;
  direction: "ascending" | "descending";
}

const isKnown = (key: Key): boolean => key === key && key !== "";

const compared = (a: Key, b: Key): number =>
  typeof a === "number" && typeof b === "number" ? a - b : naturalOrder(String(a), String(b));

/** Equal ones keep their order, and those without a value stay at the end. */
function sorted(rows: number[], { key }: TableFacts, { column, direction }: Sort): number[] {
  const keyed = rows.map((i) => ({ i, key: key(i, column) }));
  const sign = direction === "ascending" ? 1 : -1;
  const known = keyed.filter((row) => isKnown(row.key)).sort((a, b) => sign * compared(a.key, b.key));
  return [...known, ...keyed.filter((row) => !isKnown(row.key))].map(({ i }) => i);
}

/** Numbers of the rows that match a text, in the order of a column or else of the picture. */
export function shownRows(table: TableFacts, text: string, sort: Sort | null): number[] {
  const matches = table.matching(text.trim().toLowerCase());
  const rows: number[] = [];
  for (let i = 0; i < table.size; i++) if (matches(i)) rows.push(i);
  return sort ? sorted(rows, table, sort) : rows;
}
