/** Signs over the cells: the outline of the cell under the pointer with guides to its labels, and found samples. */
import type { Box, CellPlot } from "../shared/payload";
import { set, svg } from "./dom";
import { originOf, type Cell } from "./geometry";
import type { Bands2 } from "./paint";

/** Smallest side of an outline, in user units, so that it is seen around a cell of any size. */
const LEAST = 5;

/** The box of a cell in user units. */
export const boxOf = ({ x, y }: Bands2, cell: Cell): Box => ({
  x: x.start + cell.x * x.step,
  y: y.start + cell.y * y.step,
  width: x.bandwidth,
  height: y.bandwidth,
});

function grown({ x, y, width, height }: Box): Box {
  const w = Math.max(LEAST, width);
  const h = Math.max(LEAST, height);
  return { x: x - (w - width) / 2, y: y - (h - height) / 2, width: w, height: h };
}

/** The part of a box inside another. */
function within(box: Box, area: Box): Box {
  const x = Math.max(box.x, area.x);
  const y = Math.max(box.y, area.y);
  const right = Math.min(box.x + box.width, area.x + area.width);
  const bottom = Math.min(box.y + box.height, area.y + area.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

/** Lines from a cell to the labels of its row and its column. */
function guides(plot: CellPlot, box: Box): string {
  const { area } = plot;
  const cx = box.x + box.width / 2;
  const cy = box.y + box.height / 2;
  const sides = {
    left: `M${area.x} ${cy}H${box.x}`,
    right: `M${box.x + box.width} ${cy}H${area.x + area.width}`,
    top: `M${cx} ${area.y}V${box.y}`,
    bottom: `M${cx} ${box.y + box.height}V${area.y + area.height}`,
  };
  return [plot.x.anchor, plot.y.anchor].map((side) => (side ? sides[side] : "")).join("");
}

const frame = (kind: string): SVGElement[] =>
  ["halo", "line"].map((layer) => svg("rect", { "data-sign": `${kind} ${layer}`, fill: "none" }));

/** The layer of signs of one plot. */
export class Signs {
  readonly #plot: CellPlot;
  readonly #outline = frame("cell");
  readonly #guide = ["halo", "line"].map((layer) => svg("path", { "data-sign": `guide ${layer}`, fill: "none" }));
  readonly #found = svg("g");
  readonly #current = svg("g", { visibility: "hidden" });

  constructor(root: Element, hit: Element, plot: CellPlot) {
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

  /** Outlines a cell, or none. */
  point(bands: Bands2, cell: Cell | null): void {
    set(this.#current, { visibility: cell ? "visible" : "hidden" });
    if (!cell) return;
    const box = grown(within(boxOf(bands, cell), this.#plot.area));
    for (const rect of this.#outline) set(rect, { ...box });
    const d = guides(this.#plot, box);
    for (const path of this.#guide) set(path, { d });
  }

  /** Frames whole rows or columns: cells whose other index is left out. */
  mark(bands: Bands2, samples: readonly Partial<Cell>[]): void {
    const { area } = this.#plot;
    const boxes = samples.map((at) => {
      const box = boxOf(bands, { x: at.x ?? 0, y: at.y ?? 0 });
      const whole =
        at.x === undefined ? { ...box, x: area.x, width: area.width } : { ...box, y: area.y, height: area.height };
      return within(whole, area);
    });
    const rects = boxes
      .filter(({ width, height }) => width > 0 && height > 0)
      .flatMap((box) => {
        const pair = frame("found");
        for (const rect of pair) set(rect, { ...grown(box) });
        return pair;
      });
    this.#found.replaceChildren(...rects);
  }
}
