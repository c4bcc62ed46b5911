/** Which marks our own cell draws, and what it is told besides Mosaic's options. */
import { canonical, type CellExtras } from "./matrix";

export type MarkJson = Record<string, unknown>;

/** Options of a cell that our own mark draws; with any other one Plot draws it. */
const OWN = new Set([
  "mark",
  "data",
  "x",
  "y",
  "fill",
  "inset",
  "rx",
  "ry",
  "sort",
  "channels",
  "tip",
  "inspect",
  "ariaLabel",
  "ariaDescription",
]);
export const isOwn = (mark: MarkJson): boolean =>
  mark["mark"] === "cell" &&
  ["data", "x", "y", "fill"].every((key) => mark[key] !== undefined && mark[key] !== null) &&
  Object.keys(mark).every((key) => OWN.has(key));

const NO_EXTRAS: CellExtras = {
  channels: [],
  sort: null,
  tip: false,
  value: null,
  text: null,
  error: null,
  limit: null,
  link: null,
  epoch: null,
  names: {},
  sampleAxis: null,
};

export function extrasOf(mark: MarkJson, details: boolean): CellExtras {
  const inspect = (mark["inspect"] ?? {}) as Partial<CellExtras>;
  const channels = Object.entries((mark["channels"] ?? {}) as MarkJson);
  const named = (channel: string): string | undefined =>
    channels.find(([, entry]) => canonical(entry) === canonical(mark[channel]))?.[0];
  const shown = channels.filter(
    ([, entry]) => !["x", "y", "fill"].some((c) => canonical(entry) === canonical(mark[c])),
  );
  const names = { x: named("x"), y: named("y"), value: named("fill") };
  return {
    ...NO_EXTRAS,
    ...inspect,
    channels: details
      ? shown
      : shown.filter(([name]) => JSON.stringify(mark["sort"] ?? null).includes(JSON.stringify(name).slice(1, -1))),
    link: details ? (inspect.link ?? null) : null,
    names: { ...names, ...inspect.names },
    sort: mark["sort"] ?? null,
    tip: mark["tip"] !== undefined && mark["tip"] !== null && mark["tip"] !== false,
  };
}

/** A mark that Plot draws: our own extras are left out. */
export function plainMark(mark: MarkJson): MarkJson {
  const { inspect: _inspect, ...rest } = mark;
  return rest;
}

/** Attributes that Mosaic or the document does not take. */
export interface OwnAttributes {
  ariaLabel?: string;
  ariaDescription?: string;
  clip?: unknown;
  style?: string;
}

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;

/** CSS as text; a caller may give its properties one by one. */
function styleText(style: unknown): string | undefined {
  if (style === null || typeof style !== "object") return style as string | undefined;
  const name = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.entries(style)
    .map(([key, value]) => `${name(key)}: ${String(value)}`)
    .join("; ");
}

/** A plot's attributes without our own ones, each margin by its own name. */
export function sorted(attributes: MarkJson): { own: OwnAttributes; rest: MarkJson } {
  const { ariaLabel, ariaDescription, clip, style, margin, margins, ...rest } = attributes as MarkJson & OwnAttributes;
  for (const side of SIDES) {
    const value = (margins as MarkJson | undefined)?.[side.toLowerCase()] ?? margin;
    if (value !== undefined) rest[`margin${side}`] ??= value;
  }
  return { own: { ariaLabel, ariaDescription, clip, style: styleText(style) }, rest };
}
