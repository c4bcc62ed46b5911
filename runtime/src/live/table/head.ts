/** Headers that sort and are dragged wider, and below them the boxes that filter. */
import { button, freeId, html, on, set, svg } from "../../page/dom";
import { example, HINT } from "../../plot/table/condition";
import { LENS } from "../../plot/table/draw";
import type { Sort } from "../../plot/table/question";
import { rowsLine } from "../../plot/table/words";
import { cell, HEADER, type Grid } from "./parts";
import { focused } from "../focus";

const LEAST = 40;
const STEP = 10;

const wayOf = ({ isDescending }: Sort): "ascending" | "descending" => (isDescending ? "descending" : "ascending");

/** The orders that a header goes through: alone, or with Shift beside those of other columns. */
function next(grid: Grid, column: number, isBeside: boolean): void {
  const { control } = grid;
  const own = control.sorts.find((sort) => sort.column === column);
  const wanted = own?.isDescending ? [] : [{ column, isDescending: own !== undefined }];
  const at = own ? control.sorts.indexOf(own) : control.sorts.length;
  control.sortBy(isBeside ? control.sorts.toSpliced(at, 1, ...wanted) : wanted);
  const told = control.sorts.map((sort) => `${grid.label(sort.column)}, ${wayOf(sort)}`);
  grid.say(told.length ? `Sorted by ${told.join(", then by ")}` : "In the order of the data");
}

export class Head {
  readonly element = html("div", { role: "rowgroup", "data-part": "grid-head" });
  private readonly headers: HTMLElement[];
  private readonly filters: (HTMLInputElement | null)[];
  private readonly filterRow: HTMLElement | null;

  constructor(
    private readonly grid: Grid,
    private readonly relay: () => void,
  ) {
    const { control, layout } = grid;
    this.headers = control.columns.map((_, column) => this.header(column));
    const row = html("div", { role: "row", "aria-rowindex": 1 }, ...this.headers);
    row.style.height = `${layout.header}px`;
    this.filters = control.columns.map((_, column) => (control.canFilter(column) ? this.filter(column) : null));
    this.filterRow = control.look.filtering ? this.filterCells() : null;
    if (this.filterRow) this.filterRow.hidden = control.look.filtering === "header";
    this.element.append(row, ...(this.filterRow ? [this.filterRow] : []));
  }

  private filterCells(): HTMLElement {
    const cells = this.filters.map((input, column) =>
      html("div", { role: "gridcell", "aria-colindex": column + 1 }, ...(input ? [input] : [])),
    );
    return html("div", { role: "row", "aria-rowindex": 2, "data-part": "grid-filters" }, ...cells);
  }

  private header(column: number): HTMLElement {
    const { grid } = this;
    const { control } = grid;
    const { given, headerAlign } = control.columns[column];
    const made = cell("columnheader", { row: HEADER, column }, grid);
    made.append(html("span", {}, grid.label(column)));
    set(made, { "data-align": headerAlign });
    if (given.headerWrapText || given.headerAutoHeight) set(made, { "data-wrap": "" });
    if (control.look.filtering === "header" && control.canFilter(column)) {
      made.append(this.opener(column));
      set(made, { "aria-label": grid.label(column) });
    }
    if (control.canSort(column)) {
      made.append(html("i", { "aria-hidden": "true" }), html("small", { "aria-hidden": "true" }));
      on(made, "click", (event) => next(grid, column, event.shiftKey));
      on(made, "mousedown", (event) => event.shiftKey && event.preventDefault());
    }
    if (given.resizable !== false) made.append(this.handle(column));
    on(made, "keydown", (event) => this.key(event, column));
    return made;
  }

  private opener(column: number): HTMLElement {
    const open = (event: Event): void => {
      event.stopPropagation();
      this.filterRow!.hidden = false;
      this.filters[column]!.focus();
    };
    const lens = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: LENS }));
    const made = button(lens, () => undefined, {
      "aria-label": `Filter ${this.grid.label(column)}`,
      tabindex: -1,
      "data-part": "grid-opener",
    });
    on(made, "click", open);
    return made;
  }

  private key(event: KeyboardEvent, column: number): void {
    const { grid } = this;
    if (event.altKey && /^Arrow(Left|Right)$/.test(event.key)) {
      if (grid.control.columns[column].given.resizable === false) return;
      this.widen(column, grid.widths[column] + (event.key === "ArrowLeft" ? -STEP : STEP));
      grid.say(`${grid.label(column)}: ${grid.widths[column]} pixels wide`);
    } else if (event.key === "f" && this.filters[column]) {
      this.filterRow!.hidden = false;
      this.filters[column].focus();
    } else if ((event.key === "Enter" || event.key === " ") && grid.control.canSort(column))
      next(grid, column, event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private widen(column: number, width: number): void {
    const { minWidth = LEAST, maxWidth = Infinity } = this.grid.control.columns[column].given;
    this.grid.widths[column] = Math.round(Math.max(minWidth, Math.min(maxWidth, width)));
    this.relay();
  }

  /** The edge of a header that is dragged. */
  private handle(column: number): HTMLElement {
    const made = html("b", { "aria-hidden": "true" });
    on(made, "click", (event) => event.stopPropagation());
    on(made, "pointerdown", (event) => {
      event.preventDefault();
      made.setPointerCapture(event.pointerId);
      const [from, width] = [event.clientX, this.grid.widths[column]];
      made.onpointermove = (moved) => this.widen(column, width + moved.clientX - from);
      made.onpointerup = made.onpointercancel = () => (made.onpointermove = null);
    });
    return made;
  }

  private filter(column: number): HTMLInputElement {
    const { grid } = this;
    const { kind } = grid.control.columns[column];
    const label = { "aria-label": `Filter ${grid.label(column)}`, placeholder: example(kind), "data-filter": column };
    const input = html("input", { type: "search", autocomplete: "off", spellcheck: "false", ...label });
    input.id = freeId("inspect-viz-filter");
    on(input, "input", () => {
      const isGood = grid.control.filterOn(column, input.value);
      set(input, { "aria-invalid": String(!isGood) });
      if (!isGood) grid.say(`${grid.label(column)}: write ${HINT}`);
    });
    on(input, "keydown", (event) => {
      if (event.key === "Escape" && !input.value && grid.control.look.filtering === "header") {
        this.filterRow!.hidden = true;
        this.headers[column].focus();
      }
      event.stopPropagation();
    });
    return input;
  }

  /** Where a filter has the focus, readers hear how many rows are left. */
  told(): void {
    const at = focused(this.element);
    if (!this.element.contains(at) || !(at instanceof HTMLInputElement)) return;
    const { count } = this.grid.control.rows;
    this.grid.say(rowsLine({ from: 0, to: count, count, total: this.grid.control.total }));
  }

  at(column: number): HTMLElement {
    return this.headers[column];
  }

  update(): void {
    const { grid } = this;
    const { sorts } = grid.control;
    this.headers.forEach((header, column) => {
      const at = sorts.findIndex((sort) => sort.column === column);
      if (grid.control.canSort(column)) set(header, { "aria-sort": at < 0 ? "none" : wayOf(sorts[at]) });
      const place = header.querySelector(":scope > small");
      if (place) place.textContent = at >= 0 && sorts.length > 1 ? String(at + 1) : "";
      header.tabIndex = grid.tabIndex({ row: HEADER, column });
    });
    for (const row of this.element.children) grid.template(row as HTMLElement);
  }
}
