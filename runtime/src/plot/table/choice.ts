/** Rows that are chosen, and the condition that they are. */
import type { SelectionClause } from "@uwdata/mosaic-core";
import { and, cast, isNotDistinct, literal, or, verbatim, type ExprNode } from "@uwdata/mosaic-sql";
import type { TableColumn } from "./column";

export type SelectMode = "single_row" | "multiple_row" | "hover" | "none";

/** A row by the values that tell it apart. */
type Known = readonly unknown[];

const isPlainText = (type: string): boolean => type === "VARCHAR";

/** The value of a column in SQL, without loss. */
function equal({ expression, kind, type }: TableColumn, value: unknown): ExprNode {
  if (value === null || kind === "number" || kind === "flag") return isNotDistinct(expression, literal(value));
  if (kind === "exact") return isNotDistinct(expression, verbatim(String(value)));
  if (kind === "time") return isNotDistinct(expression, cast(literal(value), type as never));
  return isNotDistinct(isPlainText(type) ? expression : cast(expression, "VARCHAR" as never), literal(value));
}

export class Choice {
  private readonly rows = new Map<string, Known>();

  constructor(
    readonly mode: SelectMode,
    private readonly columns: readonly TableColumn[],
  ) {}

  /** Numbers of the columns that tell rows apart. */
  get keys(): number[] {
    return this.columns.flatMap((column, i) => (column.isAggregate ? [] : [i]));
  }

  get size(): number {
    return this.rows.size;
  }

  has(row: Known): boolean {
    return this.rows.has(JSON.stringify(row));
  }

  /** The rows that are chosen; undefined for none. */
  get value(): readonly Known[] | undefined {
    return this.rows.size ? [...this.rows.values()] : undefined;
  }

  set(rows: readonly Known[] | undefined): void {
    this.rows.clear();
    for (const row of rows ?? []) this.rows.set(JSON.stringify(row), row);
  }

  clear(): void {
    this.rows.clear();
  }

  /** Chooses a row, or no longer; alone, or beside others. */
  toggle(row: Known): void {
    const key = JSON.stringify(row);
    const isChosen = this.rows.has(key);
    if (this.mode !== "multiple_row") this.rows.clear();
    if (isChosen) this.rows.delete(key);
    else this.rows.set(key, row);
  }

  /** The condition; without one where nothing is chosen. */
  clause(source: object): SelectionClause {
    const columns = this.keys.map((i) => this.columns[i]);
    const rows = [...this.rows.values()];
    const conditions = rows.map((row) => and(...columns.map((column, i) => equal(column, row[i]))));
    const predicate = conditions.length === 0 ? null : conditions.length === 1 ? conditions[0] : or(...conditions);
    const value = rows.length ? rows : null;
    return { source, clients: new Set([source]), value, predicate, meta: { type: "point" } } as never;
  }
}
