/** Diamonds at the bands of suspects. */
import { centre, type Bands } from "../bands";
import { px } from "../format";
import { barsRoom } from "./bars";
import type { BandAxis, CellPlot, Side } from "../payload";
import { ABSENT_INK, attributesOf, HALO } from "../states";

/** Half of a diamond, and its distance from the frame: where room was left for it or for ticks, where labels are near,
 * and where the strip begins. */
const [HALF, APART] = [3, 0.4];
const [HALF_TIGHT, APART_TIGHT] = [2.2, 0];
const ON_STRIP = 3;

const OPPOSITE: Record<Side, Side> = { top: "bottom", bottom: "top", left: "right", right: "left" };
const NORMAL = { x: "bottom", y: "left" } as const;

export type MarkedPlot = Pick<CellPlot, "area" | "sampleAxis" | "beside" | "x" | "y" | "suspects">;

/** Whether labels stand near the frame: all bands have one, and no room was left. */
const isTight = ({ sampleAxis, x, suspects }: MarkedPlot): boolean =>
  sampleAxis === "x" && !suspects && x.anchor !== null && x.step >= Math.max(x.spacing, x.labelledFrom ?? 0);

/** The side of diamonds: below columns between frame and labels; beside rows, whose labels leave no room, over the
 * strip. */
function sideOf({ sampleAxis, beside, ...axes }: MarkedPlot): Side {
  const labels = axes[sampleAxis].anchor ?? (beside ? OPPOSITE[beside.side] : NORMAL[sampleAxis]);
  return sampleAxis === "x" ? labels : OPPOSITE[labels];
}

/** The middle of diamonds away from the frame. */
function acrossOf(plot: MarkedPlot, half: number): number {
  const { x, y, width, height } = plot.area;
  const apart = isTight(plot) ? APART_TIGHT : APART;
  const { beside, sampleAxis } = plot;
  const by = half + (sampleAxis === "y" && beside ? ON_STRIP + barsRoom(beside.bars) : apart);
  return { top: y - by, bottom: y + height + by, left: x - by, right: x + width + by }[sideOf(plot)];
}

/** The bands of samples: of the axis itself, or as they are zoomed. */
export const samplesOf = ({ sampleAxis, x, y }: MarkedPlot): BandAxis => (sampleAxis === "x" ? x : y);

/** Diamonds as markup for the samples with these numbers; grey where the list tells nothing. */
export function diamonds(plot: MarkedPlot, bands: Bands, numbers: Iterable<number>, isTelling: boolean): string {
  const { area, sampleAxis } = plot;
  const half = isTight(plot) ? HALF_TIGHT : HALF;
  const across = acrossOf(plot, half);
  const [from, to] = sampleAxis === "x" ? [area.x, area.x + area.width] : [area.y, area.y + area.height];
  const fill = isTelling ? "currentColor" : ABSENT_INK;
  const look = attributesOf({ fill, stroke: HALO, "stroke-width": 0.75, "data-ink": "halo" });
  let text = "";
  for (const i of numbers) {
    const along = centre(bands, i);
    if (along < from || along > to) continue;
    const [cx, cy] = sampleAxis === "x" ? [along, across] : [across, along];
    text += `<path d="M${px(cx)} ${px(cy - half)}l${half} ${half}l-${half} ${half}l-${half} -${half}z" ${look}/>`;
  }
  return text;
}
