/** Ticks of scales of time, which a spec has as texts: Plot reads texts of channels and domains as dates, not these. */
import type { MarkSpec } from "./spec";

const GUIDE = /^(?:axis|grid)([XY])$/;

const datesOf = (ticks: unknown): unknown =>
  Array.isArray(ticks) ? ticks.map((tick) => (typeof tick === "string" ? new Date(tick) : tick)) : ticks;

const isTime = (scale: unknown): boolean => scale === "utc" || scale === "time";

/** The attributes of a plot, ticks of its scales of time as dates. */
export function withDatedTicks(attributes: MarkSpec): MarkSpec {
  const found = { ...attributes };
  for (const axis of ["x", "y"])
    if (isTime(found[`${axis}Scale`]) && `${axis}Ticks` in found)
      found[`${axis}Ticks`] = datesOf(found[`${axis}Ticks`]);
  return found;
}

/** An axis or a grid of a plot with these attributes, its ticks as dates where its scale is one of time. */
export function withDatedGuide(entry: MarkSpec, attributes: ReadonlyMap<string, unknown>): MarkSpec {
  const axis = GUIDE.exec(String(entry["mark"]))?.[1]?.toLowerCase();
  if (!axis || !("ticks" in entry) || !isTime(attributes.get(`${axis}Scale`))) return entry;
  return { ...entry, ticks: datesOf(entry["ticks"]) };
}
