/** Plot's position scales as the axes of a payload. */
import type { Axis, Side } from "../../shared/payload";
import { oneLine } from "../../shared/ticks";
import { textOf } from "./texts";

/** A position scale as Plot exposes it. */
export interface PositionScale {
  type: string;
  domain?: unknown[];
  range?: unknown[];
  bandwidth?: number;
  step?: number;
  apply(value: unknown): number;
}

/** Labels of bands stand as Plot has set them. */
const ANY_ROOM = 1e6;

function bandAxis(scale: PositionScale, name: string, anchor: Side | null): Axis | null {
  const bands = (scale.domain ?? []).map((value) => ({ label: oneLine(textOf(value)), at: scale.apply(value) }));
  if (!bands.length) return null;
  const bandwidth = scale.bandwidth ?? 0;
  bands.sort((a, b) => a.at - b.at);
  const step = bands.length > 1 ? (bands[bands.length - 1].at - bands[0].at) / (bands.length - 1) : bandwidth || 1;
  const look = { room: ANY_ROOM, skip: 0, drop: 0, rotate: 0, spacing: 0, anchor };
  return { kind: "band", name, labels: bands.map(({ label }) => label), start: bands[0].at, step, bandwidth, ...look };
}

function continuousAxis({ type, domain, range }: PositionScale, name: string, anchor: Side | null): Axis | null {
  const ends = (values: unknown[]): [number, number] => [Number(values[0]), Number(values[values.length - 1])];
  if (!domain?.length || !range?.length) return null;
  return { kind: "continuous", name, scale: type, domain: ends(domain), range: ends(range), anchor };
}

/** The axis of a scale, or null where it has no places. */
export function axisOf(scale: PositionScale | undefined, name: string, anchor: Side | null): Axis | null {
  if (!scale) return null;
  return /^(band|point)$/.test(scale.type) ? bandAxis(scale, name, anchor) : continuousAxis(scale, name, anchor);
}
