/** The margin of a plot as elements, and the words for its signs. */
import { MARGIN_FONT, marginRows } from "../../shared/margin";
import type { CellPlot } from "../../shared/payload";
import { asPart } from "../../shared/protocol";
import type { Make } from "../elements";
import { marginAxis } from "./axis";
import type { Framed } from "./frame";
import { signsText } from "./words";

/** What stands beside the cells of a plot; its rows are drawn anew as a page zooms. */
export function marginNodes(make: Make, { frame, margin }: Framed, { area, x, y }: CellPlot): SVGElement[] {
  if (margin === null || frame.scale === null) return [];
  const rows = make("g", { ...asPart("margin-rows"), "font-size": MARGIN_FONT, fill: "currentColor" });
  rows.innerHTML = marginRows(margin, margin.side === "right" ? y : x, area);
  return [marginAxis(make, margin, frame.scale, area, frame.head), rows];
}

/** What the signs that are drawn mean. */
export function signsOf({ margin }: Framed): string {
  if (margin === null) return "";
  const { rows, tie, scale } = margin;
  const isDrawn = (is: (row: (typeof rows)[number]) => boolean): boolean => rows.some(is);
  const hasTies = tie !== null && isDrawn(({ isTied }) => isTied);
  return signsText(margin.side, hasTies, scale !== null && isDrawn(({ adjustedAt }) => adjustedAt !== null));
}
