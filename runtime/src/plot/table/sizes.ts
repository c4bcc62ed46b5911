/** Sizes of a table in user units: its width, its columns, its header and its rows. */
import type { SelectMode } from "./choice";

/** The table of a spec; names without a note are those of the function in Python. */
export interface GivenTable {
  select?: SelectMode;
  width?: number;
  maxWidth?: number;
  height?: number | "auto";
  headerHeight?: number;
  rowHeight?: number;
  sorting?: boolean;
  filtering?: "header" | "row";
  pageSize?: number | "auto";
  pageSizes?: number[];
  style?: TableLook;
}

export interface TableLook {
  backgroundColor?: string;
  foregroundColor?: string;
  accentColor?: string;
  textColor?: string;
  headerTextColor?: string;
  cellTextColor?: string;
  selectedRowBackgroundColor?: string;
  fontFamily?: string;
  headerFontFamily?: string;
  cellFontFamily?: string;
  spacing?: number;
  borderColor?: string;
  borderWidth?: number;
  borderRadius?: number;
}

export const TEXT = 12;
export const LINE = 16;
export const FILTER = 36;
export const FOOTER = 32;
const ROW = 28;
const HEADER = 32;
const PAD = 10;
const ROWS = 12;
const MOST_ROWS = 200;

export const borderOf = ({ style }: GivenTable): number => style?.borderWidth ?? 1;

export const padOf = ({ style }: GivenTable): number => style?.spacing ?? PAD;

export const headerOf = ({ headerHeight }: GivenTable, lines = 1): number =>
  headerHeight ?? HEADER + (lines - 1) * LINE;

export const rowOf = ({ rowHeight }: GivenTable, lines = 1): number => rowHeight ?? ROW + (lines - 1) * LINE;

/** Room for the way to other pages in a footer, and for the choice of their length. */
const PAGER = 250;
const PAGE_SIZES = 100;

export const filterOf = ({ filtering }: GivenTable): number => (filtering === "row" ? FILTER : 0);

/** Rows that have room, if there are as many. */
export function rowsInSight(given: GivenTable, header = headerOf(given), row = rowOf(given)): number {
  const { height, pageSize } = given;
  if (typeof pageSize === "number") return pageSize;
  if (height === "auto") return MOST_ROWS;
  if (height === undefined) return ROWS;
  return Math.max(1, Math.floor((height - header - filterOf(given) - FOOTER) / row));
}

/** What is known of a column's width. */
export interface Wish {
  /** What its texts need. */
  natural: number;
  /** What it keeps: of numbers and times no part can be left out. */
  firm: number;
  width?: number;
  minWidth?: number;
  maxWidth?: number;
  flex?: number;
}

/** A column that gives way stays as wide, where it was. */
const NARROW = 110;
const MOST_NATURAL = 640;

const between = (value: number, { minWidth = 0, maxWidth = Infinity }: Wish): number =>
  Math.max(minWidth, Math.min(maxWidth, value));

const pagerOf = ({ pageSize, pageSizes }: GivenTable): number =>
  pageSize === undefined ? 0 : PAGER + (pageSizes ? PAGE_SIZES : 0);

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** Adds `room` to widths, each by its weight, as far as they may grow. */
function grown(widths: number[], wishes: Wish[], weights: number[], room: number): number[] {
  const most = (i: number): number => wishes[i].maxWidth ?? Infinity;
  const result = [...widths];
  let left = room;
  for (let round = 0; round < wishes.length && left > 0.5; round++) {
    const open = weights.map((weight, i) => (result[i] < most(i) ? weight : 0));
    const all = sum(open);
    if (all === 0) break;
    const before = sum(result);
    open.forEach((weight, i) => (result[i] = Math.min(most(i), result[i] + (left * weight) / all)));
    left -= sum(result) - before;
  }
  return result;
}

/** Widths that take no more than `width`, of those that a size makes: the greater it is, the wider. */
function within(width: number, greatest: number, make: (size: number) => number[]): number[] {
  let [low, high] = [0, greatest];
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (sum(make(middle)) > width) high = middle;
    else low = middle;
  }
  return make(low);
}

/** The widest columns give way first, until all have room or none is wider than what can be read. */
function shrunk(widths: number[], wishes: Wish[], width: number): number[] {
  const least = (i: number): number => {
    const { width: fixed, firm, minWidth } = wishes[i];
    return fixed !== undefined ? widths[i] : Math.min(widths[i], Math.max(firm, minWidth ?? NARROW));
  };
  return within(width, Math.max(...widths), (most) => widths.map((own, i) => Math.max(least(i), Math.min(own, most))));
}

/** Columns with `flex` have what others leave, by their shares. */
function flexed(widths: number[], wishes: Wish[], width: number): number[] {
  const least = Math.min(...wishes.map(({ flex }) => flex ?? Infinity));
  return within(width, width / least, (unit) =>
    widths.map((own, i) => between(Math.max(own, unit * (wishes[i].flex ?? 0)), wishes[i])),
  );
}

/** Whole numbers whose sums stay where they were. */
function rounded(widths: number[]): number[] {
  let x = 0;
  return widths.map((width) => Math.round((x += width)) - Math.round(x - width));
}

/** What a column takes before columns share what is left. */
function firstOf(wish: Wish): number {
  const { flex, width, natural, firm } = wish;
  return between(flex === undefined ? (width ?? natural) : firm, wish);
}

/** Widths of columns in a table: those that are fixed stay, others share what is left, or give way. */
export function widthsOf(given: GivenTable, wishes: Wish[]): { width: number; columns: number[] } {
  const first = wishes.map(firstOf);
  const hasFlex = wishes.some(({ flex }) => flex !== undefined);
  const most = given.maxWidth ?? MOST_NATURAL;
  const around = 2 * borderOf(given);
  const needed = Math.max(sum(first) + around, pagerOf(given));
  const width = Math.round(given.width ?? (hasFlex ? most : Math.min(most, needed)));
  const inner = width - around;
  const room = inner - sum(first);
  if (room < 0) return { width, columns: rounded(shrunk(first, wishes, inner)) };
  if (hasFlex) return { width, columns: rounded(flexed(first, wishes, inner)) };
  const weights = wishes.map(({ width: fixed }, i) => (fixed === undefined ? first[i] : 0));
  return { width, columns: rounded(grown(first, wishes, weights, room)) };
}
