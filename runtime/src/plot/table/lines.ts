/** Text in the box of a cell. */
import { px } from "../../shared/format";
import type { Attributes, Make } from "../../shared/elements";
import { oneLine, shorten } from "../../shared/ticks";
import { textWidth } from "../text";
import type { Align } from "./column";
import { linesOf } from "./layout";
import { LINE, TEXT } from "./sizes";

export interface Cell {
  text: string;
  box: { x: number; y: number; width: number; height: number };
  align: Align;
  look: Attributes;
  weight?: number;
  lines?: number;
}

const ANCHORS: Record<Align, Attributes> = {
  left: {},
  justify: {},
  center: { "text-anchor": "middle" },
  right: { "text-anchor": "end" },
};
const SHARES: Record<Align, number> = { left: 0, justify: 0, center: 0.5, right: 1 };

/** A narrower box holds nothing that can be read. */
const LEAST = 8;

/** More room between words, so that a line is as wide as its box. */
function spread(line: string, room: number, width: number): Attributes {
  const gaps = line.trim().split(" ").length - 1;
  return gaps > 0 && room > width ? { "word-spacing": px((room - width) / gaps) } : {};
}

/** Text in a box, in as many lines as it may take; what has no room is cut. */
export function written(make: Make, { text, box, align, look, weight = 400, lines = 1 }: Cell): SVGElement[] {
  if (box.width < LEAST) return [];
  const measure = (part: string): number => textWidth(part, TEXT, weight);
  const found = lines > 1 ? linesOf(text, box.width, lines, weight) : [oneLine(text)];
  const top = box.y + (box.height - found.length * LINE) / 2 + LINE / 2 + 4.2;
  return found.map((line, i) => {
    const place = { x: px(box.x + SHARES[align] * box.width), y: px(top + i * LINE), "font-size": TEXT };
    const shown = shorten(line, box.width, measure);
    const isSpread = align === "justify" && i < found.length - 1;
    const spacing = isSpread ? spread(shown, box.width, measure(shown)) : {};
    return make("text", { ...place, ...ANCHORS[align], ...spacing, ...look }, shown);
  });
}
