/** What would leave no cell to be seen is an error that says why. */
import { color } from "d3-color";
import type { Box } from "../../shared/payload";

const MOST_LISTED = 5;
/** Scales of Plot that have no colours for numbers. */
const NOT_FOR_NUMBERS = /^(ordinal|categorical|point|band|identity|utc|time)$/;
const MOST_PIXELS = 200_000_000;

function listed(texts: string[]): string {
  const rest = texts.length - MOST_LISTED;
  return (
    texts
      .slice(0, MOST_LISTED)
      .map((text) => `'${text}'`)
      .join(", ") + (rest > 0 ? `, ... (${rest} more)` : "")
  );
}

/** `codes`: numbers of the bands that are drawn, -1 for those that are not in the data. */
export function checkBands(axis: "x" | "y", codes: number[], known: string[]): void {
  if (!known.length) throw new Error("cell: the data has no rows, so there is nothing to draw");
  if (!codes.length)
    throw new Error(
      `cell: the limit of sort or an empty ${axis}_domain leaves none of the ${known.length} categories of ${axis}`,
    );
  if (codes.every((code) => code < 0))
    throw new Error(`cell: ${axis}_domain holds none of the categories of ${axis}, which are ${listed(known)}`);
}

export function checkScale(axis: "x" | "y", type: unknown): void {
  if (type !== "band") throw new Error(`cell: ${axis}_scale='${String(type)}' cannot hold cells; it must be 'band'`);
}

function checkDomain(domain: unknown): void {
  if (!Array.isArray(domain)) return;
  const ends = new Set(domain.map(Number));
  if (ends.size > 1 && domain.every((end) => typeof end === "number")) return;
  throw new Error(`cell: color_domain=${JSON.stringify(domain)} must hold two or more different numbers`);
}

function checkRange(range: unknown): void {
  if (!Array.isArray(range)) return;
  if (range.length < 2) throw new Error(`cell: color_range=${JSON.stringify(range)} must hold two or more colours`);
  const wrong: unknown = range.find((text) => color(String(text)) === null);
  if (wrong !== undefined) throw new Error(`cell: color_range holds ${JSON.stringify(wrong)}, which is not a colour`);
}

/** The caller's colour scale, its domain and its range, for values of this extent. */
export function checkColors(scale: unknown, domain: unknown, range: unknown, values: [number, number] | null): void {
  const type = String(scale ?? "linear");
  if (NOT_FOR_NUMBERS.test(type))
    throw new Error(
      `cell: color_scale '${type}' cannot colour numbers; take 'linear', 'sqrt', 'log', 'symlog', 'threshold', ` +
        "'quantile' or 'quantize'",
    );
  if (/^(diverging-)?log$/.test(type) && values !== null && values[0] <= 0)
    throw new Error(
      `cell: color_scale '${type}' cannot colour ${values[0]}, only values above zero; ` +
        `take '${type.replace("log", "symlog")}'`,
    );
  if (values !== null && !Number.isFinite(values[1] - values[0]))
    throw new Error(`cell: no colour scale reaches from ${values[0]} to ${values[1]}`);
  if (!/^(threshold|quantile)$/.test(type)) checkDomain(domain);
  checkRange(range);
}

/** What is wrong with a scale that has no colour between two others. */
export const notOfNumbers = (scale: unknown, scheme: unknown): string =>
  scale === undefined
    ? `cell: color_scheme '${String(scheme)}' has colours for classes and cannot colour numbers; ` +
      "take one such as 'viridis'"
    : `cell: color_scale '${String(scale)}' cannot colour numbers`;

/** The frame of the cells inside a plot of this size. */
export function checkFrame({ width, height }: Box, outer: { width: number; height: number }): void {
  if (width > 0 && height > 0) return;
  const taken = `${Math.round(outer.width - width)} x ${Math.round(outer.height - height)}`;
  throw new Error(
    `cell: a plot of ${outer.width} x ${outer.height} has no room for cells, since its margins take ${taken}; ` +
      "give it a larger width and height, or smaller margins",
  );
}

/** Bands from `start`, within the frame from `from` on. */
export function checkPlace(
  axis: "x" | "y",
  { start, step, bandwidth }: { start: number; step: number; bandwidth: number },
  n: number,
  from: number,
  room: number,
): void {
  if (!(step > 0) || !(bandwidth > 0))
    throw new Error(`cell: padding, inset or ${axis}_range leave the cells no room on ${axis}`);
  if (start >= from + room || start + n * step <= from)
    throw new Error(`cell: ${axis}_range puts all cells outside the frame`);
}

export function checkPixels(width: number, height: number): void {
  if (width * height > MOST_PIXELS)
    throw new Error(
      `cell: an image of ${Math.round(width)} x ${Math.round(height)} pixels is too large; ` +
        "take a smaller width, height or scale",
    );
}
