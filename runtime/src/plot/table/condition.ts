/** What a reader writes into the filter of a column: in SQL for many rows, and for rows at hand the same in here. */
import type { TableColumn } from "./column";
import type { ValueKind } from "./kinds";
import { compareExact, comparePoints } from "./order";

type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** Conditions on one column; null: what was written is none. */
export interface Condition {
  sql: string;
  holds(value: unknown): boolean;
}

const NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?";
const COMPARED = new RegExp(`^(=|!=|<=|<|>=|>)?\\s*(${NUMBER})$`, "i");
const BETWEEN = new RegExp(`^(${NUMBER})\\s*(?:\\.\\.|to)\\s*(${NUMBER})$`, "i");
const TIMES = /^(=|!=|<=|<|>=|>)\s*(\d[\d: .-]*)$/;
const TIMES_BETWEEN = /^(\d[\d:-]*(?: [\d:.]+)?)\s*(?:\.\.|to)\s*(\d[\d: .-]*)$/;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const HOLDS: Record<Operator, (order: number) => boolean> = {
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

const both = (one: Condition, other: Condition): Condition => ({
  sql: `${one.sql} AND ${other.sql}`,
  holds: (value) => one.holds(value) && other.holds(value),
});

function compared({ name, kind }: Pick<TableColumn, "name" | "kind">, operator: Operator, text: string): Condition {
  if (kind === "exact")
    return {
      sql: `"${name}" ${operator} ${text}`,
      holds: (value) => HOLDS[operator](compareExact(String(value), text)),
    };
  const wanted = Number(text);
  const order = (value: number): number => (Number.isNaN(value) || value > wanted ? 1 : value < wanted ? -1 : 0);
  return {
    sql: `CAST("${name}" AS DOUBLE) ${operator} CAST(${quoted(text)} AS DOUBLE)`,
    holds: (value) => HOLDS[operator](order(value as number)),
  };
}

function numeric(column: Pick<TableColumn, "name" | "kind">, text: string): Condition | null {
  const between = BETWEEN.exec(text);
  if (between) return both(compared(column, ">=", between[1]), compared(column, "<=", between[2]));
  const found = COMPARED.exec(text);
  if (!found || (column.kind === "exact" && /e/i.test(found[2]))) return null;
  return compared(column, (found[1] ?? "=") as Operator, found[2]);
}

/** Times by their texts: what begins with the one that is named is equal to it. */
function timed(name: string, operator: Operator, text: string): Condition {
  const order = (value: string): number => (value.startsWith(text) ? 0 : comparePoints(value, text));
  const written = `CAST("${name}" AS VARCHAR)`;
  const begins = `starts_with(${written}, ${quoted(text)})`;
  const strict = operator[0] === "<" ? `${written} < ${quoted(text)}` : `${written} > ${quoted(text)}`;
  const sql = {
    "=": begins,
    "!=": `NOT ${begins}`,
    "<": `${strict} AND NOT ${begins}`,
    ">": `${strict} AND NOT ${begins}`,
    "<=": `(${strict} OR ${begins})`,
    ">=": `(${strict} OR ${begins})`,
  }[operator];
  return { sql, holds: (value) => HOLDS[operator](order(String(value))) };
}

function textual(name: string, text: string): Condition {
  const exact = /^(!?=)\s*(.*)$/s.exec(text);
  const written = `CAST("${name}" AS VARCHAR)`;
  if (exact) {
    const isEqual = exact[1] === "=";
    return {
      sql: `${written} ${exact[1]} ${quoted(exact[2])}`,
      holds: (value) => (String(value) === exact[2]) === isEqual,
    };
  }
  const wanted = text.toLowerCase();
  return {
    sql: `contains(lower(${written}), ${quoted(wanted)})`,
    holds: (value) => String(value).toLowerCase().includes(wanted),
  };
}

function conditionOn(column: Pick<TableColumn, "name" | "kind">, text: string): Condition | null {
  if (column.kind === "number" || column.kind === "exact") return numeric(column, text);
  if (column.kind !== "time") return textual(column.name, text);
  const between = TIMES_BETWEEN.exec(text);
  if (between) return both(timed(column.name, ">=", between[1]), timed(column.name, "<=", between[2].trim()));
  const found = TIMES.exec(text);
  return found ? timed(column.name, found[1] as Operator, found[2].trim()) : textual(column.name, text);
}

/** The condition that a text is; null where it is none. Values that are absent meet none. */
export function condition(column: Pick<TableColumn, "name" | "kind">, text: string): Condition | null {
  const found = conditionOn(column, text.trim());
  return found && { ...found, holds: (value) => value !== null && value !== undefined && found.holds(value) };
}

const EXAMPLES: Record<ValueKind, string> = {
  number: ">0.5",
  exact: ">10",
  time: ">2024",
  flag: "true",
  text: "contains",
};

/** What can be written, in a word. */
export const example = (kind: ValueKind): string => EXAMPLES[kind];

/** What has to be written where a text says nothing. */
export const HINT = "a number such as 3, >0.5, or 1..5";
