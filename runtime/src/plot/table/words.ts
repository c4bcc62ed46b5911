/** What a table says of itself in a line. */
import { count, counted } from "../../shared/format";
import { oneLine } from "../../shared/ticks";
import type { TableControl } from "./control";

/** So many columns are named. */
const MOST_NAMED = 12;

export interface Shown {
  /** The first row in sight, from 0 on, and the one behind the last. */
  from: number;
  to: number;
  count: number;
  total: number;
}

/** Which page is in sight, of how many. */
export const pagesLine = ({ page, pages }: { page: number; pages: number }): string =>
  `Page ${count(page + 1)} of ${count(pages)}`;

/** "Rows 1-12 of 1,234", and how many there are without filters. */
export function rowsLine({ from, to, count: found, total }: Shown): string {
  const others = found < total ? ` (${counted(total, "row")} without filters)` : "";
  if (found === 0) return total ? `No row meets the filters${others}` : "No rows";
  if (from === 0 && to >= found) return `${counted(found, "row")}${others}`;
  return `Rows ${count(from + 1)}\u2013${count(Math.min(to, found))} of ${count(found)}${others}`;
}

/** A table in a sentence: how many rows, which columns, and what a reader has made of them. */
export function tableSentence(control: TableControl): string {
  const { rows, total, sorts, filters, columns } = control;
  const label = (column: number): string => oneLine(columns[column].label);
  const names = columns.slice(0, MOST_NAMED).map((_, column) => label(column));
  const more = columns.length > names.length ? ` and ${count(columns.length - names.length)} more` : "";
  const kept = [...filters].map(([column, text]) => `${label(column)} ${oneLine(text)}`);
  const order = sorts.map(({ column, isDescending }) => `${label(column)}${isDescending ? ", descending" : ""}`);
  const of = rows.count < total ? ` of ${count(total)}` : "";
  const parts = [
    `Table of ${counted(rows.count, "row")}${of}, by columns: ${names.join(", ")}${more}`,
    ...(kept.length ? [`filtered: ${kept.join(", ")}`] : []),
    ...(order.length ? [`sorted by ${order.join(", then by ")}`] : []),
  ];
  return `${parts.join("; ")}.`;
}
