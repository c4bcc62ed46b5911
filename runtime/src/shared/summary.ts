/** What a matrix of scores says of its models and samples: the one home of these numbers. */
import { between, blocksOf, type Block, type SampleSummary } from "./blocks";
import { extreme, isExact, reaching, thresholdOf, type Kind } from "./difficulty";
import { toldValue, turnedOver, turnedValue } from "./turn";
import { fitOf, spreadIn, uprightOf, type Matrix, type MatrixFit } from "./fits";
import { snapped, type Means } from "./statistics/additive";
import { halfWidth, isConstant, wilson } from "./statistics/interval";
import { compared, type Comparison } from "./statistics/paired";
import { differencesOf, type Spread } from "./statistics/spread";

export type { Block, Comparison, Matrix, MatrixFit, SampleSummary };

export interface ModelSummary {
  /** Plain mean over the samples that have a score; that of a sample is the mean of its epochs. */
  mean: number | null;
  /** Least-squares mean of the additive fit; the plain one on grids without gaps. */
  adjusted: number | null;
  /** 95 % interval of the mean; null where the data allow none. */
  low: number | null;
  high: number | null;
  method: "Wilson" | "t" | null;
  /** Samples with a score, of those that are drawn. */
  n: number;
  of: number;
  /** The model drawn before it against it; null for the first, or where they have no two samples in common. */
  above: Comparison | null;
}

export interface Summary {
  /** Every row counts 0 or 1. */
  isBinary: boolean;
  /** All values lie between 0 and 1, so that differences can be told in points of a hundred. */
  isShare: boolean;
  /** The least value of a cell that solves a sample; null where scores are grades. */
  threshold: number | null;
  /** That value, if the caller chose it. */
  reached: number | null;
  /** Lower scores are better. */
  isLower?: true;
  /** In drawing order. */
  models: ModelSummary[];
  samples: SampleSummary;
  /** Empty unless samples stand in order of difficulty, but for those without any score. */
  blocks: Block[];
  /** The best model against the second best, by adjusted means, and their numbers in drawing order. */
  lead: Lead | null;
  leader: number | null;
  second: number | null;
  /** Samples that nobody and everybody solves, of those with a score; null where scores are grades. */
  ends: Ends | null;
}

/** A comparison with the means of both over the samples that it is made of. */
export interface Lead extends Comparison {
  means: [number, number];
}

/** Samples by who solves them; `untried`: those of them that some model has no score for. */
export interface Ends {
  nobody: number;
  everybody: number;
  scored: number;
  untried: { nobody: number; everybody: number };
}

export interface SummaryOptions {
  /** The least value that solves a sample; without it half of the epochs, where scores are 0 or 1. */
  threshold?: number | null;
  /** Samples stand in order of difficulty. */
  isOrdered: boolean;
}

const known = (value: number): number | null => (value === value ? value : null);

/** Wilson's interval for one epoch of 0 or 1, Student's otherwise, in which the epochs of a sample count as one
 * (E. Miller, arXiv 2411.00640). Binary scores that do not vary tell as much as so many single ones. */
export function intervalOf(
  mean: number,
  n: number,
  squares: number,
  kind: Kind,
): Pick<ModelSummary, "low" | "high" | "method"> {
  const areAlike = isConstant(squares, n, mean);
  if (n > 0 && kind.isBinary && (kind.isSingle || areAlike)) {
    const [low, high] = wilson(mean * n, n);
    return { low, high, method: "Wilson" };
  }
  if (n < 2 || areAlike) return { low: null, high: null, method: null };
  const half = halfWidth(n, squares);
  if (!Number.isFinite(half)) return { low: null, high: null, method: null };
  const [low, high] = [mean - half, mean + half];
  return kind.isBinary ? { low: Math.max(0, low), high: Math.min(1, high), method: "t" } : { low, high, method: "t" };
}

function modelsOf(means: Means, spread: Spread, of: number, kind: Kind): ModelSummary[] {
  return Array.from(means.mean, (mean, i) => ({
    mean: known(mean),
    adjusted: known(means.adjusted[i]),
    ...intervalOf(mean, means.n[i], spread.squares[i], kind),
    n: means.n[i],
    of,
    above: compared(spread.pairs[i], isExact(kind)),
  }));
}

/** How many cells of each sample reach the threshold; none without one. */
function solvedOf({ values, nx, ny, sampleAxis }: Matrix, threshold: number | null): Uint32Array {
  const isAcross = sampleAxis === "x";
  const solved = new Uint32Array(isAcross ? nx : ny);
  if (threshold === null) return solved;
  for (let y = 0, i = 0; y < ny; y++)
    for (let x = 0; x < nx; x++, i++) if (values[i] >= threshold) solved[isAcross ? x : y]++;
  return solved;
}

/** The best two by adjusted means; of equal ones those drawn first. */
function bestTwo(adjusted: Float64Array): [number | null, number | null] {
  const means = snapped(adjusted);
  const order = Array.from(means, (_, i) => i).filter((i) => means[i] === means[i]);
  order.sort((a, b) => means[b] - means[a]);
  return [order[0] ?? null, order[1] ?? null];
}

/** The scores of one model, by sample. */
function scoresOf({ values, nx, ny, sampleAxis }: Matrix, model: number): Float64Array {
  if (sampleAxis === "x") return values.subarray(model * nx, (model + 1) * nx);
  return Float64Array.from({ length: ny }, (_, y) => values[y * nx + model]);
}

/** One model against another, over the samples that both have. */
export function comparison(
  matrix: Matrix,
  first: number,
  second: number,
  mean: Float64Array,
  isExact: boolean,
): Lead | null {
  const [a, b] = [scoresOf(matrix, first), scoresOf(matrix, second)];
  const found = compared(differencesOf(a, b, mean[first] - mean[second]), isExact);
  if (found === null) return null;
  const sum = a.reduce((total, value, k) => (value === value && b[k] === b[k] ? total + value : total), 0);
  return { ...found, means: [sum / found.n, sum / found.n - found.difference] };
}

/** Means by which samples are hard: of shares that reach the threshold, where the caller chose one. */
const difficultyMeans = (matrix: Matrix, reached: number | null): Means =>
  fitOf(reached === null ? matrix : { ...matrix, values: reaching(matrix.values, reached) }).ofSamples;

function endsOf({ mean, adjusted, n }: Means, tried: number): Ends {
  const ends: Ends = { nobody: 0, everybody: 0, scored: 0, untried: { nobody: 0, everybody: 0 } };
  for (let i = 0; i < n.length; i++) {
    if (n[i] === 0) continue;
    ends.scored++;
    const end = extreme(mean[i], adjusted[i], tried);
    if (end === 0) continue;
    const who = end < 0 ? "nobody" : "everybody";
    ends[who]++;
    if (n[i] < tried) ends.untried[who]++;
  }
  return ends;
}

const modelBack = (model: ModelSummary, at: number): ModelSummary => ({
  ...model,
  mean: toldValue(model.mean, at),
  adjusted: toldValue(model.adjusted, at),
  low: toldValue(model.high, at),
  high: toldValue(model.low, at),
});

/** The summary of scores that were turned over, with scores as they are; `adjusted` of samples, which says how easy
 * they * are, and differences of models, which say how much better one is, stay. */
function summaryBack(summary: Summary, at: number): Summary {
  const { models, samples, lead, blocks, threshold, reached } = summary;
  const mean = turnedOver(samples.mean, at);
  return {
    ...summary,
    isLower: true,
    threshold: turnedValue(threshold, at),
    reached: turnedValue(reached, at),
    models: models.map((model) => modelBack(model, at)),
    samples: { ...samples, mean },
    blocks: blocks.map((block) =>
      block.kind === "quantile" ? { ...block, label: between(block, (i) => mean[i]) } : block,
    ),
    lead: lead && { ...lead, means: [at - lead.means[0], at - lead.means[1]] },
  };
}

/** Least-squares means by which samples are hard, and the least value that solves one. */
export function difficultyOf(
  matrix: Matrix,
  threshold?: number | null,
): Pick<Summary, "isBinary" | "threshold"> & { adjusted: Float64Array } {
  if (matrix.isLower) {
    const { matrix: own, at } = uprightOf(matrix);
    const found = difficultyOf(own, turnedValue(threshold, at));
    return { ...found, threshold: turnedValue(found.threshold, at) };
  }
  const { kind } = fitOf(matrix);
  return {
    adjusted: difficultyMeans(matrix, threshold ?? null).adjusted,
    isBinary: kind.isBinary,
    threshold: thresholdOf(kind, threshold ?? null),
  };
}

/** Means, intervals, comparisons and blocks of a matrix in drawing order. */
export function summaryOf(matrix: Matrix, options: SummaryOptions): Summary {
  if (matrix.isLower) {
    const { matrix: own, at } = uprightOf(matrix);
    return summaryBack(summaryOf(own, { ...options, threshold: turnedValue(options.threshold, at) }), at);
  }
  const { nx, ny, sampleAxis } = matrix;
  const areRows = sampleAxis === "x";
  const { kind, ofModels, ofSamples } = fitOf(matrix);
  const reached = options.threshold ?? null;
  const threshold = thresholdOf(kind, reached);
  const models = modelsOf(ofModels, spreadIn(matrix), areRows ? nx : ny, kind);
  const [leader, second] = bestTwo(ofModels.adjusted);
  const samples = {
    mean: ofSamples.mean,
    adjusted: ofSamples.adjusted,
    solved: solvedOf(matrix, threshold),
    scored: ofSamples.n,
  };
  const lead = second === null ? null : comparison(matrix, leader!, second, ofModels.mean, isExact(kind));
  const tried = models.filter(({ n }) => n > 0).length;
  const difficulty = difficultyMeans(matrix, reached);
  const isCounted = isExact(kind) || reached !== null;
  const blocks = blocksOf(samples, difficulty, { isOrdered: options.isOrdered, threshold, tried, isCounted });
  const ends = threshold === null ? null : endsOf(difficulty, tried);
  const { isBinary, isShare } = kind;
  return { isBinary, isShare, threshold, reached, models, samples, blocks, lead, leader, second, ends };
}
