/** Samples in blocks of like difficulty, for an axis on which they stand in order of it. */
import { extreme } from "./difficulty";
import { brief } from "./format";
import { snapped } from "./statistics/additive";

/** Of each sample, in drawing order: means over its models, models that solve it, models that have a score. */
export interface SampleSummary {
  mean: Float64Array;
  adjusted: Float64Array;
  solved: Uint32Array;
  scored: Uint32Array;
}

/** Means of the samples by which they are hard: of scores, or of shares that reach a threshold. */
export type Difficulty = Pick<SampleSummary, "mean" | "adjusted">;

/** Bands [from, to) of the sample axis, in drawing order. */
export interface Block {
  from: number;
  to: number;
  kind:
    "nobody" | "few" | "half" | "most" | "all-but-one" | "everybody" | "quantile" | "part" | "group" | "topic" | "none";
  label: string;
  count: number;
  /** Of a group: the mean of its scores, as it is printed. */
  mean?: string;
}

type Kind = Block["kind"];

export interface BlockOptions {
  isOrdered: boolean;
  /** Null where scores are grades. */
  threshold: number | null;
  /** Models that have a score at all. */
  tried: number;
  /** Each cell either solves its sample or does not. */
  isCounted: boolean;
}

/** From so many models on "all but one" stands apart from "most". */
const ALL_BUT_ONE_FROM = 5;
const QUANTILES = 4;
const SMALLEST_QUANTILE = 2;

/** About how many of all models solve a sample, as the fit expects it of those that lack it. */
function expected({ mean, adjusted }: Difficulty, i: number, tried: number): number {
  const end = extreme(mean[i], adjusted[i], tried);
  if (end !== 0) return end < 0 ? 0 : tried;
  return tried === 1 ? 1 / 2 : Math.min(tried - 1, Math.max(1, Math.round(adjusted[i] * tried)));
}

/** Models that solve a sample: those that do, where all have tried it, else as many as the fit expects. */
type Solved = (i: number) => number;

function solvedKind(count: number, tried: number): Kind {
  if (count <= 0) return "nobody";
  if (count >= tried) return "everybody";
  if (count === tried - 1 && tried >= ALL_BUT_ONE_FROM) return "all-but-one";
  const share = count / tried;
  return share <= 1 / 3 ? "few" : share < 2 / 3 ? "half" : "most";
}

const WORDS: Record<Kind, string> = {
  nobody: "nobody",
  few: "few",
  half: "half",
  most: "most",
  "all-but-one": "most",
  everybody: "everybody",
  quantile: "",
  part: "",
  group: "",
  topic: "",
  none: "no score",
};

/** Words where there is one model. */
const WORDS_OF_ONE: Partial<Record<Kind, string>> = { nobody: "not solved", half: "in part", everybody: "solved" };

/** Bounds of quarters: values below a bound are in the quarter before it. Equal values are never parted. */
function quantiles(values: Float64Array): number[] {
  const sorted = values.filter((value) => value === value).sort();
  if (sorted.length < QUANTILES * SMALLEST_QUANTILE) return [];
  const bounds = Array.from(
    { length: QUANTILES - 1 },
    (_, k) => sorted[Math.floor((sorted.length * (k + 1)) / QUANTILES)],
  );
  return bounds.filter((bound, k) => bound > sorted[0] && bound !== bounds[k - 1]);
}

/** The class of each sample: its kind, and a number that differs from class to class. */
type Classify = (i: number) => readonly [Kind, number];

function classifier(difficulty: Difficulty, { threshold, tried }: BlockOptions): Classify {
  if (threshold !== null) return (i) => [solvedKind(expected(difficulty, i, tried), tried), 0];
  const means = snapped(difficulty.adjusted);
  const bounds = quantiles(means);
  return (i) => ["quantile", bounds.filter((bound) => means[i] >= bound).length];
}

/** Runs of samples of one class. */
function runs(count: number, classify: Classify): Block[] {
  const blocks: Block[] = [];
  let last: readonly [Kind, number] | null = null;
  for (let i = 0; i < count; i++) {
    const found = classify(i);
    if (last && found[0] === last[0] && found[1] === last[1]) blocks[blocks.length - 1].to++;
    else blocks.push({ from: i, to: i + 1, kind: found[0], label: WORDS[found[0]], count: 0 });
    last = found;
  }
  return blocks.map((block) => ({ ...block, count: block.to - block.from }));
}

const range = (low: number, high: number): string => (low === high ? brief(low) : `${brief(low)}\u2013${brief(high)}`);

/** The extent of what samples of a block have. */
export function between({ from, to }: Block, valueOf: Solved): string {
  let [low, high] = [Infinity, -Infinity];
  for (let i = from; i < to; i++) {
    const value = valueOf(i);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return range(low, high);
}

/** Words of a block: how many models solve its samples, or the extent of their means; never more than was tried. */
function labelled(block: Block, samples: SampleSummary, difficulty: Difficulty, options: BlockOptions): Block {
  const { tried, isCounted } = options;
  if (block.kind === "quantile") return { ...block, label: between(block, (i) => samples.mean[i]) };
  const isWhole = samples.scored.subarray(block.from, block.to).every((n) => n === tried);
  if (tried === 1) return { ...block, label: WORDS_OF_ONE[block.kind] ?? block.label };
  if (block.kind === "everybody" && !isWhole) return { ...block, label: "all who tried" };
  if (block.kind === "none" || block.kind === "nobody" || block.kind === "everybody") return block;
  const isExact = isCounted && isWhole;
  const solved: Solved = isExact ? (i) => samples.solved[i] : (i) => expected(difficulty, i, tried);
  return { ...block, label: `${isExact ? "" : "about "}${between(block, solved)} of ${tried}` };
}

/** Those blocks that stand apart in any order of the samples. */
export const withoutScore = (blocks: Block[]): Block[] => blocks.filter(({ kind }) => kind === "none");

/** Blocks in drawing order. Without an order of difficulty only samples without any score make one. */
export function blocksOf(samples: SampleSummary, difficulty: Difficulty, options: BlockOptions): Block[] {
  const classify = classifier(difficulty, options);
  const whole: Classify = (i) =>
    samples.scored[i] === 0 ? ["none", 0] : options.isOrdered ? classify(i) : ["half", 0];
  const blocks = runs(samples.scored.length, whole);
  if (!options.isOrdered) return withoutScore(blocks);
  return blocks.map((block) => labelled(block, samples, difficulty, options));
}
