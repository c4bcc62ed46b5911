/** The marks of a plot that answer in a page, and the plot as the page knows it. */
import type { Axis, Box, CellDetails, Plot } from "../shared/payload";
import { CellMark, type CellResult } from "./cell/mark";
import { axisOf, type PositionScale } from "./points/axes";
import type { Watched } from "./points/watch";
import { cellFacts } from "./plots";

export type AnsweringMark = CellResult | Watched;

export const isCells = (mark: AnsweringMark): mark is CellResult => "plot" in mark;

function answeringOf(mark: object, watched: ReadonlyMap<object, Watched>): AnsweringMark | null {
  if (mark instanceof CellMark) return mark.result ?? mark.points;
  return watched.get(mark) ?? null;
}

/** What answers, in the order of the marks. */
export const answeringMarks = (marks: object[], watched: ReadonlyMap<object, Watched>): AnsweringMark[] =>
  marks.flatMap((mark) => answeringOf(mark, watched) ?? []);

/** What a plot says of its scales. */
export interface Scales {
  scale(name: "x" | "y"): PositionScale | undefined;
  label(channel: string): string | null;
}

export interface PlotFacts {
  plot: Plot;
  /** Of each mark. */
  details: (CellDetails | null)[];
}

/** The plot with the facts of its marks; cells know their axes better than the scales do. */
export function plotFacts(index: number, answering: AnsweringMark[], area: Box, { scale, label }: Scales): PlotFacts {
  const cells = answering.find(isCells)?.plot;
  const axis = (way: "x" | "y"): Axis | null => axisOf(scale(way), label(way) ?? way, null);
  const marks: Plot["marks"] = [];
  const details: PlotFacts["details"] = [];
  for (const mark of answering) {
    const facts = isCells(mark) ? cellFacts(mark.plot) : mark.facts(label);
    if (facts === null) continue;
    marks.push(facts);
    details.push(isCells(mark) ? mark.details : null);
  }
  return { plot: { index, area, x: cells?.x ?? axis("x"), y: cells?.y ?? axis("y"), marks }, details };
}
