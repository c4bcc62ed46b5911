// Comparisons and orders of a plane as functions from JSON to JSON; null for no value.
import {
  byNumber,
  numbersOfSamples,
  similarModels,
  similarSamples,
} from "./src/shared/analysis/orders";
import { flipsOf } from "./src/shared/analysis/items";
import { toldEpochs } from "./src/shared/analysis/told";
import { kindOf } from "./src/shared/difficulty";
import { groupTable } from "./src/shared/analysis/group";
import { versus, versusText } from "./src/shared/analysis/compare";
import { additiveMeans } from "./src/shared/statistics/additive";
import { planeCells } from "./src/shared/statistics/cells";

const written = (value) =>
  JSON.stringify(value, (_, v) => (ArrayBuffer.isView(v) ? [...v] : v));

const planeOf = ({ values, rows, columns }) => ({
  nx: columns,
  ny: rows,
  epochs: null,
  values: Float64Array.from(values, (v) => v ?? NaN),
});

globalThis.versusOracle = (json) => {
  const { table, first, second, threshold, exact, share } = JSON.parse(json);
  const found = versus(planeOf(table), first, second, threshold, exact);
  return written({ ...found, text: versusText(found, "A", "B", share) });
};

globalThis.ordersOracle = (json) => {
  const { table, by, row } = JSON.parse(json);
  const plane = planeOf(table);
  const [models, samples] = additiveMeans(
    planeCells(plane.values, plane.nx, plane.ny),
  );
  if (by === "similarity")
    return written(
      row === "models" ? similarModels(plane) : similarSamples(plane),
    );
  return written(
    byNumber(numbersOfSamples(plane, { models, samples }, null, by, row)),
  );
};

/** Flips by what a payload tells: samples on x; null where it does not tell. */
globalThis.toldOracle = (json) => {
  const { values, scored, standing, columns } = JSON.parse(json);
  const facts = {
    values: Float64Array.from(values, (v) => v ?? NaN),
    scored: scored && Uint8Array.from(scored),
    standing,
  };
  const told = toldEpochs(facts);
  if (typeof told === "string") return written(told);
  const plane = {
    values: facts.values,
    epochs: told,
    nx: columns,
    ny: values.length / columns,
  };
  return written(flipsOf(plane, standing.threshold));
};

globalThis.groupsOracle = (json) => {
  const { table, parts, scored } = JSON.parse(json);
  return written(groupTable(
      planeOf(table),
      parts,
      kindOf(planeOf(table).values, scored ?? undefined),
    ),
  );
};
