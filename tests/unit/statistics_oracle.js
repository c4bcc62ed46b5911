// Our statistics as functions from JSON to JSON; NaN and infinity as texts.
import "./src/static/globals";
import { incompleteBeta, betaQuantile } from "./src/shared/statistics/beta";
import {
  studentTails,
  studentQuantile,
} from "./src/shared/statistics/student";
import {
  binomialTail,
  evenOdds,
  exactLimits,
} from "./src/shared/statistics/binomial";
import { wilson } from "./src/shared/statistics/interval";
import { additiveMeans } from "./src/shared/statistics/additive";
import { listedCells } from "./src/shared/statistics/cells";
import { holm } from "./src/shared/analysis/pairs";
import { findingOf } from "./src/shared/finding";
import { summaryOf } from "./src/shared/summary";

const functions = {
  incompleteBeta,
  betaQuantile,
  studentTails,
  studentQuantile,
  binomialTail,
  evenOdds,
  exactLimits,
  wilson,
};
const written = (value) =>
  JSON.stringify(value, (_, v) =>
    ArrayBuffer.isView(v)
      ? Array.from(v)
      : typeof v === "number" && !Number.isFinite(v)
        ? String(v)
        : v,
  );
const plane = (values) => Float64Array.from(values, (v) => v ?? NaN);

/** The results of one function for many lists of arguments. */
globalThis.mapped = (name, json) =>
  written(JSON.parse(json).map((given) => functions[name](...given)));

globalThis.listed = (json) => {
  const { first, second, values, size } = JSON.parse(json);
  return written(
    additiveMeans(listedCells(first, second, plane(values), size)),
  );
};

const summarised = ({ values, options, scored, ...rest }) => {
  const tallies = scored && { scored: Uint8Array.from(scored) };
  return summaryOf({ ...rest, ...tallies, values: plane(values) }, options);
};

globalThis.summary = (json) => written(summarised(JSON.parse(json)));

globalThis.finding = (names, json) =>
  written(findingOf(summarised(JSON.parse(json)), JSON.parse(names)));

globalThis.holm = (json) => written(JSON.parse(json).map(holm));
