/** Strips of further columns between the cells and what else stands beside them, for bands that may be zoomed. */
import type { Bands } from "../bands";
import { said, type Attribute } from "../attributes";
import { escaped } from "../escaped";
import { px } from "../format";
import { QUIET } from "../margin";
import type { CellPlot, Side } from "../payload";
import { shorten, type Measure } from "../ticks";
import { colored } from "./palette";
import { runsOf } from "./runs";

/** Sizes in user units. */
const PITCH = 11;
const HEIGHT = 8;
const AWAY = 3;
const NAME = 6;
const EDGE = 12;

/** Room of so many bars beside the frame. */
export const barsRoom = (n: number | undefined): number => (n ?? 0) * PITCH;

export type BarredPlot = Pick<
  CellPlot,
  "area" | "x" | "y" | "sampleAxis" | "attributes" | "bars" | "beside" | "margin"
>;

/** Those that are shown as bars, in their order. */
export const barsOf = ({ attributes = [], bars = [] }: Pick<BarredPlot, "attributes" | "bars">): Attribute[] =>
  bars.flatMap((name) => attributes.find((known) => known.name === name) ?? []);

/** The value that most bands have, of equal ones the first. */
function usual(codes: Attribute["codes"], first: number, last: number): number {
  const sizes = new Map<number, number>();
  let best = codes[first];
  for (let i = first; i <= last; i++) {
    const size = (sizes.get(codes[i]) ?? 0) + 1;
    sizes.set(codes[i], size);
    if (size > sizes.get(best)!) best = codes[i];
  }
  return best;
}

/** One bar from `low` to `high`, the ends of its height in the picture. */
function barMarkup(attribute: Attribute, bands: Bands, area: BarredPlot["area"], side: Side, low: number): string {
  const isAcross = side === "top" || side === "bottom";
  const [from, length] = isAcross ? [area.x, area.width] : [area.y, area.height];
  const { codes } = attribute;
  const { colors } = colored(attribute);
  const told = {
    n: codes.length,
    of: (band: number) => colors[codes[band]],
    under: (first: number, last: number) => colors[usual(codes, first, last)],
  };
  const paths = new Map<string, string>();
  for (const run of runsOf(told, bands, from, length)) {
    const [a, size, b] = [px(run.from), px(run.to - run.from), px(low)];
    const d = isAcross ? `M${a} ${b}h${size}v${HEIGHT}h-${size}z` : `M${b} ${a}v${size}h${HEIGHT}v-${size}z`;
    paths.set(run.value, (paths.get(run.value) ?? "") + d);
  }
  return [...paths].map(([color, d]) => `<path d="${d}" fill="${color}"/>`).join("");
}

/** Where a bar begins, so many bars away from the frame. */
function lowOf({ x, y, width, height }: BarredPlot["area"], side: Side, k: number): number {
  const away = AWAY + k * PITCH;
  const before = { top: y, left: x } as const;
  const behind = { bottom: y + height, right: x + width } as const;
  return side === "top" || side === "left" ? before[side] - away - HEIGHT : behind[side] + away;
}

/** The name of a bar above or below the frame, at its left. */
function nameOf({ name }: Attribute, { x }: BarredPlot["area"], low: number, measure: Measure): string {
  const place = `x="${px(x - NAME)}" y="${px(low + HEIGHT / 2)}" dy="0.35em" text-anchor="end"`;
  return `<text ${place} fill-opacity="${QUIET}">${escaped(shorten(said(name), x - EDGE - NAME, measure))}</text>`;
}

/** Bars as markup: those of samples in the order of their names from the outside, those of models likewise. */
export function barsMarkup(plot: BarredPlot, x: Bands, y: Bands, measure: Measure): string {
  const { area, sampleAxis, beside, margin } = plot;
  const all = barsOf(plot);
  return (["samples", "models"] as const)
    .map((of) => {
      const side = of === "samples" ? beside?.side : margin?.side;
      const own = all.filter((attribute) => attribute.of === of);
      const bands = (of === "samples") === (sampleAxis === "x") ? x : y;
      if (!side) return "";
      return own
        .map((attribute, i) => {
          const low = lowOf(area, side, side === "top" || side === "left" ? own.length - 1 - i : i);
          const isNamed = side === "top" || side === "bottom";
          return barMarkup(attribute, bands, area, side, low) + (isNamed ? nameOf(attribute, area, low, measure) : "");
        })
        .join("");
    })
    .join("");
}
