/** The picture takes the width it is given: the widest layout that has room, stretched to fill it. */
import { gapPlaces } from "../shared/bands";
import type { Layout } from "../shared/layout";
import type { BandAxis, Box, CellFacts, Payload, Plot } from "../shared/payload";
import { AT_END, HIT } from "../shared/protocol";
import { paintOf } from "../shared/rects";
import { translation } from "../shared/translate";
import { moved } from "./axes";
import { part, set } from "./dom";
import type { Placed } from "./placing";
import { originOf, to, type Map1 } from "./geometry";

/** A plot as it is drawn in some width. */
export interface Laid {
  plot: Plot;
  width: number;
  height: number;
}

const isBands = (axis: Plot["x"]): axis is BandAxis => axis?.kind === "band";

/** The facts of a layout with what it leaves out. */
function plotOf({ area, x, y, margin, beside }: Layout, plot: Plot): Plot {
  const [known] = plot.marks as CellFacts[];
  const { margin: _margin, beside: _beside, ...facts } = known;
  const mark: CellFacts = {
    ...facts,
    ...(margin && { margin: { ...margin, rows: margin.rows ?? known.margin!.rows } }),
    ...(beside && {
      beside: {
        ...beside,
        blocks: beside.blocks ?? known.beside!.blocks,
        shares: beside.shares ?? known.beside!.shares,
      },
    }),
  };
  const [bx, by] = [plot.x, plot.y] as BandAxis[];
  const named = ({ name, labels }: BandAxis) => ({ kind: "band" as const, name, labels });
  return { ...plot, area, x: { ...named(bx), ...x }, y: { ...named(by), ...y }, marks: [mark] };
}

/** Where places across the area go as it grows: gaps do not. */
export function stretchMap(axis: BandAxis, { x, width }: Box, by: number): Map1 {
  const gaps = axis.gaps && { places: gapPlaces(axis), size: axis.gaps.size };
  const bands = width - (axis.gaps ? axis.gaps.before.length * axis.gaps.size : 0);
  const k = (bands + by) / bands;
  return { k, shift: x - k * x, gaps };
}

/** The plot with an area that is wider by so many units. */
export function stretched(plot: Plot, by: number): Plot {
  const { area, x } = plot;
  if (!by || !isBands(x)) return plot;
  const map = stretchMap(x, area, by);
  const step = map.k * x.step;
  const isHidden = x.labelledFrom !== undefined && x.step < x.labelledFrom;
  const wide: BandAxis = {
    ...x,
    start: to(map, x.start),
    step,
    bandwidth: map.k * x.bandwidth,
    ...(isHidden && { labelledFrom: Math.max(x.labelledFrom!, step * 1.001) }),
  };
  return { ...plot, area: { ...area, width: area.width + by }, x: wide };
}

/** The plot with cells that are painted as their size asks for. */
function painted(plot: Plot): Plot {
  const [facts] = plot.marks as CellFacts[];
  const paint = paintOf(facts.values.length, plot.x as BandAxis, plot.y as BandAxis);
  return { ...plot, marks: [{ ...facts, paint }] };
}

const shift = (element: Element, by: number): void =>
  set(element, { transform: moved(element, "x", translation(element).x + by) });

const widen = (rect: Element | null, by: number): void => {
  if (rect) set(rect, { width: Number(rect.getAttribute("width")) + by });
};

const labelled = (group: Element, label: string): Element[] => [...group.querySelectorAll(`g[aria-label^="${label}"]`)];

/** Moves what Plot has drawn along the axis across, and beside its end. */
function stretchAxes(root: Element, group: Element, { area, x, y }: Plot, by: number): void {
  const map = stretchMap(x as BandAxis, area, by);
  for (const axis of labelled(group, "x-axis "))
    for (const item of axis.children) {
      const at = originOf(item, root).x;
      shift(item, to(map, at) - at);
    }
  if (y?.anchor === "right") labelled(group, "y-axis ").forEach((axis) => shift(axis, by));
}

/** Of a margin beside rows all moves but the words before the frame; lines of one above columns get longer. */
function stretchMargin(root: Element, group: Element, { area, marks }: Plot, by: number): void {
  const margin = part(group, "margin");
  if (!margin) return;
  const left = area.x - originOf(margin, root).x;
  const isBeside = (marks[0] as CellFacts).margin?.side === "right";
  const k = isBeside ? 1 : (area.width + by) / area.width;
  const move = isBeside ? by : left - k * left;
  for (const path of margin.querySelectorAll("path")) set(path, { transform: `matrix(${k} 0 0 1 ${move} 0)` });
  for (const text of isBeside ? margin.querySelectorAll("text") : []) {
    const x = Number(text.getAttribute("x"));
    if (x > left) set(text, { x: x + by });
  }
}

/** Moves what is drawn for a plot to where it is in one that is wider. */
function stretch(root: Element, group: Element, plot: Plot, by: number): void {
  stretchAxes(root, group, plot, by);
  stretchMargin(root, group, plot, by);
  widen(part(group, HIT), by);
  widen(group.querySelector(":scope > rect:not([data-part])"), by);
  for (const name of Object.keys(AT_END)) root.querySelectorAll(`[${name}]`).forEach((element) => shift(element, by));
}

export class Fluid {
  #at = "";
  /** What is done to the plot, in a picture of this width, before its cells are drawn. */
  change: ((plot: Plot, width: number) => Placed) | null = null;

  constructor(
    private readonly svg: SVGSVGElement,
    private readonly payload: Payload,
    private readonly layouts: Layout[],
  ) {
    this.#at = svg.dataset["laid"] ?? `${payload.width}+0`;
  }

  /** The widest that the picture gets. */
  get most(): number {
    return Math.max(...this.layouts.map(({ width, slack }) => width + slack));
  }

  /** Draws the plot for so much room, without its cells; null where it is drawn so, unless that is to be done anew. */
  fit(room: number, anew = false): Laid | null {
    const layout = this.layouts.findLast(({ width }) => width <= room) ?? this.layouts[0];
    const by = Math.max(0, Math.min(Math.floor(room) - layout.width, layout.slack));
    const at = `${layout.width}+${by}`;
    if (at === this.#at && !anew) return null;
    this.#at = at;
    return this.#draw(layout, by);
  }

  #draw(layout: Layout, by: number): Laid {
    const { svg } = this;
    const plot = plotOf(layout, this.payload.plots[0]);
    const [width, height] = [layout.width + by, layout.height];
    const background = part(svg, "background")!;
    while (background.nextSibling) background.nextSibling.remove();
    const holder = document.createElementNS(svg.namespaceURI, "svg");
    holder.innerHTML = layout.svg;
    svg.append(...holder.childNodes);
    set(svg, { width, height, viewBox: `0 0 ${width} ${height}`, "data-laid": this.change ? "" : this.#at });
    set(background, { width, height });
    if (by) stretch(svg, svg.querySelector("[data-plot]")!, plot, by);
    const wide = stretched(plot, by);
    const placed = this.change?.(wide, width) ?? { plot: wide, by: 0 };
    const high = height + placed.by;
    if (placed.by) {
      set(svg, { height: high, viewBox: `0 0 ${width} ${high}` });
      set(background, { height: high });
    }
    return { plot: painted(placed.plot), width, height: high };
  }
}
