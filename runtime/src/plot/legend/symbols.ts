/** The legend of a symbol scale: shapes as the marks draw them, in colours that stand for the same values. */
import { px } from "../../shared/format";
import type { LegendNotes } from "../../shared/sidecar";
import type { Attributes, Drawing, Make } from "../../shared/elements";
import { oneLine } from "../../shared/ticks";
import type { PlotScale } from "../scale";
import { entries, nameOf } from "./classes";
import { labelled, SWATCH } from "./parts";
import type { Chosen } from "./selecting";

/** Area of a symbol, in square units. */
const SIZE = 50;

interface Shape {
  draw(context: Outline, size: number): void;
}

/** What shapes are drawn with, as the text of a path. */
class Outline {
  text = "";

  moveTo(x: number, y: number): void {
    this.text += `M${px(x)},${px(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.text += `L${px(x)},${px(y)}`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.text += `M${px(x)},${px(y)}h${px(width)}v${px(height)}h${px(-width)}Z`;
  }

  /** Symbols have whole circles only. */
  arc(x: number, y: number, r: number): void {
    const half = (to: number): string => `A${px(r)},${px(r)} 0 1 1 ${px(to)},${px(y)}`;
    this.text += `M${px(x + r)},${px(y)}${half(x - r)}${half(x + r)}`;
  }

  closePath(): void {
    this.text += "Z";
  }
}

/** Colours that stand for the same values, and whether dots are outlines. */
export interface Inks {
  colors: PlotScale | undefined;
  areOutlines: boolean;
}

const OUTLINES = '[aria-label="dot"][fill="none"]';

/** Whether dots among what was drawn are outlines. */
export const hasOutlines = (nodes: Node[]): boolean =>
  nodes.some((node) => {
    const element = node.nodeType === 1 ? (node as Element) : null;
    return element !== null && (element.matches(OUTLINES) || element.querySelector(OUTLINES) !== null);
  });

function shape(make: Make, symbol: Shape, style: Attributes): SVGElement {
  const drawn = new Outline();
  symbol.draw(drawn, SIZE);
  const transform = `translate(${SWATCH / 2},${SWATCH / 2})`;
  return make("path", { d: drawn.text, transform, ...style });
}

export function symbols(
  make: Make,
  scale: PlotScale,
  label: string | null,
  options: LegendNotes,
  room: number,
  chosen: Chosen | null,
  { colors, areOutlines }: Inks,
): Drawing {
  const style = { fill: areOutlines ? "none" : "currentColor", stroke: "currentColor", "stroke-width": 1.5 };
  const inks = colors && String(colors.domain) === String(scale.domain) ? colors : null;
  const entry = (value: unknown) => {
    const ink = inks ? { color: inks.apply(value) } : {};
    return labelled(
      make,
      shape(make, scale.apply(value) as never, { ...style, ...ink }),
      SWATCH,
      oneLine(nameOf(value)),
    );
  };
  return entries(make, scale.domain, entry, label, options, room, chosen);
}
