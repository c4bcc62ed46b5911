/** What a table says of itself in a line. */
import { count, counted } from "../../shared/format";

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
