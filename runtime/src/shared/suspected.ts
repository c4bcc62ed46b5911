/** Suspects among the samples that are drawn. */
import { MOST_SHOWN, suspectedIn, type Suspected } from "./analysis/suspects";
import { thresholdOf } from "./difficulty";
import type { CellPlot } from "./payload";
import { fitOf, type Matrix } from "./summary";

const known = new WeakMap<Float64Array, Suspected>();

/** What a picture tells of suspects; `reached`: the least value that solves a sample, where the caller chose one. */
export function suspectsOf(
  matrix: Matrix,
  samples: readonly string[],
  models: readonly string[],
  reached: number | undefined,
): NonNullable<CellPlot["suspects"]> {
  const { kind, ...fit } = fitOf(matrix);
  const scored = { ...matrix, ...fit, samples, models, threshold: thresholdOf(kind, reached ?? null) };
  const found = known.get(matrix.values) ?? suspectedIn(scored, MOST_SHOWN);
  known.set(matrix.values, found);
  const { suspects, isTelling, words } = found;
  return { samples: Uint32Array.from(suspects, ({ sample }) => sample), isTelling, words };
}
