/** The raster of a plot as an svg image. */
import { encode } from "fast-png";
import { px } from "../shared/format";
import type { CellPlot } from "../shared/payload";
import { raster } from "../shared/raster";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const n = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    parts.push(LETTERS[n >> 18] + LETTERS[(n >> 12) & 63] + LETTERS[(n >> 6) & 63] + LETTERS[n & 63]);
  }
  const rest = bytes.length % 3;
  const text = parts.join("");
  return rest === 0 ? text : text.slice(0, rest - 3) + "=".repeat(3 - rest);
}

export function rasterImage(plot: CellPlot, scale: number): string {
  const { width, height, rgba } = raster(plot, scale);
  const data = base64(encode({ width, height, data: rgba, channels: 4, depth: 8 }));
  const { area } = plot;
  return `<image x="${px(area.x)}" y="${px(area.y)}" width="${px(area.width)}" height="${px(area.height)}" preserveAspectRatio="none" image-rendering="pixelated" href="data:image/png;base64,${data}"/>`;
}
