/** Numbers along a legend: never over each other, never two alike. */
import { exact } from "../../shared/format";
import type { Make } from "../../shared/elements";
import { ruler, type PlotScale } from "../scale";
import { textWidth } from "../text";
import { FONT, text } from "./parts";

/** How a legend writes its numbers, where the caller says so. */
export type NumberFormat = ((value: number) => string) | null;

export interface Tick {
  /** Place along the legend, from 0 to 1. */
  at: number;
  text: string;
}

/** Units by which a text may stand beyond the legend's ends. */
const BEYOND = 14;
const APART = 5;
const MOST = 5;

type Anchor = "start" | "middle" | "end";

/** Where a tick's text stands: at the middle, or so that it does not leave the legend by more than a few letters. */
export function standing({ at, text: label }: Tick, width: number): { anchor: Anchor; from: number; to: number } {
  const size = textWidth(label, FONT);
  const x = at * width;
  if (size / 2 > BEYOND && x < size / 2) return { anchor: "start", from: x, to: x + size };
  if (size / 2 > BEYOND && width - x < size / 2) return { anchor: "end", from: x - size, to: x };
  return { anchor: "middle", from: x - size / 2, to: x + size / 2 };
}

/** Whether ticks in rising order of place are told apart. */
function areClear(ticks: Tick[], width: number): boolean {
  const places = ticks.map((tick) => standing(tick, width));
  const areApart = places.every(({ from }, i) => i === 0 || from - places[i - 1].to >= APART);
  return areApart && new Set(ticks.map((tick) => tick.text)).size === ticks.length;
}

const isOrdinary = (size: number): boolean => size >= 1e-4 && size < 1e6;

/** The way of writing about `n` ticks: with thousands, millions, or powers of ten where numbers are far from one. */
function formatOf(
  along: ReturnType<typeof ruler>,
  [low, high]: [number, number],
  n: number,
): (value: number) => string {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (isOrdinary(size)) return along.tickFormat(n);
  const format = along.tickFormat(n, size < 1e15 && size >= 1e6 ? "s" : "e");
  return (value) => format(value).replace("e+", "e");
}

function someTicks(scale: PlotScale, domain: [number, number], n: number, chosen: NumberFormat): Tick[] {
  const along = ruler(scale, domain);
  const format = chosen ?? formatOf(along, domain, n);
  const ticks = along.ticks(n).map((value) => ({ at: along(value), text: format(value) }));
  return ticks.filter(({ at, text }) => at >= 0 && at <= 1 && text !== "").sort((a, b) => a.at - b.at);
}

/** About five ticks, or as many as have room along `width`: at least one of the ends is told. */
export function tickTexts(scale: PlotScale, domain: [number, number], width: number, chosen: NumberFormat): Tick[] {
  const end = (at: 0 | 1): Tick => ({ at, text: (chosen ?? exact)(domain[at]) });
  if (domain[0] === domain[1]) return [end(0)];
  const along = ruler(scale, domain);
  const isRising = Number.isFinite(along(domain[0])) && along(domain[0]) < along(domain[1]);
  const several = isRising ? Array.from({ length: MOST }, (_, i) => someTicks(scale, domain, MOST - i, chosen)) : [];
  const found = several.find((ticks) => ticks.length > 1 && areClear(ticks, width));
  if (found) return found;
  const ends = [end(0), end(1)];
  return areClear(ends, width) ? ends : (several.find((ticks) => ticks.length === 1) ?? ends.slice(0, 1));
}

/** The text of a tick. */
export function tickText(make: Make, tick: Tick, width: number, y: number): SVGElement {
  return text(make, tick.at * width, y, tick.text, { "text-anchor": standing(tick, width).anchor });
}
