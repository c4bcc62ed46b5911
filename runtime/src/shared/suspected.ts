/** Suspects among the samples that are drawn. */
import { MOST_SHOWN, suspectedIn, type Suspected } from "./analysis/suspects";
import { thresholdOf } from "./difficulty";
import type { CellPlot } from "./payload";
import { fitOf, uprightOf, type Matrix } from "./fits";
import { turnedValue } from "./turn";

const known = new WeakMap<Float64Array, Suspected>();

/** Suspects of a matrix; `reached`: the least value that solves a sample, where the caller chose one. */
export function suspectedOf(
  matrix: Matrix,
  samples: readonly string[],
  models: readonly string[],
  reached: number | undefined,
): Suspected {
  const before = known.get(matrix.values);
  if (before) return before;
  const { matrix: own, at: turn } = matrix.isLower ? uprightOf(matrix) : { matrix, at: null };
  const { kind, ...fit } = fitOf(own);
  const least = turn === null ? reached : turnedValue(reached, turn);
  const scored = { ...own, ...fit, samples, models, threshold: thresholdOf(kind, least ?? null), turn };
  const found = suspectedIn(scored, MOST_SHOWN);
  known.set(matrix.values, found);
  return found;
}

/** What a picture tells of suspects. */
export function suspectsOf(...matrix: Parameters<typeof suspectedOf>): NonNullable<CellPlot["suspects"]> {
  const { suspects, isTelling, words } = suspectedOf(...matrix);
  return { samples: Uint32Array.from(suspects, ({ sample }) => sample), isTelling, words };
}
