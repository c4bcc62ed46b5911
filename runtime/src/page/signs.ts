/** Signs over a plot: the outline of the thing under the pointer, guides from cells to labels, and what was found. */
import type { Box, Plot } from "../shared/payload";
import { set, svg } from "./dom";
import { meets, originOf, within } from "./geometry";

/** Smallest side of an outline, in user units, so that it is seen around a thing of any size. */
const LEAST = 5;

function grown({ x, y, width, height }: Box): Box {
  const w = Math.max(LEAST, width);
  const h = Math.max(LEAST, height);
  return { x: x - (w - width) / 2, y: y - (h - height) / 2, width: w, height: h };
}

/** Lines from a cell to the labels of its row and its column. */
function guides({ area, x, y }: Plot, box: Box): string {
  const cx = box.x + box.width / 2;
  const cy = box.y + box.height / 2;
  const sides = {
    left: `M${area.x} ${cy}H${box.x}`,
    right: `M${box.x + box.width} ${cy}H${area.x + area.width}`,
    top: `M${cx} ${area.y}V${box.y}`,
    bottom: `M${cx} ${box.y + box.height}V${area.y + area.height}`,
  };
  return [x?.anchor, y?.anchor].map((side) => (side ? sides[side] : "")).join("");
}

const frame = (kind: string): SVGElement[] =>
  ["halo", "line"].map((layer) => svg("rect", { "data-sign": `${kind} ${layer}`, fill: "none" }));

/** The layer of signs of one plot. */
export class Signs {
  readonly #plot: Plot;
  readonly #outline = frame("cell");
  readonly #guide = ["halo", "line"].map((layer) => svg("path", { "data-sign": `guide ${layer}`, fill: "none" }));
  readonly #found = svg("g");
  readonly #current = svg("g", { visibility: "hidden" });

  constructor(root: Element, hit: Element, plot: Plot) {
    this.#plot = plot;
    const origin = originOf(hit.parentElement!, root);
    this.#current.append(...this.#guide, ...this.#outline);
    const layer = svg("g", {
      "data-part": "signs",
      "aria-hidden": "true",
      "pointer-events": "none",
      transform: `translate(${-origin.x},${-origin.y})`,
    });
    layer.append(this.#found, this.#current);
    hit.before(layer);
  }

  /** Outlines a box, or none; with lines to the labels of the axes. */
  point(at: Box | null, guided: boolean): void {
    set(this.#current, { visibility: at ? "visible" : "hidden" });
    if (!at) return;
    const box = grown(at);
    for (const rect of this.#outline) set(rect, { ...box });
    const d = guided ? guides(this.#plot, box) : "";
    for (const path of this.#guide) set(path, { d });
  }

  /** Frames what is in sight of boxes. */
  mark(boxes: readonly Box[]): void {
    const { area } = this.#plot;
    const rects = boxes
      .filter((box) => meets(box, area))
      .flatMap((box) => {
        const pair = frame("found");
        for (const rect of pair) set(rect, { ...grown(within(box, area)) });
        return pair;
      });
    this.#found.replaceChildren(...rects);
  }
}
