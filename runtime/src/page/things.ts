/** What a plot of the payload is to the page: its marks as things, and its gaps. */
import { gapPlaces } from "../shared/bands";
import type * as payload from "../shared/payload";
import type { CellPlot } from "../shared/payload";
import { Cells } from "./cells";
import type { FixedGaps } from "./geometry";
import type { Things } from "./plot";
import { Points } from "./points";
import type { Details } from "./unpacked";
import type { Frame } from "./view";

export const placed = ({ area, x, y }: payload.Plot, facts: payload.CellFacts): CellPlot =>
  ({ ...facts, area, x, y }) as CellPlot;

/** Marks of a plot as things; `first` is the number of its first mark in the picture. */
export function thingsOf(plot: payload.Plot, first: number, details: Details): Things[] {
  return plot.marks.map((mark, k) =>
    mark.kind === "cells" ? new Cells(placed(plot, mark), first + k, details) : new Points(mark),
  );
}

/** The things of a plot that was drawn anew; `marks` has the top one first. */
export function renew(marks: readonly Things[], plot: payload.Plot): void {
  [...marks].reverse().forEach((things, k) => {
    const mark = plot.marks[k];
    if (things instanceof Points) things.renew(mark as payload.PointFacts);
    else (things as Cells).plot = placed(plot, mark as payload.CellFacts);
  });
}

function fixedGaps(axis: payload.Axis | null): FixedGaps | undefined {
  if (axis?.kind !== "band" || !axis.gaps) return undefined;
  return { places: gapPlaces(axis), size: axis.gaps.size };
}

export const gapsOf = ({ x, y }: payload.Plot): Frame["gaps"] => ({ x: fixedGaps(x), y: fixedGaps(y) });
