/** The questions of a table: types, how many rows, and the rows of a window. */
import { Query, sql, type FilterExpr } from "@uwdata/mosaic-sql";
import type { TableColumn } from "./column";
import type { Condition } from "./condition";

export interface Sort {
  /** Number of the column. */
  column: number;
  isDescending: boolean;
}

/** Which rows, in which order. */
export interface Wanted {
  filter: FilterExpr | undefined;
  conditions: readonly Condition[];
  sorts: readonly Sort[];
}

/** Rows that are held at once, at most, and their size in bytes. */
export const MOST_HELD = { rows: 10_000, bytes: 256_000 };

/** The place of a row in the data: rows that are equal in what they are sorted by stay in this order. */
const PLACE = "row";

const quoted = (name: string): string => `"${name}"`;

/** Values that JavaScript cannot hold as they are come as text. */
const written = ({ name, kind }: TableColumn): string => {
  if (kind === "number") return `CAST(${quoted(name)} AS DOUBLE) AS ${quoted(name)}`;
  return kind === "flag" ? quoted(name) : `CAST(${quoted(name)} AS VARCHAR) AS ${quoted(name)}`;
};

/** The rows below a window, whose values are not those texts yet. */
const ROWS = "rows";

const sortedBy = ({ name, kind }: TableColumn): string => {
  const value = `${quoted(ROWS)}.${quoted(name)}`;
  return kind === "text" ? `CAST(${value} AS VARCHAR)` : value;
};

export class Question {
  constructor(
    private readonly from: string,
    private readonly columns: readonly TableColumn[],
  ) {}

  /** Whether rows are groups of rows. */
  get isGrouped(): boolean {
    return this.columns.some((column) => column.isAggregate);
  }

  private get keys(): readonly TableColumn[] {
    return this.columns.filter((column) => !column.isAggregate);
  }

  /** All rows, with the columns by their names here. */
  private rows(filter: Wanted["filter"], hasPlaces = false): string {
    const select = Object.fromEntries(this.columns.map(({ name, expression }) => [name, expression]));
    const places = hasPlaces ? [{ [PLACE]: sql`row_number() OVER ()` }] : [];
    const query = Query.from(this.from).select(select, ...places);
    const grouped = this.columns.flatMap((column, i) => (column.isAggregate ? [] : [i + 1]));
    const by = this.isGrouped && grouped.length ? ` GROUP BY ${grouped.join(", ")}` : "";
    return `${String(filter === undefined ? query : query.where(filter))}${by}`;
  }

  private where(conditions: readonly Condition[]): string {
    return conditions.length ? ` WHERE ${conditions.map((condition) => `(${condition.sql})`).join(" AND ")}` : "";
  }

  private sorted(sorts: readonly Sort[]): string[] {
    return sorts.map(
      ({ column, isDescending }) => `${sortedBy(this.columns[column])} ${isDescending ? "DESC" : "ASC"} NULLS LAST`,
    );
  }

  types(): string {
    return `DESCRIBE ${this.rows(undefined)}`;
  }

  /** How many rows there are, with and without conditions, and the bytes of all of them where they are few. */
  count({ filter, conditions }: Wanted): string {
    const texts = this.columns.filter(({ kind }) => kind !== "number" && kind !== "flag");
    const sizes = texts.map(({ name }) => `coalesce(strlen(CAST(${quoted(name)} AS VARCHAR)), 0)`);
    const all = `FROM (${this.rows(filter)})`;
    const size = [...sizes, 8 * (this.columns.length - texts.length)].join(" + ");
    return (
      `SELECT (SELECT count(*) ${all}${this.where(conditions)})::DOUBLE AS "rows", ` +
      `(SELECT count(*) ${all})::DOUBLE AS "all", (SELECT coalesce(sum("size"), 0) ` +
      `FROM (SELECT ${size} AS "size" ${all} LIMIT ${MOST_HELD.rows + 1}))::DOUBLE AS "bytes"`
    );
  }

  /** The rows from `offset` on. */
  window({ filter, conditions, sorts }: Wanted, limit: number, offset: number): string {
    const hasPlaces = sorts.length > 0 && !this.isGrouped;
    const ties = hasPlaces ? [quoted(PLACE)] : this.isGrouped ? this.keys.map(sortedBy) : [];
    const order = [...this.sorted(sorts), ...ties].join(", ");
    return (
      `SELECT ${this.columns.map(written).join(", ")} FROM (${this.rows(filter, hasPlaces)}) AS ${quoted(ROWS)}` +
      `${this.where(conditions)}${order ? ` ORDER BY ${order}` : ""} LIMIT ${limit}${offset ? ` OFFSET ${offset}` : ""}`
    );
  }

  /** The places of all rows, in their order. */
  places({ filter, conditions, sorts }: Wanted): string {
    const found = `FROM (${this.rows(filter, true)}) AS ${quoted(ROWS)}${this.where(conditions)}`;
    const order = [...this.sorted(sorts), quoted(PLACE)].join(", ");
    return `SELECT CAST("${PLACE}" AS INTEGER) AS "${PLACE}" ${found} ORDER BY ${order}`;
  }

  /** The rows at some places, in any order, with their places. */
  rowsAt({ filter }: Wanted, places: readonly number[]): string {
    const place = `CAST("${PLACE}" AS INTEGER) AS "${PLACE}"`;
    const select = [...this.columns.map(written), place].join(", ");
    return `SELECT ${select} FROM (${this.rows(filter, true)}) WHERE "${PLACE}" IN (${places.join(", ")})`;
  }
}
