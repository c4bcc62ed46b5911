/** What is said about a cell. */
import { count, counted, exact } from "../shared/format";
import { ABSENT, ERROR, LIMIT, UNSCORED, type CellLink, type CellPlot } from "../shared/payload";
import { colorOf } from "../shared/color";
import { indexOf, sampleWay, type Cell, type Way } from "./geometry";
import type { Details } from "./unpacked";

export interface Facts {
  /** Heading and text, in the order of the tip. */
  rows: [string, string][];
  /** Heading and text of the value, its colour when it has one. */
  value: [string, string];
  color: string | null;
  sentence: string;
  channels: [string, string][];
  links: CellLink[];
  hint: string;
}

const WORDS: Record<number, string> = {
  [ABSENT]: "not run",
  [UNSCORED]: "no score",
  [LIMIT]: "stopped by a limit",
  [ERROR]: "error",
};

/** "2 of 3 scored, 1 error" for a cell with several rows. */
function tally(plot: CellPlot, at: number, rows: number): string {
  const scored = plot.scored?.[at] ?? 0;
  const errors = plot.errors?.[at] ?? 0;
  const limits = plot.limits?.[at] ?? 0;
  const parts = [scored === rows ? `mean of ${count(rows)}` : `${count(scored)} of ${count(rows)} scored`];
  if (errors) parts.push(counted(errors, "error"));
  if (limits) parts.push(`${count(limits)} stopped by a limit`);
  return parts.join(", ");
}

function stateSentence(plot: CellPlot, at: number): string {
  const rows = plot.rows?.[at] ?? 1;
  if (rows > 1) return tally(plot, at, rows);
  const state = plot.states[at];
  const word = WORDS[state] ?? "";
  return state > UNSCORED && !Number.isFinite(plot.values[at]) ? `no score, ${word}` : word;
}

function hintOf(links: CellLink[]): string {
  if (!links.length) return "";
  if (links.length === 1) return "Click to open";
  const noun = links.every(({ label }) => label.startsWith("epoch")) ? "epoch" : "link";
  return `Click to open ${links[0].label}, Shift-click for all ${counted(links.length, noun)}`;
}

/** Everything that the tip shows. */
export function factsOf(plot: CellPlot, number: number, cell: Cell, details: Details): Facts {
  const at = indexOf(plot, cell);
  const value = plot.values[at];
  const scored = Number.isFinite(value);
  const links = details.links(number, at);
  const row = (way: Way): [string, string] => [plot[way].name, plot[way].labels[cell[way]]];
  return {
    rows: sampleWay(plot) === "x" ? [row("x"), row("y")] : [row("y"), row("x")],
    value: [plot.valueName, scored ? exact(value) : "\u2013"],
    color: scored ? colorOf(plot.color, value) : null,
    sentence: stateSentence(plot, at),
    channels: details.channels(number, at),
    links,
    hint: hintOf(links),
  };
}

/** The same as one line, for screen readers. */
export function spoken({ rows, value, sentence }: Facts): string {
  const pairs = [...rows, value].map(([name, text]) => `${name} ${text}`);
  return [...pairs, sentence].filter(Boolean).join(", ");
}
