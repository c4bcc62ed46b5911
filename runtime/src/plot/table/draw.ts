/** A table as it looks at first: header, rows, and a line that says which rows these are. */
import { px } from "../../shared/format";
import { asPart } from "../../shared/protocol";
import type { Attributes, Make } from "../../shared/elements";
import { oneLine, shorten } from "../../shared/ticks";
import type { DrawnControl } from "../inputs/draw";
import { textWidth } from "../text";
import type { Align } from "./column";
import type { TableControl } from "./control";
import { BOLD, isWrapped, layoutOf, linesOf, SIGN, type PlacedColumn, type TableLayout } from "./layout";
import { LINE, TEXT, type TableLook } from "./sizes";
import { rowsLine } from "./words";

/** Around a table, in user units. */
const SIDE = 12;
const ABOVE = 10;
const FAINT = 0.65;
const LINES: Attributes = { "stroke-opacity": 0.14 };
const AROUND: Attributes = { "stroke-opacity": 0.28 };

const ANCHORS: Record<Align, Attributes> = {
  left: {},
  justify: {},
  center: { "text-anchor": "middle" },
  right: { "text-anchor": "end" },
};

interface Cell {
  text: string;
  box: { x: number; y: number; width: number; height: number };
  align: Align;
  look: Attributes;
  weight?: number;
  lines?: number;
}

/** Text in a box, in as many lines as it may take; what has no room is cut. */
function written(make: Make, { text, box, align, look, weight = 400, lines = 1 }: Cell): SVGElement[] {
  if (box.width < 8) return [];
  const measure = (part: string): number => textWidth(part, TEXT, weight);
  const found = lines > 1 ? linesOf(text, box.width, lines, weight) : [oneLine(text)];
  const share = { left: 0, justify: 0, center: 0.5, right: 1 }[align];
  const top = box.y + (box.height - found.length * LINE) / 2 + LINE / 2 + 4.2;
  return found.map((line, i) =>
    make(
      "text",
      { x: px(box.x + share * box.width), y: px(top + i * LINE), "font-size": TEXT, ...ANCHORS[align], ...look },
      shorten(line, box.width, measure),
    ),
  );
}

/** The part of a column that is in sight. */
const inSight = ({ x, width }: PlacedColumn, { width: most }: TableLayout): number => Math.min(width, most - x);

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
    const { columns, header, pad } = this.layout;
    const look = this.text(this.style.headerTextColor, this.style.headerFontFamily);
    return this.control.columns.flatMap((column, i) => {
      const { x } = columns[i];
      const sign = this.control.canSort(i) ? SIGN : 0;
      const align = column.headerAlign;
      const before = align === "right" ? sign : align === "center" ? sign / 2 : 0;
      const width = inSight(columns[i], this.layout) - 2 * pad - (align === "center" ? 2 * before : sign);
      const box = { x: x + pad + before, y: 0, width, height: header };
      const lines = column.given.headerWrapText || column.given.headerAutoHeight ? linesIn(header) : 1;
      const cell = { text: column.label, box, align, lines, weight: BOLD, look: { ...look, "font-weight": BOLD } };
      return written(this.make, cell);
    });
  }

  /** The boxes that readers write filters into. */
  filters(): SVGElement[] {
    const { columns, header, filter } = this.layout;
    if (!filter) return [];
    return columns.flatMap((column, i) => {
      const width = inSight(column, this.layout) - 12;
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
      const box = { x: columns[i].x + pad, y, width: inSight(columns[i], this.layout) - 2 * pad, height };
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
    const hidden = columns.filter(({ x }) => x >= width - 8).length;
    const more = hidden ? `, ${columns.length - hidden} of ${columns.length} columns` : "";
    return written(this.make, { text: `${text}${more}`, box, align: "left", look });
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
