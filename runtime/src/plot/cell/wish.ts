/** Which marks our own cell draws, and what a mark wants besides Mosaic's encodings. */
import { color } from "d3-color";
import type { CellNotes } from "../../shared/sidecar";
import { hasTip, formatsOf, type PointWish } from "../points/wish";
import type { MarkSpec } from "../spec";
import { canonical } from "./expression";

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
  "ariaLabel",
  "ariaDescription",
]);

/** A fill that is a colour for all cells; columns with names of colours come as objects. */
const isColor = (fill: unknown): boolean =>
  typeof fill === "string" && (color(fill) !== null || /^(none|currentcolor)$/i.test(fill));

const isOwn = (mark: MarkSpec): boolean =>
  mark["mark"] === "cell" &&
  ["data", "x", "y", "fill"].every((key) => mark[key] !== undefined && mark[key] !== null) &&
  !isColor(mark["fill"]) &&
  Object.keys(mark).every((key) => OWN.has(key));

/** Interactors that look for the rows behind what Plot has drawn. */
const readsRows = ({ select }: MarkSpec): boolean => /^(toggle|nearest|highlight)/.test(String(select));

/** Tells the marks of a plot that our own cell draws: none where an interactor reads rows, unless a frame needs it. */
export const ownIn = (entries: MarkSpec[], isFramed: boolean): ((mark: MarkSpec) => boolean) =>
  entries.some(readsRows) && !isFramed ? () => false : isOwn;

/** Whether Plot draws cells in place of ours. */
export const hasLookalikes = (entries: MarkSpec[], isFramed: boolean): boolean =>
  entries.some(isOwn) && !entries.some(ownIn(entries, isFramed));

export interface CellWish {
  /** Extra channels that are asked for: name and column or expression. */
  channels: [string, unknown][];
  sort: unknown;
  tip: boolean;
  formats: PointWish["formats"];
  notes: CellNotes;
  /** The picture goes to a page, which tells of single rows. */
  isForPage: boolean;
}

const isSortedBy = (mark: MarkSpec, name: string): boolean =>
  JSON.stringify(mark["sort"] ?? null).includes(JSON.stringify(name).slice(1, -1));

/** `details`: links and extra channels are wanted; otherwise only what the order needs. */
export function wishOf(mark: MarkSpec, notes: CellNotes, details: boolean): CellWish {
  const channels = Object.entries((mark["channels"] ?? {}) as MarkSpec);
  const same = (entry: unknown, channel: string): boolean => canonical(entry) === canonical(mark[channel]);
  const named = (channel: string): string | undefined => channels.find(([, entry]) => same(entry, channel))?.[0];
  const extra = channels.filter(([, entry]) => !["x", "y", "fill"].some((channel) => same(entry, channel)));
  return {
    channels: details ? extra : extra.filter(([name]) => isSortedBy(mark, name)),
    sort: mark["sort"] ?? null,
    tip: hasTip(mark),
    formats: formatsOf(mark["tip"]),
    isForPage: details,
    notes: {
      ...notes,
      link: details ? notes.link : undefined,
      details: details ? notes.details : undefined,
      names: { x: named("x"), y: named("y"), value: named("fill"), ...notes.names },
    },
  };
}

/** The encodings of a mark of our own: what is left for Mosaic to parse. */
export function encodingsOf(mark: MarkSpec): MarkSpec {
  const { channels: _channels, sort: _sort, tip: _tip, ...rest } = mark;
  return rest;
}
