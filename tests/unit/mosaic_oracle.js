// Mosaic's own reading of a spec: its round trip, the params it sees, and the queries of its marks.
import { color } from "d3";
import { Param } from "@uwdata/mosaic-core";
import { parseSpec } from "@uwdata/mosaic-spec";
import { isAggregateExpression, verbatim } from "@uwdata/mosaic-sql";
import { INPUTS } from "./src/plot/inputs/names";
import { createAPIContext } from "@uwdata/vgplot";
import { withExclusions } from "./src/plot/frames.ts";

function marksOf(ast) {
  const api = createAPIContext({ coordinator: {} });
  const activeParams = new Map(
    Object.entries(ast.params).map(([name, p]) => [name, Param.value(p.value)]),
  );
  const context = { api, activeParams, plotDefaults: [] };
  const marks = [];
  const plot = { addMark: (mark) => marks.push(mark), addParams() {} };
  for (const child of ast.root.children) child.instantiate(context)(plot);
  return marks;
}

function channel({ channel, field, as, value }) {
  return {
    channel,
    as: as ?? null,
    value: value ?? null,
    field: field ? `${field}` : null,
  };
}

globalThis.oracle = {
  color: (text) => color(text) !== null,
  parse(spec) {
    const ast = parseSpec(spec, { inputs: INPUTS });
    return { json: ast.toJSON(), params: Object.keys(ast.params) };
  },
  isAggregate: (text) => isAggregateExpression(verbatim(text)) !== 0,
  marks(spec) {
    return marksOf(parseSpec(withExclusions(spec))).map((mark) => ({
      sql: mark.hasOwnData() ? null : `${mark.query([])}`,
      channels: mark.channels.map(channel),
    }));
  },
};
