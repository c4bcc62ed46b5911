/** Legends: a ramp or swatches for colours, a ramp for opacity, and the key of the states of cells. */
import { format as formatSpecifier } from "d3-format";
import { brief, count, counted, px } from "../shared/format";
import type { StateCounts } from "../shared/payload";
import { asPart } from "../shared/protocol";
import type { LegendNotes } from "../shared/sidecar";
import { ABSENT_INK, absentDash, LIMIT_LOOK, STATE_FILL, STRIP_FILL, stateGlyph, stateStrip } from "../shared/states";
import { ERROR, INFINITE, LIMIT, UNSCORED } from "../shared/payload";
import { oneLine, shorten } from "../shared/ticks";
import type { Attributes, Drawing, Make } from "./elements";
import { extentOf, isContinuous, isStepped, ruler, type PlotScale } from "./scale";
import { textWidth } from "./text";

const FONT = 10;
const RAMP_WIDTH = 200;
const RAMP_HEIGHT = 10;
const SWATCH = 12;
const GAP = 16;
const LINE = SWATCH + 6;

const text = (make: Make, x: number, y: number, content: string, attributes: Attributes = {}): SVGElement =>
  make("text", { x: px(x), y: px(y), ...attributes }, content);

const moved = (make: Make, x: number, y: number, ...nodes: Node[]): SVGElement =>
  make("g", { transform: `translate(${px(x)},${px(y)})` }, ...nodes);

const line = (make: Make, d: string): SVGElement => make("path", { d, stroke: "currentColor", fill: "none" });

/** How a legend writes its numbers, where the caller says so. */
export type NumberFormat = ((value: number) => string) | null;

interface Tick {
  at: number;
  text: string;
}

const areApart = (ticks: Tick[], width: number): boolean =>
  ticks.every(
    ({ at, text }, i) =>
      i === 0 || (at - ticks[i - 1].at) * width >= (textWidth(text, FONT) + textWidth(ticks[i - 1].text, FONT)) / 2 + 4,
  );

/** About five ticks, or as many as have room along `width`. */
function tickTexts(scale: PlotScale, domain: [number, number], width: number, chosen: NumberFormat): Tick[] {
  if (domain[0] === domain[1]) return [{ at: 0, text: (chosen ?? String)(domain[0]) }];
  const along = ruler(scale, domain);
  const some = (n: number): Tick[] => {
    const format = chosen ?? (Math.max(...domain.map(Math.abs)) >= 1e6 ? formatSpecifier("~s") : along.tickFormat(n));
    const ticks = along.ticks(n).filter((value) => along(value) >= 0 && along(value) <= 1);
    return ticks.map((value) => ({ at: along(value), text: format(value) })).filter((tick) => tick.text !== "");
  };
  const fewer = [5, 4, 3, 2, 1].map(some);
  return fewer.find((ticks) => areApart(ticks, width)) ?? fewer[4].slice(0, 1);
}

/** Text that does not leave the ramp's ends by more than a few letters. */
function tickText(make: Make, { at, text: label }: Tick, width: number, y: number): SVGElement {
  const half = textWidth(label, FONT) / 2;
  const anchor = half > 14 && at * width < half ? "start" : half > 14 && (1 - at) * width < half ? "end" : "middle";
  return text(make, at * width, y, label, { "text-anchor": anchor });
}

interface RampBox {
  y: number;
  width: number;
  height: number;
}

/** Steps of one user unit; each reaches to the end, so that no seam shows between them. */
function rampSteps(
  make: Make,
  { y, width, height }: RampBox,
  color: (t: number) => string,
  opacity: (t: number) => number | null,
): SVGElement[] {
  return Array.from({ length: width }, (_, i) => {
    const t = width > 1 ? i / (width - 1) : 0;
    const alpha = opacity(t);
    const to = alpha === null ? width - i : 1;
    const d = `M${i} ${px(y)}h${to}v${px(height)}h${-to}z`;
    return make("path", { d, fill: color(t), "fill-opacity": alpha === null ? undefined : px(alpha) });
  });
}

/** A legend's label above it, no wider than the legend. */
const heading = (make: Make, label: string, width: number, y: number): SVGElement =>
  text(
    make,
    0,
    y,
    shorten(oneLine(label), width, (s) => textWidth(s, FONT, 700)),
    { "font-weight": 600 },
  );

export function ramp(
  make: Make,
  scale: PlotScale,
  kind: "color" | "opacity",
  label: string | null,
  options: LegendNotes,
  format: NumberFormat = null,
): Drawing {
  const width = Math.round(options.width ?? RAMP_WIDTH);
  const height = options.height ?? RAMP_HEIGHT;
  const tick = options.tickSize ?? 4;
  const [low, high] = extentOf(scale.domain);
  const along = ruler(scale, low === high ? [low, low + 1] : [low, high]);
  const at = (t: number): number => along.invert(t);
  const color = kind === "color" ? (t: number) => scale.apply(at(t)) : () => "#4a5568";
  const opacity = kind === "color" ? () => null : (t: number) => Number(scale.apply(at(t)));
  const top = (options.marginTop ?? 0) + (label ? FONT + 4 : 0);
  const nodes = label ? [heading(make, label, width, (options.marginTop ?? 0) + FONT - 1)] : [];
  const about = { ...asPart("legend-ramp"), "data-domain-low": low, "data-domain-high": high };
  const steps = rampSteps(make, { y: top, width, height }, color, opacity);
  nodes.push(make("g", { ...about, "shape-rendering": "crispEdges" }, ...steps));
  let end = width;
  for (const mark of tickTexts(scale, [low, high], width, format)) {
    end = Math.max(end, mark.at * width + Math.min(14, textWidth(mark.text, FONT) / 2));
    nodes.push(line(make, `M${px(mark.at * width)} ${px(top + height)}v${px(tick)}`));
    nodes.push(tickText(make, mark, width, top + height + tick + FONT));
  }
  const left = options.marginLeft ?? 0;
  return {
    nodes: [moved(make, left, 0, ...nodes)],
    width: left + end + (options.marginRight ?? 0),
    height: top + height + tick + FONT + 3 + (options.marginBottom ?? 0),
  };
}

interface Entry {
  nodes: Node[];
  width: number;
}

function swatch(make: Make, color: string, label: string): Entry {
  const square = make("rect", { width: SWATCH, height: SWATCH, fill: color });
  return {
    nodes: [square, text(make, SWATCH + 5, FONT - 0.5, label)],
    width: SWATCH + 5 + textWidth(label, FONT),
  };
}

/** Entries in lines that fit `room`, or in columns. */
export function flow(make: Make, entries: Entry[], room: number, columns?: number): Drawing {
  let x = 0;
  let y = 0;
  let width = 0;
  const wide = Math.max(0, ...entries.map((e) => e.width));
  const nodes = entries.map((entry, i) => {
    if (columns ? i > 0 && i % columns === 0 : x > 0 && x + entry.width > room) {
      x = 0;
      y += LINE;
    }
    const g = moved(make, x, y, ...entry.nodes);
    width = Math.max(width, x + entry.width);
    x += (columns ? wide : entry.width) + GAP;
    return g;
  });
  return { nodes, width, height: entries.length ? y + LINE : 0 };
}

export function swatches(
  make: Make,
  scale: PlotScale,
  label: string | null,
  options: LegendNotes,
  room: number,
): Drawing {
  const entries = scale.domain.map((value) => swatch(make, scale.apply(value), oneLine(String(value))));
  const drawn = flow(make, entries, options.width ?? room, options.columns);
  const top = label ? FONT + 6 : 0;
  const head = label ? [text(make, 0, FONT - 1, oneLine(label), { "font-weight": 600 })] : [];
  return {
    nodes: [...head, make("g", { transform: `translate(0,${top})` }, ...drawn.nodes)],
    width: Math.max(drawn.width, label ? textWidth(label, FONT, 700) : 0),
    height: top + drawn.height,
  };
}

/** Classes side by side, their edges labelled. */
export function classes(
  make: Make,
  scale: PlotScale,
  label: string | null,
  options: LegendNotes,
  format: NumberFormat,
): Drawing {
  const colors = scale.range ?? [];
  const width = Math.round(options.width ?? RAMP_WIDTH);
  const height = options.height ?? RAMP_HEIGHT;
  const each = width / Math.max(1, colors.length);
  const top = label ? FONT + 4 : 0;
  const blocks = colors.map((fill, i) =>
    make("rect", { x: px(i * each), y: px(top), width: px(each), height: px(height), fill }),
  );
  const edges = scale.domain.flatMap((value, i) => {
    const mark = { at: (i + 1) / colors.length, text: (format ?? brief)(Number(value)) };
    const tick = line(make, `M${px(mark.at * width)} ${px(top)}v${px(height + 4)}`);
    return [tick, tickText(make, mark, width, top + height + 4 + FONT)];
  });
  const head = label ? [heading(make, label, width, FONT - 1)] : [];
  const ramp = make("g", { ...asPart("legend-ramp"), "shape-rendering": "crispEdges" }, ...blocks);
  return { nodes: [...head, ramp, ...edges], width, height: top + height + 4 + FONT + 3 };
}

const WORDS: [keyof StateCounts, number, (n: number) => string][] = [
  ["error", ERROR, (n) => counted(n, "error")],
  ["limit", LIMIT, (n) => counted(n, "limit")],
  ["infinite", INFINITE, (n) => `${count(n)} infinite`],
  ["unscored", UNSCORED, (n) => `${count(n)} unscored`],
  ["absent", 0, (n) => `${count(n)} absent`],
];

const SIGN_LOOK = { fill: "none", stroke: "currentColor", "stroke-width": 1.5, "stroke-linecap": "round" };

/** A sample of a state as the picture shows it: with a sign, or with a strip where cells are small. */
function stateSample(make: Make, state: number, small: boolean): SVGElement[] {
  if (!state) return [make("path", { d: absentDash(0, 0, SWATCH, SWATCH), stroke: ABSENT_INK, fill: "none" })];
  const grey = make("rect", { width: SWATCH, height: SWATCH, fill: STATE_FILL, "data-fill": "none" });
  if (small) return [grey, make("path", { d: stateStrip(0, 0, SWATCH, SWATCH, 4), fill: STRIP_FILL[state] })];
  const look = state === LIMIT ? LIMIT_LOOK : SIGN_LOOK;
  return [grey, make("path", { d: stateGlyph(state, 0, 0, SWATCH, SWATCH), ...look })];
}

/** The key of the states that occur, with their counts. */
export function stateKey(make: Make, counts: StateCounts, small: boolean, room: number): Drawing | null {
  const entries = WORDS.filter(([name]) => counts[name] > 0).map(([name, state, words]) => {
    const said = words(counts[name]);
    const sample = stateSample(make, state, small);
    const entry = make("g", { "data-state": name }, ...sample, text(make, SWATCH + 5, FONT - 0.5, said));
    return { nodes: [entry], width: SWATCH + 5 + textWidth(said, FONT) };
  });
  return entries.length ? flow(make, entries, room) : null;
}

export function legendOf(
  make: Make,
  scale: PlotScale,
  options: LegendNotes,
  label: string | null,
  room: number,
  format: NumberFormat,
): Drawing {
  if (options.legend === "color" && isStepped(scale)) return classes(make, scale, label, options, format);
  if (options.legend === "color" && !isContinuous(scale)) return swatches(make, scale, label, options, room);
  const kind = options.legend === "opacity" ? "opacity" : "color";
  const width = Math.min(options.width ?? RAMP_WIDTH, Math.max(40, room - 20));
  return ramp(make, scale, kind, label, { ...options, width }, format);
}
