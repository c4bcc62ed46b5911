/** Suspects among the samples of a picture, found when they are first asked for. */
import { MOST_SHOWN, suspectedIn, type Suspected } from "../shared/analysis/suspects";
import type { CellPlot } from "../shared/payload";
import { additiveMeans } from "../shared/statistics/additive";
import { planeCells } from "../shared/statistics/cells";

const known = new WeakMap<Float64Array, Suspected>();

function found({ values, sampleAxis, x, y, standing }: CellPlot): Suspected {
  const [nx, ny] = [x.labels.length, y.labels.length];
  const [rows, columns] = additiveMeans(planeCells(values, nx, ny));
  const isAcross = sampleAxis === "x";
  const [ofSamples, ofModels] = isAcross ? [columns, rows] : [rows, columns];
  const [samples, models] = isAcross ? [x.labels, y.labels] : [y.labels, x.labels];
  const scored = { values, nx, ny, sampleAxis, ofSamples, ofModels, samples, models };
  return suspectedIn({ ...scored, threshold: standing?.threshold ?? null }, MOST_SHOWN);
}

/** The suspects of a plot, by the numbers that its samples have. */
export function suspectedOf(plot: CellPlot): Suspected {
  const suspected = known.get(plot.values) ?? found(plot);
  known.set(plot.values, suspected);
  return suspected;
}
