/** What a view draws around its cells: header, margin and footer, as far as it is known before the plot is drawn. */
import { againstFacts, againstText, type Against } from "../analysis/baseline";
import { versusFacts, versusText } from "../analysis/compare";
import { againstRows, differenceScale, TESTED } from "./against";
import { findingOf } from "../finding";
import { withoutScore } from "../blocks";
import { counted } from "../format";
import type { MarginRow } from "../payload";
import type { FrameNotes } from "../sidecar";
import { summaryOf, type Block, type Matrix, type Summary } from "../summary";
import type { Arrangement, Strip } from "../analysis/arrange";
import type { InGroups } from "../analysis/grouped";
import { shortNames } from "../common";
import { rowsOf } from "./rows";
import { orderOf, settledBlocks } from "../settled";
import { meanScale, type MeanScale } from "./scale";
import { factsText, headingOf, numbersHead } from "./words";

type Compared = NonNullable<Arrangement["versus"]>;

export interface Frame {
  notes: FrameNotes;
  sampleAxis: "x" | "y";
  summary: Summary;
  /** Whether the samples were asked to stand in order of difficulty. */
  isOrdered: boolean;
  orders: Orders;
  /** How they would without what was wished for. */
  plain: Orders;
  /** Whether two models are compared, which stand first. */
  isCompared: boolean;
  /** By what samples stand, where that is no difficulty. */
  strip: Strip | null;
  /** "best first", where models stand in the order of their means; else empty. */
  best: string;
  /** The blocks that are drawn. */
  blocks: Block[];
  /** Samples and models that stand in groups. */
  groups: { samples?: InGroups; models?: InGroups };
  /** Numbers of bars beside samples and models. */
  bars?: { samples: number; models: number };
  barNames?: string[];
  /** Samples are taken together: one column a group. */
  isTable?: true;
  /** Title that the picture gives itself. */
  heading: string | null;
  subtitle: string | null;
  /** What the picture shows, in words; models are called by these names. */
  findingFor(names: string[]): string;
  /** "120 samples". */
  samples: string;
  facts: string;
  rows: MarginRow[];
  scale: MeanScale | null;
  /** All models against one. */
  baseline: Against | null;
  /** Heading of the numbers of samples; empty where no model lacks any. */
  head: string;
}

/** How samples and models stand, in words; null where they stand in the order of least-squares means. */
export interface Orders {
  samples: string | null;
  models: string | null;
}

const BEST = { "-1": "best first", "1": "best last", "0": "" } as const;

/** What is drawn: the cells, and the names of their bands in drawing order. */
export interface Shown {
  matrix: Matrix;
  /** Lowest and highest value; null where there is none. */
  extent: [number, number] | null;
  samples: string[];
  models: string[];
  /** The least value that solves a sample, where the caller chose one. */
  threshold?: number;
}

/** What the two models that are compared are called by these names. */
const namesOf = (models: string[], names: string[], { first, second }: Compared): [string, string] => [
  names[models.indexOf(first)],
  names[models.indexOf(second)],
];

/** What stands between the names of two models, or of two runs of one. */
const betweenNames = ({ telling }: Compared): string => (telling === "better" ? " against " : " \u2192 ");

/** "7 models against Model A" */
const againstHead = (baseline: Against | null): string | null =>
  baseline && `${counted(baseline.pairs.length - 1, "model")} against ${baseline.name}`;

/** The finding: of the two models that are compared, or of all. */
function foundOf(
  summary: Summary,
  models: string[],
  names: string[],
  versus: Compared | null,
  baseline: Against | null,
): string {
  if (baseline) return againstText(baseline, names, names[baseline.pairs.indexOf(null)], summary.isShare);
  if (versus === null) return findingOf(summary, names);
  return versusText(versus.found, ...namesOf(models, names, versus), summary.isShare, versus.telling);
}

/** The blocks of samples that stand neither in groups nor by two models. */
function blocksIn(summary: Summary, isOrdered: boolean, lacking: Block | null): Block[] {
  if (isOrdered) return summary.blocks;
  return lacking ? [lacking, ...withoutScore(summary.blocks)] : settledBlocks(summary);
}

export function frameOf(
  notes: FrameNotes,
  { matrix, extent, samples, models, threshold }: Shown,
  orders: Orders,
  arrangement: Arrangement | null,
): Frame {
  const summary = summaryOf(matrix, { threshold, isOrdered: true });
  const { versus = null, baseline = null, groups = {} } = arrangement ?? {};
  const said = {
    samples: arrangement?.words.samples ?? orders.samples,
    models: arrangement?.words.models ?? orders.models,
  };
  const isOrdered = said.samples === null && versus === null;
  const means = Float64Array.from(summary.models, ({ adjusted }) => (summary.isLower ? -1 : 1) * (adjusted ?? NaN));
  const ownScale = (range: [number, number]): MeanScale | null =>
    baseline ? differenceScale(baseline) : meanScale(summary, range);
  const scale = notes.margins && extent ? ownScale(extent) : null;
  const findingFor = (said: string[]): string => foundOf(summary, models, said, versus, baseline);
  return {
    notes,
    sampleAxis: matrix.sampleAxis,
    summary,
    isOrdered,
    orders: said,
    plain: orders,
    isCompared: versus !== null,
    strip: arrangement?.strip ?? null,
    best: said.models === null && versus === null ? BEST[orderOf(means)] : "",
    blocks: versus?.blocks ?? groups.samples?.blocks ?? blocksIn(summary, isOrdered, arrangement?.lacking ?? null),
    groups,
    heading: headingOf(
      notes,
      versus ? namesOf(models, shortNames(models), versus).join(betweenNames(versus)) : againstHead(baseline),
      models.length,
      samples.length,
    ),
    findingFor,
    subtitle: notes.finding ? findingFor(shortNames(models)) : (notes.subtitle ?? null),
    samples: counted(samples.length, "sample"),
    facts: factsText(notes, models.length, [
      arrangement?.kept ?? "",
      versus ? versusFacts(versus.found, samples.length) : "",
      baseline ? againstFacts(baseline, samples.length) : "",
    ]),
    rows: scale
      ? baseline
        ? againstRows(baseline, scale, matrix.sampleAxis === "y")
        : rowsOf(summary.models, scale)
      : [],
    scale,
    baseline,
    head: baseline ? TESTED : summary.models.some(({ n, of }) => n < of) ? numbersHead(samples.length) : "",
  };
}
