/** Whether the epochs of cells agree, from what the payload of a page says of them. */
import type { CellFacts } from "../payload";
import type { Epochs } from "./plane";

/** The least and the greatest score of epochs, or, in words, why they are not known. */
export type Told = Epochs | string;

type Facts = Pick<CellFacts, "values" | "scored" | "standing">;

const isSeveral = ({ values, scored }: Facts): boolean =>
  scored?.some((n, i) => n > 1 && values[i] === values[i]) ?? false;

/**
 * Epochs of 0 and 1 differ where their mean is neither: planes of the cells as they stand in the payload, NaN for cells
 * without several scores, which `flipsOf` takes with a threshold of the epochs (half without one).
 */
export function toldEpochs(facts: Facts): Told {
  if (!isSeveral(facts)) return "no cell has scores of several epochs";
  const { values, scored, standing } = facts;
  if (!standing?.isBinary) return "means of grades do not tell whether epochs agree";
  const epochs = { low: new Float64Array(values.length).fill(NaN), high: new Float64Array(values.length).fill(NaN) };
  values.forEach((value, i) => {
    if (scored![i] < 2 || value !== value) return;
    epochs.low[i] = Number(value >= 1);
    epochs.high[i] = Number(value > 0);
  });
  return epochs;
}
