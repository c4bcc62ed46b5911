/** Cells as their differences from those of one model, the baseline. */
import { ABSENT, OK, type CellPlot } from "./payload";

type Planes = Pick<CellPlot, "values" | "states">;

/** What is subtracted: the baseline's cell in the row or column of a cell. */
export function baseCell(nx: number, sampleAxis: "x" | "y", band: number): (i: number) => number {
  return sampleAxis === "x" ? (i) => band * nx + (i % nx) : (i) => i - (i % nx) + band;
}

/** By how much a score is better than another one. */
export const gain = (score: number, base: number, isLower?: boolean): number => (isLower ? base - score : score - base);

/** By how much scores are better than those of the baseline; what that lacks is absent. */
function planesOf({ values, states, isLower, sampleAxis }: CellPlot, nx: number, band: number): Planes {
  const base = baseCell(nx, sampleAxis, band);
  const out = { values: new Float64Array(values.length), states: states.slice() };
  for (let i = 0; i < values.length; i++) {
    const difference = gain(values[i], values[base(i)], isLower);
    out.values[i] = difference;
    if (difference !== difference && values[i] === values[i] && states[i] === OK) out.states[i] = ABSENT;
  }
  return out;
}

/** No numbers of rows: cells that are shown as single ones. */
export const SINGLE = {
  rows: undefined,
  scored: undefined,
  errors: undefined,
  limits: undefined,
  reasons: undefined,
} as const;

const known = new WeakMap<Float64Array, { band: number; planes: Planes }>();

/** The plot that shows differences, where a baseline is chosen; they are the scores of single rows. */
export function differencesIn(plot: CellPlot): CellPlot {
  const { baseline, values, x } = plot;
  if (!baseline) return plot;
  const found = known.get(values);
  const { band, color } = baseline;
  const planes = found && found.band === band ? found.planes : planesOf(plot, x.labels.length, band);
  known.set(values, { band, planes });
  return { ...plot, ...SINGLE, ...planes, color };
}

/** The greatest difference of scores from those of the baseline, for colours: 1 where all scores lie from 0 to 1. */
export function mostOf({ values }: Planes, nx: number, sampleAxis: "x" | "y", band: number): number {
  const base = baseCell(nx, sampleAxis, band);
  let [most, isShare] = [0, true];
  for (let i = 0; i < values.length; i++) {
    const difference = Math.abs(values[i] - values[base(i)]);
    if (difference > most) most = difference;
    if (values[i] < 0 || values[i] > 1) isShare = false;
  }
  return isShare ? 1 : most || 1;
}

/** The differences of all models but the baseline itself. */
export function againstValues(plot: CellPlot): Float64Array {
  const { values } = differencesIn(plot);
  if (!plot.baseline) return values;
  const base = baseCell(plot.x.labels.length, plot.sampleAxis, plot.baseline.band);
  return values.filter((_, i) => base(i) !== i);
}
