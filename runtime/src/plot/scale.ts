/** Plot's colour scale as a table, and positions along its legend. */
import { rgb } from "d3-color";
import { scaleLinear, scaleLog, scalePow, scaleSymlog, type ScaleContinuousNumeric } from "d3-scale";
import type { ColorTable } from "../shared/payload";

/** The colour scale as Plot hands it to a mark's render function. */
export interface PlotScale {
  type: string;
  domain: (number | string)[];
  range?: string[];
  exponent?: number;
  base?: number;
  constant?: number;
  interpolate?: (t: number) => string;
  /** What Plot does with values before all else. */
  transform?: unknown;
  interval?: unknown;
  apply(value: unknown): string;
}

const KNOTS = 1024;

/** Scales of classes; Plot makes thresholds of its quantile and quantize scales too. */
export const isStepped = (scale: PlotScale): boolean => scale.type === "threshold";

/** Scales of numbers; the others (ordinal, categorical) have no table. */
export const isContinuous = (scale: PlotScale): boolean =>
  !/^(ordinal|categorical|point|band|identity)/.test(scale.type);

export function extentOf(domain: (number | string)[]): [number, number] {
  const numbers = domain.map(Number);
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** Whether no value was there to make a scale of. */
export const isEmpty = ({ domain }: PlotScale): boolean =>
  domain.some((value) => typeof value !== "string" && Number.isNaN(Number(value)));

/** A scale from values to 0..1 along the legend, of the same kind as Plot's. */
export function ruler(scale: PlotScale, [low, high]: [number, number]): ScaleContinuousNumeric<number, number> {
  const kind = scale.type.replace("diverging-", "");
  const base =
    kind === "log"
      ? scaleLog().base(scale.base ?? 10)
      : kind === "symlog"
        ? scaleSymlog().constant(scale.constant ?? 1)
        : kind === "sqrt"
          ? scalePow().exponent(0.5)
          : kind === "pow"
            ? scalePow().exponent(scale.exponent ?? 1)
            : scaleLinear();
  return base.domain([low, high]).range([0, 1]);
}

const HEX = /^#[0-9a-f]{6}$/;

function writeRgb(color: string, out: Uint8Array, at: number): void {
  const hex = HEX.test(color) ? parseInt(color.slice(1), 16) : null;
  const c = hex === null ? rgb(color) : { r: hex >> 16, g: (hex >> 8) & 255, b: hex & 255 };
  out[at] = c.r;
  out[at + 1] = c.g;
  out[at + 2] = c.b;
}

function knots(scale: PlotScale, low: number, high: number): Float64Array | undefined {
  if (isStepped(scale)) return Float64Array.from([low, ...scale.domain.map(Number)]);
  if (/(log|pow|sqrt)$/.test(scale.type)) {
    const along = ruler(scale, [low, high]);
    return Float64Array.from({ length: KNOTS + 1 }, (_, k) => along.invert(k / KNOTS));
  }
  return undefined;
}

/** The last colours of each scheme: layouts and pictures ask for the same ones again, and a thousand take long. */
const last = new WeakMap<object, { told: string; rgb: Uint8Array }>();

function colorsOf(scale: PlotScale, values: ArrayLike<number>): Uint8Array {
  const { interpolate, transform, interval } = scale;
  const told = JSON.stringify(scale);
  const isTold = typeof interpolate === "function" && transform === undefined && interval === undefined;
  const known = isTold ? last.get(interpolate) : undefined;
  if (known?.told === told && known.rgb.length === 3 * values.length) return known.rgb;
  const table = new Uint8Array(3 * values.length);
  for (let k = 0; k < values.length; k++) writeRgb(scale.apply(values[k]), table, 3 * k);
  if (isTold) last.set(interpolate, { told, rgb: table });
  return table;
}

/** The scale as knots over its domain; for classes without bounds widened to `values`, the extent of what is drawn. */
export function colorTable(scale: PlotScale, values: [number, number]): ColorTable {
  const [d0, d1] = extentOf(scale.domain);
  const stepped = isStepped(scale);
  const low = stepped ? Math.min(d0 - Math.abs(d0) - 1, values[0]) : d0;
  const high = stepped ? Math.max(d1, values[1]) : d1;
  const at = knots(scale, low, high);
  const even = (): Float64Array => Float64Array.from({ length: KNOTS + 1 }, (_, k) => low + (high - low) * (k / KNOTS));
  return { ...(at ? { values: at } : {}), low, high, rgb: colorsOf(scale, at ?? even()), stepped };
}
