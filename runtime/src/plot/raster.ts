/** A raster of means, of least or last values: where no row is, it shows none. Mosaic 0.32 paints such bins as if they
 * held 0, and stretches the scale to it. */
import { RasterMark } from "@uwdata/mosaic-plot";
import { columnsOf, isSmooth } from "./points/grid";

type Grid = unknown[];
interface Sparse {
  aggr: string[];
  channels: { channel: string; field?: unknown }[];
  grids0: { numRows: number; columns: Record<string, Grid[]> };
  image: { canvas: HTMLCanvasElement; ctx: CanvasRenderingContext2D; img: ImageData } | null;
  data: { columns: { src: string[] } };
}

/** Aggregates that are 0 where there is nothing. */
const ADDED = /^(count|sum|fsum|sumkahan|kahan_sum|product|countif|count_if)\s*\(/i;

export class OpenRaster extends RasterMark {
  private held: ArrayLike<number> = [];

  override queryResult(answer: unknown): this {
    this.held = (columnsOf(answer)["index"] ?? []) as ArrayLike<number>;
    return super.queryResult(answer as never) as this;
  }

  /** What is computed of the rows of a bin and unknown without one, in a single grid. */
  private get open(): string[] {
    const { aggr, channels, grids0 } = this as unknown as Sparse;
    if (isSmooth(this as never) || grids0.numRows !== 1) return [];
    const field = (name: string): unknown => channels.find(({ channel }) => channel === name)?.field;
    return aggr.filter((name) => field(name) && !ADDED.test(String(field(name))));
  }

  /** Bins without a row take a value that occurs, so that the scale is that of the rows. */
  override convolve(): this {
    const { columns } = (this as unknown as Sparse).grids0;
    const held = new Set(Array.from(this.held, Number));
    for (const name of this.open) {
      const [grid] = columns[name];
      const usual = grid[Number(this.held[0])];
      for (let at = 0; at < grid.length; at++) if (!held.has(at)) grid[at] = usual;
    }
    return super.convolve() as this;
  }

  override rasterize(): this {
    super.rasterize();
    const { image, data } = this as unknown as Sparse;
    if (!image || !this.open.length) return this;
    const { canvas, ctx, img } = image;
    const [across, up] = this.bins;
    const shown = new Uint8Array(across * up);
    for (let i = 0; i < this.held.length; i++) shown[Number(this.held[i])] = 1;
    for (let at = 0; at < shown.length; at++)
      if (!shown[at]) img.data[4 * ((up - 1 - Math.floor(at / across)) * across + (at % across)) + 3] = 0;
    ctx.putImageData(img, 0, 0);
    data.columns.src = [canvas.toDataURL()];
    return this;
  }
}
