/** The raster of a plot as an svg image. The host encodes its pixels, which native code does faster. */
import { px } from "../shared/format";
import type { CellPlot } from "../shared/payload";

/** The image element; the host puts the encoded pixels in the place of the address. */
export function imageElement({ area }: CellPlot, number: number): string {
  const box = `x="${px(area.x)}" y="${px(area.y)}" width="${px(area.width)}" height="${px(area.height)}"`;
  return `<image ${box} preserveAspectRatio="none" image-rendering="pixelated" href="inspect-viz:raster:${number}"/>`;
}
