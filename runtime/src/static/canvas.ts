/** Canvases as Mosaic's rasters use them: pixels go in, and an address comes out that stands for them. */
import { rgb } from "d3-color";
import type { Raster } from "../shared/raster";

const ADDRESS = "inspect-viz:canvas:";

let painted: Raster[] = [];

/** Forgets the pixels of the last picture. */
export const clearCanvases = (): void => void (painted = []);

/** The pixels that an address stands for; null for other addresses. */
export const pixelsAt = (address: string | null): Raster | null =>
  address?.startsWith(ADDRESS) ? (painted[Number(address.slice(ADDRESS.length))] ?? null) : null;

const blank = (width: number, height: number): ImageData =>
  ({ width, height, data: new Uint8ClampedArray(4 * width * height), colorSpace: "srgb" }) as ImageData;

/** Whole images at the origin, and rectangles of one colour: all that Mosaic and Plot ask for. */
class Context {
  fillStyle = "#000";
  private held: Raster | null = null;

  constructor(private readonly canvas: Element) {}

  getImageData(_x: number, _y: number, width: number, height: number): ImageData {
    return blank(width, height);
  }

  putImageData({ width, height, data }: ImageData): void {
    this.held = { width, height, rgba: new Uint8ClampedArray(data) };
  }

  fillRect(left: number, top: number, across: number, down: number): void {
    const { width, height, rgba } = (this.held ??= this.nothing());
    const { r, g, b, opacity } = rgb(this.fillStyle);
    for (let y = Math.max(0, top); y < Math.min(height, top + down); y++)
      for (let x = Math.max(0, left); x < Math.min(width, left + across); x++)
        rgba.set([r, g, b, 255 * opacity], 4 * (y * width + x));
  }

  address(): string {
    painted.push(this.held ?? this.nothing());
    return `${ADDRESS}${painted.length - 1}`;
  }

  private nothing(): Raster {
    const size = (name: string): number => Number(this.canvas.getAttribute(name)) || 0;
    const { width, height, data } = blank(size("width"), size("height"));
    return { width, height, rgba: data };
  }
}

/** Gives the canvases of this document a context for pixels. */
export function paintable(document: Document): void {
  const contexts = new WeakMap<Element, Context>();
  const contextOf = (canvas: Element): Context => {
    if (!contexts.has(canvas)) contexts.set(canvas, new Context(canvas));
    return contexts.get(canvas)!;
  };
  const prototype = Object.getPrototypeOf(document.createElement("canvas")) as object;
  Object.assign(prototype, {
    getContext(this: Element, kind: string) {
      return kind === "2d" ? contextOf(this) : null;
    },
    toDataURL(this: Element) {
      return contextOf(this).address();
    },
  });
}
