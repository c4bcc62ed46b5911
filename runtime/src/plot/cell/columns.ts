/** The answer to the question of a cell mark: packed columns, an entry for each cell. */
import { OK, STATE_NAMES, UNSCORED, type Counts, type StateName } from "../../shared/payload";
import type { Answer } from "./bands";
import { STATES } from "./question";
import type { Codes } from "./sort";

export interface Columns {
  xi: Codes;
  yi: Codes;
  v: Float64Array;
  /** Rows of a cell; null where each cell is a row. */
  n: Counts | null;
  /** Rows with a score. */
  scored: Counts;
  /** Rows in each state that there can be, the gravest first. */
  states: { name: Exclude<StateName, "ok">; state: number; counts: Counts }[];
  /** Rows without a score that are in none of these. Null where there cannot be one. */
  unscored: Counts | null;
  channels: (string | null)[][];
}

export function columnsOf(table: Answer, channels: number): Columns {
  const optional = <T>(name: string): T | null => (table.getChild(name)?.toArray() ?? null) as T | null;
  const column = <T>(name: string): T => optional<T>(name)!;
  return {
    xi: column("xi"),
    yi: column("yi"),
    v: column("v"),
    n: optional("n"),
    scored: column("scored"),
    states: STATES.flatMap(([column, name]) => {
      const counts = optional<Counts>(column);
      return counts ? [{ name, state: STATE_NAMES.indexOf(name), counts }] : [];
    }),
    unscored: optional("unscored"),
    channels: Array.from(
      { length: channels },
      (_, k) => Array.from(table.getChild(`c${k}`)!.toArray()) as (string | null)[],
    ),
  };
}

/** Rows without a score that are in no other state. Without conditions for any, all that have no score. */
export const unscoredOf = (c: Columns, i: number): number =>
  c.unscored !== null ? c.unscored[i] : (c.n === null ? 1 : c.n[i]) - c.scored[i];

export function stateOf(c: Columns, i: number): number {
  for (const { state, counts } of c.states) if (counts[i] > 0) return state;
  return unscoredOf(c, i) > 0 || !Number.isFinite(c.v[i]) ? UNSCORED : OK;
}
