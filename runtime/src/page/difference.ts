/** How far a cell is from the baseline's, in words. */
import { baseCell, gain } from "../shared/against";
import { exact } from "../shared/format";
import type { CellPlot } from "../shared/payload";

const signed = (value: number): string => (value > 0 ? "+" : "") + exact(Number(value.toPrecision(12)));

/** "+0.5 against alpha with 0.5"; empty where there is no baseline, or the cell is its own. */
export function differenceText(plot: CellPlot, i: number): string {
  const { baseline, values, sampleAxis, x, y, isLower } = plot;
  if (!baseline) return "";
  const at = baseCell(x.labels.length, sampleAxis, baseline.band)(i);
  if (at === i) return "the baseline";
  const name = (sampleAxis === "x" ? y : x).labels[baseline.band];
  if (values[at] !== values[at]) return `${name} has no score`;
  if (values[i] !== values[i]) return `${name} has ${exact(values[at])}`;
  const difference = gain(values[i], values[at], isLower);
  return `${signed(difference)} against ${name} with ${exact(values[at])}`;
}
