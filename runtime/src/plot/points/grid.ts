/** Bins of a raster: what a pixel of it shows. */
import { toDataColumns } from "@uwdata/mosaic-core";
import type { Labels, Drawn, MosaicMark } from "./drawn";
import { computed, fieldName, toldOf, type Told } from "./channels";
import { originOf } from "./places";
import { rangeText, textOf } from "./texts";
import type { Thing } from "./things";

type Columns = Record<string, ArrayLike<unknown>>;

/** The part of a mark of bins that is read here. */
export interface GridMark extends MosaicMark {
  /** Numbers of bins across and up. */
  bins: [number, number];
  pad: number;
  /** Values at the first bin, and behind the last but `pad` (or `beyond`). */
  extentX?: [unknown, unknown];
  extentY?: [unknown, unknown];
  beyond?: number;
  bandwidth: number;
  interpolate: unknown;
  /** What is computed of each bin, and what tells grids apart. */
  aggr: string[];
  groupby: string[];
  /** Values of each grid, from the lower left on. */
  grids: { numRows: number; columns: Columns };
  image: { img: { data: ArrayLike<number> } } | null;
}

export const isGrid = (mark: object): mark is GridMark => "grids" in mark && "image" in mark;

/** Bins that answer at most; beyond, one stands for its neighbours. */
const MOST = 2500;
/** Smoothed bins below this share of the highest are those where nothing is. */
const LEAST = 1 / 255;

interface Bin {
  /** Number among the bins, and of its grid. */
  at: number;
  grid: number;
}

/** The columns of an answer of the database. */
export const columnsOf = (answer: unknown): Columns =>
  ((answer ? toDataColumns(answer as never) : {}) as { columns?: Columns }).columns ?? {};

/** Whether a bin shows what lies around it, too. */
export const isSmooth = ({ bandwidth, interpolate }: Pick<GridMark, "bandwidth" | "interpolate">): boolean =>
  Boolean(bandwidth) || !["none", undefined, null].includes(interpolate as never);

/** The bins that hold something: of smooth ones those that show. */
function filled(mark: GridMark, answer: Columns): Bin[] {
  const { grids, groupby, aggr } = mark;
  const { numRows, columns } = grids;
  const index = answer["index"] as ArrayLike<number> | undefined;
  if (index && !isSmooth(mark)) {
    const keys = Array.from({ length: numRows }, (_, k) => keyOf(groupby, columns, k));
    return Array.from(index, (at, row) => ({ at: Number(at), grid: keys.indexOf(keyOf(groupby, answer, row)) }));
  }
  return Array.from({ length: numRows }, (_, grid) => grid).flatMap((grid) => {
    const values = columns[aggr[0]]?.[grid] as ArrayLike<number>;
    let most = 0;
    for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]) || 0);
    return Array.from(values, (value, at) => ({ at, grid, size: Math.abs(value) })).filter(
      ({ size }) => size > 0 && size >= LEAST * most,
    );
  });
}

const keyOf = (names: string[], columns: Columns, row: number): string =>
  JSON.stringify(names.map((name) => textOf(columns[name]?.[row])));

/** Few enough bins: of those in a block the one nearest to its middle. */
function fewer(bins: Bin[], [nx, ny]: [number, number]): Bin[] {
  let side = 1;
  let kept = bins;
  while (kept.length > MOST && side < Math.max(nx, ny)) {
    side += 1;
    const best = new Map<string, { bin: Bin; far: number }>();
    for (const bin of bins) {
      const [i, j] = [bin.at % nx, Math.floor(bin.at / nx)];
      const key = `${bin.grid} ${Math.floor(i / side)} ${Math.floor(j / side)}`;
      const far = Math.hypot((i % side) - (side - 1) / 2, (j % side) - (side - 1) / 2);
      if (far < (best.get(key)?.far ?? Infinity)) best.set(key, { bin, far });
    }
    kept = [...best.values()].map(({ bin }) => bin);
  }
  return kept;
}

interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

const frameOf = ({ dimensions: d }: Drawn): Frame => ({
  left: d.marginLeft,
  top: d.marginTop,
  width: d.width - d.marginLeft - d.marginRight,
  height: d.height - d.marginTop - d.marginBottom,
});

const hex = (value: number): string => Math.round(value).toString(16).padStart(2, "0");

/** The pixel of a bin, where there is one grid. */
function colorOf({ image, bins: [nx, ny], grids }: GridMark, at: number): string | null {
  if (!image || grids.numRows !== 1) return null;
  const pixel = 4 * ((ny - 1 - Math.floor(at / nx)) * nx + (at % nx));
  return `#${[0, 1, 2, 3].map((k) => hex(image.img.data[pixel + k])).join("")}`.replace(/ff$/, "");
}

/** What the value of a bin is called: by the caller, by its expression, or as what it is. */
function valueName(mark: GridMark, name: string, labels: Labels): string {
  const { channels } = mark;
  const field = channels.find(({ channel }) => channel === name)?.field;
  if (field) return labels(name) ?? fieldName(field);
  const isCount = !isSmooth(mark) && !channels.some(({ channel }) => /^(weight|z)$/.test(channel));
  return (mark.groupby.length ? null : labels("fill")) ?? (isCount ? "count" : "density");
}

/** The values of an axis that a bin spans, with as many digits as tell it from the next one. */
function spanText(from: unknown, to: unknown, isPlace: boolean): string {
  const step = Math.abs(Number(to) - Number(from));
  const digits = Math.min(20, Math.max(0, 1 - Math.floor(Math.log10(step || 1))));
  const format = (value: number): string => textOf(Number(value.toFixed(digits)));
  return isPlace ? textOf(from, format) : rangeText(from, to, format);
}

/** The value at the beginning of a bin. */
function inverter(mark: GridMark, { scales }: Drawn, frame: Frame): (way: "x" | "y", k: number) => unknown {
  const ends = (way: "x" | "y"): number[] => {
    const extent = mark[way === "x" ? "extentX" : "extentY"];
    const places = extent?.map((value) => scales[way]?.(value) ?? NaN);
    if (places?.every(Number.isFinite)) return places.sort((a, b) => a - b);
    return way === "x" ? [frame.left, frame.left + frame.width] : [frame.top, frame.top + frame.height];
  };
  const [across, up] = [ends("x"), ends("y").reverse()];
  const pad = mark.beyond ?? mark.pad;
  return (way, k) => {
    const [from, to] = way === "x" ? across : up;
    return scales[way]?.invert?.(from + (k / (mark.bins[way === "x" ? 0 : 1] - pad)) * (to - from));
  };
}

/** What is told of bins, and where they lie; smoothed ones have a value at a place, others of a span. */
export function gridThings(
  mark: GridMark,
  drawn: Drawn,
  answer: Columns,
  labels: Labels,
): { things: Thing[]; told: Told[] } {
  const [nx, ny] = mark.bins;
  const frame = frameOf(drawn);
  const bins = fewer(filled(mark, answer), mark.bins);
  const [dx, dy] = originOf(drawn.group, false);
  const things = bins.map(({ at }, row): Thing => {
    const [x, y] = [frame.left + ((at % nx) / nx) * frame.width, ((Math.floor(at / nx) + 1) / ny) * frame.height];
    const top = frame.top + frame.height - y;
    const [w, h] = [frame.width / nx, frame.height / ny];
    const corners: Thing["corners"] = [x + dx, top + dy, x + w + dx, top + h + dy];
    return { corners, shape: "box", anchor: null, row, rows: [row], paint: () => colorOf(mark, at) };
  });
  const invert = inverter(mark, drawn, frame);
  const axis = (way: "x" | "y"): Told => {
    const field = mark.channels.find(({ channel }) => channel === way)?.field;
    const number = ({ at }: Bin): number => (way === "x" ? at % nx : Math.floor(at / nx));
    const values = bins.map((bin) => [invert(way, number(bin)), invert(way, number(bin) + 1)]);
    const text = (i: number): string => spanText(values[i][0], values[i][1], isSmooth(mark));
    const name = labels(way) ?? (field ? fieldName(field) : way);
    return { channels: [way], name, isExtra: false, isNumber: typeof values[0]?.[0] === "number", values, text };
  };
  const column = (name: string): ArrayLike<unknown> => mark.grids.columns[name];
  const groups = mark.groupby.map((name) => {
    const entry = mark.channels.find(({ as, channel }) => as === name || channel === name);
    const heading = (entry && labels(entry.channel)) ?? (entry?.field ? fieldName(entry.field) : name);
    const values = bins.map(({ grid }) => column(name)[grid]);
    return toldOf(heading, values, [entry?.channel ?? name]);
  });
  const values = mark.aggr.map((name) => {
    const found = bins.map(({ at, grid }) => (column(name)[grid] as ArrayLike<unknown>)[at]);
    return toldOf(valueName(mark, name, labels), isSmooth(mark) ? computed(found) : found, [
      groups.length ? name : "fill",
    ]);
  });
  return { things, told: [axis("x"), axis("y"), ...groups, ...values] };
}
