/** What of a plot's cells a legend and a key tell. */
import { againstValues } from "../../shared/against";
import type { CellPlot } from "../../shared/payload";
import { formOf, type SignForm } from "../../shared/sample";
import type { LegendNotes } from "../../shared/sidecar";
import { shownIn } from "../../shared/split";
import type { CellResult } from "../cell/mark";
import { blendWords } from "./blend";
import type { Scores } from "./scores";
import { drawnValues } from "./values";

/** The scores, or the differences, that a legend tells. */
const drawnIn = (cells: CellPlot): Pick<CellPlot, "values" | "scored"> =>
  cells.baseline ? { values: againstValues(cells) } : shownIn(cells).plot;

/** How the states of a picture are shown. */
export function keyForm(cells: CellPlot): SignForm {
  const { plot, x, y } = shownIn(cells);
  return formOf(plot, plot.paint === "raster", x, y);
}

export const hasNoScore = (cells: CellResult[]): boolean =>
  cells.length > 0 && cells.every(({ plot: { values } }) => values.every((value) => value !== value));

/** The scores that colours stand for; null where they are other numbers, or none. */
export function scoresOf(cells: CellResult[], { scores }: LegendNotes): Scores | null {
  const values = scores ? drawnValues(cells.map(({ plot }) => drawnIn(plot))) : null;
  const blends = cells.map(({ plot }) => blendWords(plot)).filter((words) => words !== null);
  return values && { values, blend: blends[0] ?? null };
}
