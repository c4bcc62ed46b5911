/** What legends and keys are made of: texts, lines, swatches in lines. */
import { px } from "../../shared/format";
import { APART, BASELINE, FONT, GAP, SWATCH } from "../../shared/legend";
import { oneLine, shorten } from "../../shared/ticks";
import type { Attributes, Drawing, Make } from "../../shared/elements";
import { textWidth } from "../text";

export { FONT, SWATCH };
const LINE = SWATCH + 6;

export const text = (make: Make, x: number, y: number, content: string, attributes: Attributes = {}): SVGElement =>
  make("text", { x: px(x), y: px(y), ...attributes }, content);

export const moved = (make: Make, x: number, y: number, ...nodes: Node[]): SVGElement =>
  make("g", { transform: `translate(${px(x)},${px(y)})` }, ...nodes);

export const line = (make: Make, d: string): SVGElement => make("path", { d, stroke: "currentColor", fill: "none" });

/** A legend's label above it, no wider than the legend. */
export const heading = (make: Make, label: string, width: number, y: number): SVGElement =>
  text(
    make,
    0,
    y,
    shorten(oneLine(label), width, (s) => textWidth(s, FONT, 700)),
    { "font-weight": 600 },
  );

export interface Entry {
  nodes: Node[];
  width: number;
}

/** What stands for something, so wide, and its words. */
export const labelled = (make: Make, mark: Node, size: number, label: string, attributes: Attributes = {}): Entry => ({
  nodes: [mark, text(make, size + APART, BASELINE, label, attributes)],
  width: size + APART + textWidth(label, FONT),
});

/** A name before what it is of, cut to `room`. */
export function title(make: Make, label: string, room: number): Entry {
  const said = shorten(oneLine(label), room, (words) => textWidth(words, FONT, 700));
  return {
    nodes: [text(make, 0, BASELINE, said, { "font-weight": 600 })],
    width: textWidth(said, FONT, 700),
  };
}

/** Entries in lines that fit `room`, or in columns. */
export function flow(make: Make, entries: Entry[], room: number, columns?: number): Drawing {
  let x = 0;
  let y = 0;
  let width = 0;
  const wide = Math.max(0, ...entries.map((e) => e.width));
  const nodes = entries.map((entry, i) => {
    if (columns ? i > 0 && i % columns === 0 : x > 0 && x + entry.width > room) {
      x = 0;
      y += LINE;
    }
    const g = moved(make, x, y, ...entry.nodes);
    width = Math.max(width, x + entry.width);
    x += (columns ? wide : entry.width) + GAP;
    return g;
  });
  return { nodes, width, height: entries.length ? y + LINE : 0 };
}
