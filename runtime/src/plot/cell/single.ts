/** Single rows behind cells: what is asked of each, and those of the cells that are drawn. */
import type { Answer } from "./bands";
import type { Grid } from "./grid";
import { byCell } from "./planes";
import { BANDS, stateOf, type Question } from "./question";

/** What is asked of every row. */
export const rowTerms = (q: Question): string[] => [
  `${BANDS.x} AS xi`,
  `${BANDS.y} AS yi`,
  `coalesce(TRY_CAST(${q.value} AS DOUBLE), 'nan'::DOUBLE) AS v`,
  `${stateOf(q)} AS s`,
];

export interface DrawnRows {
  /** Numbers of the rows in the answer, in the order of their cells, those of one cell as they came. */
  order: Uint32Array;
  cells: Uint32Array;
  /** By how much the number of a row's cell is above that of the row before. */
  steps: Uint32Array;
  /** NaN where a row has no score. */
  values: Float64Array;
  states: Uint8Array;
}

/** The rows of the cells that are drawn. */
export function drawnRows(answer: Answer, grid: Grid): DrawnRows {
  const column = (name: string): ArrayLike<number> => answer.getChild(name)!.toArray() as ArrayLike<number>;
  const [xi, yi, v, s] = ["xi", "yi", "v", "s"].map(column);
  const at = Int32Array.from({ length: answer.numRows }, (_, i) => grid.at(xi[i], yi[i]));
  const drawn = Uint32Array.from(at.keys()).filter((i) => at[i] >= 0);
  const order = byCell(
    drawn.map((i) => at[i]),
    grid.nx * grid.ny,
  ).map((k) => drawn[k]);
  const cells = order.map((i) => at[i]);
  return {
    order,
    cells,
    steps: cells.map((cell, k) => cell - (k ? cells[k - 1] : 0)),
    values: Float64Array.from(order, (i) => (Number.isFinite(v[i]) ? v[i] : NaN)),
    states: Uint8Array.from(order, (i) => s[i]),
  };
}
