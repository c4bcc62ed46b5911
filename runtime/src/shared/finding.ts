/** What a picture shows, in words: nothing is claimed without its uncertainty. */
import { count, counted, exact } from "./format";
import type { Comparison, ModelSummary, Summary } from "./summary";

/** A smaller difference of means is one of rounding. */
const EQUAL = 1e-12;
const MINUS = "\u2212";

/** Numbers of one sentence with so many decimals. */
const fixed = (value: number, digits: number): string =>
  value
    .toFixed(digits)
    .replace(/^-(?=0(\.0*)?$)/, "")
    .replace("-", MINUS);

/** Decimals that show three digits of the difference, and tell an end of the interval from 0 where it is not. */
function digitsFor({ difference, low, high }: Comparison, scale: number): number {
  const size = Math.abs(difference) * scale;
  let digits = size >= 10 ? 0 : size >= 1 ? 1 : 2;
  const shows = (value: number): boolean => value === 0 || Number((value * scale).toFixed(digits)) !== 0;
  while (digits < 6 && !(shows(low) && shows(high))) digits++;
  return digits;
}

/** A difference with its interval: "4.1 points (paired 95 % interval 0.9 to 7.3)". Scores from 0 to 1 are told in
 * points of a hundred. */
function difference(pair: Comparison, isShare: boolean): string {
  const scale = isShare ? 100 : 1;
  const digits = digitsFor(pair, scale);
  const [value, low, high] = [pair.difference, pair.low, pair.high].map((v) => fixed(v * scale, digits));
  const unit = isShare ? ` point${value === "1" ? "" : "s"}` : "";
  return `${value}${unit} (paired 95 % interval ${low} to ${high})`;
}

const turned = ({ low, high, ...pair }: Comparison): Comparison => ({
  ...pair,
  difference: -pair.difference,
  low: -high,
  high: -low,
});

/** "on the 60 both have", where it is not all that either has. */
const onBoth = (n: number, most: number): string => (n < most ? ` on the ${count(n)} both have` : "");

/** How the best model does beside the second best. */
function lead(pair: Comparison, best: string, next: string, most: number, isShare: boolean): string {
  const where = onBoth(pair.n, most);
  if (pair.low === 0 && pair.high === 0)
    return `${best} and ${next} are not separated: they score alike${where || ` on all ${counted(pair.n, "sample")}`}.`;
  if (Math.abs(pair.difference) < EQUAL) {
    const told = difference({ ...pair, difference: 0 }, isShare);
    return `${best} and ${next} are not separated: a difference of ${told}${where}.`;
  }
  const [ahead, behind, distance] = pair.difference < 0 ? [next, best, turned(pair)] : [best, next, pair];
  const told = `${difference(distance, isShare)}${where}.`;
  if (pair.isApart) return `${ahead} leads ${behind} by ${told}`;
  return `${best} and ${next} are not separated: ${ahead} is ahead by ${told}`;
}

/** A mean with its interval. */
export function meanText({ mean, low, high }: Pick<ModelSummary, "mean" | "low" | "high">): string {
  if (mean === null) return "no score";
  const size = Math.max(...[mean, low ?? 0, high ?? 0].map(Math.abs));
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const interval =
    low === null || high === null ? "no interval" : `95 % interval ${fixed(low, digits)} to ${fixed(high, digits)}`;
  return `${fixed(mean, digits)} (${interval})`;
}

function ofModels({ models, lead: pair, leader, second, isShare }: Summary, names: string[]): string {
  if (leader === null) return "No sample has a score.";
  const best = names[leader];
  if (second === null) return `${best} has a mean of ${meanText(models[leader])}.`;
  const next = names[second];
  if (pair === null) return `${best} and ${next}, the best two, have too few samples in common to be compared.`;
  return lead(pair, best, next, Math.max(models[leader].n, models[second].n), isShare);
}

/** How many samples nobody and everybody solves. */
function ofSamples({ ends, reached, second }: Summary): string {
  if (ends === null || ends.scored === 0 || second === null) return "";
  const { nobody, everybody, scored } = ends;
  const verb = reached === null ? "solves" : `brings to ${exact(reached)}`;
  if (nobody === scored) return `Nobody ${verb} any of the ${counted(scored, "sample")}.`;
  if (everybody === scored) return `Everybody ${verb} all ${counted(scored, "sample")}.`;
  const none = nobody ? `${counted(nobody, "sample")} nobody ${verb}` : "";
  const all = everybody
    ? `${nobody ? count(everybody) : counted(everybody, "sample")} everybody${nobody ? "" : ` ${verb}`}`
    : "";
  return none || all ? `${[none, all].filter(Boolean).join(", ")}.` : "";
}

/** One or two sentences: who leads, by how much and how sure that is; what nobody and everybody solves. */
export const findingOf = (summary: Summary, names: string[]): string =>
  [ofModels(summary, names), ofSamples(summary)].filter(Boolean).join(" ");
