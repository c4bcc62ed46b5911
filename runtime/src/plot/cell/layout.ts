/** Where cells lie: bands in drawing order, the matrix over them, and a plot whose axes fit the labels. */
import { checkBands, checkColors, checkScale } from "./checks";
import type { Attribute } from "../../shared/attributes";
import { modelGaps } from "../../shared/frame/beside";
import type { Arrangement } from "../../shared/analysis/arrange";
import { arranged } from "./arrange";
import { attributeOf } from "./attributes";
import { drawnBands, type AxisTable } from "./bands";
import type { DataCells } from "./data";
import { gridOf, withEpochs, type Grid } from "./grid";
import type { AxisFit } from "../axes";
import { datedKeys } from "../dated";
import { fit, type Fits, type Surroundings } from "../fit";
import { withBars } from "../../shared/frame/bars";
import { frameOf, type Frame, type Orders } from "../../shared/frame/frame";
import { colorDomain, extentOf } from "../../shared/frame/shares";
import { orderWords } from "../frame/order";
import { samplePlan, type SamplePlan } from "../frame/samples";
import { mostOf } from "../../shared/against";
import { divergingScheme } from "../../shared/diverging";
import { isOwnRange, ownScheme } from "../scheme";
import type { Settings } from "../settings";
import type { Siblings } from "./siblings";
import { taken, type Taken } from "./topics";
import type { RowAnswers } from "./rows";
import { sortOf } from "./sort";
import { sortable, type View } from "./sortable";
import { epochColumns } from "./split";

export interface Layout {
  grid: Grid;
  /** Bands in drawing order. */
  x: AxisTable;
  y: AxisTable;
  fits: Fits;
  /** What the view draws around the cells; null where none does. */
  frame: Frame | null;
  samples: SamplePlan | null;
  baseline: Baseline | null;
  /** In drawing order. */
  attributes: Attribute[];
  /** What stands in place of samples, where these are taken together. */
  topics: Taken["topics"] | null;
}

/** What the answers of the database say. */
export interface Answers {
  x: AxisTable;
  y: AxisTable;
  cells: DataCells;
  beside: Pick<RowAnswers, "extents" | "attributes" | "epochs">;
}

const WAYS = ["x", "y"] as const;
const VALUE_SCALES = /^(quantile|quantize|threshold|ordinal|categorical)/;

/** Whether a colour scale is made of the values themselves, not of their extent. */
export const isOfValues = (scale: unknown): boolean => VALUE_SCALES.test(String(scale));

type Warn = (message: string) => void;

function warnOfUnknown(domain: unknown, axis: "x" | "y", { keys }: AxisTable, warn: Warn): void {
  if (!Array.isArray(domain)) return;
  const known = new Set(keys.map(String));
  const names = datedKeys(domain, keys).map(String);
  const unknown = domain.map(String).filter((_, i) => !known.has(names[i]));
  const verb = unknown.length === 1 ? "is" : "are";
  if (unknown.length) warn(`${axis}_domain: ${unknown.slice(0, 5).join(", ")} ${verb} not in the data`);
}

function warnOfHidden(n: number, warn: Warn): void {
  const lie = n === 1 ? "row lies" : "rows lie";
  if (n)
    warn(
      `cell: ${n} ${lie} under another row with the same x and y, and only the last is seen; ` +
        "fill=avg(...) shows their mean",
    );
}

/** The model that all are compared with: its band, and the greatest difference from it. */
export interface Baseline {
  band: number;
  most: number;
}

function baselineOf({ nx, values, states }: Grid, view: View | null, arrangement: Arrangement | null): Baseline | null {
  if (!arrangement?.baseline) return null;
  const band = arrangement.baseline.pairs.indexOf(null);
  return { band, most: mostOf({ values, states }, nx, view!.sampleAxis, band) };
}

function offerColors(settings: Settings, extent: Grid["extent"], baseline: Baseline | null): void {
  const scale = String(settings.get("colorScale") ?? "linear");
  const takesDomain = !isOfValues(scale) && !scale.endsWith("log");
  if (takesDomain) settings.offer({ colorDomain: baseline ? [-baseline.most, baseline.most] : colorDomain(extent) });
  const isOwn = isOwnRange(settings.given("colorRange"));
  if (isOwn) settings.set("colorRange", undefined);
  const isChosen = !isOwn && ["colorScheme", "colorRange", "colorInterpolate"].some((name) => settings.has(name));
  if (!isChosen) settings.set("colorInterpolate", baseline ? divergingScheme : ownScheme);
}

function setBands(settings: Settings, axis: "x" | "y", { keys }: AxisTable): void {
  settings.set(`${axis}Domain`, keys);
  settings.set(`${axis}Reverse`, undefined);
  settings.offer({ [`${axis}Scale`]: "band", [`${axis}Round`]: false });
  checkScale(axis, settings.get(`${axis}Scale`));
}

/** The plot that the cells are laid out in; `mark` is the number of their mark in it. */
export interface Ground {
  settings: Settings;
  around: Surroundings;
  siblings: Siblings;
  mark: number;
  /** Whether no other kind of mark stands in the plot, which would name bands by their values. */
  isAlone: boolean;
  /** Where bands are samples and models. */
  view: View | null;
}

/** From so many bands on they are known to Plot by their numbers, where nothing names them: texts are slow keys. */
const NUMBERED_FROM = 5000;

function keyed(table: AxisTable, axis: "x" | "y", { settings, isAlone }: Ground): AxisTable {
  const isNamed = [`${axis}Ticks`, `${axis}TickFormat`].some((name) => settings.has(name));
  if (!isAlone || isNamed || table.keys.length < NUMBERED_FROM) return table;
  return { ...table, keys: Array.from(table.keys, (_, i) => i), isNumbered: true };
}

type Placed = Record<"x" | "y", { table: AxisTable; codes: number[] }>;

/** Other orders of these bands, where they are wished for. */
function arrangementOf(
  { cells, beside }: Answers,
  { x, y }: Placed,
  sort: unknown,
  ground: Ground,
): Arrangement | null {
  const { view } = ground;
  if (view === null) return null;
  const of = ({ codes, table }: Placed["x"]) => ({ codes, labels: table.labels });
  const [samples, models] = view.sampleAxis === "x" ? [of(x), of(y)] : [of(y), of(x)];
  return arranged(cells, samples, models, view, { ...beside, orders: ordersOf(sort, view, ground) });
}

/** Bands in another order. */
function reordered({ table, codes }: Placed["x"], order: number[] | null | undefined): Placed["x"] {
  if (!order) return { table, codes };
  const { keys, labels } = table;
  const moved = { keys: order.map((i) => keys[i]), labels: order.map((i) => labels[i]) };
  return { table: { ...table, ...moved }, codes: order.map((i) => codes[i]) };
}

/** Plot takes long over very many bands: where they are numbered it knows those only that have a label. */
function withKnown(table: AxisTable, axis: "x" | "y", { attributes }: AxisFit, settings: Settings): AxisTable {
  const known = attributes[`${axis}Ticks`] as number[];
  settings.set(`${axis}Domain`, known);
  return { ...table, known };
}

/** How samples and models stand, in words; null for the order of least-squares means. */
function ordersOf(sort: unknown, { order, sampleAxis }: View, { settings, siblings }: Ground): Orders {
  const words = (axis: "x" | "y"): string | null => {
    const { domain } = siblings.chosen(axis, settings);
    const own = sortOf(axis, sort);
    const isByMean = order === "adjusted" && own?.value === "fill" && own.reduce === "mean";
    return isByMean && !Array.isArray(domain) ? null : orderWords(axis, own, domain);
  };
  return { samples: words(sampleAxis), models: words(sampleAxis === "x" ? "y" : "x") };
}

function framed(
  ground: Ground,
  grid: Grid,
  { x, y }: Record<"x" | "y", { table: AxisTable }>,
  sort: unknown,
  arrangement: Arrangement | null,
): Frame | null {
  const { around, view } = ground;
  if (!around.frame || around.frame.notes.plain || view === null) return null;
  const { nx, ny, values, states, tallies, extent } = grid;
  const { sampleAxis, threshold, isLower } = view;
  const matrix = { nx, ny, values, states, sampleAxis, ...(tallies ?? {}), ...(isLower && { isLower: true as const }) };
  const [samples, models] = sampleAxis === "x" ? [x.table.labels, y.table.labels] : [y.table.labels, x.table.labels];
  const shown = { matrix, extent, samples, models, threshold };
  return frameOf(around.frame.notes, shown, ordersOf(sort, view, ground), arrangement);
}

/** Sorts and places the cells, and gives the plot their domains, margins and ticks. */
export function layOut(answers: Answers, channels: string[], sort: unknown, ground: Ground, warn: Warn): Layout {
  const { settings, siblings, mark, view } = ground;
  const { cells } = answers;
  const entries = sortable(cells, answers.x, answers.y, channels, view);
  const bandsOf = (axis: "x" | "y") => {
    const { domain, reverse } = siblings.chosen(axis, settings);
    const own = drawnBands(axis, answers[axis], entries, sortOf(axis, sort), domain, reverse);
    const all = siblings.bands(axis, mark, own.table);
    return all === own.table ? own : drawnBands(axis, answers[axis], entries, undefined, all.keys, false);
  };
  for (const axis of WAYS) warnOfUnknown(siblings.chosen(axis, settings).domain, axis, answers[axis], warn);
  const plain = { x: bandsOf("x"), y: bandsOf("y") };
  const arrangement = arrangementOf(answers, plain, sort, ground);
  const orderOn = (axis: "x" | "y") => arrangement?.[axis === view?.sampleAxis ? "samples" : "models"];
  const bands = { x: reordered(plain.x, orderOn("x")), y: reordered(plain.y, orderOn("y")) };
  for (const axis of WAYS) checkBands(axis, bands[axis].codes, answers[axis].labels);
  const drawn = gridOf(cells, bands.x.codes, bands.y.codes);
  // What is kept has the colours that it had among all.
  const means = view?.keep ? { ...drawn, extent: extentOf(cells.plain) } : drawn;
  const { epochs } = answers.beside;
  const grid = epochs && means.tallies ? withEpochs(means, epochColumns(epochs, means)) : means;
  checkColors(settings.get("colorScale"), settings.get("colorDomain"), settings.get("colorRange"), grid.extent);
  warnOfHidden(grid.hidden, warn);
  const attributes = answers.beside.attributes.map((values) => {
    const isSamples = values.notes.of === "samples";
    return attributeOf(values, bands[isSamples === (view?.sampleAxis === "x") ? "x" : "y"].codes);
  });
  const frame = withBars(framed(ground, means, bands, sort, arrangement), { attributes, bars: view?.bars });
  const groups = view?.level && arrangement?.groups.samples;
  const level = groups ? taken(means, view.sampleAxis, groups, frame) : null;
  const tableOf = (axis: "x" | "y"): AxisTable =>
    level && axis === view!.sampleAxis ? level.table : keyed(bands[axis].table, axis, ground);
  const own = { x: tableOf("x"), y: tableOf("y") };
  for (const axis of WAYS) setBands(settings, axis, own[axis]);
  const shown = level ? attributes.filter(({ of }) => of === "models") : attributes;
  const baseline = baselineOf(means, view, arrangement);
  const topics = level?.topics ?? null;
  const layout = placed({ grid, ...own, frame, baseline, ...level, attributes: shown, topics }, ground);
  offerColors(settings, siblings.extent(mark, grid.extent), baseline);
  return layout;
}

/** Places cells in the size that their plot has now. */
export function placed(layout: Omit<Layout, "fits" | "samples">, ground: Ground): Layout {
  const { grid, x, y, frame } = layout;
  const { settings, around, siblings, view, isAlone } = ground;
  const samples = frame && samplePlan(frame, settings, grid.extent, isAlone && !siblings.areSeveral);
  const bandsOf = (axis: "x" | "y", { keys, labels, isNumbered }: AxisTable): AxisTable => ({
    ...{ keys, labels, isNumbered, isMarked: axis === "x" && view?.sampleAxis === "x" && view.suspects === true },
    ...(axis === view?.sampleAxis ? samples?.bands : samples && frame ? { gaps: modelGaps(frame, keys.length) } : {}),
  });
  const [across, down] = [bandsOf("x", x), bandsOf("y", y)];
  const fits = fit(settings, across, down, around, frame, samples);
  const known = (axis: "x" | "y", table: AxisTable): AxisTable =>
    table.isNumbered && !siblings.areSeveral ? withKnown(table, axis, fits[axis], settings) : table;
  return { ...layout, x: known("x", across), y: known("y", down), fits, samples };
}
