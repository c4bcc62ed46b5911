/** Ticks of a zoomed axis of numbers: steps that people count in, as many as the first picture has. */
import type { Box, ContinuousAxis } from "../shared/payload";
import { labelStep } from "../shared/ticks";
import type { Choose, Tick } from "./tick";
import type { Way } from "./geometry";
import { lengthOf } from "./view";

const valueOf = (text: string): number => Number(text.replaceAll(",", "").replace("\u2212", "-"));

/** Digits after the point that tell numbers `step` apart. */
const digits = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));

function textOf(value: number, step: number): string {
  const places = digits(step);
  const format = new Intl.NumberFormat("en-US", { minimumFractionDigits: places, maximumFractionDigits: places });
  return format.format(Object.is(value, -0) ? 0 : value).replace("-", "\u2212");
}

/** The nice step (1, 2, 5 times a power of ten) that is not below `least`. */
function niceStep(least: number): number {
  const unit = 10 ** Math.floor(Math.log10(least));
  return labelStep(least, unit) * unit;
}

/** Whether the labels are plain numbers in their places; others (per cent, the caller's own) only move along. */
const arePlain = (ticks: Tick[], valueAt: (place: number) => number, tolerance: number): boolean =>
  ticks.length > 1 && ticks.every(({ at, text }) => text && Math.abs(valueOf(text) - valueAt(at)) <= tolerance);

/** Ticks in sight of a linear axis, or null where those of the first picture move along. */
export function numberTicks(
  { scale, domain, range }: ContinuousAxis,
  area: Box,
  way: Way,
  ticks: Tick[],
): Choose | null {
  const unit = (domain[1] - domain[0]) / (range[1] - range[0]);
  const valueAt = (place: number): number => domain[0] + (place - range[0]) * unit;
  if (scale !== "linear" || !arePlain(ticks, valueAt, Math.abs(unit))) return null;
  const length = lengthOf(area, way);
  const apart = length / ticks.length;
  return ({ k, shift }) => {
    const step = niceStep((Math.abs(unit) * apart) / k);
    const ends = [area[way], area[way] + length].map((place) => valueAt((place - shift) / k));
    const first = Math.ceil(Math.min(...ends) / step - 1e-6);
    const last = Math.floor(Math.max(...ends) / step + 1e-6);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
      const value = (first + i) * step;
      const place = range[0] + (value - domain[0]) / unit;
      return { at: k * place + shift, text: textOf(value, step) };
    });
  };
}
