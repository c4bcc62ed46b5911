/** Orders of samples and models that their scores make, over the order in which they would stand otherwise. */
import type { Block } from "../blocks";
import { shortNames } from "../common";
import { counted } from "../format";
import type { OrderNotes } from "../sidecar";
import { orderOf } from "../settled";
import { snapped } from "../statistics/additive";
import { partLabel, versus, type Part, type Versus } from "./compare";
import { groupBlocks, inGroups, meansOf, type Groups } from "./group";
import { flipsOf } from "./items";
import { byNumber, numbersOfSamples, similarModels, similarSamples } from "./orders";
import type { Fit, Plane } from "./plane";

/** The number by which samples stand, in drawing order, from 0 to 1. */
export interface Strip {
  name: string;
  shares: Float64Array;
}

/** How samples and models stand; null where that is as it was. */
export interface Arrangement {
  samples: number[] | null;
  models: number[] | null;
  words: { samples: string | null; models: string | null };
  strip: Strip | null;
  versus: { found: Versus; first: string; second: string; blocks: Block[] } | null;
  /** Bands that stand in groups. */
  groups: { samples?: InGroups; models?: InGroups };
}

/** What orders are made of: models in rows, as they would stand. */
export interface Ground {
  plane: Plane;
  fit: Fit;
  threshold: number | null;
  isExact: boolean;
  /** All scores lie between 0 and 1. */
  isShare: boolean;
  names: { samples: string[]; models: string[] };
}

const WORDS = {
  disagreement: "by disagreement between models",
  discrimination: "by discrimination (item-rest correlation)",
  flips: "by flips between epochs",
  similarity: "like ones side by side",
  model: "by the score of",
  given: "in the order given",
} as const;

/** An order in words. */
export function wordsOf({ by, model, falling }: OrderNotes): string {
  if (by === "similarity" || by === "given") return WORDS[by];
  const subject = by === "model" ? `${WORDS.model} ${model}` : WORDS[by];
  return `${subject}, ${falling ? "falling" : "rising"}`;
}

/** Those of these labels first that are named, in that order. */
function given(labels: string[], first: string[]): number[] {
  const place = new Map(labels.map((label, i) => [label, i]));
  const named = [...new Set(first)].flatMap((label) => place.get(label) ?? []);
  const rest = new Set(named);
  return [...named, ...labels.keys()].filter((i, k) => k < named.length || !rest.has(i));
}

/** Numbers in order, and what they are; null for an order that is made of something else. */
interface Found {
  order: number[];
  by: Float64Array | null;
}

const found = (by: Float64Array, falling: boolean | undefined): Found => ({
  order: byNumber(snapped(falling ? by.map((value) => -value) : by)),
  by,
});

/** The row of a model; an error where a limit or a domain leaves it out. */
function rowNamed(models: string[], name: string): number {
  const row = models.indexOf(name);
  if (row < 0) throw new Error(`${name} is not among the ${counted(models.length, "model")} that are drawn`);
  return row;
}

function samplesOf({ plane, fit, threshold, names }: Ground, { by, model, first, falling }: OrderNotes): Found {
  if (by === "given") return { order: given(names.samples, first ?? []), by: null };
  if (by === "similarity") return { order: similarSamples(plane), by: null };
  const row = by === "model" ? rowNamed(names.models, model!) : null;
  return found(numbersOfSamples(plane, fit, threshold, by, row), falling);
}

function modelsOf({ plane, threshold, names }: Ground, { by, first, falling }: OrderNotes): Found {
  if (by === "given") return { order: given(names.models, first ?? []), by: null };
  if (by === "similarity") return { order: similarModels(plane), by: null };
  return found(flipsOf(plane, threshold).models, falling);
}

const limited = (order: number[], { limit }: Pick<OrderNotes, "limit">): number[] =>
  limit === undefined ? order : order.slice(0, limit);

/** Numbers as parts of the largest; correlations, which may be negative, from -1 to 1. */
export function stripOf({ by, model }: OrderNotes, numbers: Float64Array, order: number[]): Strip {
  const most = numbers.reduce((largest, value) => (value > largest ? value : largest), 0) || 1;
  const share = (value: number): number => (by === "discrimination" ? (value + 1) / 2 : Math.max(0, value / most));
  return { name: by === "model" ? model! : by, shares: Float64Array.from(order, (i) => share(numbers[i])) };
}

const blockOf = ({ from, to, side }: Part, first: string, second: string): Block => ({
  from,
  to,
  kind: side === "other" ? "none" : "part",
  label: partLabel(side, first, second),
  count: to - from,
});

/** First minus second, of the greatest difference that there is; 0 where one of both is missing. */
function differences({ values, nx }: Plane, a: number, b: number, order: number[]): Float64Array {
  const all = order.map((x) => values[a * nx + x] - values[b * nx + x] || 0);
  const most = all.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  return Float64Array.from(all, (value) => value / most);
}

function comparedOf(ground: Ground, [first, second]: string[], models: OrderNotes | undefined): Arrangement {
  const { plane, threshold, isExact, names } = ground;
  const [a, b] = [first, second].map((name) => rowNamed(names.models, name));
  const short = shortNames(names.models);
  const pair = versus(plane, a, b, threshold, isExact);
  return {
    samples: pair.order,
    models: limited(given(names.models, [first, second]), models ?? {}),
    words: { samples: null, models: null },
    strip: { name: "difference", shares: differences(plane, a, b, pair.order) },
    versus: {
      found: pair,
      first,
      second,
      blocks: pair.parts.map((part) => blockOf(part, short[a], short[b])),
    },
    groups: {},
  };
}

/** Bands in groups. */
export interface Grouping {
  /** The group of each band, as they would stand. */
  groups: Groups;
  /** By what, in words. */
  name: string;
  /** Values are numbers, in whose order groups stand; others stand by their means, where bands do. */
  areLevels: boolean;
  /** How bands would stand, in words; null where they would by their means. */
  within: string | null;
}

/** What is wished for: an order of samples, one of models, groups of them, or two models that are compared. */
export interface Wish {
  samples?: OrderNotes;
  models?: OrderNotes;
  versus?: string[];
  groups?: { samples?: Grouping; models?: Grouping };
}

type Of = "samples" | "models";

const ENDS = { samples: ["hardest", "easiest"], models: ["worst", "best"] } as const;
const USUAL = { samples: "by difficulty", models: "by mean" } as const;

/** Bands in their groups: "topic" names what these are of, "by topic, hardest first" says how they stand, and
 * "by topic, hardest first, within each by difficulty" all of it. */
export interface InGroups {
  order: number[];
  blocks: Block[];
  /** Mean score of each block, NaN for none. */
  means: Float64Array;
  name: string;
  short: string;
  words: string;
}

/** Bands of an order in their groups: these stand by their means, as bands do, or in the order of their values.
 * `within`: how bands stand, in words; null for by their means. */
function groupedOf(ground: Ground, of: Of, wanted: Grouping, order: number[] | null, within: string | null): InGroups {
  const { groups, name, areLevels } = wanted;
  const by = within !== null || areLevels ? 0 : orderOf(ground.fit[of].adjusted) || 1;
  const means = meansOf(ground.plane, groups, of);
  const found = inGroups(order ?? [...ground.names[of].keys()], groups, by ? means.map((mean) => by * mean) : null);
  const first = by ? `${ENDS[of][by === 1 ? 0 : 1]} first` : "in natural order";
  return {
    order: found.order,
    blocks: groupBlocks(found.parts, groups.labels, means, ground.isShare),
    means: Float64Array.from(found.parts, ({ group }) => means[group]),
    name,
    short: `by ${name}, ${first}`,
    words: `by ${name}, ${first}, within each ${within ?? USUAL[of]}`,
  };
}

/** The arrangement that is wished for. */
export function arrangementOf(ground: Ground, wish: Wish): Arrangement {
  const { samples: ofSamples, models: ofModels, versus: pair, groups = {} } = wish;
  if (pair?.length) return comparedOf(ground, pair, ofModels);
  const sorted = ofSamples ? samplesOf(ground, ofSamples) : null;
  const samples = sorted && limited(sorted.order, ofSamples!);
  const models = ofModels ? limited(modelsOf(ground, ofModels).order, ofModels) : null;
  const said = { samples: ofSamples ? wordsOf(ofSamples) : null, models: ofModels ? wordsOf(ofModels) : null };
  const inBlocks = (of: Of, order: number[] | null): InGroups | null => {
    const wanted = groups[of];
    return wanted ? groupedOf(ground, of, wanted, order, said[of] ?? wanted.within) : null;
  };
  const parted = { samples: inBlocks("samples", samples), models: inBlocks("models", models) };
  const order = parted.samples?.order ?? samples;
  return {
    samples: order,
    models: parted.models?.order ?? models,
    words: { samples: parted.samples?.words ?? said.samples, models: parted.models?.words ?? said.models },
    strip: sorted?.by && order ? stripOf(ofSamples!, sorted.by, order) : null,
    versus: null,
    groups: { ...(parted.samples && { samples: parted.samples }), ...(parted.models && { models: parted.models }) },
  };
}
