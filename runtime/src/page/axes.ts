/** Tick labels of a zoomed axis: the bands in sight are labelled anew, in the manner of the first picture. */
import type { Axis, CellPlot } from "../shared/payload";
import type { Bands } from "../shared/rects";
import { labelled, oneLine, shorten, type Measure } from "../shared/ticks";
import { set } from "./dom";
import { bandAt, centre, centresIn, originOf, translation, type Way } from "./geometry";
import type { Bands2 } from "./paint";
import { lengthOf } from "./view";

const TICKS = /^([xy])-axis tick( label)?$/;

const moved = (element: Element, way: Way, to: number): string => {
  const at = { ...translation(element), [way]: to };
  const rest = (element.getAttribute("transform") ?? "").replace(/translate\([^)]*\)/, "").trim();
  return `translate(${at.x},${at.y})${rest ? ` ${rest}` : ""}`;
};

let pen: CanvasRenderingContext2D | null = null;

/** Width of text in the font of an element, in user units. */
function measureLike(element: Element): Measure {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return (text) => {
    pen ??= document.createElement("canvas").getContext("2d")!;
    pen.font = font;
    return pen.measureText(text).width;
  };
}

/** Whether a tick's text is this label, whole or shortened. */
function isOf(text: string, label: string): boolean {
  const [head, tail] = text.split("\u2026");
  return text === label || (tail !== undefined && label.startsWith(head) && label.endsWith(tail));
}

/** Ticks or tick labels of one axis of one plot. */
class Ticks {
  readonly #group: Element;
  readonly #plot: CellPlot;
  readonly #way: Way;
  readonly #isLabel: boolean;
  readonly #items: Element[];
  readonly #places: number[];
  readonly #origin: number;
  readonly #measure: Measure;

  constructor(group: Element, root: Element, plot: CellPlot, way: Way, isLabel: boolean) {
    this.#group = group;
    this.#plot = plot;
    this.#way = way;
    this.#isLabel = isLabel;
    this.#items = [...group.children];
    this.#origin = originOf(group, root)[way];
    this.#places = this.#items.map((item) => translation(item)[way] + this.#origin);
    this.#measure = measureLike(group);
  }

  get #axis(): Axis {
    return this.#plot[this.#way];
  }

  #bandOf(place: number): number {
    return bandAt(this.#axis, place);
  }

  /** Whether the labels are the core's to choose; ticks that the caller chose only move. */
  followsBands(): boolean {
    const near = Math.ceil(2 / this.#axis.step);
    return this.#items.every((item, k) => {
      const band = this.#bandOf(this.#places[k]);
      return this.#axis.labels
        .slice(Math.max(0, band - near), band + near + 1)
        .some((label) => isOf(item.textContent!, oneLine(label)));
    });
  }

  #range(bands: Bands): [number, number] {
    return centresIn(bands, this.#axis.labels.length, this.#plot.area[this.#way], lengthOf(this.#plot.area, this.#way));
  }

  /** One tick for each band of the list. */
  relabel(bands: Bands): void {
    const [template] = this.#items;
    if (!template) return;
    const shift = this.#places[0] - centre(this.#axis, this.#bandOf(this.#places[0]));
    const made = labelled(this.#axis, bands.step, ...this.#range(bands)).map((i) => {
      const item = template.cloneNode(false) as Element;
      set(item, { transform: moved(template, this.#way, centre(bands, i) + shift - this.#origin) });
      if (this.#isLabel)
        item.textContent = shorten(oneLine(this.#axis.labels[i]), this.#axis.room, this.#measure, this.#axis.skip);
      return item;
    });
    this.#group.replaceChildren(...made);
  }

  /** Moves the ticks that there are; those outside are hidden. */
  follow(bands: Bands): void {
    const [first, last] = this.#range(bands);
    this.#items.forEach((item, k) => {
      const band = this.#bandOf(this.#places[k]);
      const to = centre(bands, band) + this.#places[k] - centre(this.#axis, band) - this.#origin;
      set(item, {
        transform: moved(item, this.#way, to),
        visibility: band >= first && band < last ? "inherit" : "hidden",
      });
    });
  }
}

/** The axes of one plot. */
export class Axes {
  readonly #ticks: { way: Way; ticks: Ticks; own: boolean }[] = [];

  constructor(root: Element, group: Element, plot: CellPlot) {
    const own: Record<Way, boolean> = { x: true, y: true };
    for (const g of group.querySelectorAll("g[aria-label]")) {
      const found = TICKS.exec(g.getAttribute("aria-label")!);
      if (!found) continue;
      const way = found[1] as Way;
      const ticks = new Ticks(g, root, plot, way, Boolean(found[2]));
      if (found[2] && !ticks.followsBands()) own[way] = false;
      this.#ticks.push({ way, ticks, own: true });
    }
    for (const entry of this.#ticks) entry.own = own[entry.way];
  }

  draw(bands: Bands2): void {
    for (const { way, ticks, own } of this.#ticks) {
      if (own) ticks.relabel(bands[way]);
      else ticks.follow(bands[way]);
    }
  }
}
