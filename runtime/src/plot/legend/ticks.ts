/** Numbers along a legend. */
import { format as formatSpecifier } from "d3-format";
import type { Make } from "../elements";
import { ruler, type PlotScale } from "../scale";
import { textWidth } from "../text";
import { FONT, text } from "./parts";

/** How a legend writes its numbers, where the caller says so. */
export type NumberFormat = ((value: number) => string) | null;

export interface Tick {
  at: number;
  text: string;
}

const areApart = (ticks: Tick[], width: number): boolean =>
  ticks.every(
    ({ at, text }, i) =>
      i === 0 || (at - ticks[i - 1].at) * width >= (textWidth(text, FONT) + textWidth(ticks[i - 1].text, FONT)) / 2 + 4,
  );

/** About five ticks, or as many as have room along `width`. */
export function tickTexts(scale: PlotScale, domain: [number, number], width: number, chosen: NumberFormat): Tick[] {
  if (domain[0] === domain[1]) return [{ at: 0, text: (chosen ?? String)(domain[0]) }];
  const along = ruler(scale, domain);
  const some = (n: number): Tick[] => {
    const format = chosen ?? (Math.max(...domain.map(Math.abs)) >= 1e6 ? formatSpecifier("~s") : along.tickFormat(n));
    const ticks = along.ticks(n).filter((value) => along(value) >= 0 && along(value) <= 1);
    return ticks.map((value) => ({ at: along(value), text: format(value) })).filter((tick) => tick.text !== "");
  };
  const fewer = [5, 4, 3, 2, 1].map(some);
  return fewer.find((ticks) => areApart(ticks, width)) ?? fewer[4].slice(0, 1);
}

/** Text that does not leave the ramp's ends by more than a few letters. */
export function tickText(make: Make, { at, text: label }: Tick, width: number, y: number): SVGElement {
  const half = textWidth(label, FONT) / 2;
  const anchor = half > 14 && at * width < half ? "start" : half > 14 && (1 - at) * width < half ? "end" : "middle";
  return text(make, at * width, y, label, { "text-anchor": anchor });
}
