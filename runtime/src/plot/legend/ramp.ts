/** A ramp of colours, or of opacity. */
import { px } from "../../shared/format";
import { asPart } from "../../shared/protocol";
import type { LegendNotes } from "../../shared/sidecar";
import type { Attributes, Drawing, Make } from "../../shared/elements";
import { extentOf, ruler, type PlotScale } from "../scale";
import { textWidth } from "../text";
import { FONT, heading, line, moved } from "./parts";
import { chosenFrame, type Chosen } from "./selecting";
import { tickText, tickTexts, type NumberFormat } from "./ticks";

export const RAMP_WIDTH = 200;
export const RAMP_HEIGHT = 10;

/** The width of a ramp that has so much room. */
export const rampWidth = ({ width }: LegendNotes, room: number): number =>
  Math.min(width ?? RAMP_WIDTH, Math.max(40, room - 20));

interface RampBox {
  y: number;
  width: number;
  height: number;
}

/** Steps of one user unit; each reaches to the end, so that no seam shows between them. */
function rampSteps(
  make: Make,
  { y, width, height }: RampBox,
  color: (t: number) => string,
  opacity: (t: number) => number | null,
): SVGElement[] {
  return Array.from({ length: width }, (_, i) => {
    const t = width > 1 ? i / (width - 1) : 0;
    const alpha = opacity(t);
    const to = alpha === null ? width - i : 1;
    const d = `M${i} ${px(y)}h${to}v${px(height)}h${-to}z`;
    return make("path", { d, fill: color(t), "fill-opacity": alpha === null ? undefined : px(alpha) });
  });
}

/** What of a ramp is selected, and all of it for the pointer. */
function brushed(make: Make, { y, width, height }: RampBox, { ends }: Chosen): SVGElement[] {
  const box = { y: px(y - 2), height: px(height + 4) };
  const hit = make("rect", { ...box, x: 0, width, fill: "none", "pointer-events": "all", "data-option": "" });
  return ends ? [chosenFrame(make, hit, ends), hit] : [hit];
}

export function ramp(
  make: Make,
  scale: PlotScale,
  kind: "color" | "opacity",
  label: string | null,
  options: LegendNotes,
  format: NumberFormat = null,
  scheme: Attributes = {},
  chosen: Chosen | null = null,
): Drawing {
  const width = Math.round(options.width ?? RAMP_WIDTH);
  const height = options.height ?? RAMP_HEIGHT;
  const tick = options.tickSize ?? 4;
  const [low, high] = extentOf(scale.domain);
  const along = ruler(scale, low === high ? [low, low + 1] : [low, high]);
  const at = (t: number): number => along.invert(t);
  const color = kind === "color" ? (t: number) => scale.apply(at(t)) : () => "#4a5568";
  const opacity = kind === "color" ? () => null : (t: number) => Number(scale.apply(at(t)));
  const top = (options.marginTop ?? 0) + (label ? FONT + 4 : 0);
  const nodes = label ? [heading(make, label, width, (options.marginTop ?? 0) + FONT - 1)] : [];
  const about = { ...asPart("legend-ramp"), "data-domain-low": low, "data-domain-high": high };
  const steps = rampSteps(make, { y: top, width, height }, color, opacity);
  nodes.push(make("g", { ...about, ...scheme, "shape-rendering": "crispEdges" }, ...steps));
  if (chosen) nodes.push(...brushed(make, { y: top, width, height }, chosen));
  let end = width;
  for (const mark of tickTexts(scale, [low, high], width, format)) {
    end = Math.max(end, mark.at * width + Math.min(14, textWidth(mark.text, FONT) / 2));
    nodes.push(line(make, `M${px(mark.at * width)} ${px(top + height)}v${px(tick)}`));
    nodes.push(tickText(make, mark, width, top + height + tick + FONT));
  }
  const left = options.marginLeft ?? 0;
  return {
    nodes: [moved(make, left, 0, ...nodes)],
    width: left + end + (options.marginRight ?? 0),
    height: top + height + tick + FONT + 3 + (options.marginBottom ?? 0),
  };
}
