/** The visible slice of a plot. Zooming changes where things lie, never which things there are. */
import type { Box } from "../shared/payload";
import { clamp, from, to, type FixedGaps, type Map1, type Maps, type Point, type Way } from "./geometry";

/** `size` is the smallest side of a cell: the shorter side of the cells grows first, then both. */
export interface View {
  readonly size: number;
  /** Unzoomed places that are shown at the left and upper edge. */
  readonly x: number;
  readonly y: number;
}

/** What is zoomed: an area, the sides of its cells (1 and 1 where both ways grow alike), and gaps that never grow. */
export interface Frame {
  readonly area: Box;
  readonly grain: Point;
  readonly gaps?: Readonly<Partial<Record<Way, FixedGaps>>>;
}

const ROOMY = 64;

const LENGTH = { x: "width", y: "height" } as const;

const middle = ({ area }: Frame, way: Way): number => area[way] + lengthOf(area, way) / 2;

const smallest = ({ grain }: Frame): number => Math.min(grain.x, grain.y);
const largest = (frame: Frame): number => Math.max(ROOMY, 4 * smallest(frame));

export const lengthOf = (area: Box, way: Way): number => area[LENGTH[way]];

/** The view of everything. */
export const home = (frame: Frame): View => ({ size: smallest(frame), x: frame.area.x, y: frame.area.y });

export const isHome = (frame: Frame, view: View): boolean => view.size <= smallest(frame) * 1.0001;

/** How many times an axis is longer than the area. */
const stretch = (frame: Frame, view: View, way: Way): number => Math.max(1, view.size / frame.grain[way]);

/** The map of a view that puts `place` there, wherever the view begins. */
function mapOnto(frame: Frame, view: View, way: Way, place: number, there: number): Map1 {
  const map = { k: stretch(frame, view, way), shift: 0, gaps: frame.gaps?.[way] };
  return { ...map, shift: there - to(map, place) };
}

const mapIn = (frame: Frame, view: View, way: Way): Map1 => mapOnto(frame, view, way, view[way], frame.area[way]);

/** Where a view puts the places of both axes. */
export const mapsIn = (frame: Frame, view: View): Maps => ({
  x: mapIn(frame, view, "x"),
  y: mapIn(frame, view, "y"),
});

function bounded(frame: Frame, view: View): View {
  const size = clamp(view.size, smallest(frame), largest(frame));
  const edge = (way: Way): number => {
    const start = frame.area[way];
    const end = start + lengthOf(frame.area, way);
    return clamp(view[way], start, from(mapOnto(frame, { ...view, size }, way, end, end), start));
  };
  return { size, x: edge("x"), y: edge("y") };
}

/** The view of another frame of the same bands: cells keep their size, and the middle stays in the middle. */
export function carried(before: Frame, view: View, frame: Frame): View {
  if (isHome(before, view)) return home(frame);
  const at = (way: Way): number => {
    const share = (from(mapIn(before, view, way), middle(before, way)) - before.area[way]) / lengthOf(before.area, way);
    return frame.area[way] + share * lengthOf(frame.area, way);
  };
  const edge = (way: Way): number => {
    const map = mapOnto(frame, view, way, at(way), middle(frame, way));
    return from(map, frame.area[way]);
  };
  return bounded(frame, { size: view.size, x: edge("x"), y: edge("y") });
}

/** Zooms by a factor; the place `at` (user units) stays under the pointer. */
export function zoomed(frame: Frame, view: View, factor: number, at: Point): View {
  const size = clamp(view.size * factor, smallest(frame), largest(frame));
  const edge = (way: Way): number => {
    const place = from(mapIn(frame, view, way), at[way]);
    return from(mapOnto(frame, { ...view, size }, way, place, at[way]), frame.area[way]);
  };
  return bounded(frame, { size, x: edge("x"), y: edge("y") });
}

/** Moves the picture by a distance in user units. */
export function panned(frame: Frame, view: View, by: Point): View {
  const edge = (way: Way): number => from(mapIn(frame, view, way), frame.area[way] - by[way]);
  return bounded(frame, { ...view, x: edge("x"), y: edge("y") });
}

/** The shortest move after which an unzoomed stretch from `begin` on is in sight. */
export function revealed(frame: Frame, view: View, way: Way, begin: number, length: number): View {
  const map = mapIn(frame, view, way);
  const start = to(map, begin) - frame.area[way];
  const over = Math.max(0, to(map, begin + length) - frame.area[way] - lengthOf(frame.area, way));
  return panned(frame, view, { x: 0, y: 0, [way]: start < 0 ? -start : -over });
}

/** A view in which an unzoomed place is in the middle and cells are at least `size` wide. */
export function centred(frame: Frame, view: View, way: Way, at: number, size: number): View {
  const closer = bounded(frame, { ...view, size: Math.max(view.size, size) });
  const middle = frame.area[way] + lengthOf(frame.area, way) / 2;
  return panned(frame, closer, { x: 0, y: 0, [way]: middle - to(mapIn(frame, closer, way), at) });
}
