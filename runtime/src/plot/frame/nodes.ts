/** The margin of a plot as elements, and the words for its signs. */
import { MARGIN_FONT, marginRows } from "../../shared/margin";
import { barsMarkup } from "../../shared/margins/bars";
import { groupNames } from "../../shared/margins/groups";
import { FONT, sampleMargin } from "../../shared/margins/difficulty";
import { diamonds, samplesOf } from "../../shared/margins/suspects";
import type { CellPlot } from "../../shared/payload";
import { asPart } from "../../shared/protocol";
import type { Make } from "../../shared/elements";
import { headOf } from "../../shared/frame/bars";
import { marginAxis, orderHead } from "../../shared/frame/axis";
import type { Framed } from "./frame";
import { penOf, textWidth } from "../text";

/** The margin beside the samples, which is drawn anew, too. */
function samplesNode(make: Make, plot: CellPlot, isFilled: boolean): SVGElement[] {
  const { beside, sampleAxis, x, y, area, inset } = plot;
  if (!beside) return [];
  const axis = sampleAxis === "x" ? x : y;
  const group = make("g", { ...asPart("samples"), "font-size": FONT, fill: "currentColor" });
  if (isFilled) group.innerHTML = sampleMargin(beside, axis, axis, area, inset, (text) => textWidth(text, FONT));
  return [group];
}

/** Bars, which are drawn anew, too. */
function barsNode(make: Make, plot: CellPlot, isFilled: boolean): SVGElement[] {
  if (!plot.bars || !plot.beside) return [];
  const group = make("g", { ...asPart("bars"), "font-size": FONT, fill: "currentColor" });
  if (isFilled) group.innerHTML = barsMarkup(plot, plot.x, plot.y, (text) => textWidth(text, FONT));
  return [group];
}

/** Diamonds of suspects, which are drawn anew, too. */
function suspectsNode(make: Make, plot: CellPlot, isFilled: boolean): SVGElement[] {
  const { suspects } = plot;
  if (!suspects) return [];
  const group = make("g", asPart("suspects"));
  if (isFilled) group.innerHTML = diamonds(plot, samplesOf(plot), suspects.samples, suspects.isTelling);
  return [group];
}

/** What stands beside the cells of a plot; its rows are drawn anew as a page zooms, which draws them where they are not
 * filled. */
export function marginNodes(make: Make, { frame, margin }: Framed, plot: CellPlot, isFilled: boolean): SVGElement[] {
  const { area, x, y } = plot;
  const samples = [
    ...samplesNode(make, plot, isFilled),
    ...barsNode(make, plot, isFilled),
    ...suspectsNode(make, plot, isFilled),
  ];
  if (margin === null || frame.scale === null) return samples;
  const rows = make("g", { ...asPart("margin-rows"), "font-size": MARGIN_FONT, fill: "currentColor" });
  const axis = margin.side === "right" ? y : x;
  if (isFilled) rows.innerHTML = marginRows(margin, axis, area) + groupNames(margin.groups, axis, area);
  const pen = penOf(make);
  const heads = { n: frame.head, order: frame.best };
  const isFree = !plot.beside?.name || (plot.beside.isNamed && !plot.beside.isSigned);
  const order = isFree ? orderHead(pen, headOf(frame), margin, area) : [];
  return [marginAxis(pen, margin, frame.scale, area, heads), ...order, rows, ...samples];
}
