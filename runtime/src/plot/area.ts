/** The svg that Plot made, and the area of a plot that answers the pointer. */
import { px } from "../shared/format";
import type { Make } from "../shared/elements";
import type { Box } from "../shared/payload";
import { asPart, HIT } from "../shared/protocol";

export function sizeOf(svg: Element): { width: number; height: number } {
  return { width: Number(svg.getAttribute("width")), height: Number(svg.getAttribute("height")) };
}

export function hitArea(make: Make, area: Box, isTaken: boolean): SVGElement {
  const box = { x: px(area.x), y: px(area.y), width: px(area.width), height: px(area.height) };
  return make("rect", { ...asPart(HIT), ...box, fill: "none", "pointer-events": isTaken ? "none" : "all" });
}

export function withLook(element: Element, look: Record<string, string | number>): Element {
  for (const [name, value] of Object.entries(look)) element.setAttribute(name, String(value));
  return element;
}
