/** What is told of marks that Mosaic computes: intervals of means, fits, contours. */
import { exact, sensible } from "../../shared/format";
import { channelsOf, computed, fieldName, toldOf, type Told } from "./channels";
import type { Drawn, Labels, MosaicMark, PlotSpec } from "./drawn";
import { originOf } from "./places";
import { rangeText } from "./texts";
import type { Thing } from "./things";
import type { PointWish } from "./wish";

type Columns = Record<string, ArrayLike<unknown>>;

/** A mark that draws intervals of means. */
export interface IntervalMark extends MosaicMark {
  ci: number;
  dim: "x" | "y";
  field: unknown;
  data: { columns: Columns };
}

export const isInterval = (mark: object): mark is IntervalMark => "ci" in mark && "dim" in mark;

/** The mean with its interval, that of a normal distribution, after what else is told. */
export function intervalTold(mark: IntervalMark, spec: PlotSpec, wish: PointWish, labels: Labels): Told[] {
  const { dim, ci, data } = mark;
  const [from, to] = [`${dim}1`, `${dim}2`].map((name) => spec.options[name] as ArrayLike<number>);
  const isEnd = ({ channels: [channel] }: Told): boolean => channel === `${dim}1` || channel === `${dim}2`;
  const mean = toldOf(labels(dim) ?? `mean of ${fieldName(mark.field)}`, data.columns["__avg__"], [dim]);
  const format = wish.formats.get(dim) ?? sensible;
  const text = (i: number): string => rangeText(from[i], to[i], format);
  const name = `${sensible(100 * ci)}\u00a0% normal interval`;
  const span = { channels: [], name, isExtra: false, isNumber: true, values: from, text };
  return [...channelsOf(mark, spec, wish, labels).filter((entry) => !isEnd(entry)), mean, span];
}

/** A mark that draws a straight line through points, for each group. */
export interface FitMark extends MosaicMark {
  modelFit: { numRows: number; columns: Columns };
}

export const isFit = (mark: object): mark is FitMark => "modelFit" in mark;

/** "Score = 0.86 − 0.067 × Difficulty". */
function equation(intercept: number, slope: number, x: string, y: string): string {
  const sign = slope < 0 ? "\u2212" : "+";
  return `${y} = ${short(intercept)} ${sign} ${short(Math.abs(slope))} \u00d7 ${x}`;
}

const short = (value: number): string => exact(Number(value.toPrecision(4)));

/** The lines, and the fit that each shows; rows of a line are its two ends. */
export function fitThings(
  mark: FitMark,
  { spec, index, group, values }: Drawn,
  wish: PointWish,
  labels: Labels,
): { things: Thing[]; told: Told[] } {
  const { numRows, columns } = mark.modelFit;
  const [x, y, stroke] = ["x", "y", "stroke"].map((name) => values[name] as ArrayLike<number> | undefined);
  const [dx, dy] = originOf(group, true);
  const things = index.flatMap((row): Thing[] => {
    if (row >= numRows || !x || !y) return [];
    const corners: Thing["corners"] = [x[row] + dx, y[row] + dy, x[row + numRows] + dx, y[row + numRows] + dy];
    if (!corners.every(Number.isFinite)) return [];
    const paint: Thing["paint"] = () => (stroke ? String(stroke[row]) : null);
    return [{ corners, shape: "segment", anchor: null, row, rows: [row], paint }];
  });
  const [intercept, slope, n, ssx, ssy] = ["intercept", "slope", "n", "ssx", "ssy"].map(
    (name) => columns[name] as ArrayLike<number>,
  );
  const name = (way: "x" | "y"): string =>
    labels(way) ?? fieldName(mark.channels.find(({ channel }) => channel === way)!.field);
  const fit = Array.from({ length: numRows }, (_, i) =>
    equation(Number(intercept[i]), Number(slope[i]), name("x"), name("y")),
  );
  const share = Array.from({ length: numRows }, (_, i) => (slope[i] ** 2 * ssx[i]) / ssy[i]);
  const groups = channelsOf(mark, spec, wish, labels).filter(({ channels: [channel] }) => !/^[xy]$/.test(channel));
  return { things, told: [...groups, toldOf("fit", fit), toldOf("R\u00b2", computed(share)), toldOf("n", n)] };
}

/** A mark that draws lines of equal density. */
interface ContourMark extends MosaicMark {
  contourData: { value: number }[];
}

export const isContour = (mark: object): mark is ContourMark => "contourData" in mark;

/** The density on a line, where no colour shows it. */
export function contourTold(mark: ContourMark, spec: PlotSpec, wish: PointWish, labels: Labels): Told[] {
  const told = channelsOf(mark, spec, wish, labels);
  if (told.some(({ isNumber, isExtra }) => isNumber && !isExtra)) return told;
  const levels = mark.contourData.map(({ value }) => value);
  return [...told, toldOf("density", computed(levels))];
}
