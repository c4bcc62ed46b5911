/** Cells with rows in a state, and cells whose epochs disagree. */
import { isFlip } from "../shared/analysis/plane";
import { toldEpochs } from "../shared/analysis/told";
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

/** Whether the epochs of a cell do not agree, by its single rows where these are known. */
export function flipsIn(plot: CellPlot, rowsAt: ((at: number) => readonly Row[]) | null): (at: number) => boolean {
  if (!rowsAt) {
    const told = toldEpochs(plot);
    return (at) => typeof told !== "string" && isFlip(told.low[at], told.high[at], null);
  }
  const { standing, isLower } = plot;
  const sign = isLower ? -1 : 1;
  const reached = standing?.threshold ?? null;
  const threshold = reached === null ? null : sign * reached;
  return (at) => {
    const known = rowsAt(at).flatMap(({ value }) => (value === value ? [sign * value] : []));
    return known.length > 1 && isFlip(Math.min(...known), Math.max(...known), threshold);
  };
}
