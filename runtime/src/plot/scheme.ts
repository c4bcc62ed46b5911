/** The scheme of colours that pictures have unless another is chosen: fails deep, passes pale. */
import { rgb } from "d3-color";
import { scaleLinear } from "d3-scale";

/**
 * From 0 to 1, evenly spaced on a curve of OKLCH with even steps of lightness (L from 0.31 to 0.94, hue from 262 to
 * 240, chroma at most 0.105); both ends are told from white paper.
 */
export const OWN_RANGE = [
  "#1a2f56",
  "#254474",
  "#2f5b94",
  "#4273ab",
  "#568cc2",
  "#77a4cf",
  "#99bddd",
  "#bcd5ea",
  "#e0edf8",
];

const along = scaleLinear<string>()
  .domain(OWN_RANGE.map((_, i) => i / (OWN_RANGE.length - 1)))
  .range(OWN_RANGE)
  .clamp(true);

/** Whether colours are those of the scheme, as a spec says it. */
export const isOwnRange = (range: unknown): boolean => JSON.stringify(range) === JSON.stringify(OWN_RANGE);

export const ownScheme = (t: number): string => rgb(along(t)).formatHex();
