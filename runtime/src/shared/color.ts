/** Colours of values, from a table of knots. */
import type { ColorTable } from "./payload";

function knotBelow(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (values[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Position of a value among the knots; its fraction lies between two of them. */
function position(table: ColorTable, value: number): number {
  const last = table.rgb.length / 3 - 1;
  const { values, low, high } = table;
  if (!values) return Math.min(last, Math.max(0, ((value - low) / (high - low)) * last));
  const k = knotBelow(values, value);
  if (k === last || table.stepped || value <= values[0]) return k;
  return k + (value - values[k]) / (values[k + 1] - values[k]);
}

/** Writes red, green and blue of a finite value into `out` at `at`. */
export function writeColor(
  table: ColorTable,
  value: number,
  out: Uint8Array | Uint8ClampedArray | number[],
  at: number,
): void {
  const { rgb, stepped } = table;
  const p = position(table, value);
  const k = 3 * Math.floor(p);
  const t = stepped ? 0 : p - Math.floor(p);
  for (let c = 0; c < 3; c++) {
    const next = t > 0 ? rgb[k + 3 + c] : rgb[k + c];
    out[at + c] = Math.round(rgb[k + c] + t * (next - rgb[k + c]));
  }
}

const hex = (n: number): string => (n < 16 ? "0" : "") + n.toString(16);

/** "#rrggbb" of a finite value. */
export function colorOf(table: ColorTable, value: number): string {
  const c = [0, 0, 0];
  writeColor(table, value, c, 0);
  return `#${hex(c[0])}${hex(c[1])}${hex(c[2])}`;
}

const linear = (byte: number): number => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance of red, green and blue, as defined by WCAG 2. */
export const luminanceOf = (red: number, green: number, blue: number): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** The same of "#rrggbb". */
export function luminance(color: string): number {
  const n = parseInt(color.slice(1), 16);
  return luminanceOf(n >> 16, (n >> 8) & 255, n & 255);
}

/** Black or white, whichever stands out more from the colour. */
export function contrasting(color: string): "#000000" | "#ffffff" {
  const l = luminance(color);
  return (l + 0.05) / 0.05 > 1.05 / (l + 0.05) ? "#000000" : "#ffffff";
}
