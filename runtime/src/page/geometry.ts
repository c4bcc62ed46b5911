/** Places in the root svg's user units, and the cells under them. */
import type { Box, CellPlot } from "../shared/payload";
import type { Bands } from "../shared/rects";

export interface Point {
  x: number;
  y: number;
}

/** A cell by the indices of its bands. */
export interface Cell {
  x: number;
  y: number;
}

export type Way = "x" | "y";

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

export const indexOf = (plot: CellPlot, cell: Cell): number => cell.y * plot.x.labels.length + cell.x;

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

/** The axis along which the samples lie. */
export const sampleWay = (plot: CellPlot): Way => plot.sampleAxis;
