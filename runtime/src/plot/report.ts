/** What a plot of samples and models shows, as data: what its description, its text and its json are made of. */
import { withoutScore } from "../shared/blocks";
import { stateCounts } from "../shared/counts";
import type { CellPlot, StateCounts } from "../shared/payload";
import type { Block, Comparison, ModelSummary } from "../shared/summary";
import { oneLine } from "../shared/ticks";
import type { Frame } from "../shared/frame/frame";

/** A model with its numbers; `states` counts its cells that are not plain scores. */
export interface ModelReport extends Omit<ModelSummary, "above"> {
  name: string;
  /** The model that is drawn before it against it; null for the first, or where they have no two samples in common. */
  above: (Comparison & { name: string }) | null;
  states: Partial<StateCounts>;
}

export interface BlockReport extends Pick<Block, "kind" | "label" | "count"> {
  /** Ids of its samples, in drawing order. */
  samples: string[];
}

/** The best model against the second best. */
export interface LeadReport extends Comparison {
  first: string;
  second: string;
}

export interface Report {
  /** What is scored, e.g. "score_includes". */
  score: string;
  finding: string;
  /** Number of samples drawn. */
  samples: number;
  /** Best first, by adjusted means. */
  models: ModelReport[];
  lead: LeadReport | null;
  /** In drawing order; empty where samples do not stand by difficulty. */
  blocks: BlockReport[];
  /** Rows with errors, limits and no score; cells without a row. */
  states: StateCounts;
}

/** Cells of each model by state, in drawing order. */
function statesOf({ states, x, y, sampleAxis }: CellPlot): Partial<StateCounts>[] {
  const [axis, models] = sampleAxis === "x" ? (["y", y] as const) : (["x", x] as const);
  const counts = Object.entries(stateCounts({ states, nx: x.labels.length, ny: y.labels.length }, axis));
  const of = (model: number) => counts.flatMap(([name, n]) => (n[model] ? [[name, n[model]]] : []));
  return models.labels.map((_, model) => Object.fromEntries(of(model)));
}

const byMean = (a: ModelReport, b: ModelReport): number => (b.adjusted ?? -Infinity) - (a.adjusted ?? -Infinity) || 0;

/** The report on the cells of a view. States and ids, which take long, are found when they are told. Without an order
 * of difficulty only samples without any score are a block. */
export function reportOf(plot: CellPlot, { summary, isOrdered, findingFor }: Frame): Report {
  const { x, y, sampleAxis, counts } = plot;
  const [ids, labels] = (sampleAxis === "x" ? [x, y] : [y, x]).map((axis) => axis.labels);
  const names = labels.map(oneLine);
  let states: Partial<StateCounts>[] | null = null;
  const models = summary.models.map((model, i) => ({
    name: names[i],
    ...model,
    above: model.above && { name: names[i - 1], ...model.above },
    get states() {
      return (states ??= statesOf(plot))[i];
    },
  }));
  const { lead, leader, second } = summary;
  const found = isOrdered ? summary.blocks : withoutScore(summary.blocks);
  const blocks = found.map(({ from, to, kind, label, count }) => ({
    kind,
    label,
    count,
    get samples() {
      return ids.slice(from, to).map(oneLine);
    },
  }));
  return {
    score: plot.valueName,
    finding: findingFor(names),
    samples: ids.length,
    models: models.sort(byMean),
    lead: lead && { first: names[leader!], second: names[second!], ...lead },
    blocks,
    states: counts,
  };
}
