/** Where things stand in a picture: legends around or inside a plot, plots beside and above each other. */
import { px } from "../shared/format";
import type { Box, CellDetails, Plot, StateCounts } from "../shared/payload";
import { escape } from "./escape";
import type { Drawing, LegendOptions } from "./legend";
import { shifted } from "./plots";

export const PAPER = "#ffffff";
const GAP = 8;
/** Lines of text are not shorter, if the picture is not. */
const ROOMY = 240;

export interface DrawnPlot extends Drawing {
  /** Plots that answer, with the details of each of their marks. */
  plots: { plot: Plot; details: (CellDetails | null)[] }[];
}

/** A drawing, and how far what was there before has moved. */
export interface Moved extends Drawing {
  dx: number;
  dy: number;
}

const moved = (svg: string, x: number, y: number): string =>
  x || y ? `<g transform="translate(${px(x)},${px(y)})">${svg}</g>` : svg;

export const sideOf = (o: LegendOptions): string => (o.frameAnchor ?? "bottom").split("-")[0];

export const isInside = (o: LegendOptions): boolean =>
  [o.inset, o.insetX, o.insetY].some((inset) => inset !== undefined && inset !== null);

const beside = (plot: Moved, legend: Drawing, frame: Box, before: boolean): Moved => {
  const shift = before ? legend.width + 2 * GAP : 0;
  const at = moved(legend.svg, before ? GAP : plot.width + GAP, frame.y + plot.dy);
  const height = Math.max(plot.height, frame.y + plot.dy + legend.height + GAP);
  return {
    svg: moved(plot.svg, shift, 0) + at,
    width: plot.width + legend.width + 2 * GAP,
    height,
    dx: plot.dx + shift,
    dy: plot.dy,
  };
};

function stacked(plot: Moved, legend: Drawing, frame: Box, anchor: string, before: boolean): Moved {
  const right = /right/.test(anchor) ? frame.width - legend.width : 0;
  const x = Math.max(GAP, frame.x + right + plot.dx);
  const shift = before ? legend.height + GAP : 0;
  const at = moved(legend.svg, x, before ? GAP : plot.height + 2);
  const width = Math.max(plot.width, x + legend.width + GAP);
  return {
    svg: moved(plot.svg, 0, shift) + at,
    width,
    height: plot.height + legend.height + GAP + 2,
    dx: plot.dx,
    dy: plot.dy + shift,
  };
}

/** The plot with one more legend; `frame` is the plot's own frame, before anything moved it. */
export function withLegend(plot: Moved, legend: Drawing, options: LegendOptions, frame: Box): Moved {
  if (isInside(options)) {
    const at = anchored(options, legend, frame);
    return { ...plot, svg: plot.svg + moved(legend.svg, at.x + plot.dx, at.y + plot.dy) };
  }
  const side = sideOf(options);
  if (side === "left" || side === "right") return beside(plot, legend, frame, side === "left");
  return stacked(plot, legend, frame, options.frameAnchor ?? "bottom", side === "top");
}

/** The plot with text below all else, from the frame on, or from the picture's edge where the frame is narrow. */
export function withNote(plot: Moved, frame: Box, note: (room: number) => Drawing): Moved {
  const inner = Math.max(GAP, frame.x + plot.dx);
  const x = plot.width - inner >= ROOMY ? inner : GAP;
  const drawing = note(plot.width - x - GAP);
  const width = Math.max(plot.width, x + drawing.width + GAP);
  return {
    ...plot,
    svg: plot.svg + moved(drawing.svg, x, plot.height + 2),
    width,
    height: plot.height + drawing.height + GAP + 2,
  };
}

function anchored(o: LegendOptions, legend: Drawing, frame: Box): { x: number; y: number } {
  const anchor = o.frameAnchor ?? "bottom-right";
  const ix = o.insetX ?? o.inset ?? 0;
  const iy = o.insetY ?? o.inset ?? 0;
  const place = (low: RegExp, high: RegExp, from: number, room: number, size: number, inset: number): number =>
    low.test(anchor) ? from + inset : high.test(anchor) ? from + room - size - inset : from + (room - size) / 2;
  return {
    x: place(/left/, /right/, frame.x, frame.width, legend.width, ix),
    y: place(/top/, /bottom/, frame.y, frame.height, legend.height, iy),
  };
}

export function total(counts: StateCounts[]): StateCounts {
  const sum = (name: keyof StateCounts): number => counts.reduce((n, c) => n + c[name], 0);
  return { absent: sum("absent"), unscored: sum("unscored"), limit: sum("limit"), error: sum("error") };
}

export function withKey(ramp: Drawing, key: Drawing, room: number): Drawing {
  const fits = ramp.width + 28 + key.width <= room;
  const x = fits ? ramp.width + 28 : 0;
  const y = fits ? Math.max(0, ramp.height - key.height - 8) : ramp.height + 4;
  const svg = `${ramp.svg}<g data-part="legend-key" transform="translate(${px(x)},${px(y)})">${key.svg}</g>`;
  return { svg, width: Math.max(ramp.width, x + key.width), height: Math.max(ramp.height, y + key.height) };
}

export function framed(legend: Drawing, options: LegendOptions): Drawing {
  const border =
    options.border === true || options.border === undefined ? isInside(options) && "#c7ccd4" : options.border;
  const background =
    options.background === true || options.background === undefined ? isInside(options) && PAPER : options.background;
  const pad = border || background ? 8 : 0;
  const width = legend.width + 2 * pad;
  const height = legend.height + 2 * pad;
  const box = pad
    ? `<rect width="${px(width)}" height="${px(height)}" rx="4" fill="${background ? escape(String(background)) : "none"}"${background === PAPER ? ' data-part="background"' : ""}${border ? ` stroke="${escape(String(border))}"` : ""}/>`
    : "";
  return {
    svg: `<g data-part="legend">${box}<g transform="translate(${pad},${pad})">${legend.svg}</g></g>`,
    width,
    height,
  };
}

export function concat(children: DrawnPlot[], across: boolean): DrawnPlot {
  let at = 0;
  const parts: string[] = [];
  const plots: DrawnPlot["plots"] = [];
  for (const child of children) {
    const [dx, dy] = across ? [at, 0] : [0, at];
    if (child.svg) parts.push(`<g transform="translate(${px(dx)},${px(dy)})">${child.svg}</g>`);
    plots.push(...child.plots.map((p) => ({ ...p, plot: shifted(p.plot, dx, dy) })));
    at += across ? child.width : child.height;
  }
  const most = Math.max(0, ...children.map((c) => (across ? c.height : c.width)));
  return { svg: parts.join(""), width: across ? at : most, height: across ? most : at, plots };
}
