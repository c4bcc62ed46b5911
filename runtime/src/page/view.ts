/** The visible slice of a plot. Zooming changes where things lie, never which things there are. */
import type { Box } from "../shared/payload";
import { clamp, type Map1, type Maps, type Point, type Way } from "./geometry";

/** `size` is the smallest side of a cell: the shorter side of the cells grows first, then both. */
export interface View {
  readonly size: number;
  /** Unzoomed places that are shown at the left and upper edge. */
  readonly x: number;
  readonly y: number;
}

/** What is zoomed: an area, and the sides of its cells; 1 and 1 where both ways grow alike. */
export interface Frame {
  readonly area: Box;
  readonly grain: Point;
}

const ROOMY = 64;

const LENGTH = { x: "width", y: "height" } as const;

const smallest = ({ grain }: Frame): number => Math.min(grain.x, grain.y);
const largest = (frame: Frame): number => Math.max(ROOMY, 4 * smallest(frame));

export const lengthOf = (area: Box, way: Way): number => area[LENGTH[way]];

/** The view of everything. */
export const home = (frame: Frame): View => ({ size: smallest(frame), x: frame.area.x, y: frame.area.y });

export const isHome = (frame: Frame, view: View): boolean => view.size <= smallest(frame) * 1.0001;

/** How many times an axis is longer than the area. */
const stretch = (frame: Frame, view: View, way: Way): number => Math.max(1, view.size / frame.grain[way]);

function mapIn(frame: Frame, view: View, way: Way): Map1 {
  const k = stretch(frame, view, way);
  return { k, shift: frame.area[way] - k * view[way] };
}

/** Where a view puts the places of both axes. */
export const mapsIn = (frame: Frame, view: View): Maps => ({
  x: mapIn(frame, view, "x"),
  y: mapIn(frame, view, "y"),
});

function bounded(frame: Frame, view: View): View {
  const size = clamp(view.size, smallest(frame), largest(frame));
  const edge = (way: Way): number => {
    const length = lengthOf(frame.area, way);
    return clamp(
      view[way],
      frame.area[way],
      frame.area[way] + length - length / stretch(frame, { ...view, size }, way),
    );
  };
  return { size, x: edge("x"), y: edge("y") };
}

/** Zooms by a factor; the place `at` (user units) stays under the pointer. */
export function zoomed(frame: Frame, view: View, factor: number, at: Point): View {
  const size = clamp(view.size * factor, smallest(frame), largest(frame));
  const edge = (way: Way): number => {
    const from = at[way] - frame.area[way];
    return view[way] + from / stretch(frame, view, way) - from / stretch(frame, { ...view, size }, way);
  };
  return bounded(frame, { size, x: edge("x"), y: edge("y") });
}

/** Moves the picture by a distance in user units. */
export const panned = (frame: Frame, view: View, by: Point): View =>
  bounded(frame, {
    ...view,
    x: view.x - by.x / stretch(frame, view, "x"),
    y: view.y - by.y / stretch(frame, view, "y"),
  });

/** The shortest move after which an unzoomed stretch from `from` on is in sight. */
export function revealed(frame: Frame, view: View, way: Way, from: number, length: number): View {
  const { k, shift } = mapIn(frame, view, way);
  const start = k * from + shift - frame.area[way];
  const over = Math.max(0, start + k * length - lengthOf(frame.area, way));
  return panned(frame, view, { x: 0, y: 0, [way]: start < 0 ? -start : -over });
}

/** A view in which an unzoomed place is in the middle and cells are at least `size` wide. */
export function centred(frame: Frame, view: View, way: Way, at: number, size: number): View {
  const closer = bounded(frame, { ...view, size: Math.max(view.size, size) });
  const { k, shift } = mapIn(frame, closer, way);
  const middle = frame.area[way] + lengthOf(frame.area, way) / 2;
  return panned(frame, closer, { x: 0, y: 0, [way]: middle - k * at - shift });
}
