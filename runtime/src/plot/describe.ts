/** A picture in words: for those who do not see it, in a paragraph; for terminals, in lines. */
import { meanText } from "../shared/finding";
import { brief, count, counted } from "../shared/format";
import type { BandAxis, Plot, StateCounts } from "../shared/payload";
import type { BlockReport, ModelReport, Report } from "./report";

/** So many models and ids of a block are named in a paragraph, and ids in a line. */
const MODELS_TOLD = 12;
const IDS_TOLD = 5;

/** States that are told as things; others as what cells are. */
const COUNTED = new Set(["error", "limit"]);

const bands = (axis: Plot["x"]): string => {
  const { labels, name } = axis as BandAxis;
  return `${count(labels.length)} ${name}`;
};

const statesText = (states: Partial<StateCounts>): string =>
  Object.entries(states)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => (COUNTED.has(name) ? counted(n, name) : `${count(n)} ${name}`))
    .join(", ");

function sentences({ x, y, marks }: Plot): string[] {
  return marks
    .filter((mark) => mark.kind === "cells")
    .map(({ valueName, color, counts }) => {
      const states = statesText(counts);
      const range = `${valueName} from ${brief(color.low)} to ${brief(color.high)}`;
      return `${bands(x)} by ${bands(y)}; colour shows ${range}${states && `; cells: ${states}`}.`;
    });
}

const scored = ({ n, of }: ModelReport): string =>
  n < of ? `${count(n)} of ${counted(of, "sample")}` : counted(n, "sample");

/** The adjusted mean, where it is another. */
function adjusted({ mean, adjusted: value }: ModelReport): string {
  if (mean === null || value === null || Math.abs(value - mean) < 0.005 * Math.max(1, Math.abs(mean))) return "";
  return `${brief(value)} if all had the same samples`;
}

const modelText = (model: ModelReport): string =>
  [meanText(model), scored(model), adjusted(model)].filter(Boolean).join(", ");

const listed = (items: string[], most: number): string =>
  items.length > most ? `${items.slice(0, most).join(", ")} and ${count(items.length - most)} more` : items.join(", ");

function blockText({ label, count: n }: BlockReport): string {
  return `${label} ${count(n)}`;
}

/** The finding, the models and the blocks in a few sentences. */
function paragraph({ finding, models, blocks }: Report): string {
  const told = models.map((model) => `${model.name} ${meanText(model)}`);
  const means = models.length > 1 ? `Means: ${listed(told, MODELS_TOLD)}.` : "";
  const parts = blocks.length ? `Samples solved by: ${blocks.map(blockText).join(", ")}.` : "";
  const isGraded = blocks.some(({ kind }) => kind === "quantile");
  return [finding, means, isGraded ? parts.replace("solved by", "by their means") : parts].filter(Boolean).join(" ");
}

export const describe = (plots: Plot[], reports: Report[]): string =>
  [...plots.flatMap(sentences), ...reports.map(paragraph)].join(" ");

const indented = (lines: string[]): string[] => lines.map((line) => `  ${line}`);

/** Names in a column. */
function column(rows: [string, string][]): string[] {
  const width = rows.reduce((most, [name]) => Math.max(most, name.length), 0);
  return indented(rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`));
}

/** A report in lines. */
export function reportText({ score, finding, samples, models, blocks, states }: Report): string {
  const isGraded = blocks.some(({ kind }) => kind === "quantile");
  const ofModels = models.map((model): [string, string] => {
    const missing = statesText(model.states);
    return [model.name, modelText(model) + (missing && `; cells: ${missing}`)];
  });
  const ofBlocks = blocks.map((block): [string, string] => [
    block.label,
    `${count(block.count)} (${listed(block.samples, IDS_TOLD)})`,
  ]);
  const missing = statesText(states);
  return [
    `${score}: ${counted(models.length, "model")}, ${counted(samples, "sample")}.`,
    finding,
    "",
    "Models, best first:",
    ...column(ofModels),
    ...(blocks.length ? ["", isGraded ? "Samples by their means:" : "Samples by the models that solve them:"] : []),
    ...column(ofBlocks),
    ...(missing ? ["", `Without a score: ${missing}.`] : []),
  ].join("\n");
}

/** Problems in lines. */
export const problemLines = (problems: string[]): string =>
  problems.length ? [`${counted(problems.length, "problem")}:`, ...indented(problems)].join("\n") : "";
