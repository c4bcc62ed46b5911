/** The key of bars: what their colours stand for, a line for each. */
import { said } from "../../shared/attributes";
import { barsOf, type BarredPlot } from "../../shared/margins/bars";
import { colored } from "../../shared/margins/palette";
import type { Drawing, Make } from "../../shared/elements";
import { asPart } from "../../shared/protocol";
import { shorten } from "../../shared/ticks";
import { textWidth } from "../text";
import { flow, FONT, labelled, moved, SWATCH, title, type Entry } from "./parts";

/** Room of one name. */
const MOST = 160;
const GAP = 4;
const NO_VALUE = "#9aa3b0";

function entry(make: Make, label: string, color: string): Entry {
  const shown = shorten(label, MOST, (words) => textWidth(words, FONT));
  const look = color ? { fill: color } : { fill: "none", stroke: NO_VALUE };
  const box = make("rect", { x: 0.5, y: 0.5, width: SWATCH - 1, height: SWATCH - 1, ...look });
  return labelled(make, box, SWATCH, shown);
}

/** One drawing below another. */
export function below(make: Make, first: Drawing, second: Drawing): Drawing {
  const at = first.height + GAP;
  return {
    nodes: [...first.nodes, moved(make, 0, at, ...second.nodes)],
    width: Math.max(first.width, second.width),
    height: at + second.height,
  };
}

/** Null where there are no bars. */
export function barsKey(make: Make, plot: Pick<BarredPlot, "attributes" | "bars">, room: number): Drawing | null {
  let [width, height] = [0, 0];
  const lines = barsOf(plot).map((attribute) => {
    const swatches = colored(attribute).key.map(({ text: label, color }) => entry(make, label, color));
    const line = flow(make, [title(make, said(attribute.name), MOST), ...swatches], room);
    const at = height;
    width = Math.max(width, line.width);
    height += line.height;
    return moved(make, 0, at, ...line.nodes);
  });
  if (!lines.length) return null;
  const look = { ...asPart("bars-key"), "font-size": FONT, fill: "currentColor", "text-anchor": "start" };
  return { nodes: [make("g", look, ...lines)], width, height };
}
