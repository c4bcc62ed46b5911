/** The visible slice of a plot of cells. Zooming changes where bands lie, never which bands there are. */
import type { Box, CellPlot } from "../shared/payload";
import type { Bands } from "../shared/rects";
import { centre, clamp, type Point, type Way } from "./geometry";

/** `size` is the smallest side of a cell: the shorter side of the cells grows first, then both. */
export interface View {
  readonly size: number;
  /** Unzoomed places that are shown at the left and upper edge. */
  readonly x: number;
  readonly y: number;
}

const ROOMY = 64;

const LENGTH = { x: "width", y: "height" } as const;

const smallest = (plot: CellPlot): number => Math.min(plot.x.step, plot.y.step);
const largest = (plot: CellPlot): number => Math.max(ROOMY, 4 * smallest(plot));

export const lengthOf = (area: Box, way: Way): number => area[LENGTH[way]];

/** The view of everything. */
export const home = (plot: CellPlot): View => ({ size: smallest(plot), x: plot.area.x, y: plot.area.y });

export const isHome = (plot: CellPlot, view: View): boolean => view.size <= smallest(plot) * 1.0001;

/** How many times an axis is longer than the area. */
export const stretch = (plot: CellPlot, view: View, way: Way): number => Math.max(1, view.size / plot[way].step);

function bounded(plot: CellPlot, view: View): View {
  const size = clamp(view.size, smallest(plot), largest(plot));
  const edge = (way: Way): number => {
    const length = lengthOf(plot.area, way);
    return clamp(view[way], plot.area[way], plot.area[way] + length - length / stretch(plot, { ...view, size }, way));
  };
  return { size, x: edge("x"), y: edge("y") };
}

/** Where the bands of an axis lie in a view. */
export function bandsIn(plot: CellPlot, view: View, way: Way): Bands {
  const k = stretch(plot, view, way);
  const { start, step, bandwidth } = plot[way];
  return { start: plot.area[way] + (start - view[way]) * k, step: step * k, bandwidth: bandwidth * k };
}

/** Zooms by a factor; the place `at` (user units) stays under the pointer. */
export function zoomed(plot: CellPlot, view: View, factor: number, at: Point): View {
  const size = clamp(view.size * factor, smallest(plot), largest(plot));
  const edge = (way: Way): number => {
    const from = at[way] - plot.area[way];
    return view[way] + from / stretch(plot, view, way) - from / stretch(plot, { ...view, size }, way);
  };
  return bounded(plot, { size, x: edge("x"), y: edge("y") });
}

/** Moves the picture by a distance in user units. */
export const panned = (plot: CellPlot, view: View, by: Point): View =>
  bounded(plot, { ...view, x: view.x - by.x / stretch(plot, view, "x"), y: view.y - by.y / stretch(plot, view, "y") });

/** The shortest move after which the band is in sight. */
export function revealed(plot: CellPlot, view: View, way: Way, i: number): View {
  const { start, bandwidth } = bandsIn(plot, view, way);
  const from = start + i * bandsIn(plot, view, way).step - plot.area[way];
  const over = Math.max(0, from + bandwidth - lengthOf(plot.area, way));
  const move = from < 0 ? -from : -over;
  return panned(plot, view, { x: 0, y: 0, [way]: move });
}

/** A view in which the band is in the middle and its cells are at least `size` wide. */
export function centred(plot: CellPlot, view: View, way: Way, i: number, size: number): View {
  const closer = bounded(plot, { ...view, size: Math.max(view.size, size) });
  const middle = plot.area[way] + lengthOf(plot.area, way) / 2;
  return panned(plot, closer, { x: 0, y: 0, [way]: middle - centre(bandsIn(plot, closer, way), i) });
}
