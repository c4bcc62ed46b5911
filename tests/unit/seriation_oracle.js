// Seriation as functions from JSON to JSON; null for no value.
import { distancesOf, robinsonLoss } from "./src/shared/analysis/distances";
import { LeafOrder, treeOf } from "./src/shared/analysis/tree";
import { seriated } from "./src/shared/analysis/seriation";

const tableOf = ({ values, rows, columns }) => ({
  rows,
  columns,
  values: Float64Array.from(values, (v) => v ?? NaN),
});

globalThis.seriationOracle = (json) => {
  const { table, given } = JSON.parse(json);
  return JSON.stringify(seriated(tableOf(table), given));
};

globalThis.distancesOracle = (json) =>
  JSON.stringify([...distancesOf(tableOf(JSON.parse(json))).of]);

globalThis.lossOracle = (json) => {
  const { table, order } = JSON.parse(json);
  return JSON.stringify(robinsonLoss(distancesOf(tableOf(table)), order));
};

globalThis.leavesOracle = (json) => {
  const distances = distancesOf(tableOf(JSON.parse(json)));
  return JSON.stringify(new LeafOrder(treeOf(distances), distances).order);
};
