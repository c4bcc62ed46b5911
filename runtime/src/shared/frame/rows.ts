/** What the margin says of each model. */
import { count } from "../format";
import type { MarginRow } from "../payload";
import type { ModelSummary } from "../summary";
import type { MeanScale } from "./scale";

/** A model with a smaller share of the samples has its number of samples told at length. */
const PART = 0.95;

const own = (value: number | null, scale: MeanScale): string => (value === null ? "\u2013" : scale.text(value));

const METHODS = { Wilson: "Wilson\u2019s for shares", t: "Student\u2019s t over samples" } as const;

/** An interval and its method in words; empty for none. */
export const intervalText = (
  { low, high, method }: Pick<ModelSummary, "low" | "high" | "method">,
  scale: Pick<MeanScale, "text">,
): string => (low === null || high === null ? "" : `${scale.text(low)} to ${scale.text(high)}, ${METHODS[method!]}`);

function rowOf(model: ModelSummary, scale: MeanScale, isTied: boolean): MarginRow {
  const { mean, adjusted, low, high, n, of } = model;
  const place = (value: number | null): number | null => (value === null ? null : scale.at(value));
  const isPartial = n < PART * of;
  const isMoved = mean !== null && adjusted !== null && scale.areApart(mean, adjusted);
  return {
    mean: own(mean, scale),
    adjusted: isMoved ? `(${scale.text(adjusted)})` : "",
    n: isPartial ? `${count(n)} of ${count(of)}` : count(n),
    at: place(mean),
    adjustedAt: isMoved ? scale.at(adjusted) : null,
    low: place(low),
    high: place(high),
    interval: intervalText(model, scale),
    isTied,
    isPartial,
  };
}

/** What is said of each model, in drawing order. */
export const rowsOf = (models: ModelSummary[], scale: MeanScale): MarginRow[] =>
  models.map((model) => rowOf(model, scale, model.above !== null && !model.above.isApart));
