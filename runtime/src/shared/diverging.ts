/** Colours of differences: what loses is purple, what wins is green, and nothing is near paper. */
import type { ColorTable } from "./payload";

/**
 * From -1 to 1, evenly spaced: two curves of OKLCH with the same steps of lightness (0.42 to 0.81, then 0.955), in the
 * hues 315 and 150, which people with any kind of colour blindness tell apart.
 */
const LOSS = ["#6b2b84", "#9054aa", "#b183c6", "#d1b5dd"];
const GAIN = ["#135c2c", "#428252", "#76a680", "#aec9b2"];
export const STOPS = [...LOSS, "#f0f0f0", ...[...GAIN].reverse()];

/** Colours of bars of what is lost and won, which stand on light and on dark paper. */
export const BARS = [LOSS[1], GAIN[1]] as const;

const bytesOf = (color: string): number[] => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

const KNOTS = 256;

/** The colour at a place from 0 to 1. */
function colorAt(place: number): number[] {
  const at = Math.min(1, Math.max(0, place)) * (STOPS.length - 1);
  const k = Math.min(STOPS.length - 2, Math.floor(at));
  const [from, to] = [bytesOf(STOPS[k]), bytesOf(STOPS[k + 1])];
  return from.map((byte, i) => Math.round(byte + (to[i] - byte) * (at - k)));
}

/** The scheme as Plot takes one. */
export const divergingScheme = (place: number): string =>
  `#${colorAt(place)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")}`;

/** The colours of differences up to this size. */
export function divergingTable(most: number): ColorTable {
  const rgb = Uint8Array.from(Array.from({ length: KNOTS + 1 }, (_, k) => colorAt(k / KNOTS)).flat());
  return { low: -most, high: most, rgb, stepped: false, own: true };
}
