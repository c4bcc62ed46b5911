/** How many cells are in each state. */
import { OK, STATE_NAMES, type StateCounts } from "./payload";

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
