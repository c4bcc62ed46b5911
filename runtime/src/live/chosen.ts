/**
 * What is chosen in a picture, as JSON that a host keeps: the value of a param; of a selection the conditions on
 * columns that it is made of, and all of them as SQL. What a host sets is the same without the SQL.
 */
import {
  clauseInterval,
  clauseIntervals,
  clausePoints,
  isSelection,
  type Param,
  type Selection,
  type SelectionClause,
} from "@uwdata/mosaic-core";
import { and, column } from "@uwdata/mosaic-sql";

/** A condition: columns, and the interval of each, or the lists of values of all, or what else it is. */
interface Condition {
  columns: string[];
  kind: "interval" | "points" | "other";
  value: unknown;
}

type Chosen = { value: unknown } | { conditions: Condition[]; sql?: string };

/** What two choices must have in common to be the same. */
const textOf = (chosen: Chosen): string => JSON.stringify("conditions" in chosen ? chosen.conditions : chosen.value);

type Watched = Param<unknown> | Selection;

const isDate = (value: unknown): value is { date: string } =>
  typeof value === "object" && value !== null && typeof (value as { date?: unknown }).date === "string";

/** Dates as `{ date }`, whole numbers as numbers. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return { date: value.toISOString() };
  if (typeof value === "bigint") return Number(value);
  return Array.isArray(value) ? value.map(plain) : (value ?? null);
}

function revived(value: unknown): unknown {
  if (isDate(value)) return new Date(value.date);
  return Array.isArray(value) ? value.map(revived) : value;
}

const nameOf = (field: unknown): string => {
  const name = (field as { column?: unknown } | null)?.column;
  return typeof name === "string" ? name : String(field);
};

function conditionOf({ fields = [], meta, value }: SelectionClause): Condition {
  const columns = fields.map(nameOf);
  const kind = (meta as { type?: string } | undefined)?.type;
  if (kind === "interval") return { columns, kind, value: plain(columns.length > 1 ? value : [value]) };
  if (kind !== "point") return { columns, kind: "other", value: plain(value) };
  const rows = Array.isArray(value) ? value : [value];
  return { columns, kind: "points", value: plain(rows.map((row) => (Array.isArray(row) ? row : [row]))) };
}

function chosenIn(param: Watched): Chosen {
  if (!isSelection(param)) return { value: plain(param.value) };
  const clauses = param.clauses.filter(({ predicate }) => predicate);
  const predicate = param.predicate(undefined as never, true) as unknown;
  const all = [predicate ?? []].flat();
  const sql = all.length ? { sql: String(all.length > 1 ? and(...(all as never[])) : all[0]) } : {};
  return { conditions: clauses.map(conditionOf), ...sql };
}

function clauseOf({ columns, kind, value }: Condition, source: object): SelectionClause {
  const fields = columns.map((name) => column(name));
  const clients = new Set<never>();
  const values = revived(value) as never[];
  if (kind === "points") return clausePoints(fields, values, { source, clients });
  if (fields.length === 1) return clauseInterval(fields[0], values[0], { source, clients });
  return clauseIntervals(fields, values, { source, clients });
}

/** Leaves the conditions of a host in place of all that were. */
function select(selection: Selection, conditions: readonly Condition[]): void {
  if (selection.clauses.length || !conditions.length) selection.reset();
  for (const condition of conditions) selection.update(clauseOf(condition, {}));
}

/** The choices of a picture, by the names of its params and selections. */
export class Choices {
  readonly #known = new Map<string, Chosen>();
  readonly #params: Map<string, Watched>;

  /** Calls `changed` whenever a reader has chosen. */
  constructor(params: ReadonlyMap<string, unknown>, names: readonly string[], changed: () => void) {
    this.#params = new Map(names.map((name) => [name, params.get(name) as Watched]));
    for (const [name, param] of this.#params) {
      this.#known.set(name, chosenIn(param));
      param.addEventListener("value", () => {
        if (this.#note(name)) changed();
      });
    }
  }

  /** Whether a param holds something else than when it was looked at last. */
  #note(name: string): boolean {
    const before = JSON.stringify(this.#known.get(name));
    this.#known.set(name, chosenIn(this.#params.get(name)!));
    return JSON.stringify(this.#known.get(name)) !== before;
  }

  get all(): Record<string, Chosen> {
    return Object.fromEntries(this.#known);
  }

  /** Does what a host has set, where that is something else. */
  set(all: Record<string, Chosen>): void {
    for (const [name, chosen] of Object.entries(all)) {
      const [param, known] = [this.#params.get(name), this.#known.get(name)];
      if (!param || !known || textOf(chosen) === textOf(known)) continue;
      this.#known.set(name, chosen);
      if ("conditions" in chosen) select(param as Selection, chosen.conditions);
      else (param as Param<unknown>).update(revived(chosen.value));
    }
  }
}
