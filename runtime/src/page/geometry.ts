/** Places in the root svg's user units, and the bands under them. */
import { gapsUpTo, type Bands } from "../shared/bands";
import type { Box } from "../shared/payload";
import { translation, type Point } from "../shared/translate";

export type { Point };

export type Way = "x" | "y";

/** The place of an event in the window. */
export const clientOf = (event: MouseEvent): Point => ({ x: event.clientX, y: event.clientY });

/** Between two places, in the units of both. */
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** A press that moves further, in CSS pixels, is a drag. */
const DRAG = 4;

/** Whether a press that moves so is a drag; places of the window. */
export const isDragged = (from: Point, to: Point): boolean => distance(from, to) > DRAG;

/** Gaps of an axis: where they begin before any zoom, and their size, which no zoom changes. */
export interface FixedGaps {
  readonly places: readonly number[];
  readonly size: number;
}

/** Where a view puts the places of one axis: k * place + shift, where no gaps lie before them. */
export interface Map1 {
  readonly k: number;
  readonly shift: number;
  readonly gaps?: FixedGaps;
}

/** Where a view puts a place. */
export const to = ({ k, shift, gaps }: Map1, at: number): number =>
  k * at + shift - (gaps ? (k - 1) * gapsUpTo(gaps.places, gaps.size, at) : 0);

/** The place that a view puts there. */
export function from({ k, shift, gaps }: Map1, at: number): number {
  let back = shift;
  for (const place of gaps?.places ?? []) {
    const over = at - k * place - back;
    if (over <= 0) break;
    if (over <= gaps!.size) return place + over;
    back -= (k - 1) * gaps!.size;
  }
  return (at - back) / k;
}

export type Maps = Readonly<Record<Way, Map1>>;

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

function moved({ x, y, width, height }: Box, maps: Maps, move: typeof to): Box {
  const [left, top] = [move(maps.x, x), move(maps.y, y)];
  return { x: left, y: top, width: move(maps.x, x + width) - left, height: move(maps.y, y + height) - top };
}

/** Where a view puts a box. */
export const mapped = (box: Box, maps: Maps): Box => moved(box, maps, to);

/** The box that a view puts there. */
export const unmapped = (box: Box, maps: Maps): Box => moved(box, maps, from);

/** The part of a box inside another. */
export function within(box: Box, area: Box): Box {
  const x = Math.max(box.x, area.x);
  const y = Math.max(box.y, area.y);
  const right = Math.min(box.x + box.width, area.x + area.width);
  const bottom = Math.min(box.y + box.height, area.y + area.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

const overlaps = (a: number, length: number, b: number, room: number): boolean => {
  const shared = Math.min(a + length, b + room) - Math.max(a, b);
  return length > 0 ? shared > 0 : shared >= 0;
};

/** Whether any of a box, which may be a line or a point, lies inside another. */
export const meets = (box: Box, area: Box): boolean =>
  overlaps(box.x, box.width, area.x, area.width) && overlaps(box.y, box.height, area.y, area.height);

export const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Where the origin of an element's children lies in the root svg. */
export function originOf(element: Element, root: Element): Point {
  const origin = { x: 0, y: 0 };
  for (let e: Element | null = element; e && e !== root; e = e.parentElement) {
    const { x, y } = translation(e);
    origin.x += x;
    origin.y += y;
  }
  return origin;
}

/** User units of the root svg of a place in the window. */
export function toUser(root: SVGSVGElement, client: Point): Point {
  const m = root.getScreenCTM()!;
  return { x: (client.x - m.e) / m.a, y: (client.y - m.f) / m.d };
}

/** The box in the window of a box in user units. */
export function toClient(root: SVGSVGElement, box: Box): Box {
  const m = root.getScreenCTM()!;
  return { x: m.e + box.x * m.a, y: m.f + box.y * m.d, width: box.width * m.a, height: box.height * m.d };
}

/** Where a view puts the bands of an axis. */
export const bandsIn = ({ start, step, bandwidth, gaps }: Bands, map: Map1): Bands => ({
  start: to(map, start),
  step: map.k * step,
  bandwidth: map.k * bandwidth,
  gaps,
});
