/** Marks drawn on top of the cells follow a zoom: texts and dots move, shapes stretch, strokes keep their width. */
import type { CellPlot } from "../shared/payload";
import { set, svg } from "./dom";
import { originOf, translation, type Point, type Way } from "./geometry";
import type { Bands2 } from "./paint";

interface Map1 {
  k: number;
  shift: number;
}

const ANCHORED = /^(text|circle|image)$/;

/** The first attribute that there is, in user units. */
const numberOf = (element: Element, ...names: string[]): number =>
  Number(names.map((name) => element.getAttribute(name)).find((value) => value !== null) ?? 0);

/** Where a text, dot or symbol stands; null for a shape. */
function anchorOf(element: Element): Point | null {
  if (/translate\(/.test(element.getAttribute("transform") ?? "")) return translation(element);
  return ANCHORED.test(element.localName)
    ? { x: numberOf(element, "x", "cx") || 0, y: numberOf(element, "y", "cy") || 0 }
    : null;
}

interface Item {
  element: Element;
  anchor: Point | null;
  transform: string;
}

class Mark {
  readonly #items: Item[];
  readonly #origin: Point;

  constructor(group: Element, root: Element, { area }: CellPlot) {
    this.#origin = originOf(group, root);
    this.#items = [...group.children].map((element) => ({
      element,
      anchor: anchorOf(element),
      transform: element.getAttribute("transform") ?? "",
    }));
    const { x, y, width, height } = area;
    const [left, top] = [x - this.#origin.x, y - this.#origin.y];
    group.append(
      svg(
        "svg",
        { x: left, y: top, width, height, viewBox: `${left} ${top} ${width} ${height}`, overflow: "hidden" },
        ...group.childNodes,
      ),
    );
  }

  /** The map of the root svg, seen from inside the group. */
  #local({ k, shift }: Map1, way: Way): Map1 {
    const o = this.#origin[way];
    return { k, shift: k * o + shift - o };
  }

  follow(x: Map1, y: Map1): void {
    const [mx, my] = [this.#local(x, "x"), this.#local(y, "y")];
    for (const { element, anchor, transform } of this.#items) {
      const at = (m: Map1, p: number): number => (m.k - 1) * p + m.shift;
      const move = anchor
        ? `translate(${at(mx, anchor.x)},${at(my, anchor.y)})`
        : `matrix(${mx.k} 0 0 ${my.k} ${mx.shift} ${my.shift})`;
      set(element, {
        transform: `${move} ${transform}`.trim(),
        ...(anchor ? {} : { "vector-effect": "non-scaling-stroke" }),
      });
    }
  }
}

/** Parts that stay where they are when the cells move. */
const isFixed = (element: Element): boolean =>
  element.localName !== "g" ||
  element.hasAttribute("data-part") ||
  /axis|^frame$/.test(element.getAttribute("aria-label") ?? "");

/** All marks of a plot besides its cells, axes and frame: what stands beside the paint. */
export class Marks {
  readonly #plot: CellPlot;
  readonly #marks: Mark[];

  constructor(root: Element, paint: Element, plot: CellPlot) {
    this.#plot = plot;
    const beside = [...paint.parentElement!.children].filter((element) => !isFixed(element));
    this.#marks = beside.map((g) => new Mark(g, root, plot));
  }

  follow(bands: Bands2): void {
    const map = (way: Way): Map1 => {
      const k = bands[way].step / this.#plot[way].step;
      return { k, shift: bands[way].start - k * this.#plot[way].start };
    };
    for (const mark of this.#marks) mark.follow(map("x"), map("y"));
  }
}
