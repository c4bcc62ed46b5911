/** Cells as a table and as lines of a file. */
import { brief, exact } from "../shared/format";
import { OK, STATE_NAMES, type BandAxis, type CellPlot } from "../shared/payload";
import { quoted } from "./csv";
import type { TableFacts } from "./plot";

const COUNTS = ["rows", "scored", "errors", "limits"] as const;

/** The axis of samples, which goes down, and the other one; and where a cell lies. */
function layout(plot: CellPlot): { down: BandAxis; across: BandAxis; at(i: number, j: number): number } {
  const nx = plot.x.labels.length;
  return plot.sampleAxis === "x"
    ? { down: plot.x, across: plot.y, at: (i, j) => j * nx + i }
    : { down: plot.y, across: plot.x, at: (i, j) => i * nx + j };
}

function valueText(plot: CellPlot, at: number): string {
  const value = plot.values[at];
  const state = plot.states[at] === OK ? "" : STATE_NAMES[plot.states[at]];
  return [Number.isFinite(value) ? exact(value) : "", state].filter(Boolean).join(" \u00b7 ");
}

/** Samples down, models across; the mean of several models stands before them. */
export function cellTable(plot: CellPlot): TableFacts {
  const { down, across, at } = layout(plot);
  const models = across.labels.length;
  const before = plot.areModels && models > 1 ? 2 : 1;
  const finite = (value: number): number => (Number.isFinite(value) ? value : NaN);
  const mean = (i: number): number => {
    let [sum, n] = [0, 0];
    for (let j = 0; j < models; j++) {
      const value = plot.values[at(i, j)];
      if (!Number.isFinite(value)) continue;
      sum += value;
      n++;
    }
    return sum / n;
  };
  const key = (i: number, column: number): number | string =>
    column === 0 ? down.labels[i] : column < before ? mean(i) : finite(plot.values[at(i, column - before)]);
  const meanText = (value: number): string => (value === value ? brief(value) : "");
  return {
    name: plot.valueName,
    head: [down.name || "sample", ...(before > 1 ? ["mean"] : []), ...across.labels],
    noun: plot.areModels ? ["sample", "model"] : ["row", "column"],
    fixed: before,
    isText: () => false,
    size: down.labels.length,
    text: (i, column) =>
      column === 0 ? down.labels[i] : column < before ? meanText(mean(i)) : valueText(plot, at(i, column - before)),
    key,
    matching: (text) => {
      const states = new Set(STATE_NAMES.flatMap((name, k) => (k !== OK && text && name.includes(text) ? [k] : [])));
      const hasState = (i: number): boolean => across.labels.some((_, j) => states.has(plot.states[at(i, j)]));
      return (i) => down.labels[i].toLowerCase().includes(text) || (states.size > 0 && hasState(i));
    },
  };
}

/** One line for each cell, of all samples or of those that are wanted. */
export function* cellLines(plot: CellPlot, isWanted?: (sample: string) => boolean): Generator<string> {
  const counts = COUNTS.filter((name) => plot[name]);
  const { x, y, values, states, valueName } = plot;
  const nx = x.labels.length;
  const inOrder = <T>(ofX: T, ofY: T): T[] => (plot.sampleAxis === "x" ? [ofX, ofY] : [ofY, ofX]);
  yield [...inOrder(x.name, y.name), valueName, "state", ...counts].map(quoted).join(",");
  for (let at = 0; at < values.length; at++) {
    const names = inOrder(x.labels[at % nx], y.labels[Math.floor(at / nx)]);
    if (isWanted && !isWanted(names[0])) continue;
    yield [
      ...names.map(quoted),
      Number.isFinite(values[at]) ? values[at] : "",
      STATE_NAMES[states[at]],
      ...counts.map((name) => plot[name]![at]),
    ].join(",");
  }
}
