/** A table of sums that Mosaic wants prepared: in the page where it is small, in the database otherwise. */
import { toDataColumns, type Coordinator } from "@uwdata/mosaic-core";
import type { ExprNode, SelectQuery } from "@uwdata/mosaic-sql";
import type { Columns } from "./answered";
import { Cube } from "./cube";
import { compiled, known } from "./expression";
import { planOf, type Plan } from "./plan";

/** Rows of a table that come to the page. */
const MOST = 100_000;
/** Tables that are kept in the page. */
const KEPT = 16;

export type Statement = Parameters<Coordinator["exec"]>[0];

/** What Mosaic knows of a table of sums. */
export interface Info<Clause> {
  create: SelectQuery;
  select: SelectQuery;
  active: { predicate?: (clause: Clause) => ExprNode | ExprNode[] };
  result: Promise<unknown> | null;
  query(clause: Clause): SelectQuery;
}

/** The database as it is asked without sums. */
export interface Asking {
  query: Coordinator["query"];
  exec: Coordinator["exec"];
}

export function conditionOf<Clause>({ active }: Info<Clause>, clause: Clause): ExprNode | null {
  const found = active.predicate?.(clause) ?? [];
  return Array.isArray(found) ? (found[0] ?? null) : found;
}

/** What is asked of the table, if answers and conditions like this one can be calculated here. */
export function planFor<Clause>(info: Info<Clause>, clause: Clause): Plan | null {
  return known(() => {
    const condition = conditionOf(info, clause);
    if (condition) compiled(condition, () => () => null);
    return planOf(info.select);
  });
}

/** Tables of sums by their questions. */
export class Cubes {
  readonly #held = new Map<string, Promise<Cube | null>>();

  constructor(private readonly asking: Asking) {}

  /** The table in the page; null where it is too large, or is not answered. */
  of({ create, select }: Info<never>, plan: Plan): Promise<Cube | null> {
    const name = `${create};${select}`;
    const found = this.#held.get(name) ?? this.#ask(create, plan);
    this.#held.delete(name);
    this.#held.set(name, found);
    found.catch(() => this.#held.delete(name));
    if (this.#held.size > KEPT) this.#held.delete(this.#held.keys().next().value!);
    return found.catch(() => null);
  }

  /** As text, so that Mosaic puts it together with no other question. */
  async #ask(create: SelectQuery, plan: Plan): Promise<Cube | null> {
    const asked = this.asking.query(String(create.clone().limit(MOST + 1)), { cache: false, ahead: true });
    const { columns, numRows } = toDataColumns(await asked) as { columns: Columns; numRows: number };
    return numRows > MOST ? null : known(() => new Cube(plan, columns, numRows));
  }
}
