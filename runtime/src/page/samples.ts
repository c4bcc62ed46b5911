/** The margin beside the samples follows a zoom: it is drawn anew for the bands in sight. */
import { sampleMargin } from "../shared/margins/difficulty";
import type { BandAxis, CellPlot } from "../shared/payload";
import { measureLike } from "./axes";
import { part, set } from "./dom";
import { bandsIn, originOf, type Maps } from "./geometry";

/** What draws the margin of a plot for a view; nothing for plots without one. */
export function sampleFollower(root: Element, plotGroup: Element, plot: CellPlot): (maps: Maps) => void {
  const group = part(plotGroup, "samples");
  const { beside, area, inset, sampleAxis: way } = plot;
  if (!beside || !group) return () => {};
  const axis: BandAxis = plot[way];
  const measure = measureLike(group);
  const { x, y } = originOf(group, root);
  set(group, { transform: `translate(${-x},${-y})` });
  return (maps) => {
    group.innerHTML = sampleMargin(beside, axis, bandsIn(axis, maps[way]), area, inset, measure);
  };
}
