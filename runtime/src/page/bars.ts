/** Bars beside cells follow a zoom: they are drawn anew for the bands in sight. */
import { barsMarkup } from "../shared/margins/bars";
import type { CellPlot } from "../shared/payload";
import { measureLike } from "./axes";
import { part, set } from "./dom";
import { bandsIn, originOf, type Maps } from "./geometry";

/** What draws the bars of a plot for a view; nothing for plots without any. */
export function barFollower(root: Element, plotGroup: Element, plot: CellPlot): (maps: Maps) => void {
  const group = part(plotGroup, "bars");
  if (!group || !plot.bars) return () => {};
  const measure = measureLike(group);
  const { x, y } = originOf(group, root);
  set(group, { transform: `translate(${-x},${-y})` });
  return (maps) => {
    group.innerHTML = barsMarkup(plot, bandsIn(plot.x, maps.x), bandsIn(plot.y, maps.y), measure);
  };
}
