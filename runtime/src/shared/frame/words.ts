/** The words around a picture: its title, what it finds, and what its footer says. */
import { testedIn, type Against } from "../analysis/baseline";
import { correctionFor } from "../analysis/pairs";
import { counted, count } from "../format";
import type { FrameNotes } from "../sidecar";

const TIES = { right: "row above", top: "column before" } as const;
const MODELS = { right: "rows", top: "columns" } as const;

/** "8 models, 120 samples". */
export const sizeText = (models: number, samples: number): string =>
  `${counted(models, "model")}, ${counted(samples, "sample")}`;

/** The title that a plot gets where the caller gave none. */
export function headingOf(
  { heading, task }: FrameNotes,
  compared: string | null,
  models: number,
  samples: number,
): string | null {
  if (!heading) return null;
  const said = compared ?? sizeText(models, samples);
  return task ? `${task}: ${said}` : said;
}

/** What the footer says of the data besides samples, after what was `said` of what is drawn; a title that tells the
 * number of models is not repeated. */
export function factsText({ heading, facts }: FrameNotes, models: number, said: string[]): string {
  const numbers = heading ? [] : [counted(models, "model")];
  return [...said.filter(Boolean), ...numbers, ...(facts ?? [])].join(" \u00b7 ");
}

/** What the signs of the margin mean; `isByIt`: models stand in the order of adjusted means. */
export function signsText(
  side: "right" | "top",
  hasTies: boolean,
  hasAdjusted: boolean,
  isByIt: boolean,
  baseline: Against | null,
): string {
  const tested = baseline ? testedIn(baseline) : 0;
  const corrected = tested > 1 ? `paired test, ${correctionFor(tested)}` : "paired test";
  const test = baseline ? `${baseline.name} (${corrected})` : `the ${TIES[side]} (paired test)`;
  const ties = hasTies ? [`~ not separated from ${test}`] : [];
  const order = isByIt ? `; ${MODELS[side]} stand by it` : "";
  const adjusted = hasAdjusted ? [`(adjusted) \u25cb the mean if all had the same samples${order}`] : [];
  return [...ties, ...adjusted].join(" \u00b7 ");
}

/** "samples and models in the order of the data"; empty where both stand as ever. */
export function ordersText(samples: string | null, models: string | null): string {
  if (samples !== null && samples === models) return `samples and models ${samples}`;
  return [samples && `samples ${samples}`, models && `models ${models}`].filter(Boolean).join(" \u00b7 ");
}

/** Heading of the numbers of samples that have a score. */
export const numbersHead = (of: number): string => `n of ${count(of)}`;
