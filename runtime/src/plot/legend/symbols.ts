/** The legend of a symbol scale: shapes as the marks draw them. */
import { px } from "../../shared/format";
import type { LegendNotes } from "../../shared/sidecar";
import type { Attributes, Drawing, Make } from "../../shared/elements";
import { oneLine } from "../../shared/ticks";
import type { PlotScale } from "../scale";
import { entries } from "./classes";
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

/** How the marks paint their symbols. */
interface Hint {
  fill?: string;
  stroke?: string;
}

function look(hint: Hint = {}): Attributes {
  const paint = (given: string | undefined, otherwise: string): string =>
    given === undefined ? otherwise : given === "color" ? "currentColor" : given;
  const fill = paint(hint.fill, "none");
  return { fill, stroke: paint(hint.stroke, fill === "none" ? "currentColor" : "none"), "stroke-width": 1.5 };
}

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
): Drawing {
  const style = look((scale as { hint?: Hint }).hint);
  const entry = (value: unknown) =>
    labelled(make, shape(make, scale.apply(value) as never, style), SWATCH, oneLine(String(value)));
  return entries(make, scale.domain, entry, label, options, room, chosen);
}
