/** Marks that the API of Mosaic 0.32 gets wrong: vectors along x are misspelt, densities forget their `type`, tiles
 * are asked for beside the picture's world, rasters of means are 0 where nothing is, and bands of regressions are too
 * wide. */
import { Density1DMark, Mark } from "@uwdata/mosaic-plot";
import { OpenRaster } from "./raster";
import { FittedRegression } from "./regression";
import { TileMark } from "./tiles";

type Options = { type?: string } & Record<string, unknown>;
type Directive = (plot: { addMark(mark: unknown): void }) => void;
type Make = (source: unknown, options: Options) => Directive;

const densities =
  (usual: string): Make =>
  (source, { type = usual, ...options }) =>
  (plot) =>
    plot.addMark(new Density1DMark(type as never, source as never, options));

/** The functions that stand for those of the API. */
export const mended: Record<string, Make> = {
  vectorX: (source, options) => (plot) => plot.addMark(new Mark("vectorX", source as never, options)),
  densityX: densities("areaX"),
  densityY: densities("areaY"),
  raster: (source, options) => (plot) => plot.addMark(new OpenRaster(source as never, options)),
  regressionY: (source, options) => (plot) => plot.addMark(new FittedRegression(source as never, options as never)),
  rasterTile: (source, options) => (plot) => plot.addMark(new TileMark(source, options)),
};
