/** Plots of a payload. */
import type { Axis, CellFacts, CellPlot, ContinuousAxis, Plot } from "../shared/payload";

/** A mark of cells without what is its plot's. */
export const cellFacts = ({ area: _area, x: _x, y: _y, ...facts }: CellPlot): CellFacts => facts;

const movedRange = ([from, to]: ContinuousAxis["range"], by: number): ContinuousAxis["range"] => [from + by, to + by];

const movedAxis = (axis: Axis | null, by: number): Axis | null =>
  axis?.kind === "band" ? { ...axis, start: axis.start + by } : axis && { ...axis, range: movedRange(axis.range, by) };

const movedPlaces = (places: Float64Array, dx: number, dy: number): Float64Array =>
  places.map((at, i) => at + (i % 2 ? dy : dx));

function movedMark(mark: Plot["marks"][number], dx: number, dy: number): Plot["marks"][number] {
  if (mark.kind === "cells") return mark;
  const { places, anchors, outlines } = mark;
  return {
    ...mark,
    places: movedPlaces(places, dx, dy),
    ...(anchors ? { anchors: movedPlaces(anchors, dx, dy) } : {}),
    ...(outlines ? { outlines: { ...outlines, points: movedPlaces(outlines.points, dx, dy) } } : {}),
  };
}

/** The plot moved within its picture. */
export function shifted(plot: Plot, dx: number, dy: number): Plot {
  const { area, x, y, marks } = plot;
  return {
    ...plot,
    area: { ...area, x: area.x + dx, y: area.y + dy },
    x: movedAxis(x, dx),
    y: movedAxis(y, dy),
    marks: marks.map((mark) => movedMark(mark, dx, dy)),
  };
}
