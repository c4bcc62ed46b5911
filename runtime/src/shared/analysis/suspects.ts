/** Samples that strong models fail and weak ones pass: where a target or a grader may be wrong. */
import { brief, count, counted } from "../format";
import { naturalOrder } from "../natural";
import { permuted, snapped, type Means } from "../statistics/additive";
import { discriminationOf, LEAST } from "./items";
import { rowOf, transposed, type Plane } from "./plane";

export interface Suspect {
  /** Number of the sample. */
  sample: number;
  /** Its item-rest correlation, with its 95 % interval. */
  discrimination: number;
  low: number;
  high: number;
  /** Why it is one, in words. */
  reason: string;
  /** The best models that fail, the best first; where scores are grades, the best third. */
  failing: number[];
}

export interface Suspected {
  /** The most suspect first, equal ones by name. */
  suspects: Suspect[];
  /** How many there are, with those that were not asked for. */
  all: number;
  /** Whether there are models enough to tell a wrong sample from chance. */
  isTelling: boolean;
  /** What there is to say of the list, or why there is none, as a part of a sentence. */
  words: string;
}

/** What suspects are looked for in: scores, their additive fit, and the names of samples and models. */
export interface Scored {
  values: Float64Array;
  nx: number;
  ny: number;
  sampleAxis: "x" | "y";
  ofModels: Means;
  ofSamples: Means;
  /** The least value that solves a sample; null for grades. */
  threshold: number | null;
  /** What scores were subtracted from, as lower ones are better; null where they are as they came. */
  turn: number | null;
  samples: readonly string[];
  models: readonly string[];
}

/** With fewer models the correlation cannot tell a wrong sample from chance. */
const TELLING_FROM = 12;

/** Suspects that are shown, at most. */
export const MOST_SHOWN = 50;

const groupWords = (size: number, word: string): string => (size === 1 ? `the ${word}` : `the ${size} ${word}`);

/** "the 3 best fail", "2 of the 3 best fail", "the best fails". */
function share(count: number, size: number, word: string, verb: string): string {
  const plural = verb.endsWith("s") ? `${verb}es` : `${verb}s`;
  if (size === 1) return count ? `the ${word} ${plural}` : `not even the ${word} ${plural}`;
  if (count === size) return `${groupWords(size, word)} ${verb}`;
  return `${count || "none"} of ${groupWords(size, word)} ${verb}`;
}

type Judged = Pick<Scored, "threshold" | "turn">;

function reasonOf(best: number[], weakest: number[], { threshold, turn }: Judged): string {
  const size = best.length;
  if (threshold !== null) {
    const failing = best.filter((value) => value < threshold).length;
    const passing = weakest.filter((value) => value >= threshold).length;
    return `${share(failing, size, "best", "fail")}, ${share(passing, size, "weakest", "pass")}`;
  }
  const mean = (values: number[]): string => {
    const own = values.reduce((a, b) => a + b, 0) / values.length;
    return brief(turn === null ? own : turn - own);
  };
  const verb = size === 1 ? "scores" : "score";
  const all = size === 1 ? "" : " on average";
  return `${groupWords(size, "best")} ${verb} ${mean(best)}${all}, ${groupWords(size, "weakest")} ${mean(weakest)}`;
}

const isKnown = (value: number): boolean => value === value;

/** Why a sample is suspect; the rows of the plane are models, the best first. */
function reasonFor({ values, nx, ny }: Plane, sample: number, judged: Judged): [string, number[]] {
  const { threshold } = judged;
  const valueOf = (row: number): number => values[row * nx + sample];
  const rows = Array.from({ length: ny }, (_, row) => row).filter((row) => isKnown(valueOf(row)));
  const third = Math.max(1, Math.floor(rows.length / 3));
  const [best, weakest] = [rows.slice(0, third), rows.slice(-third)];
  const reason = reasonOf(best.map(valueOf), weakest.map(valueOf), judged);
  return [reason, best.filter((row) => threshold === null || valueOf(row) < threshold)];
}

/** Models, the best first; those without a score last, equal ones by name. */
function byMean({ adjusted }: Means, names: readonly string[]): number[] {
  const by = snapped(adjusted).map((value) => (isKnown(value) ? value : -Infinity));
  return [...by.keys()].sort((a, b) => (by[a] === by[b] ? 0 : by[b] - by[a]) || naturalOrder(names[a], names[b]));
}

/** The scores of these models, a row each. */
function planeOf({ values, nx, ny, sampleAxis }: Scored, models: readonly number[]): Plane {
  const isAcross = sampleAxis === "x";
  const [samples, scores] = isAcross ? [nx, values] : [ny, transposed(values, nx)];
  const plane = { values: scores, nx: samples, ny: models.length, epochs: null };
  const rows = new Float64Array(values.length);
  models.forEach((model, row) => rows.set(rowOf(plane, model), row * samples));
  return { ...plane, values: rows };
}

const WRONG = "that strong models fail and weak ones pass";

/** What is said of so many suspects among the scores of so many models. */
function wordsOf(all: number, shown: number, models: number, isDefined: boolean): string {
  if (models === 0) return "no suspects: no sample has a score";
  if (models < LEAST) return `no suspects: ${counted(models, "model")}, and it takes ${LEAST} to find one`;
  if (!isDefined) return "no suspects: scores do not differ between models";
  if (all === 0) return "no suspects: no sample goes against what models do elsewhere";
  const isPart = shown < all;
  const number = isPart ? `the ${count(shown)} most suspect of ${count(all)} samples` : counted(all, "suspect");
  if (models < TELLING_FROM)
    return `${number}, which ${counted(models, "model")} cannot tell from chance: that takes ${TELLING_FROM}`;
  if (isPart) return `${number} ${WRONG}`;
  return `${number}: ${all === 1 ? "a sample" : "samples"} ${WRONG}`;
}

/** Samples whose scores go against how models do elsewhere; at most so many. */
export function suspectedIn(scored: Scored, most: number): Suspected {
  const { samples, models, ofModels, ofSamples } = scored;
  const rows = byMean(ofModels, models);
  const plane = planeOf(scored, rows);
  const fit = { models: permuted(ofModels, rows), samples: ofSamples };
  const { discrimination, low, high } = discriminationOf(plane, fit);
  const by = snapped(discrimination);
  const found = Array.from(by.keys()).filter((x) => by[x] < 0);
  found.sort((a, b) => by[a] - by[b] || naturalOrder(samples[a], samples[b]));
  const suspects = found.slice(0, most).map((sample) => {
    const [reason, failing] = reasonFor(plane, sample, scored);
    const interval = { discrimination: discrimination[sample], low: low[sample], high: high[sample] };
    return { sample, ...interval, reason, failing: failing.map((row) => rows[row]) };
  });
  const scoredModels = ofModels.n.filter((n) => n > 0).length;
  return {
    suspects,
    all: found.length,
    isTelling: scoredModels >= TELLING_FROM,
    words: wordsOf(found.length, suspects.length, scoredModels, discrimination.some(isKnown)),
  };
}
