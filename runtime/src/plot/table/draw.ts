/** A table as it looks at first: header, rows, and a line that says which rows these are. */
import { px } from "../../shared/format";
import { asPart } from "../../shared/protocol";
import type { Attributes, Make } from "../../shared/elements";
import { oneLine } from "../../shared/ticks";
import type { DrawnControl } from "../inputs/draw";
import { textWidth } from "../text";
import type { TableColumn } from "./column";
import type { TableControl } from "./control";
import { BOLD, isWrapped, layoutOf, signsOf, type PlacedColumn, type TableLayout } from "./layout";
import { written, type Cell } from "./lines";
import { borderOf, LINE, TEXT, type TableLook } from "./sizes";
import { pagesLine, rowsLine } from "./words";

/** Around a table, in user units. */
const SIDE = 12;
const ABOVE = 10;
const FAINT = 0.65;
const LINES: Attributes = { "stroke-opacity": 0.14 };
const AROUND: Attributes = { "stroke-opacity": 0.28 };

/** The sign of a filter, in a box of 16 units. */
export const LENS = "M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM10.5 10.5l3.5 3.5";
const LENS_SIZE = 12;

/** The least part of a column of texts that is shown. */
const LEAST_PART = 60;

/** The part of a column that is in sight: of numbers and times all or nothing, as a part would be another value. */
function inSight({ x, width }: PlacedColumn, most: number, { kind }: TableColumn): number {
  const part = Math.min(width, most - x);
  return part >= width || (kind === "text" && part >= LEAST_PART) ? part : 0;
}

const linesIn = (height: number): number => Math.max(1, Math.floor((height - 12) / LINE));

class TablePen {
  private readonly style: TableLook;

  constructor(
    private readonly make: Make,
    private readonly control: TableControl,
    private readonly layout: TableLayout,
  ) {
    this.style = control.look.style ?? {};
  }

  private inSight(i: number): number {
    const inner = this.layout.width - borderOf(this.control.look);
    return inSight(this.layout.columns[i], inner, this.control.columns[i]);
  }

  private get ink(): string {
    return this.style.foregroundColor ?? "currentColor";
  }

  private get edge(): Attributes {
    const { borderColor } = this.style;
    return borderColor ? { stroke: borderColor } : { stroke: this.ink, ...LINES };
  }

  line(y: number, look: Attributes = {}): SVGElement {
    const { borderWidth = 1 } = this.style;
    return this.make("path", {
      d: `M${borderWidth} ${px(y)}H${px(this.layout.width - borderWidth)}`,
      ...this.edge,
      fill: "none",
      ...look,
    });
  }

  background(): SVGElement[] {
    const { width, height } = this.layout;
    const { backgroundColor, borderColor, borderWidth = 1, borderRadius = 6 } = this.style;
    const inset = borderWidth / 2;
    const box = { x: px(inset), y: px(inset), width: px(width - borderWidth), height: px(height - borderWidth) };
    const stroke = borderColor ? { stroke: borderColor } : { stroke: this.ink, ...AROUND };
    const around = borderWidth > 0 ? { ...stroke, "stroke-width": borderWidth } : {};
    return [this.make("rect", { ...box, rx: borderRadius, fill: backgroundColor ?? "none", ...around })];
  }

  private text(color: string | undefined, font: string | undefined): Attributes {
    const { textColor, foregroundColor, fontFamily } = this.style;
    return { fill: color ?? textColor ?? foregroundColor, "font-family": font ?? fontFamily };
  }

  headers(): SVGElement[] {
    return this.control.columns.flatMap((_, i) => {
      const cell = this.header(i);
      return [...written(this.make, cell), ...this.lens(cell, i)];
    });
  }

  private header(i: number): Cell {
    const { columns, header, pad } = this.layout;
    const { label, headerAlign: align, given } = this.control.columns[i];
    const signs = signsOf(this.control, i);
    const before = align === "right" ? signs : align === "center" ? signs / 2 : 0;
    const width = this.inSight(i) - 2 * pad - signs;
    const box = { x: columns[i].x + pad + before, y: 0, width, height: header };
    const lines = given.headerWrapText || given.headerAutoHeight ? linesIn(header) : 1;
    const look = this.text(this.style.headerTextColor, this.style.headerFontFamily);
    return { text: label, box, align, lines, weight: BOLD, look: { ...look, "font-weight": BOLD } };
  }

  /** The sign of a filter, beside the text of a header. */
  private lens({ box, text, align }: Cell, i: number): SVGElement[] {
    const { filtering } = this.control.look;
    if (filtering !== "header" || !this.control.canFilter(i) || box.width < LENS_SIZE) return [];
    const width = Math.min(box.width, textWidth(oneLine(text), TEXT, BOLD));
    const gap = 8;
    const right = box.x + (align === "center" ? (box.width + width) / 2 : width) + gap;
    const x = align === "right" ? box.x + box.width - width - gap - LENS_SIZE : right;
    const place = `translate(${px(x)},${px((box.height - LENS_SIZE) / 2)}) scale(${LENS_SIZE / 16})`;
    const look = { fill: "none", stroke: this.ink, "stroke-opacity": FAINT, "stroke-width": 1.5 };
    return [this.make("path", { d: LENS, transform: place, "stroke-linecap": "round", ...look })];
  }

  /** The boxes that readers write filters into. */
  filters(): SVGElement[] {
    const { columns, header, filter } = this.layout;
    if (!filter) return [];
    return columns.flatMap((column, i) => {
      const width = this.inSight(i) - 12;
      if (!this.control.canFilter(i) || width < 12) return [];
      const box = { x: px(column.x + 6.5), y: px(header + 0.5), width: px(width - 1), height: filter - 9, rx: 4 };
      return [this.make("rect", { ...box, fill: "none", stroke: this.ink, "stroke-opacity": 0.3 })];
    });
  }

  rows(top: number, from: number, to: number): SVGElement[] {
    const { row } = this.layout;
    return Array.from({ length: to - from }, (_, i) => this.row(top + i * row, from + i)).flat();
  }

  private row(y: number, row: number): SVGElement[] {
    const { columns, row: height, pad } = this.layout;
    const look = this.text(this.style.cellTextColor, this.style.cellFontFamily);
    const cells = this.control.columns.flatMap((column, i) => {
      const box = { x: columns[i].x + pad, y, width: this.inSight(i) - 2 * pad, height };
      const text = this.control.text(row, i) ?? "";
      return written(this.make, {
        text,
        box,
        align: column.align,
        look,
        lines: isWrapped(column) ? linesIn(height) : 1,
      });
    });
    return [this.line(y + height - 0.5), ...cells];
  }

  footer(text: string): SVGElement[] {
    const { width, height, footer, pad, columns } = this.layout;
    const box = { x: pad, y: height - footer, width: width - 2 * pad, height: footer };
    const look = { ...this.text(undefined, undefined), "fill-opacity": FAINT };
    const hidden = columns.filter((_, i) => this.inSight(i) === 0).length;
    const more = hidden ? `, ${columns.length - hidden} of ${columns.length} columns` : "";
    const pages = this.control.isPaged ? pagesLine(this.control) : "";
    const left = { ...box, width: box.width - (pages ? textWidth(pages, TEXT) + pad : 0) };
    return [
      ...written(this.make, { text: `${text}${more}`, box: left, align: "left", look }),
      ...(pages ? written(this.make, { text: pages, box, align: "right", look }) : []),
    ];
  }
}

/** The table, drawn. */
export function drawTable(make: Make, control: TableControl): DrawnControl {
  const layout = layoutOf(control);
  const { header, filter, width, height, row, footer } = layout;
  const pen = new TablePen(make, control, layout);
  const top = header + filter;
  const room = Math.max(0, Math.floor((height - top - footer) / row + 1e-9));
  const from = control.isPaged ? control.page * control.size : 0;
  const to = Math.min(control.rows.count, from + Math.min(room, layout.rows));
  const line = rowsLine({ from, to, count: control.rows.count, total: control.total });
  const nodes = [
    ...pen.background(),
    ...pen.headers(),
    ...pen.filters(),
    pen.line(top - 0.5, { "stroke-opacity": 0.4 }),
    ...pen.rows(top, from, to),
    ...pen.footer(line),
  ];
  const body = make("g", { transform: `translate(${SIDE},${ABOVE})` }, ...nodes);
  return {
    nodes: [make("g", { ...asPart("input"), "data-input": control.number }, body)],
    width: width + 2 * SIDE,
    height: height + 2 * ABOVE,
    box: { x: SIDE, y: ABOVE, width, height },
    options: [],
  };
}
