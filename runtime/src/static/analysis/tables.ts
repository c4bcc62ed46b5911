/** Analyses as tables: Arrow's bytes, NaN where the scores define no number. */
import { float64, int32, tableFromArrays, tableToIPC, utf8, type DataType } from "@uwdata/flechette";
import { isExact } from "../../shared/difficulty";
import { flipsOf, itemsOf, reliabilityOf } from "../../shared/analysis/items";
import { pairsOf } from "../../shared/analysis/pairs";
import { suspectedIn } from "../../shared/analysis/suspects";
import type { Fit } from "../../shared/analysis/plane";
import { stateCounts } from "../../shared/counts";
import { fitOf } from "../../shared/fits";
import { summaryOf, type Matrix, type Summary } from "../../shared/summary";
import { turnedOver, turnedPlane, turnedValue, turnsAt } from "../../shared/turn";
import { answered, isLower, type Answered, type Ask, type Asked } from "./ask";

export interface AnalysisRequest extends Asked {
  table: "items" | "models" | "paired" | "suspects" | "reliability";
  /** The model that all others are compared with. */
  baseline: string | null;
  /** Rows of a table of suspects, at most. */
  most: number;
}

type Values = ArrayLike<number | string | null>;
type Columns = Record<string, Values>;

/** What every table is made of. */
interface Ground extends Answered {
  request: AnalysisRequest;
  fit: Fit;
  /** Scores are single ones of 0 or 1. */
  isExact: boolean;
  summary: Summary;
  /** The least score that solves a sample, as scores stand in the plane. */
  threshold: number | null;
  /** What scores of the plane and of the fit were subtracted from, as lower ones are better; null where they are as
   * they came. */
  turn: number | null;
}

function groundOf(found: Answered, request: AnalysisRequest): Ground {
  const { nx, ny, values, states, tallies } = found.grid;
  const plain = { values, states, nx, ny, sampleAxis: "x" as const, ...tallies };
  const matrix: Matrix = isLower(request.question) ? { ...plain, isLower: true } : plain;
  const summary = summaryOf(matrix, { threshold: request.threshold, isOrdered: true });
  const { kind, ofModels, ofSamples } = fitOf(matrix);
  const turn = matrix.isLower ? turnsAt(kind) : null;
  const { threshold } = summary;
  return {
    ...found,
    plane: turn === null ? found.plane : turnedPlane(found.plane, turn),
    request,
    summary,
    threshold: turn === null ? threshold : turnedValue(threshold, turn),
    isExact: isExact(kind),
    fit: { models: ofModels, samples: ofSamples },
    turn,
  };
}

/** Scores of a table as they came. */
const asTheyCame = (scores: Float64Array, { turn }: Ground): Float64Array =>
  turn === null ? scores : turnedOver(scores, turn);

const nulls = (values: ArrayLike<number | null>): Float64Array => Float64Array.from(values, (value) => value ?? NaN);

/** The mean of all samples, less each: how much harder it is than they are. */
function difficulty(adjusted: Float64Array): Float64Array {
  const known = adjusted.filter((value) => value === value);
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  return adjusted.map((value) => mean - value);
}

const COUNTED = { n: int32(), of: int32(), solved: int32(), wins: int32(), losses: int32(), ties: int32() };
const TEXTS = { id: utf8(), model: utf8(), a: utf8(), b: utf8(), method: utf8(), block: utf8(), reason: utf8() };

function items(ground: Ground): Columns {
  const { samples, grid, plane, fit, summary } = ground;
  const { spread, discrimination, low, high } = itemsOf(plane, fit);
  const { threshold, blocks } = summary;
  const { mean, adjusted } = fit.samples;
  const block = new Array<string | null>(grid.nx).fill(null);
  for (const { from, to, kind, label } of blocks) block.fill(kind === "quantile" ? label : kind, from, to);
  return {
    id: samples,
    n: fit.samples.n,
    of: new Int32Array(grid.nx).fill(grid.ny),
    mean: asTheyCame(mean, ground),
    adjusted: asTheyCame(adjusted, ground),
    difficulty: difficulty(adjusted),
    spread,
    discrimination,
    discrimination_low: low,
    discrimination_high: high,
    flip_rate: flipsOf(plane, ground.threshold).samples,
    solved: threshold === null ? new Array<null>(grid.nx).fill(null) : summary.samples.solved,
    block,
    ...stateCounts(grid, "x"),
  };
}

function models({ models: names, grid, plane, summary, threshold }: Ground): Columns {
  const of = summary.models;
  return {
    model: names,
    n: of.map(({ n }) => n),
    of: of.map((model) => model.of),
    mean: nulls(of.map(({ mean }) => mean)),
    adjusted: nulls(of.map(({ adjusted }) => adjusted)),
    low: nulls(of.map(({ low }) => low)),
    high: nulls(of.map(({ high }) => high)),
    method: of.map(({ method }) => method),
    flip_rate: flipsOf(plane, threshold).models,
    ...stateCounts(grid, "y"),
  };
}

function paired({ models: names, plane, isExact, fit, request }: Ground): Columns {
  const baseline = request.baseline === null ? null : names.indexOf(request.baseline);
  const pairs = pairsOf(plane, fit.models.mean, isExact, baseline);
  const told = pairs.map(({ comparison }) => comparison);
  return {
    a: pairs.map(({ first }) => names[first]),
    b: pairs.map(({ second }) => names[second]),
    n: pairs.map(({ n }) => n),
    wins: pairs.map(({ wins }) => wins),
    losses: pairs.map(({ losses }) => losses),
    ties: pairs.map(({ ties }) => ties),
    difference: nulls(told.map((pair) => pair?.difference ?? null)),
    low: nulls(told.map((pair) => pair?.low ?? null)),
    high: nulls(told.map((pair) => pair?.high ?? null)),
    p: nulls(told.map((pair) => pair?.p ?? null)),
    p_holm: Float64Array.from(pairs, ({ holm }) => holm),
    p_sign: Float64Array.from(pairs, ({ sign }) => sign),
    method: told.map((pair) => pair?.method ?? null),
  };
}

async function suspects(ground: Ground): Promise<Columns> {
  const { samples, models: names, plane, fit, threshold, turn, request, links } = ground;
  const { values, nx, ny } = plane;
  const scored = { values, nx, ny, sampleAxis: "x" as const, ofModels: fit.models, ofSamples: fit.samples };
  const found = suspectedIn({ ...scored, threshold, turn, samples, models: names }, request.most);
  const all = found.suspects;
  const hrefs = await links(all.map(({ sample }) => sample));
  const opened = all.map(({ sample, failing }) =>
    failing.flatMap((model) => hrefs.filter((link) => link.sample === sample && link.model === model)),
  );
  return {
    id: all.map(({ sample }) => samples[sample]),
    n: all.map(({ sample }) => fit.samples.n[sample]),
    mean: asTheyCame(
      Float64Array.from(all, ({ sample }) => fit.samples.mean[sample]),
      ground,
    ),
    discrimination: Float64Array.from(all, ({ discrimination }) => discrimination),
    discrimination_low: Float64Array.from(all, ({ low }) => low),
    discrimination_high: Float64Array.from(all, ({ high }) => high),
    reason: all.map(({ reason }) => reason),
    telling: all.map(() => Number(found.isTelling)),
    failing: all.map(({ failing }) => JSON.stringify(failing.map((model) => names[model]))),
    links: opened.map((found) => JSON.stringify(found.map(({ href }) => href))),
  };
}

function reliability({ plane, fit, isExact }: Ground): Columns {
  const found = reliabilityOf(plane, fit);
  return {
    ...Object.fromEntries(Object.entries(found).map(([name, value]) => [name, [value]])),
    method: [isExact ? "KR-20" : "alpha"],
  };
}

const TABLES = { items, models, paired, suspects, reliability };

function typeOf(name: string, values: Values): DataType {
  const chosen: DataType | undefined = { ...COUNTED, ...TEXTS }[name];
  if (chosen) return chosen;
  if (values instanceof Float64Array || name === "alpha") return float64();
  return typeof values[0] === "string" ? utf8() : int32();
}

/** One table of an analysis as bytes of an Arrow stream. */
export async function analysed(request: AnalysisRequest, ask: Ask): Promise<Uint8Array> {
  const columns = await TABLES[request.table](groundOf(await answered(request, ask), request));
  const types = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, typeOf(name, values)]));
  return tableToIPC(tableFromArrays(columns as never, { types: types as never }), { format: "stream" })!;
}
