/** Columns of an answer, laid out as planes of a matrix in drawing order. */
import type { EpochColumns } from "../../shared/columns";
import { ABSENT, PENDING, type Counts, type StateCounts, type Tallies } from "../../shared/payload";
import { permuted } from "../../shared/statistics/additive";
import { keepMeans } from "../../shared/fits";
import { extentOf } from "../../shared/frame/shares";
import type { Columns } from "./columns";
import type { DataCells } from "./data";
import { arrangeColumns, arrangeRows, filled, MOST_CELLS, places, slots, type Planes } from "./planes";

/** Planes of the cells that are drawn, row by row. */
export interface Grid {
  nx: number;
  ny: number;
  values: Float64Array;
  states: Uint8Array;
  /** Rows behind the cells, and of which kind; null where no cell has more than one. */
  tallies: Tallies | null;
  /** Smallest and largest value, or null where there is none. */
  extent: [number, number] | null;
  counts: StateCounts;
  texts: string[][];
  /** Rows that lie under another row of the same cell. */
  hidden: number;
  /** The epochs of cells that show them side by side. */
  epochs?: EpochColumns;
  /** Index in the grid of band codes, or -1 for bands that are not drawn. */
  at(xi: number, yi: number): number;
}

type Place = (i: number) => number;

/** A plane of counts in drawing order. */
function countPlane(counts: Counts, place: Place, size: number): Counts {
  const plane = new (counts.constructor as new (size: number) => Counts)(size);
  for (let i = 0; i < counts.length; i++) {
    const at = place(i);
    if (at >= 0) plane[at] = counts[i];
  }
  return plane;
}

/** Whether a cell that is drawn has more than one row. */
function isSeveral(rows: Counts, place: Place): boolean {
  for (let i = 0; i < rows.length; i++) if (rows[i] > 1 && place(i) >= 0) return true;
  return false;
}

function talliesOf(c: Columns, place: Place, size: number): Tallies | null {
  if (c.n === null || !isSeveral(c.n, place)) return null;
  const plane = (counts: Counts | null): Counts =>
    counts === null ? new Uint8Array(size) : countPlane(counts, place, size);
  const of = (state: string): Counts | null => c.states.find(({ name }) => name === state)?.counts ?? null;
  const told = c.states.filter(({ name }) => !/^(error|limit|infinite)$/.test(name));
  const reasons = Object.fromEntries(told.map(({ name, counts }) => [name, plane(counts)]));
  const common = { rows: plane(c.n), scored: plane(c.scored), errors: plane(of("error")), limits: plane(of("limit")) };
  return told.length ? { ...common, reasons } : common;
}

const isWhole = (place: Int32Array, codes: number[]): boolean =>
  codes.length === place.length && place.every((to) => to >= 0);

/** Planes of the drawn bands; where these are all, those of the data move to their places. */
function drawnPlanes(
  cells: DataCells,
  px: Int32Array,
  py: Int32Array,
  nx: number,
  ny: number,
  areAll: boolean,
): Planes {
  const planes = areAll ? cells.planes : filled(cells.columns, slots(px), py, nx, ny);
  arrangeColumns(planes.values, nx, px, NaN);
  arrangeColumns(planes.states, nx, px, ABSENT);
  if (areAll) {
    arrangeRows(planes.values, nx, py);
    arrangeRows(planes.states, nx, py);
  }
  return planes;
}

/** The fit of the data is that of the drawing, if that has the same bands. */
function shareFit({ fitted }: DataCells, values: Float64Array, xCodes: number[], yCodes: number[]): void {
  if (fitted) keepMeans(values, permuted(fitted.y, yCodes), permuted(fitted.x, xCodes));
}

export function gridOf(cells: DataCells, xCodes: number[], yCodes: number[]): Grid {
  const c = cells.columns;
  const [nx, ny] = [xCodes.length, yCodes.length];
  const size = nx * ny;
  if (size > MOST_CELLS)
    throw new Error(
      `cell: ${nx} x ${ny} bands make more than ${MOST_CELLS} cells; use sort's limit or filter the data`,
    );
  const [px, py] = [places(xCodes, cells.nx), places(yCodes, cells.ny)];
  const at = (xi: number, yi: number): number => (px[xi] < 0 || py[yi] < 0 ? -1 : py[yi] * nx + px[xi]);
  const place = (i: number): number => at(c.xi[i], c.yi[i]);
  const areAll = cells.isDense && isWhole(px, xCodes) && isWhole(py, yCodes);
  const planes = drawnPlanes(cells, px, py, nx, ny, areAll);
  if (areAll) shareFit(cells, planes.values, xCodes, yCodes);
  const texts = c.channels.map((channel) => textPlane(channel, place, size));
  return { nx, ny, ...planes, extent: extentOf(planes.values), tallies: talliesOf(c, place, size), texts, at };
}

function textPlane(texts: (string | null)[], place: Place, size: number): string[] {
  const plane = new Array<string>(size).fill("");
  texts.forEach((text, i) => {
    const at = place(i);
    if (at >= 0) plane[at] = text ?? "";
  });
  return plane;
}

/** Cells with epochs: colours are for the scores of these. */
export function withEpochs(grid: Grid, epochs: EpochColumns): Grid {
  const all = [grid.extent, extentOf(epochs.values)].filter((extent) => extent !== null);
  const extent: Grid["extent"] = all.length
    ? [Math.min(...all.map(([low]) => low)), Math.max(...all.map(([, high]) => high))]
    : null;
  return { ...grid, epochs, extent };
}

/** Marks cells without a row that are still to come: `pending` holds samples by model, as their labels. */
export function markPending(
  { states, counts, nx }: Grid,
  pending: Record<string, string[]>,
  labels: { x: string[]; y: string[] },
  sampleAxis: "x" | "y",
): void {
  const indices = (of: string[]): Map<string, number> => new Map(of.map((label, i) => [label, i]));
  const [xs, ys] = [indices(labels.x), indices(labels.y)];
  for (const [model, samples] of Object.entries(pending)) {
    for (const sample of samples) {
      const [x, y] = sampleAxis === "x" ? [xs.get(sample), ys.get(model)] : [xs.get(model), ys.get(sample)];
      if (x === undefined || y === undefined || states[y * nx + x] !== ABSENT) continue;
      states[y * nx + x] = PENDING;
      counts.absent--;
      counts.pending++;
    }
  }
}
