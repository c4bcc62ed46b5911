/** The words around a picture: its title, what it finds, and what its footer says. */
import { counted, count } from "../../shared/format";
import type { FrameNotes } from "../../shared/sidecar";

const TIES = { right: "row above", top: "column before" } as const;

/** "8 models, 120 samples". */
export const sizeText = (models: number, samples: number): string =>
  `${counted(models, "model")}, ${counted(samples, "sample")}`;

/** The title that a plot gets where the caller gave none. */
export function headingOf({ heading, task }: FrameNotes, models: number, samples: number): string | null {
  if (!heading) return null;
  return task ? `${task}: ${sizeText(models, samples)}` : sizeText(models, samples);
}

/** What the footer says of the data besides samples; a title that tells the number of models is not repeated. */
export function factsText({ heading, facts }: FrameNotes, models: number): string {
  const numbers = heading ? [] : [counted(models, "model")];
  return [...numbers, ...(facts ?? [])].join(" \u00b7 ");
}

/** What the signs of the margin mean. */
export function signsText(side: "right" | "top", hasTies: boolean, hasAdjusted: boolean): string {
  const ties = hasTies ? [`~ not separated from the ${TIES[side]} (paired test)`] : [];
  const adjusted = hasAdjusted ? ["\u25cb adjusted: as if all had the same samples"] : [];
  return [...ties, ...adjusted].join(" \u00b7 ");
}

/** Heading of the numbers of samples that have a score. */
export const numbersHead = (of: number): string => `n of ${count(of)}`;
