/** The rectangle of a region whose values others have set: around the things that have them. */
import type { SelectionClause, Selection } from "@uwdata/mosaic-core";
import { isBrushing, type Brushing, type Corners } from "./interactors";

/** A region of Mosaic's. */
export interface Region extends Brushing {
  selection: Selection;
  fields: unknown[];
  /** The names of its columns in the mark's data. */
  as: string[];
  mark: { data?: { columns?: Record<string, ArrayLike<unknown>> } };
  /** The drawing, and the things of the mark in it. */
  svg?: SVGSVGElement;
  group?: Element | null;
  extent: Corners | null;
  value: unknown[][] | undefined;
  clause(value: unknown): SelectionClause;
}

export const isRegion = (one: object): one is Region => isBrushing(one) && "extent" in one && "as" in one;

/** The values that others have set, of regions that no pointer has dragged since. */
const set = new WeakMap<Region, unknown[][]>();

/** Selects what has the values; null: nothing. */
export function selectIn(region: Region, rows: unknown[][] | null): void {
  region.value = rows ?? undefined;
  if (rows) set.set(region, rows);
  else set.delete(region);
  region.extent = null;
  surround(region);
  if (!rows) region.g?.call(region.brush.moveSilent as never, null);
  region.selection.update(region.clause(region.value));
}

/** Draws the rectangle where the things are now. */
export function surround(region: Region): void {
  const rows = set.get(region);
  if (!rows || rows !== region.value || !region.g) return;
  region.extent = around(region, new Set(rows.map(keyOf)));
  region.g.call(region.brush.moveSilent as never, region.extent);
}

/** Dates are the same as their numbers. */
const keyOf = (row: unknown[]): string => row.map((value) => (value instanceof Date ? +value : value)).join("|");

/** The box of the things with these values, in units of the drawing. */
function around({ as, mark, svg, group }: Region, wanted: Set<string>): Corners | null {
  const { columns } = mark.data ?? {};
  if (!columns || !svg || !group) return null;
  const things = [...group.querySelectorAll<SVGElement>(":scope > :not(g), :scope > g > *")];
  const boxes = things
    .filter((thing) => wanted.has(keyOf(as.map((name) => columns[name][indexOf(thing)]))))
    .map((thing) => thing.getBoundingClientRect());
  if (!boxes.length) return null;
  const matrix = svg.getScreenCTM()!.inverse();
  const corner = (x: number, y: number): [number, number] => {
    const at = new DOMPoint(x, y).matrixTransform(matrix);
    return [at.x, at.y];
  };
  return [
    corner(Math.min(...boxes.map(({ left }) => left)), Math.min(...boxes.map(({ top }) => top))),
    corner(Math.max(...boxes.map(({ right }) => right)), Math.max(...boxes.map(({ bottom }) => bottom))),
  ];
}

/** The row of the mark's data that a thing shows. */
function indexOf(thing: Element): number {
  const { __data__: data } = (thing.tagName === "a" ? thing.children[0] : thing) as { __data__?: number | number[] };
  return Array.isArray(data) ? data[0] : data!;
}
