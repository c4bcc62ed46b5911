/** Where cells lie: bands in drawing order, the matrix over them, and a plot whose axes fit the labels. */
import { checkBands, checkColors, checkScale } from "./checks";
import { drawnBands, type AxisTable } from "./bands";
import { sortable, type Columns } from "./columns";
import { colorDomain, gridOf, type Grid } from "./grid";
import { fit, type Fits, type Surroundings } from "../fit";
import type { Settings } from "../settings";
import type { Siblings } from "./siblings";
import { sortOf } from "./sort";

export interface Layout {
  grid: Grid;
  /** Bands in drawing order. */
  x: AxisTable;
  y: AxisTable;
  fits: Fits;
}

/** What the answers of the database say. */
export interface Answers {
  x: AxisTable;
  y: AxisTable;
  columns: Columns;
}

const WAYS = ["x", "y"] as const;
const VALUE_SCALES = /^(quantile|quantize|threshold|ordinal|categorical)/;

/** Whether a colour scale is made of the values themselves, not of their extent. */
export const isOfValues = (scale: unknown): boolean => VALUE_SCALES.test(String(scale));

type Warn = (message: string) => void;

function warnOfUnknown(domain: unknown, axis: "x" | "y", { keys }: AxisTable, warn: Warn): void {
  if (!Array.isArray(domain)) return;
  const known = new Set(keys.map(String));
  const unknown = domain.map(String).filter((key) => !known.has(key));
  const verb = unknown.length === 1 ? "is" : "are";
  if (unknown.length) warn(`${axis}_domain: ${unknown.slice(0, 5).join(", ")} ${verb} not in the data`);
}

function warnOfHidden(n: number, warn: Warn): void {
  const lie = n === 1 ? "row lies" : "rows lie";
  if (n)
    warn(
      `cell: ${n} ${lie} under another row with the same x and y, and only the last is seen; ` +
        "fill=avg(...) shows their mean",
    );
}

function offerColors(settings: Settings, extent: Grid["extent"]): void {
  const scale = String(settings.get("colorScale") ?? "linear");
  const takesDomain = !isOfValues(scale) && !scale.endsWith("log");
  if (takesDomain) settings.offer({ colorDomain: colorDomain(extent) });
  if (!settings.has("colorScheme") && !settings.has("colorRange")) settings.offer({ colorScheme: "viridis" });
}

function setBands(settings: Settings, axis: "x" | "y", { keys }: AxisTable): void {
  settings.set(`${axis}Domain`, keys);
  settings.set(`${axis}Reverse`, undefined);
  settings.offer({ [`${axis}Scale`]: "band", [`${axis}Round`]: false });
  checkScale(axis, settings.get(`${axis}Scale`));
}

/** The plot that the cells are laid out in; `mark` is the number of their mark in it. */
export interface Ground {
  settings: Settings;
  around: Surroundings;
  siblings: Siblings;
  mark: number;
}

/** Sorts and places the cells, and gives the plot their domains, margins and ticks. */
export function layOut(
  answers: Answers,
  channels: string[],
  sort: unknown,
  { settings, around, siblings, mark }: Ground,
  warn: Warn,
): Layout {
  const { columns } = answers;
  const entries = sortable(columns, answers.x, answers.y, channels);
  const bandsOf = (axis: "x" | "y") => {
    const { domain, reverse } = siblings.chosen(axis, settings);
    const own = drawnBands(axis, answers[axis], entries, sortOf(axis, sort), domain, reverse);
    const all = siblings.bands(axis, mark, own.table);
    return all === own.table ? own : drawnBands(axis, answers[axis], entries, undefined, all.keys, false);
  };
  for (const axis of WAYS) warnOfUnknown(siblings.chosen(axis, settings).domain, axis, answers[axis], warn);
  const bands = { x: bandsOf("x"), y: bandsOf("y") };
  for (const axis of WAYS) checkBands(axis, bands[axis].codes, answers[axis].labels);
  const grid = gridOf(columns, bands.x.codes, bands.y.codes, answers.x.keys.length, answers.y.keys.length);
  checkColors(settings.get("colorScale"), settings.get("colorDomain"), settings.get("colorRange"), grid.extent);
  warnOfHidden(grid.hidden, warn);
  for (const axis of WAYS) setBands(settings, axis, bands[axis].table);
  const fits = fit(settings, bands.x.table, bands.y.table, around);
  offerColors(settings, siblings.extent(mark, grid.extent));
  return { grid, x: bands.x.table, y: bands.y.table, fits };
}
