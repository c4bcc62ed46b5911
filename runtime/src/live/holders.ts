/** What in a picture sets conditions in its selections: inputs and interactors, which show what others have set. */
import { clausePoints, isSelection, type Param, type Selection, type SelectionClause } from "@uwdata/mosaic-core";
import type { Control, LivingPicture } from "../plot/index";
import { isBrushing, isNearing, isToggling, type Brushing } from "./hands/interactors";
import { isRegion, selectIn, type Region } from "./hands/region";

/** A condition: columns, and the interval of each, or the lists of values of all, or what else it is. */
export interface Condition {
  columns: string[];
  kind: "interval" | "points" | "other";
  value: unknown;
  /** Of what else it is, and of rows of tables. */
  sql?: string;
}

/** Sets the condition of one selection on its columns, or none. */
export interface Holder {
  selection: Selection;
  source: object;
  columns: readonly string[];
  kinds: readonly Condition["kind"][];
  hold(condition: Condition | null): void;
}

export const nameOf = (field: unknown): string => {
  const name = (field as { column?: unknown } | null)?.column;
  return typeof name === "string" ? name : String(field);
};

const isDate = (value: unknown): value is { date: string } =>
  typeof value === "object" && value !== null && typeof (value as { date?: unknown }).date === "string";

/** Values as Mosaic has them, of JSON. */
export function revived(value: unknown): unknown {
  if (isDate(value)) return new Date(value.date);
  return Array.isArray(value) ? value.map(revived) : value;
}

type Pair = [number, number];
type Scaled = { apply(value: unknown): number };
type Brush = Brushing & {
  selection: Selection;
  value: unknown;
  scale?: Scaled;
  xscale?: Scaled;
  yscale?: Scaled;
  clause(value: unknown): SelectionClause;
};
type Nearing = {
  selection: Selection;
  clients: Set<never>;
  fields: unknown[];
  valueIndex: number;
  clause(value: unknown): SelectionClause;
};
type Toggling = { selection: Selection; fields: unknown[]; value: unknown; clause(value: unknown): SelectionClause };

const KINDS: Partial<Record<Control["kind"], Condition["kind"][]>> = {
  slider: ["interval", "points"],
  legend: ["interval", "points"],
  search: ["other"],
};

/** What a control would have chosen. */
function choiceOf(control: Control, { kind, value }: Condition): unknown {
  if (kind === "other" || control.kind === "table") return value;
  const found = revived(value) as unknown[][];
  if (kind === "interval") return Array.isArray(control.value) || control.kind === "legend" ? found[0] : found[0][1];
  const values = found.map(([first]) => first);
  if (control.kind === "legend" || (control as { multiple?: boolean }).multiple) return values;
  return control.kind === "checkbox" ? values[0] === control.options[0].value : values[0];
}

const holding = (control: Control): Holder => ({
  selection: control.target as Selection,
  source: control,
  columns: control.fields.map(nameOf),
  kinds: KINDS[control.kind] ?? ["points"],
  hold: (condition) =>
    control.choose(condition ? choiceOf(control, condition) : control.kind === "checkbox" ? false : undefined),
});

/** Not one that selects the things in a region. */
const isInterval = (one: object): one is Brush => isBrushing(one) && Boolean(one.channel ?? one.xfield);

const pixelsOf = (interval: unknown, scale: Scaled): Pair =>
  (interval as unknown[]).map((value) => scale.apply(value)).sort((a, b) => a - b) as Pair;

function extentOf(brush: Brush, value: unknown[]): Pair | [Pair, Pair] {
  if (brush.channel) return pixelsOf(value, brush.scale!);
  const [x, y] = [pixelsOf(value[0], brush.xscale!), pixelsOf(value[1], brush.yscale!)];
  return [
    [x[0], y[0]],
    [x[1], y[1]],
  ];
}

const brushing = (brush: Brush): Holder => ({
  selection: brush.selection,
  source: brush,
  columns: (brush.channel ? [brush.field] : [brush.xfield, brush.yfield]).map(nameOf),
  kinds: ["interval"],
  hold(condition) {
    const found = condition ? (revived(condition.value) as unknown[]) : undefined;
    brush.value = brush.channel ? found?.[0] : found;
    brush.g?.call(brush.brush.moveSilent as never, brush.value ? extentOf(brush, brush.value as unknown[]) : null);
    brush.selection.update(brush.clause(brush.value));
  },
});

const toggling = (toggle: Toggling): Holder => ({
  selection: toggle.selection,
  source: toggle,
  columns: toggle.fields.map(nameOf),
  kinds: ["points"],
  hold(condition) {
    toggle.value = condition ? revived(condition.value) : null;
    toggle.selection.update(toggle.clause(toggle.value));
  },
});

const regional = (region: Region): Holder => ({
  selection: region.selection,
  source: region,
  columns: region.fields.map(nameOf),
  kinds: ["points"],
  hold: (condition) => selectIn(region, condition ? (revived(condition.value) as unknown[][]) : null),
});

/** What is held is given up when the pointer comes. */
const nearing = (nearest: Nearing): Holder => ({
  selection: nearest.selection,
  source: nearest,
  columns: nearest.fields.map(nameOf),
  kinds: ["points"],
  hold(condition) {
    const rows = condition ? (revived(condition.value) as never[][]) : [];
    const { fields, clients } = nearest;
    nearest.valueIndex = -1;
    nearest.selection.update(
      rows.length > 1
        ? clausePoints(fields as never[], rows, { source: nearest as never, clients })
        : nearest.clause(rows[0]),
    );
  },
});

const isNearest = (one: object): boolean => isNearing(one) && isSelection((one as unknown as Nearing).selection);

/** The holders of a picture, in order. */
export function holdersOf({ controls, plots }: LivingPicture): Holder[] {
  const interactors: object[] = plots.flatMap((plot) => plot.mosaic.interactors);
  return [
    ...controls.filter((control) => control.isOfSelection).map(holding),
    ...interactors.filter(isInterval).map(brushing),
    ...interactors.filter(isRegion).map(regional),
    ...interactors.filter(isNearest).map((one) => nearing(one as unknown as Nearing)),
    ...interactors.filter(isToggling).map((one) => toggling(one as unknown as Toggling)),
  ];
}

export type Watched = Param<unknown> | Selection;
