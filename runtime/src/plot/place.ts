/** Where things stand in a picture: legends around or inside a plot, plots beside and above each other. */
import { px } from "../shared/format";
import { noCounts } from "../shared/counts";
import type { Box, CellDetails, Plot, StateCounts } from "../shared/payload";
import { AT_END, asPart } from "../shared/protocol";
import type { LegendNotes } from "../shared/sidecar";
import type { Drawing, Make } from "../shared/elements";
import { INDENT } from "../shared/frame/header";
import type { Report } from "./report";
import { shifted } from "./plots";

export const PAPER = "#ffffff";
const GAP = 8;
/** Lines of text are not shorter, if the picture is not. */
const ROOMY = 240;

/** Where a plot stands, and is drawn anew. */
export interface Slot {
  /** Number of the plot in the spec. */
  at: number;
  /** Number of the first of the plots that answer in it. */
  first: number;
  group: Element;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where an input stands; `box` is the control itself without its label, `options` are those that have a place. */
export interface PlacedControl {
  number: number;
  box: Box;
  options: Box[];
}

export interface DrawnPlot extends Drawing {
  /** Plots that answer, with the details of each of their marks. */
  plots: { plot: Plot; details: (CellDetails | null)[]; reports: Report[] }[];
  /** Where each plot stands, in pictures that readers change. */
  slots?: Slot[];
  controls?: PlacedControl[];
  /** Whether it is an input: those side by side stand on one line. */
  isInput?: boolean;
}

const movedBox = (box: Box, dx: number, dy: number): Box => ({ ...box, x: box.x + dx, y: box.y + dy });

const movedControl = ({ number, box, options }: PlacedControl, dx: number, dy: number): PlacedControl => ({
  number,
  box: movedBox(box, dx, dy),
  options: options.map((option) => movedBox(option, dx, dy)),
});

/** A drawing, and how far what was there before has moved. */
export interface Moved extends Drawing {
  dx: number;
  dy: number;
}

const moved = (make: Make, nodes: Node[], x: number, y: number): Node[] =>
  x || y ? [make("g", { transform: `translate(${px(x)},${px(y)})` }, ...nodes)] : nodes;

export const sideOf = (o: LegendNotes): string => (o.frameAnchor ?? "bottom").split("-")[0];

export const isInside = (o: LegendNotes): boolean =>
  [o.inset, o.insetX, o.insetY].some((inset) => inset !== undefined && inset !== null);

function beside(make: Make, plot: Moved, legend: Drawing, frame: Box, before: boolean): Moved {
  const shift = before ? legend.width + 2 * GAP : 0;
  const at = moved(make, legend.nodes, before ? GAP : plot.width + GAP, frame.y + plot.dy);
  const height = Math.max(plot.height, frame.y + plot.dy + legend.height + GAP);
  return {
    nodes: [...moved(make, plot.nodes, shift, 0), ...at],
    width: plot.width + legend.width + 2 * GAP,
    height,
    dx: plot.dx + shift,
    dy: plot.dy,
  };
}

function stacked(make: Make, plot: Moved, legend: Drawing, frame: Box, anchor: string, before: boolean): Moved {
  const right = /right/.test(anchor) ? frame.width - legend.width : 0;
  const x = Math.max(GAP, frame.x + right + plot.dx);
  const shift = before ? legend.height + GAP : 0;
  const at = moved(make, legend.nodes, x, before ? GAP : plot.height + 2);
  const width = Math.max(plot.width, x + legend.width + GAP);
  return {
    nodes: [...moved(make, plot.nodes, 0, shift), ...at],
    width,
    height: plot.height + legend.height + GAP + 2,
    dx: plot.dx,
    dy: plot.dy + shift,
  };
}

/** The plot with one more legend; `frame` is the plot's own frame, before anything moved it. */
export function withLegend(make: Make, plot: Moved, legend: Drawing, options: LegendNotes, frame: Box): Moved {
  if (isInside(options)) {
    const at = anchored(options, legend, frame);
    const placed = moved(make, legend.nodes, at.x + plot.dx, at.y + plot.dy);
    return { ...plot, nodes: [...plot.nodes, ...placed] };
  }
  const side = sideOf(options);
  if (side === "left" || side === "right") return beside(make, plot, legend, frame, side === "left");
  return stacked(make, plot, legend, frame, options.frameAnchor ?? "bottom", side === "top");
}

/** The plot with a header above it. */
export const withHeader = (make: Make, plot: Moved, header: Drawing | null): Moved =>
  header === null
    ? plot
    : {
        nodes: [...header.nodes, ...moved(make, plot.nodes, 0, header.height)],
        width: Math.max(plot.width, header.width),
        height: plot.height + header.height,
        dx: plot.dx,
        dy: plot.dy + header.height,
      };

/** The plot with a line below it, from the left edge of the header on. */
export const withFooter = (make: Make, plot: Moved, footer: Drawing | null): Moved =>
  footer === null
    ? plot
    : {
        ...plot,
        nodes: [...plot.nodes, ...moved(make, footer.nodes, INDENT, plot.height + 2)],
        width: Math.max(plot.width, footer.width + 2 * INDENT),
        height: plot.height + footer.height + GAP + 2,
      };

/** The plot with text below all else, from `edge` or the frame on, or from the picture's edge where that is narrow. */
export function withNote(
  make: Make,
  plot: Moved,
  frame: Box,
  edge: number | null,
  note: (room: number) => Drawing,
): Moved {
  const inner = edge ?? Math.max(GAP, frame.x + plot.dx);
  const x = edge !== null || plot.width - inner >= ROOMY ? inner : GAP;
  const drawing = note(plot.width - x - GAP);
  const width = Math.max(plot.width, x + drawing.width + GAP);
  return {
    ...plot,
    nodes: [...plot.nodes, ...moved(make, drawing.nodes, x, plot.height + 2)],
    width,
    height: plot.height + drawing.height + GAP + 2,
  };
}

function anchored(o: LegendNotes, legend: Drawing, frame: Box): { x: number; y: number } {
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
  const sum = noCounts();
  for (const own of counts) for (const name of Object.keys(sum) as (keyof StateCounts)[]) sum[name] += own[name];
  return sum;
}

/** Distance of a key from the legend before it. */
export const KEY_GAP = 28;

export function withKey(make: Make, ramp: Drawing, key: Drawing, room: number): Drawing {
  const fits = ramp.width + KEY_GAP + key.width <= room;
  const x = fits ? ramp.width + KEY_GAP : 0;
  const y = fits ? Math.max(0, ramp.height - key.height - 8) : ramp.height + 4;
  const about = { ...asPart("legend-key"), transform: `translate(${px(x)},${px(y)})` };
  return {
    nodes: [...ramp.nodes, make("g", about, ...key.nodes)],
    width: Math.max(ramp.width, x + key.width),
    height: Math.max(ramp.height, y + key.height),
  };
}

/** What the caller chose, or the default where the legend stands inside the plot, or nothing. */
function lookOf(given: boolean | string | undefined, inside: boolean, normal: string): string | null {
  if (given === true || given === undefined) return inside ? normal : null;
  return given || null;
}

export function framed(make: Make, legend: Drawing, options: LegendNotes, number?: number): Drawing {
  const border = lookOf(options.border, isInside(options), "#c7ccd4");
  const background = lookOf(options.background, isInside(options), PAPER);
  const pad = border || background ? 8 : 0;
  const width = legend.width + 2 * pad;
  const height = legend.height + 2 * pad;
  const box = make("rect", {
    width: px(width),
    height: px(height),
    rx: 4,
    fill: background ?? "none",
    ...(background === PAPER ? asPart("background") : {}),
    stroke: border ?? undefined,
  });
  const inner = make("g", { transform: `translate(${pad},${pad})` }, ...legend.nodes);
  const end = /right/.test(options.frameAnchor ?? "") ? AT_END : {};
  return {
    nodes: [make("g", { ...asPart("legend"), ...end, "data-input": number }, ...(pad ? [box] : []), inner)],
    width,
    height,
  };
}

/** A drawing with room on all sides. */
export const around = (make: Make, { nodes, width, height }: Drawing): Drawing => ({
  nodes: moved(make, nodes, INDENT, GAP),
  width: width + 2 * INDENT,
  height: height + 2 * GAP,
});

export function concat(make: Make, children: DrawnPlot[], across: boolean): DrawnPlot {
  let at = 0;
  const nodes: Node[] = [];
  const plots: DrawnPlot["plots"] = [];
  const slots: Slot[] = [];
  const controls: PlacedControl[] = [];
  const line = Math.max(0, ...children.filter((child) => child.isInput).map(({ height }) => height));
  for (const child of children) {
    const [dx, dy] = across ? [at, child.isInput ? line - child.height : 0] : [0, at];
    if (child.nodes.length) nodes.push(make("g", { transform: `translate(${px(dx)},${px(dy)})` }, ...child.nodes));
    plots.push(...child.plots.map((p) => ({ ...p, plot: shifted(p.plot, dx, dy) })));
    slots.push(...(child.slots ?? []).map((slot) => ({ ...slot, x: slot.x + dx, y: slot.y + dy })));
    controls.push(...(child.controls ?? []).map((control) => movedControl(control, dx, dy)));
    at += across ? child.width : child.height;
  }
  const most = Math.max(0, ...children.map((c) => (across ? c.height : c.width)));
  return { nodes, width: across ? at : most, height: across ? most : at, plots, slots, controls };
}
