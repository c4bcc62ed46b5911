/** What is told of the things of a mark: its channels, each column once. */
import { oneLine } from "../../shared/ticks";
import { areNumbers, textOf } from "./texts";
import type { PointWish } from "./wish";

/** A channel of a Mosaic mark. */
export interface MosaicChannel {
  channel: string;
  field?: unknown;
  as?: string;
  value?: unknown;
}

/** The part of a Mosaic mark that is read here. */
export interface MosaicMark {
  type: string;
  channels: MosaicChannel[];
  detail: Set<string>;
  data?: { columns?: Record<string, ArrayLike<unknown>> };
}

/** A channel with the values of all rows. */
export interface Told {
  /** Channels that show the column. */
  channels: string[];
  name: string;
  isExtra: boolean;
  isNumber: boolean;
  values: ArrayLike<unknown>;
  text(i: number): string;
}

/** Channels that order or style the things, and tell nothing about them. */
const SILENT = /^(sort|orderby|order|href|ariaLabel|fontSize|rotate|markerStart|markerMid|markerEnd|src)$/;

/** The name of a field: of its column, or its expression. */
function fieldName(field: unknown): string {
  const column = (field as { column?: unknown }).column;
  return oneLine(typeof column === "string" ? column : String(field).replaceAll('"', ""));
}

function valuesOf({ field, as, value, channel }: MosaicChannel, mark: MosaicMark): ArrayLike<unknown> | null {
  if (field) return mark.data?.columns?.[as ?? channel] ?? null;
  return Array.isArray(value) ? value : null;
}

/** The values behind a channel and their name, where there is one for each row. */
export function columnOf(mark: MosaicMark, name: string): { name: string; values: ArrayLike<unknown> } | null {
  const found = mark.channels.find(({ channel }) => channel === name);
  const values = found ? valuesOf(found, mark) : null;
  return values && { name: found?.field ? fieldName(found.field) : name, values };
}

/** Where a mark of constants stands. */
function constantsOf({ channels }: MosaicMark, labels: (channel: string) => string | null): Told[] {
  return channels.flatMap(({ channel, value }) => {
    if (!/^[xy][12]?$/.test(channel) || !["number", "string"].includes(typeof value)) return [];
    const [name, text] = [labels(channel) ?? channel, textOf(value)];
    return [
      { channels: [channel], name, isExtra: false, isNumber: typeof value === "number", values: [], text: () => text },
    ];
  });
}

/** The channels that are told, extra ones under their own names; `labels` holds the names of scales. */
export function channelsOf(
  mark: MosaicMark,
  { formats }: PointWish,
  labels: (channel: string) => string | null,
): Told[] {
  const told = new Map<ArrayLike<unknown>, Told>();
  for (const entry of mark.channels) {
    const { channel, field } = entry;
    const values = valuesOf(entry, mark);
    const format = formats.get(channel);
    if (values === null || format === null || SILENT.test(channel)) continue;
    const isExtra = mark.detail.has(channel);
    const before = told.get(values);
    if (before) before.channels.push(channel);
    if (before && !(isExtra && !before.isExtra)) continue;
    const name = isExtra ? oneLine(channel) : (labels(channel) ?? (field ? fieldName(field) : channel));
    told.set(values, {
      channels: before?.channels ?? [channel],
      name,
      isExtra,
      isNumber: areNumbers(values),
      values,
      text: (i) => textOf(values[i], format),
    });
  }
  return told.size ? [...told.values()] : constantsOf(mark, labels);
}
