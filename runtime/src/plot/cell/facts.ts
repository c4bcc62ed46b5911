/** A plot of cells as its page knows it: geometry, labels and the matrix. */
import type { Wish } from "../../shared/wish";
import type { Bands } from "../../shared/bands";
import type { Attributed } from "../../shared/attributes";
import type { BandAxis, CellPlot, ColorTable } from "../../shared/payload";
import { paintOf } from "../../shared/rects";
import { checkFrame, checkPlace, notOfNumbers } from "./checks";
import type { AxisTable } from "./bands";
import type { AxisFit } from "../axes";
import { gapped } from "../../shared/bands";
import type { Labelled } from "../frame/gaps";
import { placedMargin } from "../frame/samples";
import type { Layout } from "./layout";
import { standingOf } from "../../shared/standing";
import { suspectsOf } from "../../shared/suspected";
import { colorTable, isContinuous, type PlotScale } from "../scale";
import { divergingScheme } from "../../shared/diverging";
import { colorDomain } from "../../shared/frame/shares";
import { shownIn } from "../../shared/split";
import { ownScheme } from "../scheme";
import type { Settings } from "../settings";

/** What Plot hands to a mark's render function. */
export interface PlotScales {
  x: BandScale;
  y: BandScale;
  scales: { color?: PlotScale; x?: BandOptions; y?: BandOptions };
}

/** How Plot parts a range into bands. */
interface BandOptions {
  range: [number, number];
  paddingInner: number;
  paddingOuter: number;
  align: number;
}

interface BandScale {
  (key: unknown): number;
  bandwidth(): number;
}

export interface Dimensions {
  width: number;
  height: number;
  marginTop: number;
  marginRight: number;
  marginBottom: number;
  marginLeft: number;
}

/** What the facts take over from the mark as it is. */
export type CellLook = Pick<
  CellPlot,
  | "valueName"
  | "sampleAxis"
  | "areModels"
  | "inset"
  | "radius"
  | "text"
  | "tip"
  | "isShared"
  | "hasDetails"
  | "details"
  | "isLower"
> &
  Attributed & { names: { x: string; y: string }; threshold: number | undefined; wish: Wish; hasSuspects: boolean };

const NORMAL = { x: "bottom", y: "left" } as const;

function anchorOf(settings: Settings, axis: "x" | "y"): BandAxis["anchor"] {
  const side = settings.side(axis, NORMAL[axis]);
  return side === "both" ? NORMAL[axis] : (side as BandAxis["anchor"]);
}

/** The least size of labelled bands: as the margins were made for these. */
const threshold = (from: number, step: number, isHidden: boolean): number =>
  isHidden ? Math.max(from, step * 1.001) : Math.min(from, step * 0.999);

/** Bands as a scale has placed them that knows them all. */
function placedBands(scale: BandScale, keys: AxisTable["keys"]): Bands {
  const start = keys.length ? scale(keys[0]) : 0;
  const bandwidth = scale.bandwidth();
  const step = keys.length > 1 ? (scale(keys[keys.length - 1]) - start) / (keys.length - 1) : bandwidth;
  return { start, step, bandwidth };
}

/** Bands as d3's scaleBand would place so many. */
function partedBands({ range: [from, to], paddingInner, paddingOuter, align }: BandOptions, n: number): Bands {
  const step = (to - from) / Math.max(1, n - paddingInner + 2 * paddingOuter);
  const start = from + (to - from - step * (n - paddingInner)) * align;
  return { start, step, bandwidth: step * (1 - paddingInner) };
}

function axisOf(
  scales: PlotScales,
  way: "x" | "y",
  { keys, labels, known, gaps = [], labelledFrom = 0 }: AxisTable,
  fit: AxisFit,
  name: string,
  anchor: BandAxis["anchor"],
): BandAxis {
  const bands = known ? partedBands(scales.scales[way]!, keys.length) : placedBands(scales[way], keys);
  const { room, skip, drop, rotate, spacing } = fit;
  const text = { room, skip, drop, rotate, spacing, anchor };
  const axis = gapped({ kind: "band", name, labels, ...bands, ...text }, gaps);
  return labelledFrom ? { ...axis, labelledFrom: threshold(labelledFrom, axis.step, fit.isHidden) } : axis;
}

function areaOf(d: Dimensions): CellPlot["area"] {
  const area = {
    x: d.marginLeft,
    y: d.marginTop,
    width: d.width - d.marginLeft - d.marginRight,
    height: d.height - d.marginTop - d.marginBottom,
  };
  checkFrame(area, d);
  return area;
}

/** Where Plot has put bands, on axes of which it does not know all. */
export const labelledOf = (layout: Layout, scales: PlotScales): Labelled => {
  const of = (way: "x" | "y"): Labelled["x"] => {
    const { known } = layout[way];
    return known ? { numbers: known, bands: placedBands(scales[way], known) } : null;
  };
  return { x: of("x"), y: of("y") };
};

const OWN: unknown[] = [ownScheme, divergingScheme];

/** The colours that the plot has. */
const tableOf = (color: PlotScale, settings: Settings, extent: Layout["grid"]["extent"]): ColorTable => ({
  ...colorTable(color, extent ?? [0, 1]),
  ...(OWN.includes(settings.get("colorInterpolate")) ? { own: true } : {}),
});

/** The colours that scores have where none are chosen. */
function ownTable(extent: Layout["grid"]["extent"], isLower: boolean): ColorTable {
  const [low, high] = colorDomain(extent);
  const at = (value: number): number => (isLower ? high - value : value - low) / (high - low);
  const apply = (value: unknown): string => ownScheme(at(Number(value)));
  return { ...colorTable({ type: "linear", domain: [low, high], apply }, [low, high]), own: true };
}

/** The facts of a plot with these scales and dimensions; throws where no cell would be seen. */
export function factsOf(
  layout: Layout,
  look: CellLook,
  settings: Settings,
  scales: PlotScales,
  d: Dimensions,
): CellPlot {
  const { grid, fits, frame, samples, attributes, topics } = layout;
  const { names, threshold: reached, wish, hasSuspects, ...rest } = look;
  const { sampleAxis, isLower } = look;
  const matrix = { ...grid, ...grid.tallies, sampleAxis, ...(isLower && { isLower }) };
  const [samplesOn, modelsOn] = look.sampleAxis === "x" ? [layout.x, layout.y] : [layout.y, layout.x];
  const area = areaOf(d);
  const x = axisOf(scales, "x", layout.x, fits.x, names.x, anchorOf(settings, "x"));
  const y = axisOf(scales, "y", layout.y, fits.y, names.y, anchorOf(settings, "y"));
  checkPlace("x", x, grid.nx, area.x, area.width);
  checkPlace("y", y, grid.ny, area.y, area.height);
  const color = scales.scales.color;
  if (!color || !isContinuous(color))
    throw new Error(notOfNumbers(settings.get("colorScale"), settings.get("colorScheme")));
  const facts: CellPlot = {
    kind: "cells",
    area,
    x,
    y,
    ...rest,
    paint: paintOf(grid.nx * grid.ny, x, y),
    color: layout.baseline ? ownTable(grid.extent, isLower === true) : tableOf(color, settings, grid.extent),
    ...(layout.baseline && {
      baseline: { band: layout.baseline.band, color: tableOf(color, settings, grid.extent) },
    }),
    values: grid.values,
    states: grid.states,
    ...(fits.margin ? { margin: fits.margin } : {}),
    ...(frame && !topics && { view: { notes: frame.notes, orders: frame.plain, wish, threshold: reached } }),
    ...(samples && frame ? { beside: placedMargin(samples.margin, fits, frame, area, d.width) } : {}),
    ...(attributes.length && { attributes }),
    counts: look.isShared ? { ...grid.counts, absent: 0 } : grid.counts,
    ...grid.tallies,
    ...(look.areModels && !topics && { standing: standingOf(matrix, reached) }),
    ...(hasSuspects && !topics && { suspects: suspectsOf(matrix, samplesOn.labels, modelsOn.labels, reached) }),
    ...(grid.epochs && { epochs: grid.epochs }),
  };
  const shown = shownIn(facts);
  return shown.plot === facts ? facts : { ...facts, paint: paintOf(shown.plot.values.length, shown.x, shown.y) };
}
