/** The question of a cell mark and its answer: two axis tables and packed columns of cells. */
import type { CellNotes } from "../../shared/sidecar";
import { channelExpression, expression, isAggregate, quoted, rowValue } from "./expression";
import type { CellWish } from "./wish";

export interface Question {
  table: string;
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

/** Not a name that a table would have. */
const ROW = '"inspect-viz: row"';

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
    x: expression(encodings.x),
    y: expression(encodings.y),
    fill,
    aggregate,
    value: wish.notes.value ?? (aggregate ? rowValue(encodings.fill) : fill),
    channels: wish.channels.map(([, entry]) => channelExpression(entry)),
    notes: wish.notes,
  };
}

const numbered = (table: string, inner: string): string =>
  `(SELECT ${inner}, row_number() OVER () AS ${ROW} FROM ${quoted(table)})`;

/** One row a band: its value, its text, in order of first appearance. */
export function axisQuery(q: Question, axis: "x" | "y"): string {
  const distinct = `SELECT v, min(${ROW}) AS r FROM ${numbered(q.table, `${q[axis]} AS v`)} GROUP BY v`;
  return `SELECT v AS value, CAST(v AS VARCHAR) AS label FROM (${distinct}) ORDER BY r`;
}

const coded = (q: Question, axis: "x" | "y"): string =>
  `(SELECT v, CAST(row_number() OVER (ORDER BY min(${ROW})) - 1 AS INTEGER) AS i ` +
  `FROM ${numbered(q.table, `${q[axis]} AS v`)} GROUP BY v)`;

/** Rows with `x` and `y`, and the numbers of their bands, in the order of `r`. */
const placed = (q: Question, rows: string, kept: string): string =>
  `SELECT a.i AS xi, b.i AS yi, ${kept} FROM (${rows}) c JOIN ${coded(q, "x")} a ON c.x IS NOT DISTINCT FROM a.v ` +
  `JOIN ${coded(q, "y")} b ON c.y IS NOT DISTINCT FROM b.v ORDER BY c.r`;

const given = (name: string): string => `(${quoted(name)} IS NOT NULL AND CAST(${quoted(name)} AS VARCHAR) <> '')`;

const happened = (condition: string | undefined): string =>
  condition === undefined ? "false" : `coalesce(${condition}, false)`;

const finite = (value: string): string => `isfinite(TRY_CAST(${value} AS DOUBLE))`;

/** What tells the state of a row; the first that holds counts. */
function conditions(q: Question, value: string): Record<"scored" | "errors" | "limits" | "unscored", string> {
  const error = happened(q.notes.error);
  const limit = happened(q.notes.limit);
  const scored = `coalesce(${finite(value)}, false)`;
  return {
    scored,
    errors: error,
    limits: `(${limit} AND NOT ${error})`,
    unscored: `NOT (${scored} OR ${error} OR ${limit})`,
  };
}

const counts = (q: Question): string[] => [
  "CAST(count(*) AS INTEGER) AS n",
  ...Object.entries(conditions(q, q.value)).map(
    ([name, holds]) => `CAST(count(*) FILTER (WHERE ${holds}) AS INTEGER) AS ${name}`,
  ),
];

const single = (q: Question): string[] => [
  "1 AS n",
  ...Object.entries(conditions(q, q.fill)).map(([name, holds]) => `CAST(${holds} AS INTEGER) AS ${name}`),
];

const channelColumns = (q: Question): string[] =>
  q.channels.map((c, k) =>
    q.aggregate ? `CAST(arg_min(${c}, ${ROW}) AS VARCHAR) AS c${k}` : `CAST(${c} AS VARCHAR) AS c${k}`,
  );

/** One row a cell, with the numbers of its bands, in order of first appearance. */
export function cellQuery(q: Question): string {
  const columns = [
    `${q.x} AS x`,
    `${q.y} AS y`,
    `coalesce(CAST(${q.fill} AS DOUBLE), 'nan'::DOUBLE) AS v`,
    ...(q.aggregate ? counts(q) : single(q)),
    ...channelColumns(q),
    q.aggregate ? `min(${ROW}) AS r` : `${ROW} AS r`,
  ];
  const from = numbered(q.table, "*");
  const cells = `SELECT ${columns.join(", ")} FROM ${from}${q.aggregate ? ` GROUP BY ${q.x}, ${q.y}` : ""}`;
  const kept = ["v", "n", "scored", "errors", "limits", "unscored", ...q.channels.map((_, k) => `c${k}`)].map(
    (name) => `c.${name}`,
  );
  return placed(q, cells, kept.join(", "));
}

/** One row for every row that can be opened. */
export function linkQuery(q: Question): string | null {
  const { link, epoch } = q.notes;
  if (link === undefined) return null;
  const columns = [
    `${q.x} AS x`,
    `${q.y} AS y`,
    `CAST(${quoted(link)} AS VARCHAR) AS href`,
    `${epoch === undefined ? "NULL" : `CAST(${quoted(epoch)} AS VARCHAR)`} AS epoch`,
    `${ROW} AS r`,
  ];
  const rows = `SELECT ${columns.join(", ")} FROM ${numbered(q.table, "*")} WHERE ${given(link)}`;
  return placed(q, rows, "c.href, c.epoch");
}
