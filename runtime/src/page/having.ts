/** Cells with rows in a state, and cells whose epochs disagree. */
import { ABSENT, INFINITE, PENDING, STATE_NAMES, type CellPlot, type StateName } from "../shared/payload";
import type { Row } from "../shared/rows";

/** A number for each cell. */
export type OfCell = (at: number) => number;

/** How many rows of a cell are in a state; of cells that have none, whether they are. */
export function rowsIn(plot: CellPlot, state: number): OfCell {
  const { states, rows, scored, errors, limits, reasons = {} } = plot;
  const name = STATE_NAMES[state];
  const planes: Partial<Record<string, ArrayLike<number>>> = { ...reasons, error: errors, limit: limits };
  const [own, others] = [planes[name], Object.values(planes).filter((plane) => plane !== undefined)];
  const isNoRow = state === ABSENT || state === PENDING;
  const isAlone: OfCell = (at) => Number(states[at] === state);
  /** What is left of the rows without a score when all others are told. */
  const left: OfCell = (at) => others.reduce((sum, plane) => sum - plane[at], rows![at] - scored![at]);
  if (!rows || isNoRow) return isAlone;
  if (own) return (at) => (rows[at] > 1 ? own[at] : isAlone(at));
  const isMine = (at: number): boolean => (states[at] === INFINITE) === (state === INFINITE);
  const counted: OfCell = (at) => (rows[at] > 1 ? (isMine(at) ? left(at) : 0) : isAlone(at));
  return states.reduce((sum, _, at) => sum + counted(at), 0) === plot.counts[name as Exclude<StateName, "ok">]
    ? counted
    : isAlone;
}

/** Whether the epochs of a cell do not agree: some reach the threshold and some do not, or, of grades, they differ. */
export function flipsIn(plot: CellPlot, rowsAt: ((at: number) => readonly Row[]) | null): (at: number) => boolean {
  const { values, scored, standing } = plot;
  const threshold = standing?.threshold ?? null;
  if (rowsAt)
    return (at) => {
      const known = rowsAt(at).flatMap(({ value }) => (value === value ? [value] : []));
      if (known.length < 2) return false;
      const [low, high] = [Math.min(...known), Math.max(...known)];
      return threshold === null ? low < high : low < threshold && threshold <= high;
    };
  if (!standing?.isBinary || !scored) return () => false;
  return (at) => scored[at] > 1 && values[at] > 0 && values[at] < 1;
}
