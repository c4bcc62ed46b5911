/** Words and a small ramp for pixels that show the mean of several cells, where the legend tells values one by one. */
import { count, px } from "../../shared/format";
import type { CellPlot } from "../../shared/payload";
import { asPart } from "../../shared/protocol";
import { isBlended } from "../../shared/cover";
import type { Attributes, Make } from "../../shared/elements";
import type { PlotScale } from "../scale";
import { labelled, SWATCH, type Entry } from "./parts";

const WIDTH = 36;

/** What lies under a pixel of a user unit; null where that is a single cell. */
export function blendWords({ paint, x, y, sampleAxis }: CellPlot): string | null {
  if (paint !== "raster" || !isBlended(x, y, STATIC_SCALE)) return null;
  const [samples, models] = sampleAxis === "x" ? [x, y] : [y, x];
  const n = Math.round((1 / Math.min(1, samples.step)) * (1 / Math.min(1, models.step)));
  const noun = models.step < 1 ? "cells" : "samples";
  return n > 1 ? `a pixel holds about ${count(n)} ${noun}: their mean` : `between two ${noun}: their mean`;
}

/** Pixels of a user unit in a picture that is not zoomed. */
const STATIC_SCALE = 2;

/** The ramp of means, and the words. */
export function blendEntry(
  make: Make,
  scale: PlotScale,
  [low, high]: number[],
  words: string,
  scheme: Attributes,
): Entry {
  const step = (i: number): SVGElement => {
    const fill = scale.apply(low + ((high - low) * i) / (WIDTH - 1));
    return make("path", { d: `M${i} 1h${WIDTH - i}v${px(SWATCH - 2)}h${i - WIDTH}z`, fill });
  };
  const ramp = make(
    "g",
    { ...scheme, "shape-rendering": "crispEdges" },
    ...Array.from({ length: WIDTH }, (_, i) => step(i)),
  );
  const { nodes, width } = labelled(make, ramp, WIDTH, words);
  return { nodes: [make("g", asPart("legend-blend"), ...nodes)], width };
}
