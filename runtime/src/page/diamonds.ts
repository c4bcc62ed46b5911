/** Diamonds at suspects, which follow zoom and order: those that the picture came with, or those of the open list. */
import { diamonds, samplesOf } from "../shared/margins/suspects";
import type { CellPlot } from "../shared/payload";
import { part, set, svg } from "./dom";
import { bandsIn, originOf } from "./geometry";
import type { Plot } from "./plot";
import { suspectsIn } from "./suspected";

function listed(plot: CellPlot): { samples: number[]; isTelling: boolean } {
  const { suspects, isTelling } = suspectsIn(plot);
  return { samples: suspects.map(({ sample }) => sample), isTelling };
}

/** Draws diamonds for what the plot shows now; `isListed`: the list is open. */
export function drawDiamonds(root: Element, { hit, maps, cells }: Plot, isListed: boolean): void {
  const { plot } = cells[0];
  const group = hit.parentElement!;
  let layer = part(group, "suspects");
  if (!isListed && !plot.suspects) return layer?.remove();
  if (!layer) {
    layer = svg("g", { "data-part": "suspects", ...(plot.suspects ? {} : { "data-listed": "" }) });
    hit.before(layer);
  }
  const marked = isListed ? listed(plot) : plot.suspects!;
  const { x, y } = originOf(group, root);
  set(layer, { transform: `translate(${-x},${-y})` });
  const bands = bandsIn(samplesOf(plot), maps[plot.sampleAxis]);
  layer.innerHTML = diamonds(plot, bands, marked.samples, marked.isTelling);
}
