/** Places of a picture in which plots are drawn anew. */
import type { Make } from "../shared/elements";
import type { DrawnPlot, Slot } from "./place";

export type { Slot };

/** The plot in a group of its own. */
export function slotted(make: Make, drawn: DrawnPlot, at: number, first: number): DrawnPlot {
  const { nodes, width, height } = drawn;
  const group = make("g", {}, ...nodes);
  return { ...drawn, nodes: [group], slots: [{ at, first, group, x: 0, y: 0, width, height }] };
}
