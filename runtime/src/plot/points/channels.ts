/** What is told of the things of a mark: its channels, each column once. */
import { oneLine } from "../../shared/ticks";
import { optionOf, valuesOf, type Labels, type MosaicChannel, type MosaicMark, type PlotSpec } from "./drawn";
import { areNumbers, rangeText, textOf } from "./texts";
import type { PointWish } from "./wish";

/** A channel with the values of all rows. */
export interface Told {
  /** Channels that show the column. */
  channels: string[];
  name: string;
  isExtra: boolean;
  isNumber: boolean;
  /** The texts have all digits, of which a tip shows fewer. */
  isExact?: boolean;
  values: ArrayLike<unknown>;
  text(i: number): string;
}

/** Channels that order or style the things, and tell nothing about them. */
const SILENT = /^(sort|orderby|order|href|ariaLabel|fontSize|rotate|markerStart|markerMid|markerEnd|src|geometry)$/;

/** Of vectors the direction is data. */
const isSilent = (channel: string, { type }: MosaicMark): boolean =>
  SILENT.test(channel) && !(channel === "rotate" && type.startsWith("vector"));

/** The name of a field: of its column, or its expression. */
export function fieldName(field: unknown): string {
  const column = (field as { column?: unknown }).column;
  return oneLine(typeof column === "string" ? column : String(field).replaceAll('"', ""));
}

/** A field that is a text of its own has the name of its channel. */
const nameOf = ({ channel, field }: MosaicChannel): string =>
  field && !/^'/.test(String(field)) ? fieldName(field) : channel;

/** The values behind a channel and their name, where there is one for each row. */
export function columnOf(
  mark: MosaicMark,
  spec: PlotSpec,
  channel: string,
): { name: string; values: ArrayLike<unknown> } | null {
  const found = mark.channels.find((entry) => entry.channel === channel);
  const values = found ? valuesOf(optionOf(spec, channel, false), spec.data) : null;
  return values && { name: nameOf(found!), values };
}

/** Where a mark of constants stands. */
function constantsOf({ channels }: MosaicMark, labels: Labels): Told[] {
  return channels.flatMap(({ channel, value }) => {
    if (!/^[xy][12]?$/.test(channel) || !["number", "string"].includes(typeof value)) return [];
    const [name, text] = [labels(channel) ?? channel, textOf(value)];
    return [
      { channels: [channel], name, isExtra: false, isNumber: typeof value === "number", values: [], text: () => text },
    ];
  });
}

/** A column under a heading. */
export function toldOf(name: string, values: ArrayLike<unknown>, channels: string[] = [], format?: Format): Told {
  const isNumber = areNumbers(values);
  const text = (i: number): string => textOf(values[i], format);
  return { channels, name, isExtra: false, isNumber, isExact: isNumber && !format, values, text };
}

type Format = (value: number) => string;

/** The channel of whose scale a value is: an end without another one stands for the place. */
function scaleOf(channel: string, isNamed: (channel: string) => boolean): string {
  const end = /^([xy])([12])$/.exec(channel);
  return end && !isNamed(`${end[1]}${end[2] === "1" ? 2 : 1}`) ? end[1] : channel;
}

/** Both ends of a bin under one heading. */
function joined(told: Told[], way: "x" | "y", labels: Labels): Told[] {
  const [from, to] = [1, 2].map((k) => told.find(({ channels, isExtra }) => !isExtra && channels[0] === `${way}${k}`));
  if (!from || !to || from.name !== to.name) return told;
  const text = (i: number): string => rangeText(from.values[i], to.values[i]);
  const both = { ...from, channels: [...from.channels, ...to.channels], name: labels(way) ?? from.name, text };
  const own = from.isExact ? { ...both, isExact: false } : { ...both, text: (i: number) => ends(from, to, i) };
  return told.flatMap((entry) => (entry === from ? [own] : entry === to ? [] : [entry]));
}

const ends = (from: Told, to: Told, i: number): string => [from.text(i), to.text(i)].filter(Boolean).join(" \u2013 ");

/** Numbers that are computed, and would only seem exact. */
export const computed = (values: ArrayLike<unknown>): number[] =>
  Array.from(values, (value) => Number(Number(value).toPrecision(6)));

/** Values that Mosaic has computed for Plot: those of densities, which no channel of the mark names. */
function computedOf(mark: MosaicMark, { options, data }: PlotSpec, labels: Labels): Told[] {
  const isNamed = (name: string): boolean => mark.channels.some(({ channel }) => channel === name);
  for (const [name, option] of Object.entries(options)) {
    const values = isNamed(name) || name === "channels" ? null : valuesOf(option, data);
    if (values && areNumbers(values)) return [toldOf(labels(name) ?? "density", computed(values), [name])];
  }
  return [];
}

/** The channels that are told, extra ones under their own names; `labels` holds the names of scales. */
export function channelsOf(mark: MosaicMark, spec: PlotSpec, { formats }: PointWish, labels: Labels): Told[] {
  const told = new Map<ArrayLike<unknown>, Told>();
  const isNamed = (channel: string): boolean => mark.channels.some((entry) => entry.channel === channel);
  for (const entry of mark.channels) {
    const { channel } = entry;
    const isExtra = mark.detail.has(channel);
    const option = optionOf(spec, channel, isExtra);
    const values = entry.field || typeof option !== "string" ? valuesOf(option, spec.data) : null;
    const [, way] = /^([xy])[12]$/.exec(channel) ?? [];
    const format = formats.has(channel) || !way ? formats.get(channel) : formats.get(way);
    if (values === null || format === null || isSilent(channel, mark)) continue;
    const before = told.get(values);
    if (before) before.channels.push(channel);
    if (before && !(isExtra && !before.isExtra)) continue;
    const name = isExtra ? oneLine(channel) : (labels(scaleOf(channel, isNamed)) ?? nameOf(entry));
    told.set(values, { ...toldOf(name, values, before?.channels ?? [channel], format), isExtra });
  }
  if (!told.size) return constantsOf(mark, labels);
  const all = [...told.values(), ...computedOf(mark, spec, labels)];
  return joined(joined(all, "x", labels), "y", labels);
}
