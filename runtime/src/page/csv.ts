/** All values behind a plot as a comma-separated file: one line for each cell. */
import { STATE_NAMES, type CellPlot } from "../shared/payload";
import { sampleWay } from "./geometry";

/** Spreadsheets run texts that start like a formula; an apostrophe keeps them text. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text in quotes. */
export function quoted(text: string): string {
  const plain = FORMULA.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

const COUNTS = ["rows", "scored", "errors", "limits"] as const;

function* lines(plot: CellPlot): Generator<string> {
  const order = sampleWay(plot) === "x" ? (["x", "y"] as const) : (["y", "x"] as const);
  const counts = COUNTS.filter((name) => plot[name]);
  yield [...order.map((way) => plot[way].name), plot.valueName, "state", ...counts].map(quoted).join(",");
  const nx = plot.x.labels.length;
  for (let at = 0; at < plot.values.length; at++) {
    const cell = { x: at % nx, y: Math.floor(at / nx) };
    const value = plot.values[at];
    const labels = order.map((way) => quoted(plot[way].labels[cell[way]]));
    yield [
      ...labels,
      Number.isFinite(value) ? value : "",
      STATE_NAMES[plot.states[at]],
      ...counts.map((name) => plot[name]![at]),
    ].join(",");
  }
}

export const csv = (plot: CellPlot): string => `${[...lines(plot)].join("\r\n")}\r\n`;
