/** Columns and expressions of a mark as SQL. */
import { column, isAggregateExpression, isNode } from "@uwdata/mosaic-sql";

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** SQL of an encoding: a column name or a node of Mosaic's. */
export const expression = (entry: unknown): string =>
  typeof entry === "string" ? String(column(entry)) : isNode(entry) ? String(entry) : channelExpression(entry);

/** A channel given as JSON: a column name, {column} or {sql}. */
export function channelExpression(entry: unknown): string {
  if (typeof entry === "string") return quoted(entry);
  const { column: name, sql } = (entry ?? {}) as { column?: string; sql?: string };
  if (typeof name === "string") return quoted(name);
  if (typeof sql === "string") return `(${sql})`;
  throw new Error(`cell: a channel must be a column or an expression, not ${JSON.stringify(entry)}`);
}

/** Expression inside an aggregate such as avg(expression); `1` for count(*). */
export function rowValue(fill: unknown): string {
  const args = (fill as { args?: unknown[] })?.args;
  return args?.length ? String(args[0]) : "1";
}

export const isAggregate = (fill: unknown): boolean => isNode(fill) && Boolean(isAggregateExpression(fill as never));

/** Text that is the same for the same expression. */
export function canonical(entry: unknown): string {
  if (typeof entry === "string") return quoted(entry);
  const { column: name, sql } = (entry ?? {}) as { column?: string; sql?: string };
  return typeof name === "string" ? quoted(name) : (sql ?? JSON.stringify(entry));
}
