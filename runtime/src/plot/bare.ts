/** Plots that conditions leave without rows say so where they would draw them. */
import type { Box } from "../shared/payload";
import type { Make } from "../shared/elements";
import { text } from "./legend/parts";
import { FONT_SIZE } from "./text";

export const NO_ROWS = "No rows meet the conditions";

interface Asked {
  hasOwnData?(): boolean;
  filterBy?: { clauses?: unknown[] } | null;
  data?: { numRows?: number } | null;
}

/** Whether no mark has a row to draw, as something is chosen. */
export function isBare(marks: readonly object[]): boolean {
  const asked = (marks as readonly Asked[]).filter((mark) => mark.hasOwnData?.() === false);
  const isChosen = asked.some(({ filterBy }) => (filterBy?.clauses ?? []).length > 0);
  const numbers = asked.map(({ data }) => data?.numRows);
  return isChosen && numbers.includes(0) && numbers.every((n) => !n);
}

export const bareNote = (make: Make, { x, y, width, height }: Box): SVGElement =>
  text(make, x + width / 2, y + height / 2, NO_ROWS, { "fill-opacity": 0.72, "font-size": FONT_SIZE });
