/** What the parts of a living table share. */
import { html } from "../../page/dom";
import type { TableControl } from "../../plot/table/control";
import { layoutOf, type TableLayout } from "../../plot/table/layout";
import { oneLine } from "../../shared/ticks";

export type Say = (text: string) => void;

/** A cell by its row, from 0 on, and its column; headers are row -1. */
export interface Place {
  row: number;
  column: number;
}

export const HEADER = -1;

/** A table in the page: what it shows, and the widths that readers gave its columns. */
export class Grid {
  readonly layout: TableLayout;
  readonly widths: number[];
  active: Place = { row: HEADER, column: 0 };

  constructor(
    readonly control: TableControl,
    readonly say: Say,
  ) {
    this.layout = layoutOf(control);
    this.widths = this.layout.columns.map(({ width }) => width);
  }

  get width(): number {
    return this.widths.reduce((sum, width) => sum + width, 0);
  }

  /** Rows above those of the data, as screen readers count. */
  get heads(): number {
    return this.control.look.filtering ? 2 : 1;
  }

  /** The rows that can be scrolled to: those of a page, or all. */
  get range(): { from: number; to: number } {
    const { control } = this;
    if (!control.isPaged) return { from: 0, to: control.rows.count };
    const from = control.page * control.size;
    return { from, to: Math.min(control.rows.count, from + control.size) };
  }

  label(column: number): string {
    return oneLine(this.control.columns[column].label);
  }

  isActive({ row, column }: Place): boolean {
    return this.active.row === row && this.active.column === column;
  }

  /** The one cell of the table that the tab key reaches. */
  tabIndex(place: Place): number {
    return this.isActive(place) ? 0 : -1;
  }

  /** Lays cells out as wide as the columns. */
  template(element: HTMLElement): void {
    element.style.gridTemplateColumns = this.widths.map((width) => `${width}px`).join(" ");
    element.style.width = `${this.width}px`;
  }
}

export const cell = (role: "gridcell" | "columnheader", place: Place, grid: Grid): HTMLDivElement =>
  html("div", {
    role,
    "aria-colindex": place.column + 1,
    "data-column": place.column,
    tabindex: grid.tabIndex(place),
  });
