/** Marks that the API of Mosaic 0.32 gets wrong: vectors along x are misspelt, densities forget their `type`, tiles
 * are asked for beside the picture's world, hexagons halve a param instead of its value, rasters of means are 0 where
 * nothing is, and bands of regressions are too wide. */
import { isParam, Param } from "@uwdata/mosaic-core";
import { Density1DMark, HexbinMark, Mark } from "@uwdata/mosaic-plot";
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

/** Hexagons whose width is a param have a radius that follows it. */
function withRadius(options: Options): Options {
  const width = options["binWidth"];
  if (!isParam(width) || "r" in options) return options;
  const half = (): number => Number(width.value) / 2;
  const r = Param.value(half());
  width.addEventListener("value", () => void r.update(half()));
  return { ...options, r };
}

/** The functions that stand for those of the API. */
export const mended: Record<string, Make> = {
  hexbin: (source, options) => (plot) => plot.addMark(new HexbinMark(source as never, withRadius(options) as never)),
  vectorX: (source, options) => (plot) => plot.addMark(new Mark("vectorX", source as never, options)),
  densityX: densities("areaX"),
  densityY: densities("areaY"),
  raster: (source, options) => (plot) => plot.addMark(new OpenRaster(source as never, options)),
  regressionY: (source, options) => (plot) => plot.addMark(new FittedRegression(source as never, options as never)),
  rasterTile: (source, options) => (plot) => plot.addMark(new TileMark(source, options)),
};
