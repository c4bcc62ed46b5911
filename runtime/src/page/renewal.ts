/** What a figure shows of plots that were drawn anew, in pages with inputs or interactors. */
import type { Payload, Plot } from "../shared/payload";
import { plotGroup } from "../shared/protocol";
import type { Cursor } from "./cursor";
import type { DrawnPlot } from "./drawn";
import { later } from "./second";

/** The plot takes over its drawing; what the reader points at is told anew. */
export function renewPlot(svg: Element, plots: readonly DrawnPlot[], drawn: Plot, cursor: Cursor): void {
  const its = `[${plotGroup(drawn.index)}]`;
  const group = svg.querySelector(its)!;
  const plot = plots.find(({ hit }) => hit.closest(its));
  if (!plot) return;
  const at = cursor.place?.plot === plot ? cursor.place : null;
  const wasPinned = cursor.pinned;
  if (at) cursor.leave(true);
  const hasFocus = document.activeElement === plot.hit;
  plot.here = null;
  plot.settle(group, drawn, null);
  if (hasFocus) plot.hit.focus({ preventScroll: true });
  const thing = at?.client && !wasPinned ? plot.thingAt(at.client) : null;
  if (thing) cursor.move({ plot, thing, client: at!.client });
}

/** The open table with the values that there are now. */
export function renewTable(table: HTMLElement, plots: readonly DrawnPlot[], payload: Payload): HTMLElement {
  const made = later().valueTables(
    plots.flatMap(({ marks }) => marks),
    payload,
  );
  made.hidden = table.hidden;
  table.replaceWith(made);
  return made;
}
