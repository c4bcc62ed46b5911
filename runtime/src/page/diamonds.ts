/** Diamonds at suspects, which follow zoom and order: those that the picture came with, or those of the open list. */
import { diamonds, samplesOf } from "../shared/margins/suspects";
import type { CellPlot } from "../shared/payload";
import { part, set, svg } from "./dom";
import { onMove } from "./following";
import { bandsIn, originOf } from "./geometry";
import type { Plot } from "./plot";

/** Samples by the numbers that they had as the picture came. */
export type Marked = Pick<NonNullable<CellPlot["suspects"]>, "isTelling"> & { samples: ArrayLike<number> };

/** The bands of samples as they stand now; those that are not drawn have none. */
function bandsOf({ samples }: Marked, { moved, sampleAxis }: CellPlot): number[] {
  if (!moved) return Array.from(samples);
  const bands = new Map(moved[sampleAxis].map((sample, band) => [sample, band]));
  return Array.from(samples).flatMap((sample) => bands.get(sample) ?? []);
}

export class Diamonds {
  /** What an open list marks. */
  #listed: Marked | null = null;

  constructor(
    private readonly root: Element,
    private readonly plot: Plot,
  ) {
    onMove(root, () => this.draw());
    this.draw();
  }

  show(listed: Marked | null): void {
    this.#listed = listed;
    this.draw();
  }

  draw(): void {
    const { hit, maps, cells } = this.plot;
    const own = cells[0].plot;
    const group = hit.parentElement!;
    const marked = this.#listed ?? own.suspects;
    let layer = part(group, "suspects");
    if (!marked) return layer?.remove();
    if (!layer) {
      layer = svg("g", { "data-part": "suspects" });
      hit.before(layer);
    }
    const { x, y } = originOf(group, this.root);
    set(layer, { transform: `translate(${-x},${-y})` });
    const bands = bandsIn(samplesOf(own), maps[own.sampleAxis]);
    layer.innerHTML = diamonds(own, bands, bandsOf(marked, own), marked.isTelling);
  }
}
