/** Outlines of things, one after the other. */
import type { PointFacts } from "../../shared/payload";
import type { Place } from "./places";

/** Places are kept to a tenth of a unit, which lets them be packed. */
const rounded = (at: number): number => Math.round(at * 10) / 10;

/** The outlines of all things, where each has one: runs stand apart by a place that is none. */
export function outlinesOf(things: readonly Place[]): PointFacts["outlines"] {
  if (!things.every(({ outline }) => outline)) return undefined;
  const [points, ends]: [number[], number[]] = [[], []];
  for (const { outline } of things) {
    outline!.forEach((run, k) => {
      if (k) points.push(NaN, NaN);
      for (const at of run) points.push(rounded(at));
    });
    ends.push(points.length);
  }
  const isFilled = things.some((thing) => thing.isFilled);
  return { points: Float64Array.from(points), ends: Uint32Array.from(ends), isFilled };
}
