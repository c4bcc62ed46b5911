/** The question of a cell mark and its answer: two axis tables and packed columns of cells. */
import { OK, STATE_NAMES, UNSCORED } from "../../shared/payload";
import type { CellNotes } from "../../shared/sidecar";
import { channelExpression, expression, isAggregate, quoted, rowValue } from "./expression";
import type { CellWish } from "./wish";

export interface Question {
  table: string;
  /** Condition on the rows; "" for all of them. */
  where: string;
  x: string;
  y: string;
  fill: string;
  aggregate: boolean;
  /** Value of one row, of which `fill` is the aggregate. */
  value: string;
  /** SQL of the extra channels. */
  channels: string[];
  notes: CellNotes;
}

/** Not names that a table would have. */
export const ROW = '"inspect-viz: row"';
export const BANDS = { x: '"inspect-viz: x"', y: '"inspect-viz: y"' } as const;
export const happening = (name: string): string => `"inspect-viz: ${name}"`;

/** The question of a mark with these encodings over a table. */
export function questionOf(
  table: string,
  encodings: { x: unknown; y: unknown; fill: unknown },
  wish: CellWish,
): Question {
  const aggregate = isAggregate(encodings.fill);
  const fill = expression(encodings.fill);
  return {
    table,
    where: "",
    x: expression(encodings.x),
    y: expression(encodings.y),
    fill,
    aggregate,
    value: wish.notes.value ?? (aggregate ? rowValue(encodings.fill) : fill),
    channels: wish.channels.map(([, entry]) => channelExpression(entry)),
    notes: wish.notes,
  };
}

/** The condition of a selection as SQL; "" for none. */
export const whereOf = (predicate: unknown): string =>
  [predicate ?? []]
    .flat(Infinity)
    .map((part) => `(${String(part)})`)
    .join(" AND ");

/** The rows that are asked about. */
export const sourceOf = ({ table, where }: Pick<Question, "table" | "where">): string =>
  where ? `(SELECT * FROM ${quoted(table)} WHERE ${where})` : quoted(table);

export const numbered = (q: Pick<Question, "table" | "where">, inner: string): string =>
  `(SELECT ${inner}, row_number() OVER () AS ${ROW} FROM ${sourceOf(q)})`;

/** One row a band: its value, its text, its number of rows, in order of first appearance. */
export function axisQuery(q: Question, axis: "x" | "y"): string {
  const distinct = `SELECT v, min(${ROW}) AS r, count(*) AS n FROM ${numbered(q, `${q[axis]} AS v`)} GROUP BY v`;
  return `SELECT v AS value, CAST(v AS VARCHAR) AS label, CAST(n AS DOUBLE) AS n FROM (${distinct}) ORDER BY r`;
}

/** The narrowest type of whole numbers up to `most`. */
const narrowest = (most: number): string => (most < 2 ** 8 ? "UTINYINT" : most < 2 ** 16 ? "USMALLINT" : "UINTEGER");

/** What bounds the numbers of an answer: bands of each axis, and rows of a cell. */
export interface Bounds {
  x: number;
  y: number;
  rows: number;
  /** Whether no more rows are there than cells, and most cells may have one: each may be the only one of its cell. */
  areSingle: boolean;
}

/** The question for rows instead of cells, which takes half the time; null where it cannot be the same. What has one
 * row in each cell is its own mean. */
export const rowsOf = (q: Question, { areSingle }: Bounds): Question | null =>
  areSingle && q.fill === `avg(${q.value})` ? { ...q, aggregate: false, fill: q.value } : null;

const coded = (q: Question, axis: "x" | "y"): string =>
  `(SELECT v, CAST(row_number() OVER (ORDER BY min(${ROW})) - 1 AS INTEGER) AS i ` +
  `FROM ${numbered(q, `${q[axis]} AS v`)} GROUP BY v)`;

export const given = (name: string): string =>
  `(${quoted(name)} IS NOT NULL AND CAST(${quoted(name)} AS VARCHAR) <> '')`;

const happened = (condition: string | undefined): string => `coalesce(${condition}, false)`;

const finite = (value: string): string => `isfinite(TRY_CAST(${value} AS DOUBLE))`;

/** Columns of the states of rows, the gravest first, with the note that says where a row has it. */
export const STATES = [
  ["errors", "error"],
  ["limits", "limit"],
  ["failed", "failed"],
  ["invalidated", "invalidated"],
  ["refused", "refused"],
  ["empty", "empty"],
  ["unparsable", "unparsable"],
  ["infinite", "infinite"],
] as const;

/** The number of the gravest state of a row. */
export function stateOf({ notes }: Question): string {
  const cases = STATES.filter(([, note]) => notes[note] !== undefined).map(
    ([name, note]) => `WHEN ${happening(name)} THEN ${STATE_NAMES.indexOf(note)}`,
  );
  return `CAST(CASE ${cases.join(" ")} WHEN ${happening("scored")} THEN ${OK} ELSE ${UNSCORED} END AS UTINYINT)`;
}

/** A row is in the gravest of its states; without any, and without a score, it is unscored. Without a condition for any
 * state each row without a score is that. */
function conditions(q: Question): [string, string][] {
  const scored = `coalesce(${finite(q.aggregate ? q.value : q.fill)}, false)`;
  const all: [string, string][] = [["scored", scored]];
  const graver: string[] = [];
  for (const [name, note] of STATES) {
    if (q.notes[note] === undefined) continue;
    const holds = happened(q.notes[note]);
    all.push([name, graver.length ? `(${holds} AND NOT (${graver.join(" OR ")}))` : holds]);
    graver.push(holds);
  }
  if (graver.length || q.notes.combined) all.push(["unscored", `NOT (${[scored, ...graver].join(" OR ")})`]);
  return all;
}

/** Counts of the rows of a cell; or what is true of the row that a cell is, as a number. */
function counts(q: Question, { rows }: Bounds): [string, string][] {
  const names = conditions(q).map(([name]) => name);
  if (!q.aggregate) return names.map((name) => [name, `CAST(${happening(name)} AS UTINYINT)`]);
  const count = (which: string): string => `CAST(count(*)${which} AS ${narrowest(rows)})`;
  const all = names.map((name): [string, string] => [name, count(` FILTER (WHERE ${happening(name)})`)]);
  return [["n", count("")], ...(q.notes.combined ? combined(q, all) : all)];
}

/** A cell has one score, or none, of all its rows: where these are too few for one, they are unscored. */
function combined(q: Question, counts: [string, string][]): [string, string][] {
  const own: Record<string, (count: string) => string> = {
    scored: () => `CAST(${q.fill} IS NOT NULL AS UTINYINT)`,
    unscored: (count) => `${count} + CAST(${q.fill} IS NULL AND count(${q.value}) > 0 AS UTINYINT)`,
  };
  return counts.map(([name, count]) => [name, own[name]?.(count) ?? count]);
}

const channelColumns = (q: Question): [string, string][] =>
  q.channels.map((c, k) => [`c${k}`, `CAST(${q.aggregate ? `arg_min(${c}, ${ROW})` : c} AS VARCHAR)`]);

/** The table's rows with the numbers of their bands and what tells their states, which costs more within counts. */
export function placed(q: Question): string {
  const states = conditions(q).map(([name, holds]) => `, ${holds} AS ${happening(name)}`);
  const rows = numbered(q, `*, ${q.x} AS ${BANDS.x}, ${q.y} AS ${BANDS.y}${states.join("")}`);
  const join = (axis: "x" | "y"): string =>
    `JOIN ${coded(q, axis)} ${axis} ON c.${BANDS[axis]} IS NOT DISTINCT FROM ${axis}.v`;
  return `(SELECT c.* REPLACE (x.i AS ${BANDS.x}, y.i AS ${BANDS.y}) FROM ${rows} c ${join("x")} ${join("y")})`;
}

/** One row a cell, with the numbers of its bands, in order of first appearance. Numbers are as narrow as `bounds` let
 * them be, since there are millions of them. */
export function cellQuery(q: Question, bounds: Bounds): string {
  const columns: [string, string][] = [
    ["xi", `CAST(${BANDS.x} AS ${narrowest(bounds.x)})`],
    ["yi", `CAST(${BANDS.y} AS ${narrowest(bounds.y)})`],
    ["v", `coalesce(CAST(${q.fill} AS DOUBLE), 'nan'::DOUBLE)`],
    ...counts(q, bounds),
    ...channelColumns(q),
  ];
  const group = q.aggregate ? ` GROUP BY ${BANDS.x}, ${BANDS.y}` : "";
  const answered = columns.map(([name, sql]) => `${sql} AS ${name}`).join(", ");
  return `SELECT ${answered} FROM ${placed(q)}${group} ORDER BY ${q.aggregate ? `min(${ROW})` : ROW}`;
}

/** One row for each cell with several scores: the least and the greatest of them. */
export function extentQuery(q: Question, bounds: Bounds): string {
  const bands = `${BANDS.x}, ${BANDS.y}`;
  const code = (axis: "x" | "y"): string => `CAST(${BANDS[axis]} AS ${narrowest(bounds[axis])}) AS ${axis}i`;
  return (
    `SELECT ${code("x")}, ${code("y")}, CAST(min(${q.value}) AS DOUBLE) AS low, ` +
    `CAST(max(${q.value}) AS DOUBLE) AS high ` +
    `FROM ${placed(q)} GROUP BY ${bands} HAVING count(${q.value}) > 1 ORDER BY ${bands}`
  );
}

/** One row for every row that can be opened. */
export function linkQuery(q: Question): string | null {
  const { link, epoch } = q.notes;
  if (link === undefined) return null;
  const columns = [
    `${BANDS.x} AS xi`,
    `${BANDS.y} AS yi`,
    `CAST(${quoted(link)} AS VARCHAR) AS href`,
    `${epoch === undefined ? "NULL" : `CAST(${quoted(epoch)} AS VARCHAR)`} AS epoch`,
  ];
  return `SELECT ${columns.join(", ")} FROM ${placed(q)} WHERE ${given(link)} ORDER BY ${ROW}`;
}
