/** Suspects among the samples that a plot shows. */
import type { Suspected } from "../shared/analysis/suspects";
import type { CellPlot } from "../shared/payload";
import { suspectedOf } from "../shared/suspected";

export function suspectsIn(plot: CellPlot): Suspected {
  const { values, states, sampleAxis, x, y, scored, isLower, view, standing } = plot;
  const matrix = { values, states, sampleAxis, scored, nx: x.labels.length, ny: y.labels.length, isLower };
  const reached = view ? view.threshold : standing?.threshold;
  const [samples, models] = sampleAxis === "x" ? [x, y] : [y, x];
  return suspectedOf(matrix, samples.labels, models.labels, reached ?? undefined);
}
