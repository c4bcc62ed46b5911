/** The margin beside the models follows a zoom: its rows are drawn anew for the bands in sight. */
import { marginRows } from "../shared/margin";
import { groupNames } from "../shared/margins/groups";
import type { CellPlot } from "../shared/payload";
import { part, set } from "./dom";
import { bandsIn, originOf, type Maps } from "./geometry";

/** What draws the margin of a plot for a view; nothing for plots without one. */
export function marginFollower(root: Element, group: Element, { margin, area, x, y }: CellPlot): (maps: Maps) => void {
  const rows = part(group, "margin-rows");
  if (!margin || !rows) return () => {};
  const origin = originOf(rows, root);
  set(rows, { transform: `translate(${-origin.x},${-origin.y})` });
  return (maps) => {
    const bands = margin.side === "right" ? bandsIn(y, maps.y) : bandsIn(x, maps.x);
    rows.innerHTML = marginRows(margin, bands, area) + groupNames(margin.groups, bands, area);
  };
}
