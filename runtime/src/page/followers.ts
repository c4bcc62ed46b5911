/** Marks that Plot has drawn follow a zoom: texts and dots move, shapes stretch, strokes keep their width. */
import type { Box, CellPlot, Plot } from "../shared/payload";
import { Axes } from "./axes";
import { barFollower } from "./bars";
import { set, svg } from "./dom";
import { moved } from "./following";
import { originOf, type Map1, type Maps, type Point, type Way } from "./geometry";
import { marginFollower } from "./margin";
import { sampleFollower } from "./samples";
import { translation } from "../shared/translate";

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
  /** The element itself, or what is drawn inside a link. */
  shape: Element;
  anchor: Point | null;
  transform: string;
}

class Follower {
  readonly #items: Item[];
  readonly #origin: Point;

  constructor(group: Element, root: Element, area: Box) {
    this.#origin = originOf(group, root);
    this.#items = [...group.children].map((element) => {
      const shape = (element.localName === "a" && element.firstElementChild) || element;
      return { element, shape, anchor: anchorOf(shape), transform: element.getAttribute("transform") ?? "" };
    });
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
    for (const { element, shape, anchor, transform } of this.#items) {
      const at = (m: Map1, p: number): number => (m.k - 1) * p + m.shift;
      const move = anchor
        ? `translate(${at(mx, anchor.x)},${at(my, anchor.y)})`
        : `matrix(${mx.k} 0 0 ${my.k} ${mx.shift} ${my.shift})`;
      set(element, { transform: `${move} ${transform}`.trim() });
      if (!anchor) set(shape, { "vector-effect": "non-scaling-stroke" });
    }
  }
}

/** Parts that stay where they are, or are moved by others. */
const isFixed = (element: Element): boolean =>
  element.localName !== "g" ||
  element.hasAttribute("data-part") ||
  /axis|^frame$/.test(element.getAttribute("aria-label") ?? "");

/** All marks of a plot besides its cells, axes and frame: the groups of its drawing. */
class Followers {
  readonly #followers: Follower[];

  constructor(root: Element, drawing: Element, { area }: Plot) {
    const groups = [...drawing.children].filter((element) => !isFixed(element));
    this.#followers = groups.map((group) => new Follower(group, root, area));
  }

  follow({ x, y }: Maps): void {
    for (const follower of this.#followers) follower.follow(x, y);
  }
}

/** What draws all of a plot that follows a zoom, besides its cells. */
export function follower(
  root: Element,
  group: Element,
  plot: Plot,
  cells: readonly { plot: CellPlot }[],
): (maps: Maps) => void {
  const axes = new Axes(root, group, plot);
  const marks = new Followers(root, group.querySelector(":scope > g")!, plot);
  const margins = cells.flatMap((own) => [
    marginFollower(root, group, own.plot),
    sampleFollower(root, group, own.plot),
    barFollower(root, group, own.plot),
  ]);
  return (maps) => {
    axes.draw(maps);
    marks.follow(maps);
    for (const follow of margins) follow(maps);
    moved(root);
  };
}
