// What Mosaic prepares for a brush and asks of it, and what the page calculates of the same rows.
import "./src/static/shims.ts";
import { clauseInterval, clauseIntervals, clausePoints, Coordinator, Selection } from "@uwdata/mosaic-core";
import * as sql from "@uwdata/mosaic-sql";
import { Cube } from "./src/live/sums/cube.ts";
import { known } from "./src/live/sums/expression.ts";
import { conditionOf, planFor } from "./src/live/sums/source.ts";

const read = (value) => {
  if (!value || typeof value !== "object") return value;
  return "date" in value ? new Date(value.date) : "number" in value ? Number(value.number) : value;
};
const told = (value) =>
  value instanceof Date
    ? { date: +value }
    : typeof value === "number" && !Number.isFinite(value)
      ? { number: `${value}` }
      : (value ?? null);

const scaleOf = ({ domain, ...scale }) => ({ ...scale, domain: domain.map(read) });

function clauseOf({ fields, value, scales, bin }, source) {
  if (!scales)
    return clausePoints(
      fields,
      value.map((row) => row.map(read)),
      { source },
    );
  const ends = value.map((interval) => interval.map(read));
  if (fields.length > 1) return clauseIntervals(fields, ends, { source, scales: scales.map(scaleOf), bin });
  return clauseInterval(fields[0], ends[0], { source, scale: scaleOf(scales[0]), bin });
}

const aggregateOf = ([name, ...args]) =>
  args.length && Array.isArray(args[0]) ? sql[name](aggregateOf(args[0]), args[1]) : sql[name](...args);

function queryOf({ outputs, groupby, orderby }, filter) {
  const select = Object.fromEntries(Object.entries(outputs).map(([alias, made]) => [alias, aggregateOf(made)]));
  const keys = Object.fromEntries(groupby.map((name) => [name, name]));
  const order = orderby.map(([name, desc, first]) => (desc ? sql.desc(name, first) : sql.asc(name, first)));
  return sql.Query.from("t")
    .select({ ...keys, ...select })
    .where(filter)
    .groupby(groupby)
    .orderby(order);
}

let info, plan, clause;

globalThis.prepare = (json) => {
  const wanted = JSON.parse(json);
  const coordinator = new Coordinator({ query: async () => null }, { logger: null });
  let statement = null;
  coordinator.exec = (given) => ((statement = given), new Promise(() => undefined));
  const client = { filterStable: true, query: (filter = []) => queryOf(wanted, filter) };
  clause = clauseOf(wanted.clause, {});
  info = coordinator.preaggregator.request(client, Selection.intersect(), clause);
  if (!info) return "null";
  plan = planFor(info, clause);
  const texts = { statements: statement.map(String), create: `${info.create}`, ask: `${info.query(clause)}` };
  return JSON.stringify({ ...texts, isPlanned: plan !== null });
};

globalThis.answer = (json) => {
  const { columns, rows } = JSON.parse(json);
  for (const name of Object.keys(columns)) columns[name] = columns[name].map(read);
  const found = known(() => new Cube(plan, columns, rows).answer(conditionOf(info, clause)));
  if (!found) return JSON.stringify("beyond");
  const answered = found.schema.fields.map(({ name }) => found.getChild(name).toArray());
  const row = (_, at) => answered.map((values) => told(values[at]));
  return JSON.stringify(Array.from({ length: found.numRows }, row));
};
