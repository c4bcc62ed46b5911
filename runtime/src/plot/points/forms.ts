/** Places of things whose form a box does not tell: outlines, shafts, and parts of lines and areas. */
import { drawnIn, inherited } from "./elements";
import { boxAround, runsOf, thinned, type Run } from "./paths";
import { originOf, shifted, type Corners, type Place } from "./places";

type Origin = [number, number];

const moved = (run: Run, [dx, dy]: Origin): Run => run.map((at, k) => at + (k % 2 ? dy : dx));

const isPainted = (paint: string | null): boolean => paint !== "none" && paint !== null;

/** A path of any form, as those of maps, contours, hulls and waffles. */
export function outlinePlace(element: Element): Place | null {
  const shape = drawnIn(element);
  const origin = originOf(shape, true);
  const runs = runsOf(shape.getAttribute("d") ?? "")?.map((run) => thinned(moved(run, origin)));
  if (!runs) return null;
  const isFilled = isPainted(inherited(shape, "fill"));
  return { corners: boxAround(runs), shape: "box", anchor: null, outline: runs, isFilled };
}

const ends = (run: Run): Corners => [run[0], run[1], run[run.length - 2], run[run.length - 1]];

/** A line from one place to another, bent or straight; heads of arrows are runs of their own. */
export function linkPlace(element: Element): Place | null {
  const shape = drawnIn(element);
  const [run] = runsOf(shape.getAttribute("d") ?? "") ?? [];
  if (!run) return null;
  const line = moved(run, originOf(shape, true));
  const place: Place = { corners: ends(line), shape: "segment", anchor: null };
  return line.length === 4 ? place : { ...place, outline: [line] };
}

const STEP = /(translate|rotate)\(([^)]*)\)/g;

/** Where a transform of moves and turns puts a place. */
function transformed(transform: string, x: number, y: number): Origin {
  for (const [, kind, given] of [...transform.matchAll(STEP)].reverse()) {
    const [a, b = 0] = given.split(/[\s,]+/).map(Number);
    if (kind === "translate") [x, y] = [x + a, y + b];
    else {
      const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
      [x, y] = [x * cos - y * sin, x * sin + y * cos];
    }
  }
  return [x, y];
}

/** The shaft of a vector or a spike, from its foot to its tip; it keeps its length in a zoom. */
export function shaftPlace(element: Element): Place | null {
  const shape = drawnIn(element);
  const runs = runsOf(shape.getAttribute("d") ?? "");
  if (!runs) return null;
  const [, top, , bottom] = boxAround(runs);
  const transform = shape.getAttribute("transform") ?? "";
  const [foot, tip] = [transformed(transform, 0, bottom), transformed(transform, 0, top)];
  const corners = shifted([...foot, ...tip], originOf(shape, false));
  return { corners, shape: "segment", anchor: originOf(shape, true) };
}

/** Scaled channels of a mark. */
export type Scaled = Record<string, unknown>;

const channel = (values: Scaled, name: string, row: number): number | undefined =>
  (values[name] as ArrayLike<number> | undefined)?.[row];

/** The lower and the upper edge of an area at a row, or twice the place of a line; null where there is none. */
function edges(values: Scaled, row: number): Corners | null {
  const at = (name: string): number | undefined => channel(values, name, row);
  const [x, y] = [at("x1") ?? at("x"), at("y1") ?? at("y")];
  const found: (number | undefined)[] = [x, y, at("x2") ?? x, at("y2") ?? y];
  return found.every((value) => value !== undefined && Number.isFinite(value)) ? (found as Corners) : null;
}

const between = (a: Corners, b: Corners): Corners => a.map((value, k) => (value + b[k]) / 2) as Corners;

/** The part of a line or an area that is nearer to a row than to the rows beside it. */
function slice(before: Corners | null, here: Corners, after: Corners | null, isArea: boolean): Run {
  const parts = [before && between(before, here), here, after && between(here, after)].filter((part) => part !== null);
  const there = parts.flatMap(([x1, y1]) => [x1, y1]);
  if (!isArea) return there.length > 2 ? there : [...there, ...there];
  const back = parts.reverse().flatMap(([, , x2, y2]) => [x2, y2]);
  return [...there, ...back, ...there.slice(0, 2)];
}

/** Samples of a curve nearer to each other than this, in units, are one. */
const NEAR = 4;

/** The places of rows that are joined to a line or an area; `isDense`: rows are samples of a curve, and need not all
 * answer. */
export function seriesPlaces(
  group: Element,
  index: readonly number[],
  values: Scaled,
  isArea: boolean,
  isDense: boolean,
): Map<number, Place> {
  const origin = originOf(group, true);
  const places = new Map<number, Place>();
  for (const rows of seriesOf(index, values)) {
    let kept = rows.map((row) => ({ row, at: edges(values, row) }));
    if (isDense) kept = spread(kept);
    kept.forEach(({ row, at }, k) => {
      if (!at) return;
      const run = slice(kept[k - 1]?.at ?? null, at, kept[k + 1]?.at ?? null, isArea);
      const form = { outline: [moved(run, origin)], isFilled: isArea };
      places.set(row, { corners: shifted(at, origin), shape: "box", anchor: null, ...form });
    });
  }
  return places;
}

/** Rows that Plot joins: those with the same `z`. */
function seriesOf(index: readonly number[], { z }: Scaled): number[][] {
  const series = new Map<unknown, number[]>();
  for (const row of index) {
    const key = (z as ArrayLike<unknown> | undefined)?.[row];
    const name = key instanceof Date ? key.getTime() : key;
    if (!series.has(name)) series.set(name, []);
    series.get(name)!.push(row);
  }
  return [...series.values()];
}

/** Those that stand apart, the first and the last among them. */
function spread(rows: { row: number; at: Corners | null }[]): { row: number; at: Corners | null }[] {
  let before: Corners | null = null;
  return rows.filter(({ at }, k) => {
    const isApart = !at || !before || Math.hypot(at[0] - before[0], at[1] - before[1]) >= NEAR;
    if (isApart || k === rows.length - 1) before = at;
    return isApart || k === rows.length - 1;
  });
}
