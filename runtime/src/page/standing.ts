/** How a sample does beside the others, in words. */
import { brief, count } from "../shared/format";
import type { CellPlot } from "../shared/payload";

const ENDINGS: Record<string, string> = { one: "st", two: "nd", few: "rd" };
const RULES = new Intl.PluralRules("en", { type: "ordinal" });

/** "41st " */
const ordinal = (n: number): string => `${count(n)}${ENDINGS[RULES.select(n)] ?? "th"} `;

/** Ranks of samples in drawing order: 1 + the number of those that are harder; 0 for those without a score. */
export function ranksOf(steps: Uint32Array): Uint32Array {
  let last = 0;
  return steps.map((step) => (last = (last + step) | 0));
}

/** What solves a sample of which some epochs pass and others fail. */
const HALF = " in half of the epochs or more";

const isPart = (score: number): boolean => score > 0 && score < 1;

/** "solved by 3 of 8, 41st hardest of 198" of a sample by its number and its scores; "" where nothing is known. */
export function standings({ standing, isLower }: CellPlot): (sample: number, scores: number[]) => string {
  if (!standing) return () => "";
  const { threshold, steps, isBinary } = standing;
  const ranks = ranksOf(steps);
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  const all = count(ranks.length - (sizes.get(0) ?? 0));
  const solves = (score: number): boolean => (isLower ? score <= threshold! : score >= threshold!);
  return (sample, scores) => {
    const rank = ranks[sample];
    if (!rank) return "";
    const n = count(scores.length);
    const done =
      threshold === null
        ? `mean ${brief(scores.reduce((a, b) => a + b) / scores.length)} of ${n} models`
        : `solved by ${count(scores.filter(solves).length)} of ${n}${isBinary && scores.some(isPart) ? HALF : ""}`;
    return `${done}, ${sizes.get(rank)! > 1 ? "joint " : ""}${rank > 1 ? ordinal(rank) : ""}hardest of ${all}`;
  };
}
