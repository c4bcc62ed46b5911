/** What is told of a model where its name or its mean stands: the mean with its interval, and states by number. */
import { count, counted } from "../shared/format";
import { addStates } from "../shared/counts";
import { ABSENT, ERROR, OK, STATE_NAMES, type CellPlot, type MarginRow } from "../shared/payload";
import { correctionFor } from "../shared/analysis/pairs";
import type { Facts, Models } from "./plot";
import type { Way } from "./geometry";

/** Rows (or cells that have none) in each state, by its number. */
function statesOf(plot: CellPlot, cells: readonly number[]): Uint32Array {
  const found = new Uint32Array(STATE_NAMES.length);
  for (const at of cells) addStates(plot, at, found);
  return found;
}

/** "3 errors, 1 stopped by a limit, 59 not run", the gravest first. */
function told(states: Uint32Array, words: readonly string[]): string {
  const text = (state: number): string =>
    state === ERROR ? counted(states[state], "error") : `${count(states[state])} ${words[state]}`;
  return Array.from(states.keys())
    .filter((state) => state >= ABSENT && state !== OK && states[state] > 0)
    .reverse()
    .map(text)
    .join(", ");
}

/** How a model differs from the baseline. */
function differencePairs(plot: CellPlot, { at, mean, interval, n, isTied }: MarginRow): [string, string][] {
  const { sampleAxis, x, y, baseline, margin } = plot;
  const name = (sampleAxis === "x" ? y : x).labels[baseline!.band];
  if (at === null) return interval ? [["difference", interval]] : [["difference", "this is the baseline"]];
  const tested = margin!.rows.filter((row) => row.at !== null).length;
  const verdict = isTied ? "not separated" : "separated";
  return [
    [`difference from ${name}`, mean],
    ["95 % interval", interval],
    ["p", `${n} after ${correctionFor(tested)}: ${verdict}`],
  ];
}

/** The models of a plot, on the axis that is not that of samples. */
export function modelsOf(plot: CellPlot, words: readonly string[]): Models | null {
  if (!plot.areModels) return null;
  const way: Way = plot.sampleAxis === "x" ? "y" : "x";
  const nx = plot.x.labels.length;
  const samples = plot[plot.sampleAxis].labels;
  const cellsOf = (model: number): number[] => samples.map((_, i) => (way === "y" ? model * nx + i : i * nx + model));
  return {
    way,
    axis: plot[way],
    facts: (model): Facts => {
      const row = plot.margin?.rows[model];
      const { labels, name } = plot[way];
      const pairs: [string, string][] = [[name, labels[model]]];
      if (row && plot.baseline) pairs.push(...differencePairs(plot, row));
      else if (row) {
        pairs.push(["mean", row.mean]);
        if (row.interval) pairs.push(["95 % interval", row.interval]);
        if (row.adjusted) pairs.push(["adjusted", `${row.adjusted.slice(1, -1)}, as if all had the same samples`]);
        pairs.push(["scored samples", row.n]);
        if (row.isTied) pairs.push(["paired test", `not separated from ${labels[model - 1]}`]);
      }
      const states = told(statesOf(plot, cellsOf(model)), words);
      if (states) pairs.push(["states", states]);
      return {
        ...{ lead: null, rank: "", rows: pairs, value: null, color: null, sentence: "", channels: [], links: [] },
        ...{ runs: [], details: [], error: "", source: "", naming: null },
      };
    },
  };
}
