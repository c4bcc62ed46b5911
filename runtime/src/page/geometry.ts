/** Places in the root svg's user units, and the bands under them. */
import type { Box } from "../shared/payload";
import type { Bands } from "../shared/rects";

export interface Point {
  x: number;
  y: number;
}

export type Way = "x" | "y";

/** Where a view puts the places of one axis: k * place + shift. */
export interface Map1 {
  readonly k: number;
  readonly shift: number;
}

export type Maps = Readonly<Record<Way, Map1>>;

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

/** Where a view puts a box. */
export const mapped = ({ x, y, width, height }: Box, maps: Maps): Box => ({
  x: maps.x.k * x + maps.x.shift,
  y: maps.y.k * y + maps.y.shift,
  width: maps.x.k * width,
  height: maps.y.k * height,
});

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

const TRANSLATE = /translate\(\s*([-+.\de]+)(?:[\s,]+([-+.\de]+))?\s*\)/;

/** The translation that an element's `transform` starts with. */
export function translation(element: Element): Point {
  const found = TRANSLATE.exec(element.getAttribute("transform") ?? "");
  return { x: Number(found?.[1] ?? 0), y: Number(found?.[2] ?? 0) };
}

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

/** The band at a place; the gap between two bands belongs half to each. Out of range where no band is. */
export const bandAt = (bands: Bands, at: number): number =>
  Math.floor((at - bands.start + (bands.step - bands.bandwidth) / 2) / bands.step);

export const centre = (bands: Bands, i: number): number => bands.start + i * bands.step + bands.bandwidth / 2;

/** First and last (exclusive) band whose centre lies in the stretch. */
export function centresIn(bands: Bands, n: number, from: number, size: number): [number, number] {
  const first = Math.ceil((from - centre(bands, 0)) / bands.step - 1e-6);
  const last = Math.floor((from + size - centre(bands, 0)) / bands.step + 1e-6);
  return [clamp(first, 0, n), clamp(last + 1, 0, n)];
}

/** Where a view puts the bands of an axis. */
export const bandsIn = ({ start, step, bandwidth }: Bands, { k, shift }: Map1): Bands => ({
  start: k * start + shift,
  step: k * step,
  bandwidth: k * bandwidth,
});
