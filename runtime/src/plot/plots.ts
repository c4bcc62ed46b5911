/** Marks that were drawn, as the plots of a payload. */
import type { Axis, CellFacts, CellPlot, ContinuousAxis, Plot } from "../shared/payload";

const cellFacts = ({ area: _area, x: _x, y: _y, ...facts }: CellPlot): CellFacts => facts;

/** A plot of cell marks; they share its axes. */
export function plotOf(index: number, cells: CellPlot[]): Plot {
  const [{ area, x, y }] = cells;
  return { index, area, x, y, marks: cells.map(cellFacts) };
}

const movedRange = ([from, to]: ContinuousAxis["range"], by: number): ContinuousAxis["range"] => [from + by, to + by];

const movedAxis = (axis: Axis | null, by: number): Axis | null =>
  axis?.kind === "band" ? { ...axis, start: axis.start + by } : axis && { ...axis, range: movedRange(axis.range, by) };

/** The plot moved within its picture. */
export function shifted(plot: Plot, dx: number, dy: number): Plot {
  const { area, x, y } = plot;
  return {
    ...plot,
    area: { ...area, x: area.x + dx, y: area.y + dy },
    x: movedAxis(x, dx),
    y: movedAxis(y, dy),
  };
}
