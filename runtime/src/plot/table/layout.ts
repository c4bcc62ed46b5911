/** Where the columns, rows and lines of a table stand, settled by what it shows first. */
import { oneLine } from "../../shared/ticks";
import { textWidth, wrap } from "../text";
import type { TableColumn } from "./column";
import type { TableControl } from "./control";
import { borderOf, filterOf, FOOTER, headerOf, padOf, rowOf, rowsInSight, TEXT, widthsOf, type Wish } from "./sizes";

export interface PlacedColumn {
  x: number;
  width: number;
}

export interface TableLayout {
  width: number;
  height: number;
  header: number;
  filter: number;
  row: number;
  /** Rows in sight. */
  rows: number;
  footer: number;
  pad: number;
  columns: PlacedColumn[];
  /** Width of all columns; over `width` they are moved into sight. */
  content: number;
}

/** Room for the sign of the order beside a header. */
const SIGN = 14;
/** Room for the button that opens its filter. */
const OPENER = 24;
/** What can be read of a box that filters. */
const LEAST = 44;
const LEAST_FILTERED = 86;
const MOST = 300;
const MOST_LINES = 6;
export const BOLD = 700;

const measured = (text: string, weight = 400): number => textWidth(oneLine(text), TEXT, weight);

export const isWrapped = ({ given }: TableColumn): boolean => given.wrapText === true || given.autoHeight === true;

const isHeaderWrapped = ({ given }: TableColumn): boolean =>
  given.headerWrapText === true || given.headerAutoHeight === true;

/** Room that the signs beside a header take. */
export function signsOf(control: TableControl, column: number): number {
  const hasOpener = control.look.filtering === "header" && control.canFilter(column);
  return (control.canSort(column) ? SIGN : 0) + (hasOpener ? OPENER : 0);
}

function wishOf(control: TableControl, at: number, pad: number): Wish {
  const column = control.columns[at];
  const { width, minWidth, maxWidth, flex } = column.given;
  const least = control.look.filtering === "row" && control.canFilter(at) ? LEAST_FILTERED : LEAST;
  const label = isHeaderWrapped(column) ? Math.max(...column.label.split(/\s/).map((word) => measured(word, BOLD))) : 0;
  const header = (label || measured(column.label, BOLD)) + signsOf(control, at);
  const texts = Math.max(0, ...control.first(at).map((value) => measured(column.write(value))));
  const padded = (room: number): number => Math.ceil(Math.min(MOST, Math.max(least - 2 * pad, room)) + 2 * pad);
  const firm = padded(column.kind === "text" ? 0 : texts);
  return { natural: padded(Math.max(header, texts)), firm, width, minWidth, maxWidth, flex };
}

/** Lines that a text takes in a column. */
export function linesOf(text: string, room: number, most: number, weight = 400): string[] {
  const lines = wrap(oneLine(text), room, TEXT, weight);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")];
}

const linesIn = (text: string, room: number, weight = 400): number =>
  Math.min(MOST_LINES, wrap(oneLine(text), room, TEXT, weight).length);

/** Lines of the headers that are as high as they need. */
function headerLines(control: TableControl, widths: number[], pad: number): number {
  const lines = control.columns.map((column, i) =>
    column.given.headerAutoHeight ? linesIn(column.label, widths[i] - 2 * pad - signsOf(control, i), BOLD) : 1,
  );
  return Math.max(1, ...lines);
}

/** Lines of the rows that are as high as the first of them need. */
function rowLines(control: TableControl, widths: number[], pad: number): number {
  const lines = control.columns.flatMap((column, i) =>
    column.given.autoHeight ? control.first(i).map((value) => linesIn(column.write(value), widths[i] - 2 * pad)) : [],
  );
  return Math.max(1, ...lines);
}

export function layoutOf(control: TableControl): TableLayout {
  const { look } = control;
  const pad = padOf(look);
  const wishes = control.columns.map((_, i) => wishOf(control, i, pad));
  const { width, columns: widths } = widthsOf(look, wishes);
  let x = borderOf(look);
  const columns = widths.map((own) => ({ x: (x += own) - own, width: own }));
  const header = headerOf(look, headerLines(control, widths, pad));
  const row = rowOf(look, rowLines(control, widths, pad));
  const filter = filterOf(look);
  const most = rowsInSight(look, header, row);
  const rows = control.isPaged ? most : Math.max(1, Math.min(most, control.total));
  const needed = header + filter + rows * row + FOOTER;
  const height = typeof look.height === "number" ? look.height : needed;
  return { width, height, header, filter, row, rows, footer: FOOTER, pad, columns, content: x };
}
