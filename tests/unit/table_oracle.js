// Conditions, orders and texts of a table's values as functions from JSON to JSON.
import { condition } from "./src/plot/table/condition";
import { comparer } from "./src/plot/table/order";
import { writerOf } from "./src/plot/table/write";

const read = (json) =>
  JSON.parse(json, (_, v) => (v === "NaN!" ? NaN : v === "inf!" ? Infinity : v));

/** SQL of a condition, and the numbers of the values that meet it here. */
globalThis.conditionOracle = (json) => {
  const { kind, text, values } = read(json);
  const found = condition({ name: "c0", kind }, text);
  const rows = values.flatMap((value, i) =>
    found?.holds(value) ? [i] : [],
  );
  return JSON.stringify(found && { sql: found.sql, rows });
};

globalThis.orderOracle = (json) => {
  const { kind, descending, values } = read(json);
  const compare = comparer(kind, descending);
  const order = values.map((_, i) => i);
  return JSON.stringify(
    order.sort((a, b) => compare(values[a], values[b]) || a - b),
  );
};

globalThis.writtenOracle = (json) => {
  const { kind, format, values } = read(json);
  return JSON.stringify(
    values.map(writerOf(kind, format ?? undefined, values)),
  );
};
