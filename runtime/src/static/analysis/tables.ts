/** Analyses as tables: Arrow's bytes, NaN where the scores define no number. */
import { float64, int32, tableFromArrays, tableToIPC, utf8, type DataType } from "@uwdata/flechette";
import { isExact } from "../../shared/difficulty";
import { flipsOf, itemsOf, reliabilityOf } from "../../shared/analysis/items";
import { pairsOf } from "../../shared/analysis/pairs";
import { suspectedIn } from "../../shared/analysis/suspects";
import type { Fit } from "../../shared/analysis/plane";
import { stateCounts } from "../../shared/counts";
import { fitOf, summaryOf, type Summary } from "../../shared/summary";
import { answered, type Answered, type Ask, type Asked } from "./ask";

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
}

function groundOf(found: Answered, request: AnalysisRequest): Ground {
  const { nx, ny, values, states, tallies } = found.grid;
  const matrix = { values, states, nx, ny, sampleAxis: "x" as const, ...tallies };
  const summary = summaryOf(matrix, { threshold: request.threshold, isOrdered: true });
  const { kind, ofModels, ofSamples } = fitOf(matrix);
  return { ...found, request, summary, isExact: isExact(kind), fit: { models: ofModels, samples: ofSamples } };
}

const nulls = (values: ArrayLike<number | null>): Float64Array => Float64Array.from(values, (value) => value ?? NaN);

/** The mean of all samples, less each: how much harder it is than they are. */
function difficulty(adjusted: Float64Array): Float64Array {
  const known = adjusted.filter((value) => value === value);
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  return adjusted.map((value) => mean - value);
}

const COUNTED = { n: int32(), of: int32(), solved: int32(), wins: int32(), losses: int32(), ties: int32() };
const TEXTS = { id: utf8(), model: utf8(), a: utf8(), b: utf8(), method: utf8(), block: utf8(), reason: utf8() };

function items({ samples, grid, plane, fit, summary }: Ground): Columns {
  const { spread, discrimination, low, high } = itemsOf(plane, fit);
  const { threshold, blocks } = summary;
  const block = new Array<string | null>(grid.nx).fill(null);
  for (const { from, to, kind, label } of blocks) block.fill(kind === "quantile" ? label : kind, from, to);
  return {
    id: samples,
    n: fit.samples.n,
    of: new Int32Array(grid.nx).fill(grid.ny),
    mean: fit.samples.mean,
    adjusted: fit.samples.adjusted,
    difficulty: difficulty(fit.samples.adjusted),
    spread,
    discrimination,
    discrimination_low: low,
    discrimination_high: high,
    flip_rate: flipsOf(plane, threshold).samples,
    solved: threshold === null ? new Array<null>(grid.nx).fill(null) : summary.samples.solved,
    block,
    ...stateCounts(grid, "x"),
  };
}

function models({ models: names, grid, plane, summary }: Ground): Columns {
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
    flip_rate: flipsOf(plane, summary.threshold).models,
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

async function suspects({ samples, models: names, plane, fit, summary, request, links }: Ground): Promise<Columns> {
  const { values, nx, ny } = plane;
  const scored = { values, nx, ny, sampleAxis: "x" as const, ofModels: fit.models, ofSamples: fit.samples };
  const found = suspectedIn({ ...scored, threshold: summary.threshold, samples, models: names }, request.most);
  const all = found.suspects;
  const hrefs = await links(all.map(({ sample }) => sample));
  const opened = all.map(({ sample, failing }) =>
    failing.flatMap((model) => hrefs.filter((link) => link.sample === sample && link.model === model)),
  );
  return {
    id: all.map(({ sample }) => samples[sample]),
    n: all.map(({ sample }) => fit.samples.n[sample]),
    mean: Float64Array.from(all, ({ sample }) => fit.samples.mean[sample]),
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
