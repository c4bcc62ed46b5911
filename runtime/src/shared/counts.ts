/** How many cells of each band are in each state. */
import { count, counted } from "./format";
import { ERROR, LIMIT, OK, STATE_NAMES, UNSCORED, type CellFacts, type ReasonName, type StateCounts } from "./payload";

export const noCounts = (): StateCounts =>
  Object.fromEntries(STATE_NAMES.slice(1).map((name) => [name, 0])) as StateCounts;

type Plane = { states: ArrayLike<number>; nx: number; ny: number };

/** For each state that is none of a plain score: its cells in each band of an axis. */
export function stateCounts({ states, nx, ny }: Plane, axis: "x" | "y"): Record<keyof StateCounts, Int32Array> {
  const size = axis === "x" ? nx : ny;
  const counts = STATE_NAMES.map(() => new Int32Array(size));
  for (let y = 0, i = 0; y < ny; y++) for (let x = 0; x < nx; x++, i++) counts[states[i]][axis === "x" ? x : y]++;
  return Object.fromEntries(STATE_NAMES.map((name, k) => [name, counts[k]]).filter((_, k) => k !== OK)) as never;
}

type Cells = Pick<CellFacts, "states" | "rows" | "scored" | "errors" | "limits" | "reasons">;

/** Adds the rows of a cell, or the cell where it has none, to those in each state; plain scores as OK. */
export function addStates(
  { states, rows, scored, errors, limits, reasons = {} }: Cells,
  at: number,
  to: Uint32Array,
): void {
  if (!rows || rows[at] < 2) {
    to[states[at]]++;
    return;
  }
  let left = rows[at];
  const take = (state: number, n: number): void => {
    to[state] += n;
    left -= n;
  };
  take(OK, scored?.[at] ?? 0);
  take(ERROR, errors?.[at] ?? 0);
  take(LIMIT, limits?.[at] ?? 0);
  for (const name of Object.keys(reasons) as ReasonName[]) take(STATE_NAMES.indexOf(name), reasons[name]![at]);
  to[UNSCORED] += Math.max(0, left);
}

/** The counts of all cells. */
export function countsOf(cells: Cells): StateCounts {
  const found = new Uint32Array(STATE_NAMES.length);
  for (let at = 0; at < cells.states.length; at++) addStates(cells, at, found);
  const counts = noCounts();
  for (const name of Object.keys(counts) as (keyof StateCounts)[]) counts[name] = found[STATE_NAMES.indexOf(name)];
  return counts;
}

type State = keyof StateCounts;

/** What is said of so many rows or cells, where that is not the name of their state. */
const WORDS: Partial<Record<State, (n: number) => string>> = {
  error: (n) => counted(n, "error"),
  limit: (n) => counted(n, "limit"),
  failed: (n) => `${count(n)} not graded`,
};

/** "22 errors": a state with its number. */
export const stateWords = (name: State, counts: StateCounts): string =>
  WORDS[name]?.(counts[name]) ?? `${count(counts[name])} ${name}`;
