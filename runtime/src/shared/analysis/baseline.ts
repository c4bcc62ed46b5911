/** All models against one of them, the baseline: order, margin and words. */
import { isExact } from "../difficulty";
import { fixed } from "../finding";
import { count, counted } from "../format";
import type { Ground } from "./ground";
import { probability } from "./compare";
import { correctionFor, pairsOf, type Pair } from "./pairs";

/** Every model against the baseline, in drawing order; null for the baseline itself. */
export interface Against {
  name: string;
  pairs: (Pair | null)[];
}

/** The models in the order of their differences from the baseline, which stands first: the best first, those that have
 * fewer than two samples in common with it last. */
export function againstOf({ plane, fit, kind }: Ground, row: number): { order: number[]; pairs: (Pair | null)[] } {
  const pairs = new Array<Pair | null>(plane.ny).fill(null);
  for (const pair of pairsOf(plane, fit.models.mean, isExact(kind), row)) pairs[pair.first] = pair;
  const size = (y: number): number => pairs[y]?.comparison?.difference ?? -Infinity;
  const others = pairs.flatMap((pair, y) => (pair ? [y] : []));
  return { order: [row, ...others.sort((a, b) => size(b) - size(a) || a - b)], pairs };
}

/** Whether a model differs from the baseline after Holm's correction. */
export const isApart = ({ holm, comparison }: Pair): boolean =>
  comparison !== null && comparison.isApart && holm < 0.05;

/** Pairs that have a test. */
export const testedIn = ({ pairs }: Against): number => pairs.filter((pair) => pair?.comparison).length;

/** So many models are told one by one. */
const TOLD = 4;

function difference({ comparison }: Pair, isShare: boolean): string {
  const value = comparison!.difference * (isShare ? 100 : 1);
  const size = Math.abs(value);
  const digits = size >= 10 ? 0 : size >= 1 ? 1 : 2;
  return `${value > 0 ? "+" : ""}${fixed(value, digits)}${isShare ? " points" : ""}`;
}

/** "b +12 points (p = 0.003)" for those that differ, as far as there is room for them. */
function apartText(apart: { pair: Pair; name: string }[], isShare: boolean): string {
  const told = apart
    .slice(0, TOLD)
    .map(({ pair, name }) => `${name} ${difference(pair, isShare)} (${probability(pair.holm)})`);
  return told.join(", ") + (apart.length > TOLD ? ` and ${count(apart.length - TOLD)} more` : "");
}

/** "2 of 7 models differ from Model A after Holm's correction for 7 pairs: b +12 points (p = 0.003), ...; the others
 * are not separated." `names`: what models are called, the baseline `base`. */
export function againstText({ pairs }: Against, names: string[], base: string, isShare: boolean): string {
  const compared = pairs.flatMap((pair, i) => (pair?.comparison ? [{ pair, name: names[i] }] : []));
  const apart = compared.filter(({ pair }) => isApart(pair));
  const [n, of] = [apart.length, compared.length];
  if (!of) return `No model has two samples in common with ${base}.`;
  if (of === 1)
    return n
      ? `${apartText(apart, isShare)} against ${base}: separated.`
      : `${compared[0].name} is not separated from ${base}.`;
  if (!n) return `None of ${count(of)} models is separated from ${base} after ${correctionFor(of)}.`;
  const subject = `${count(n)} of ${count(of)} models ${n === 1 ? "differs" : "differ"} from ${base}`;
  const rest = n < of ? "; the others are not separated" : "";
  return `${subject} after ${correctionFor(of)}: ${apartText(apart, isShare)}${rest}.`;
}

/** "each over the samples that it and Model A have: 18 to 20 of 20". */
export function againstFacts({ pairs, name }: Against, all: number): string {
  const numbers = pairs.flatMap((pair) => (pair ? [pair.n] : []));
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (low === all) return `all ${counted(all, "sample")} are compared`;
  const said = low === high ? count(low) : `${count(low)} to ${count(high)}`;
  return `each over the samples that it and ${name} have: ${said} of ${count(all)}`;
}
