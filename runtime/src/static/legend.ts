/** Legends: a ramp or swatches for colours, a ramp for opacity, and the key of the states of cells. */
import { format as formatSpecifier } from "d3-format";
import { brief, count, counted, px } from "../shared/format";
import type { StateCounts } from "../shared/payload";
import { ABSENT_INK, absentDash, LIMIT_STYLE, STATE_FILL, STRIP_FILL, stateGlyph, stateStrip } from "../shared/states";
import { ERROR, LIMIT, UNSCORED } from "../shared/payload";
import { oneLine, shorten } from "../shared/ticks";
import { escape } from "./escape";
import { extentOf, isContinuous, isStepped, ruler, type PlotScale } from "./scale";
import { textWidth } from "./text";

export interface LegendOptions {
  legend: "color" | "opacity" | "symbol";
  label?: string | null;
  width?: number;
  height?: number;
  tickSize?: number;
  columns?: number | "auto";
  marginTop?: number;
  marginRight?: number;
  marginBottom?: number;
  marginLeft?: number;
  frameAnchor?: string;
  inset?: number;
  insetX?: number;
  insetY?: number;
  border?: boolean | string;
  background?: boolean | string;
}

export interface Drawing {
  svg: string;
  width: number;
  height: number;
}

const FONT = 10;
const RAMP_WIDTH = 200;
const RAMP_HEIGHT = 10;
const SWATCH = 12;
const GAP = 16;

const text = (x: number, y: number, content: string, attributes = ""): string =>
  `<text x="${px(x)}" y="${px(y)}"${attributes}>${escape(content)}</text>`;

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
function tickText({ at, text: label }: Tick, width: number, y: number): string {
  const half = textWidth(label, FONT) / 2;
  const anchor = half > 14 && at * width < half ? "start" : half > 14 && (1 - at) * width < half ? "end" : "middle";
  return text(at * width, y, label, ` text-anchor="${anchor}"`);
}

/** Steps of one user unit; each reaches to the end, so that no seam shows between them. */
function rampSteps(
  width: number,
  height: number,
  y: number,
  color: (t: number) => string,
  opacity: (t: number) => number | null,
): string {
  const steps: string[] = [];
  for (let i = 0; i < width; i++) {
    const t = width > 1 ? i / (width - 1) : 0;
    const alpha = opacity(t);
    const to = alpha === null ? width - i : 1;
    steps.push(
      `<path d="M${i} ${px(y)}h${to}v${px(height)}h${-to}z" fill="${escape(color(t))}"${alpha === null ? "" : ` fill-opacity="${px(alpha)}"`}/>`,
    );
  }
  return steps.join("");
}

/** A legend's label above it, no wider than the legend. */
const heading = (label: string, width: number, y: number): string =>
  text(
    0,
    y,
    shorten(oneLine(label), width, (s) => textWidth(s, FONT, 700)),
    ' font-weight="600"',
  );

export function ramp(
  scale: PlotScale,
  kind: "color" | "opacity",
  label: string | null,
  options: LegendOptions,
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
  const parts = [
    label ? heading(label, width, (options.marginTop ?? 0) + FONT - 1) : "",
    `<g data-part="legend-ramp" data-domain-low="${low}" data-domain-high="${high}" shape-rendering="crispEdges">${rampSteps(width, height, top, color, opacity)}</g>`,
  ];
  let end = width;
  for (const mark of tickTexts(scale, [low, high], width, format)) {
    end = Math.max(end, mark.at * width + Math.min(14, textWidth(mark.text, FONT) / 2));
    parts.push(`<path d="M${px(mark.at * width)} ${px(top + height)}v${px(tick)}" stroke="currentColor" fill="none"/>`);
    parts.push(tickText(mark, width, top + height + tick + FONT));
  }
  const left = options.marginLeft ?? 0;
  return {
    svg: `<g transform="translate(${px(left)},0)">${parts.join("")}</g>`,
    width: left + end + (options.marginRight ?? 0),
    height: top + height + tick + FONT + 3 + (options.marginBottom ?? 0),
  };
}

interface Entry {
  svg: string;
  width: number;
}

function swatch(color: string, label: string): Entry {
  const svg = `<rect width="${SWATCH}" height="${SWATCH}" fill="${escape(color)}"/>${text(SWATCH + 5, FONT - 0.5, label)}`;
  return { svg, width: SWATCH + 5 + textWidth(label, FONT) };
}

/** Entries in lines that fit `room`, or in columns. */
export function flow(entries: Entry[], room: number, line = SWATCH + 6, columns?: number): Drawing {
  let x = 0;
  let y = 0;
  let width = 0;
  const wide = Math.max(0, ...entries.map((e) => e.width));
  const placed = entries.map((entry, i) => {
    if (columns ? i > 0 && i % columns === 0 : x > 0 && x + entry.width > room) {
      x = 0;
      y += line;
    }
    const g = `<g transform="translate(${px(x)},${px(y)})">${entry.svg}</g>`;
    width = Math.max(width, x + entry.width);
    x += (columns ? wide : entry.width) + GAP;
    return g;
  });
  return { svg: placed.join(""), width, height: entries.length ? y + line : 0 };
}

export function swatches(scale: PlotScale, label: string | null, options: LegendOptions, room: number): Drawing {
  const entries = scale.domain.map((value) => swatch(scale.apply(value), oneLine(String(value))));
  const drawn = flow(
    entries,
    options.width ?? room,
    undefined,
    typeof options.columns === "number" ? options.columns : undefined,
  );
  const top = label ? FONT + 6 : 0;
  const head = label ? text(0, FONT - 1, oneLine(label), ' font-weight="600"') : "";
  return {
    svg: `${head}<g transform="translate(0,${top})">${drawn.svg}</g>`,
    width: Math.max(drawn.width, label ? textWidth(label, FONT, 700) : 0),
    height: top + drawn.height,
  };
}

/** Classes side by side, their edges labelled. */
export function classes(scale: PlotScale, label: string | null, options: LegendOptions, format: NumberFormat): Drawing {
  const colors = scale.range ?? [];
  const width = Math.round(options.width ?? RAMP_WIDTH);
  const height = options.height ?? RAMP_HEIGHT;
  const each = width / Math.max(1, colors.length);
  const top = label ? FONT + 4 : 0;
  const blocks = colors.map(
    (color, i) =>
      `<rect x="${px(i * each)}" y="${px(top)}" width="${px(each)}" height="${px(height)}" fill="${escape(color)}"/>`,
  );
  const edges = scale.domain.map((value, i) => {
    const mark = { at: (i + 1) / colors.length, text: (format ?? brief)(Number(value)) };
    const tick = `<path d="M${px(mark.at * width)} ${px(top)}v${px(height + 4)}" stroke="currentColor" fill="none"/>`;
    return tick + tickText(mark, width, top + height + 4 + FONT);
  });
  const head = label ? heading(label, width, FONT - 1) : "";
  const svg = `${head}<g data-part="legend-ramp" shape-rendering="crispEdges">${blocks.join("")}</g>${edges.join("")}`;
  return { svg, width, height: top + height + 4 + FONT + 3 };
}

const WORDS: [keyof StateCounts, number, (n: number) => string][] = [
  ["error", ERROR, (n) => counted(n, "error")],
  ["limit", LIMIT, (n) => counted(n, "limit")],
  ["unscored", UNSCORED, (n) => `${count(n)} unscored`],
  ["absent", 0, (n) => `${count(n)} absent`],
];

/** A sample of a state as the picture shows it: with a sign, or with a strip where cells are small. */
function stateSample(state: number, small: boolean): string {
  const box = (attributes: string): string => `<rect width="${SWATCH}" height="${SWATCH}" ${attributes}/>`;
  if (!state) return `<path d="${absentDash(0, 0, SWATCH, SWATCH)}" stroke="${ABSENT_INK}" fill="none"/>`;
  const grey = box(`fill="${STATE_FILL}" data-fill="none"`);
  if (small) return `${grey}<path d="${stateStrip(0, 0, SWATCH, SWATCH, 4)}" fill="${STRIP_FILL[state]}"/>`;
  const way =
    state === LIMIT ? LIMIT_STYLE : 'fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"';
  return `${grey}<path d="${stateGlyph(state, 0, 0, SWATCH, SWATCH)}" ${way}/>`;
}

/** The key of the states that occur, with their counts. */
export function stateKey(counts: StateCounts, small: boolean, room: number): Drawing | null {
  const entries = WORDS.filter(([name]) => counts[name] > 0).map(([name, state, words]) => ({
    svg: `<g data-state="${name}">${stateSample(state, small)}${text(SWATCH + 5, FONT - 0.5, words(counts[name]))}</g>`,
    width: SWATCH + 5 + textWidth(words(counts[name]), FONT),
  }));
  return entries.length ? flow(entries, room) : null;
}

export function legendOf(
  scale: PlotScale,
  options: LegendOptions,
  label: string | null,
  room: number,
  format: NumberFormat,
): Drawing {
  if (options.legend === "color" && isStepped(scale)) return classes(scale, label, options, format);
  if (options.legend === "color" && !isContinuous(scale)) return swatches(scale, label, options, room);
  return ramp(
    scale,
    options.legend === "opacity" ? "opacity" : "color",
    label,
    { ...options, width: Math.min(options.width ?? RAMP_WIDTH, Math.max(40, room - 20)) },
    format,
  );
}
