/** What Mosaic can be told of how a plot was laid out: bands in their order, room for labels, colours. */
import { Grid2DMark, HexbinMark } from "@uwdata/mosaic-plot";
import { px } from "../shared/format";
import { fittingInset } from "../shared/rects";
import { CellMark } from "./cell/mark";
import { isOfValues, type Layout } from "./cell/layout";
import type { MosaicPlot } from "./mosaic";
import type { PlannedPlot } from "./plan";
import { OWN_RANGE, ownScheme } from "./scheme";

type Attributes = Record<string, unknown>;

export interface Said {
  attributes: Attributes;
  /** Axes whose domains are labels, as their bands have numbers. */
  numbered: string[];
  /** Of cells, which leave less room between small ones than they were told; null for what they were told. */
  inset: number | null;
  /** What cannot be told, in words. */
  unsaid: string[];
}

/** What Mosaic leaves around a frame, in units. */
const USUAL = { Top: 20, Right: 20, Bottom: 30, Left: 40 };
const SIDES = Object.keys(USUAL) as (keyof typeof USUAL)[];
const WAYS = ["x", "y"] as const;

/** Whether bins have the size that the frame had when they were asked for, before its margins grew. */
const areBinned = ({ marks }: MosaicPlot): boolean =>
  marks.some((mark) => mark instanceof Grid2DMark || mark instanceof HexbinMark);

/** Margins that nobody chose, without room for a title. */
function margins(plot: MosaicPlot, { title, chosen }: PlannedPlot): Attributes {
  if (areBinned(plot)) return {};
  const size = (side: string): number =>
    Number(plot.getAttribute(`margin${side}`)) - (side === "Top" && title ? title.height : 0);
  const told = SIDES.filter((side) => !chosen?.attributes.has(`margin${side}`) && size(side) !== USUAL[side]);
  return Object.fromEntries(told.map((side) => [`margin${side}`, size(side)]));
}

/** The size of a view's cells and of their labels, without what stands beside them. */
function sizes(plot: MosaicPlot, mark: CellMark): Attributes {
  const { area } = mark.result!.plot;
  const [left, bottom] = ["Left", "Bottom"].map((side) => Number(plot.getAttribute(`margin${side}`)));
  const [width, height] = [left + area.width + USUAL.Right, USUAL.Top + area.height + bottom];
  return { marginLeft: left, marginBottom: bottom, width: Math.round(width), height: Math.round(height) };
}

function axis(plot: MosaicPlot, way: (typeof WAYS)[number], { [way]: bands, fits }: Layout): Attributes {
  const ticks = plot.getAttribute(`${way}Ticks`);
  const areSome = Array.isArray(ticks) && ticks.length < bands.keys.length && !bands.isNumbered;
  const labelled = fits[way].isHidden ? [] : areSome ? ticks : undefined;
  const domain = bands.isNumbered ? bands.labels : bands.keys;
  const turn = plot.getAttribute(`${way}TickRotate`);
  return {
    [`${way}Domain`]: domain,
    ...(labelled && { [`${way}Ticks`]: labelled }),
    ...(turn ? { [`${way}TickRotate`]: turn } : {}),
  };
}

/** Colours of the package's own scheme, which has no name. */
function colors(plot: MosaicPlot, { baseline }: Layout): Attributes {
  const domain = baseline ? null : plot.getAttribute("colorDomain");
  return { ...(Array.isArray(domain) && { colorDomain: domain }), colorRange: OWN_RANGE };
}

/** The attributes of a plot as it is drawn, and what is missing from them. */
export function saidOf(plot: MosaicPlot, planned: PlannedPlot): Said {
  const mark = plot.marks.find((own): own is CellMark => own instanceof CellMark && own.layout !== null);
  if (!mark?.result) return { attributes: margins(plot, planned), numbered: [], inset: null, unsaid: [] };
  const layout = mark.layout!;
  const isFramed = planned.notes.frame !== undefined;
  const together = layout.topics && mark.result.plot.sampleAxis;
  const ways = WAYS.filter((way) => way !== together);
  const isOwn = layout.baseline !== null || plot.getAttribute("colorInterpolate") === ownScheme;
  const isEven = !isOfValues(plot.getAttribute("colorScale"));
  const attributes = {
    ...Object.assign({}, ...ways.map((way) => axis(plot, way, layout))),
    ...(isFramed ? sizes(plot, mark) : margins(plot, planned)),
    ...(isOwn && isEven && colors(plot, layout)),
  };
  const unsaid = [
    ...(layout.baseline ? ["differences from a baseline"] : []),
    ...(together ? ["samples that are taken together"] : []),
    ...(isOwn && !isEven ? ["colours of the package's own scheme"] : []),
  ];
  const { inset, x, y } = mark.result.plot;
  return {
    attributes,
    numbered: ways.filter((way) => layout[way].isNumbered),
    inset: isFramed ? Number(px(fittingInset(together ? 0 : inset, Math.min(x.bandwidth, y.bandwidth)))) : null,
    unsaid,
  };
}
