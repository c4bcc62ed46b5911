/** Orders of samples and models that their scores make, over the order in which they would stand otherwise. */
import type { Block } from "../blocks";
import { shortNames } from "../common";
import { count, counted } from "../format";
import { isExact, thresholdOf } from "../difficulty";
import { naturally } from "../natural";
import type { OrderNotes } from "../sidecar";
import { turnedOver } from "../turn";
import type { Wish } from "../wish";
import { snapped } from "../statistics/additive";
import { againstOf, type Against } from "./baseline";
import { partLabel, versus, type Part, type Telling, type Versus } from "./compare";
import { groupedOf, groupingOf, type InGroups, type Of } from "./grouped";
import { flipsOf } from "./items";
import { byNumber, numbersOfSamples, similarModels, similarSamples } from "./orders";
import { lackingOf } from "./lacking";
import { hardnessOf, keptOf, type Ground } from "./ground";
import type { Plane } from "./plane";

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
  /** Samples that have no number by which they could stand. */
  lacking: Block | null;
  /** "only 37 of 120 samples", where not all are kept; else empty. */
  kept: string;
  versus: { found: Versus; first: string; second: string; telling: Telling; blocks: Block[] } | null;
  /** All models against one. */
  baseline: Against | null;
  /** Bands that stand in groups. */
  groups: { samples?: InGroups; models?: InGroups };
}

const WORDS = {
  natural: "by name",
  disagreement: "by disagreement between models",
  discrimination: "by discrimination (item-rest correlation)",
  flips: "by flips between epochs",
  similarity: "like ones side by side",
  model: "by the score of",
  column: "by",
  given: "in the order given",
} as const;

/** An order in words; null for that of least-squares means, which other words tell. */
export function wordsOf({ by, model, column, falling }: OrderNotes): string | null {
  if (by === "mean") return null;
  if (by === "similarity" || by === "given") return WORDS[by];
  const subject = by === "model" || by === "column" ? `${WORDS[by]} ${model ?? column}` : WORDS[by];
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

/** Rising or falling; those without a number last, of these those with a score (`n`) first. */
function found(by: Float64Array, falling: boolean | undefined, n: ArrayLike<number> | null = null): Found {
  const all = byNumber(snapped(falling ? by.map((value) => -value) : by));
  const isLast = (i: number): boolean => by[i] !== by[i] && n !== null && !n[i];
  return { order: [...all.filter((i) => !isLast(i)), ...all.filter(isLast)], by };
}

/** The row of a model; an error where a limit or a domain leaves it out. */
function rowNamed(models: string[], name: string): number {
  const row = models.indexOf(name);
  if (row < 0) throw new Error(`${name} is not among the ${counted(models.length, "model")} that are drawn`);
  return row;
}

/** By name, those without a score last. */
function named(labels: string[], n: ArrayLike<number>, falling: boolean | undefined): number[] {
  const order = naturally(labels);
  if (falling) order.reverse();
  return [...order.filter((i) => n[i] > 0), ...order.filter((i) => !n[i])];
}

/** By means, equal ones by name. */
function byMean(means: Float64Array, labels: string[], falling: boolean | undefined): Found {
  const natural = naturally(labels);
  const values = Float64Array.from(natural, (i) => (falling ? -means[i] : means[i]));
  return { order: byNumber(snapped(values)).map((k) => natural[k]), by: null };
}

/** By the values of an attribute, equal ones by name; those without a value behind the others, then those without a
 * score. */
function byColumn({ attributes, names, fit }: Ground, column: string, falling: boolean | undefined): Found {
  const known = attributes.find(({ name, of }) => of === "samples" && name === column);
  if (!known) throw new Error(`${column} is not among the columns that the picture carries of samples`);
  const none = known.isLacking ? known.labels.length - 1 : -1;
  const values = Float64Array.from(known.codes, (code) => (code === none ? NaN : code));
  const { order } = byMean(values, names.samples, falling);
  const isScored = (i: number): boolean => fit.samples.n[i] > 0;
  return { order: [...order.filter(isScored), ...order.filter((i) => !isScored(i))], by: null };
}

function samplesOf(ground: Ground, { by, model, column, first, falling }: OrderNotes): Found {
  const { plane, fit, names, turn } = ground;
  const threshold = thresholdOf(ground.kind, ground.reached);
  if (by === "mean") return byMean(hardnessOf(ground), names.samples, falling);
  if (by === "column") return byColumn(ground, column!, falling);
  if (by === "natural") return { order: named(names.samples, fit.samples.n, falling), by: null };
  if (by === "given") return { order: given(names.samples, first ?? []), by: null };
  if (by === "similarity") return { order: similarSamples(plane), by: null };
  const row = by === "model" ? rowNamed(names.models, model!) : null;
  const numbers = numbersOfSamples(plane, fit, threshold, by, row);
  return found(by === "model" && turn !== null ? turnedOver(numbers, turn) : numbers, falling, fit.samples.n);
}

function modelsOf(ground: Ground, { by, first, falling }: OrderNotes): Found {
  const { plane, fit, names } = ground;
  if (by === "mean") return byMean(fit.models.adjusted, names.models, falling);
  if (by === "natural") return { order: named(names.models, fit.models.n, falling), by: null };
  if (by === "given") return { order: given(names.models, first ?? []), by: null };
  if (by === "similarity") return { order: similarModels(plane), by: null };
  return found(flipsOf(plane, thresholdOf(ground.kind, ground.reached)).models, falling);
}

const limited = (order: number[], { limit }: Pick<OrderNotes, "limit">): number[] =>
  limit === undefined ? order : order.slice(0, limit);

/** Numbers as parts of the largest; correlations, which may be negative, from -1 to 1. */
export function stripOf({ by, model }: OrderNotes, numbers: Float64Array, order: number[]): Strip {
  const most = numbers.reduce((largest, value) => (value > largest ? value : largest), 0) || 1;
  const share = (value: number): number => (by === "discrimination" ? (value + 1) / 2 : Math.max(0, value / most));
  return { name: by === "model" ? model! : by, shares: Float64Array.from(order, (i) => share(numbers[i])) };
}

const blockOf = ({ from, to, side }: Part, first: string, second: string, telling: Telling): Block => ({
  from,
  to,
  kind: side === "other" ? "none" : "part",
  label: partLabel(side, first, second, telling),
  count: to - from,
});

/** First minus second, of the greatest difference that there is; 0 where one of both is missing. */
function differences({ values, nx }: Plane, a: number, b: number, order: number[]): Float64Array {
  const all = order.map((x) => values[a * nx + x] - values[b * nx + x] || 0);
  const most = all.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  return Float64Array.from(all, (value) => value / most);
}

/** Runs of one model are told as what is broken and fixed since, where single scores of 0 or 1 can be. */
function tellingOf({ kind }: Ground, pair: string[], runs: string[][] = []): Telling {
  if (!runs.some((own) => pair.every((name) => own.includes(name)))) return "better";
  return isExact(kind) ? "fixed" : "changed";
}

function comparedOf(ground: Ground, [first, second]: string[], { models, runs }: Wish): Arrangement {
  const { plane, kind, names } = ground;
  const [a, b] = [first, second].map((name) => rowNamed(names.models, name));
  const short = shortNames(names.models);
  const telling = tellingOf(ground, [first, second], runs);
  const isSince = telling !== "better";
  const pair = versus(plane, a, b, thresholdOf(ground.kind, ground.reached), isExact(kind));
  return {
    samples: pair.order,
    models: limited(given(names.models, [first, second]), models ?? {}),
    words: { samples: null, models: null },
    kept: "",
    lacking: null,
    strip: {
      name: isSince ? "change" : "difference",
      shares: isSince ? differences(plane, b, a, pair.order) : differences(plane, a, b, pair.order),
    },
    versus: {
      found: pair,
      first,
      second,
      telling,
      blocks: pair.parts.map((part) => blockOf(part, short[a], short[b], telling)),
    },
    baseline: null,
    groups: {},
  };
}

function keptText({ names: all }: Ground, { names: left }: Ground): string {
  const part = (of: Of): string[] =>
    left[of].length < all[of].length ? [`${count(left[of].length)} of ${count(all[of].length)} ${of}`] : [];
  const parts = [...part("samples"), ...part("models")];
  return parts.length ? `only ${parts.join(" and ")}` : "";
}

/** How samples and models stand otherwise, in words; null for by their means. */
type Standing = Record<Of, string | null>;

/** The arrangement that is wished for. */
export function arrangementOf(ground: Ground, wish: Wish, orders: Standing): Arrangement {
  if (!wish.keep) return arrangedAs(ground, wish, orders);
  const { ground: left, samples, models } = keptOf(ground, wish.keep);
  const arranged = arrangedAs(left, wish, orders);
  return {
    ...arranged,
    kept: keptText(ground, left),
    samples: arranged.samples?.map((i) => samples[i]) ?? samples,
    models: arranged.models?.map((i) => models[i]) ?? models,
  };
}

function arrangedAs(ground: Ground, wish: Wish, orders: Standing): Arrangement {
  const { samples: ofSamples, models: ofModels, versus: pair, group = [] } = wish;
  if (pair?.length) return comparedOf(ground, pair, wish);
  const sorted = ofSamples ? samplesOf(ground, ofSamples) : null;
  const samples = sorted && limited(sorted.order, ofSamples!);
  const base = wish.baseline === undefined ? null : rowNamed(ground.names.models, wish.baseline);
  const against = base === null ? null : againstOf(ground, base);
  const chosen = ofModels ? modelsOf(ground, ofModels).order : (against?.order ?? null);
  const first = chosen && base !== null ? [base, ...chosen.filter((row) => row !== base)] : chosen;
  const models = first && limited(first, ofModels ?? {});
  const ofBase = against && !ofModels ? `by their difference from ${wish.baseline}` : null;
  const said = { samples: ofSamples ? wordsOf(ofSamples) : null, models: ofModels ? wordsOf(ofModels) : ofBase };
  const inBlocks = (of: Of, order: number[] | null): InGroups | null => {
    const wanted = groupingOf(of, group, ground.attributes, wish[of] ? said[of] : orders[of]);
    return wanted && groupedOf(ground, of, wanted, order);
  };
  const parted = { samples: inBlocks("samples", samples), models: inBlocks("models", models) };
  const order = parted.samples?.order ?? samples;
  const lacking = sorted?.by && samples && !parted.samples ? lackingOf(ground, ofSamples!, sorted.by, samples) : null;
  const told = said.samples && `${said.samples}${lacking?.words ?? ""}`;
  return {
    samples: order,
    models: parted.models?.order ?? models,
    words: { samples: parted.samples?.words ?? told, models: parted.models?.words ?? said.models },
    strip: sorted?.by && order ? stripOf(ofSamples!, sorted.by, order) : null,
    lacking: lacking?.block ?? null,
    kept: "",
    versus: null,
    baseline: against && {
      name: wish.baseline!,
      pairs: (parted.models?.order ?? models ?? [...against.pairs.keys()]).map((row) => against.pairs[row]),
    },
    groups: { ...(parted.samples && { samples: parted.samples }), ...(parted.models && { models: parted.models }) },
  };
}
