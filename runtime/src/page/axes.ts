/** Ticks of a zoomed axis: those in sight are labelled anew, in the manner of the first picture. */
import { bandAt, centre, centresIn, type Bands } from "../shared/bands";
import type { BandAxis, Box, Plot } from "../shared/payload";
import { tickLabelsOf, ticksOf } from "../shared/protocol";
import { kept, textsOf } from "../shared/labels";
import { ELLIPSIS, labelled, type Measure } from "../shared/ticks";
import { set } from "./dom";
import { bandsIn, originOf, to, type Map1, type Maps, type Way } from "./geometry";
import { translation } from "../shared/translate";
import { numberTicks } from "./numbers";
import type { Choose, Tick } from "./tick";
import { lengthOf } from "./view";

/** The transform of an element that stands elsewhere along an axis. */
export const moved = (element: Element, way: Way, to: number): string => {
  const at = { ...translation(element), [way]: to };
  const rest = (element.getAttribute("transform") ?? "").replace(/translate\([^)]*\)/, "").trim();
  return `translate(${at.x},${at.y})${rest ? ` ${rest}` : ""}`;
};

let pen: CanvasRenderingContext2D | null = null;

/** Text is measured this many times as large as it is drawn, where no browser fits letters to pixels. */
const LARGE = 64;

/** Width of text in a font, in user units; `style`: words of CSS that stand before the size. */
export function widthOf(style: string, size: number, family: string): Measure {
  const font = `${style}${LARGE * size}px ${family}`;
  return (text) => {
    pen ??= document.createElement("canvas").getContext("2d")!;
    pen.font = font;
    return pen.measureText(text).width / LARGE;
  };
}

/** Width of text in the font of an element, in user units, as the first picture measured it. */
export function measureLike(element: Element): Measure {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  return widthOf(`${fontStyle} ${fontWeight} `, parseFloat(fontSize), fontFamily);
}

/** Ticks so little outside, in user units, are at the edge. */
const EDGE = 0.5;

/** Whether a tick's text is the label of this band, whole, shortened, or by its number. */
function isOf(text: string, axis: BandAxis, band: number): boolean {
  const label = kept(axis.labels[band], axis);
  const number = `#${band + 1}`;
  const parts = (text.endsWith(number) ? text.slice(0, -number.length) : text).split(ELLIPSIS);
  const isCut = parts.length > 1 || !parts[0];
  return text === label || (isCut && label.startsWith(parts[0]) && label.endsWith(parts[parts.length - 1]));
}

/** Ticks or tick labels of one axis of one plot. */
class Ticks {
  readonly #area: Box;
  readonly #items: Element[];
  readonly #places: number[];
  readonly #origin: number;
  /** How far a tick is drawn from its place, for the sake of sharp lines. */
  readonly #shift: number;
  readonly measure: Measure;

  constructor(
    private readonly group: Element,
    root: Element,
    { area, ...axes }: Plot,
    private readonly way: Way,
    readonly isLabel: boolean,
  ) {
    const axis = axes[way];
    this.#area = area;
    this.#items = [...group.children];
    this.#origin = originOf(group, root)[way];
    this.measure = measureLike(group);
    const drawn = this.#items.map((item) => translation(item)[way] + this.#origin);
    const isOfBands = axis?.kind === "band" && drawn.length > 0;
    this.#shift = isOfBands ? drawn[0] - centre(axis, bandAt(axis, drawn[0])) : translation(group)[way];
    this.#places = drawn.map((at) => at - this.#shift);
  }

  /** Places and texts of the first picture. */
  get first(): Tick[] {
    return this.#items.map((item, k) => ({ at: this.#places[k], text: item.textContent! }));
  }

  draw(ticks: Tick[]): void {
    const [template] = this.#items;
    if (!template) return;
    const made = ticks.map(({ at, text }) => {
      const item = template.cloneNode(false) as Element;
      set(item, { transform: moved(template, this.way, at + this.#shift - this.#origin) });
      if (this.isLabel) item.textContent = text;
      return item;
    });
    this.group.replaceChildren(...made);
    this.group.removeAttribute("display");
  }

  /** Moves the ticks that there are; those outside are hidden. */
  follow(map: Map1): void {
    const [from, length] = [this.#area[this.way], lengthOf(this.#area, this.way)];
    this.#items.forEach((item, n) => {
      const at = to(map, this.#places[n]);
      const isIn = at >= from - EDGE && at <= from + length + EDGE;
      const transform = moved(item, this.way, at + this.#shift - this.#origin);
      set(item, { transform, visibility: isIn ? "inherit" : "hidden" });
    });
  }
}

/** Whether each label stands near a band of this name; other ticks are the caller's. */
function areOfBands(axis: BandAxis, ticks: Tick[]): boolean {
  const near = Math.ceil(2 / axis.step);
  const isNear = ({ at, text }: Tick): boolean => {
    const band = bandAt(axis, at);
    const first = Math.max(0, band - near);
    return axis.labels.slice(first, band + near + 1).some((_, k) => isOf(text, axis, first + k));
  };
  return ticks.every(isNear);
}

/** One tick for each labelled band in sight. */
const bandTicks =
  (axis: BandAxis, area: Box, way: Way): Choose =>
  (map, measure) => {
    const bands: Bands = bandsIn(axis, map);
    if (bands.step < (axis.labelledFrom ?? 0)) return [];
    const range = centresIn(bands, axis.labels.length, area[way], lengthOf(area, way));
    const shown = labelled(axis, bands.step, ...range);
    const texts = textsOf(axis.labels, shown, axis, measure);
    return shown.map((i, k) => ({ at: centre(bands, i), text: texts[k] }));
  };

/** How ticks are chosen in a view; null where those of the first picture move along. */
function chooser(plot: Plot, way: Way, ticks: Tick[]): Choose | null {
  const axis = plot[way];
  if (!axis) return null;
  if (axis.kind === "band") return areOfBands(axis, ticks) ? bandTicks(axis, plot.area, way) : null;
  return numberTicks(axis, plot.area, way, ticks);
}

/** The axes of one plot. */
export class Axes {
  readonly #axes: { way: Way; groups: Ticks[]; choose: Choose | null }[];

  constructor(root: Element, group: Element, plot: Plot) {
    this.#axes = (["x", "y"] as const).map((way) => {
      const named = (label: string, isLabel: boolean): Ticks[] =>
        Array.from(group.querySelectorAll(`g[aria-label="${label}"]`), (g) => new Ticks(g, root, plot, way, isLabel));
      const labels = named(tickLabelsOf(way), true);
      const choose = chooser(
        plot,
        way,
        labels.flatMap(({ first }) => first),
      );
      return { way, groups: [...labels, ...named(ticksOf(way), false)], choose };
    });
  }

  draw(maps: Maps): void {
    for (const { way, groups, choose } of this.#axes) {
      const map = maps[way];
      for (const ticks of groups) {
        if (choose) ticks.draw(choose(map, ticks.measure));
        else ticks.follow(map);
      }
    }
  }
}
