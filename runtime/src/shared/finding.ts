/** What a picture shows, in words: nothing is claimed without its uncertainty. */
import { count, counted, exact } from "./format";
import type { Comparison, Ends, Lead, ModelSummary, Summary } from "./summary";

/** A smaller difference of means is one of rounding. */
const EQUAL = 1e-12;
const MINUS = "\u2212";

/** A number of a sentence with so many decimals. */
export const fixed = (value: number, digits: number): string =>
  value
    .toFixed(digits)
    .replace(/^-(?=0(\.0*)?$)/, "")
    .replace("-", MINUS);

/** Decimals that show three digits of the difference, and tell an end of the interval from 0 where it is not. */
export function digitsFor({ difference, low, high }: Comparison, scale: number): number {
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

const turned = ({ low, high, means: [first, second], ...pair }: Lead): Lead => ({
  ...pair,
  means: [second, first],
  difference: -pair.difference,
  low: -high,
  high: -low,
});

/** Whether two differences are told alike with so many digits. */
const areAlike = (a: number, b: number, digits: number): boolean => a.toFixed(digits) === b.toFixed(digits);

/** Decimals of two means whose difference is told with so many digits: a reader who subtracts finds it, if one more
 * than it has is enough. */
function decimalsThat(first: number, second: number, digits: number, isShare: boolean): number {
  const scale = isShare ? 100 : 1;
  const least = digits + (isShare ? 2 : 0);
  const told = (decimals: number): number => Number(first.toFixed(decimals)) - Number(second.toFixed(decimals));
  return areAlike(told(least) * scale, (first - second) * scale, digits) ? least : least + 1;
}

/** "on the 60 both have", where it is not all that either has; with their means there, where those of all samples
 * differ otherwise. */
function onBoth({ n, means, ...pair }: Lead, most: number, plain: number, isShare: boolean): string {
  if (n >= most) return "";
  const where = ` on the ${count(n)} both have`;
  const scale = isShare ? 100 : 1;
  const digits = digitsFor({ n, ...pair }, scale);
  if (areAlike(Math.abs(plain) * scale, Math.abs(pair.difference) * scale, digits)) return where;
  const [first, second] = means;
  const decimals = decimalsThat(first, second, digits, isShare);
  return `${where}, ${fixed(first, decimals)} to ${fixed(second, decimals)}`;
}

/** How the best model does beside the second best; `plain`: the difference of their means. */
function lead(own: Lead, best: string, next: string, most: number, plain: number, isShare: boolean): string {
  const pair = own.difference < 0 && Math.abs(own.difference) >= EQUAL ? turned(own) : own;
  const where = onBoth(pair, most, plain, isShare);
  if (pair.low === 0 && pair.high === 0)
    return `${best} and ${next} are not separated: they score alike${where || ` on all ${counted(pair.n, "sample")}`}.`;
  if (Math.abs(pair.difference) < EQUAL) {
    const told = difference({ ...pair, difference: 0 }, isShare);
    return `${best} and ${next} are not separated: a difference of ${told}${where}.`;
  }
  const [ahead, behind] = pair === own ? [best, next] : [next, best];
  const told = `${difference(pair, isShare)}${where}.`;
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
  const [first, other] = [models[leader], models[second]];
  return lead(pair, best, next, Math.max(first.n, other.n), first.mean! - other.mean!, isShare);
}

/** "(3 not tried by all)", of samples that some model has no score for. */
const untriedText = (n: number): string => (n ? ` (${count(n)} not tried by all)` : "");

/** How many samples nobody and everybody solves. */
function ofSamples({ ends, reached, second }: Summary): string {
  if (ends === null || ends.scored === 0 || second === null) return "";
  const { nobody, everybody, scored, untried } = ends;
  const verb = reached === null ? "solves" : `brings to ${exact(reached)}`;
  const samples = counted(scored, "sample");
  const missing = (who: keyof Ends["untried"]): string => untriedText(untried[who]);
  const [any, each] = scored === 1 ? ["the one sample", "the one sample"] : [`any of the ${samples}`, `all ${samples}`];
  if (nobody === scored) return `Nobody ${verb} ${any}${missing("nobody")}.`;
  if (everybody === scored) return `Everybody ${verb} ${each}${missing("everybody")}.`;
  const none = nobody ? `${counted(nobody, "sample")} nobody ${verb}${missing("nobody")}` : "";
  const who = untried.everybody ? "everybody who tried" : "everybody";
  const all = everybody ? `${nobody ? count(everybody) : counted(everybody, "sample")} ${who}` : "";
  const told = all && `${all}${nobody ? "" : ` ${verb}`}${missing("everybody")}`;
  return none || told ? `${[none, told].filter(Boolean).join(", ")}.` : "";
}

/** One or two sentences: who leads, by how much and how sure that is; what nobody and everybody solves. */
export const findingOf = (summary: Summary, names: string[]): string =>
  [ofModels(summary, names), ofSamples(summary)].filter(Boolean).join(" ");
