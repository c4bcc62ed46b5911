/** The marks of a plot that answer in a page, and the plot as the page knows it. */
import type { Axis, Box, CellDetails, Plot } from "../shared/payload";
import { CellMark, type CellResult } from "./cell/mark";
import { axisOf, type PositionScale } from "./points/axes";
import type { Watched } from "./points/watch";
import { cellFacts } from "./plots";

export type Answer = CellResult | Watched;

export const isCells = (answer: Answer): answer is CellResult => "plot" in answer;

function answerOf(mark: object, watched: ReadonlyMap<object, Watched>): Answer | null {
  if (mark instanceof CellMark) return mark.result ?? mark.points;
  return watched.get(mark) ?? null;
}

/** What answers, in the order of the marks. */
export const answersOf = (marks: object[], watched: ReadonlyMap<object, Watched>): Answer[] =>
  marks.flatMap((mark) => answerOf(mark, watched) ?? []);

/** What a plot says of its scales. */
export interface Scales {
  scale(name: "x" | "y"): PositionScale | undefined;
  label(channel: string): string | null;
}

export interface Answering {
  plot: Plot;
  /** Of each mark. */
  details: (CellDetails | null)[];
}

/** The plot with the facts of its marks; cells know their axes better than the scales do. */
export function answering(index: number, answers: Answer[], area: Box, { scale, label }: Scales): Answering {
  const cells = answers.find(isCells)?.plot;
  const axis = (way: "x" | "y"): Axis | null => axisOf(scale(way), label(way) ?? way, null);
  const marks: Plot["marks"] = [];
  const details: Answering["details"] = [];
  for (const answer of answers) {
    const facts = isCells(answer) ? cellFacts(answer.plot) : answer.facts(label);
    if (facts === null) continue;
    marks.push(facts);
    details.push(isCells(answer) ? answer.details : null);
  }
  return { plot: { index, area, x: cells?.x ?? axis("x"), y: cells?.y ?? axis("y"), marks }, details };
}
