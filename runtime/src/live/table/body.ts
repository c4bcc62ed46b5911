/** The rows in sight, however many there are: as they are scrolled, others take their places. */
import { html, on, set } from "../../page/dom";
import { isWrapped } from "../../plot/table/layout";
import { count, counted } from "../../shared/format";
import { cell, type Grid, type Place } from "./parts";

/** Browsers have no longer elements: of more rows each pixel stands for several. */
const MOST_HEIGHT = 15_000_000;
/** Without its style sheet a table is as high as its rows: no more of them count as seen than in so many heights. */
const MOST_STRETCHED = 2;
/** Rows that are there above and below those in sight. */
const BESIDE = 4;

export class Body {
  readonly element = html("div", { role: "rowgroup", "data-part": "grid-body" });
  private readonly rows = new Map<number, HTMLElement>();

  constructor(
    private readonly grid: Grid,
    private readonly scroller: HTMLElement,
    /** Height of what stands above the rows and stays in sight. */
    private readonly above: () => number,
  ) {
    on(scroller, "scroll", () => this.show());
    on(this.element, "click", (event) => this.clicked(event.target as Element));
    on(this.element, "pointerover", (event) => this.hovered(event.target as Element));
    on(this.element, "pointerleave", () => this.isHover && grid.control.clear());
  }

  private get isHover(): boolean {
    return this.grid.control.choice.mode === "hover";
  }

  private get count(): number {
    const { from, to } = this.grid.range;
    return to - from;
  }

  private get height(): number {
    return this.count * this.grid.layout.row;
  }

  private get view(): number {
    const { layout } = this.grid;
    const height = Math.min(this.scroller.clientHeight, MOST_STRETCHED * layout.height);
    return Math.max(layout.row, height - this.above());
  }

  /** Pixels of rows that are scrolled past, with fractions. */
  private get past(): number {
    const { scrollTop } = this.scroller;
    if (this.height <= MOST_HEIGHT) return scrollTop;
    return (scrollTop / (MOST_HEIGHT - this.view)) * (this.height - this.view);
  }

  /** All rows anew: their number, order or values have changed. */
  update(): void {
    this.element.style.height = `${Math.min(this.height, MOST_HEIGHT)}px`;
    this.grid.template(this.element);
    for (const row of this.rows.keys()) this.fill(row);
    this.show();
  }

  show(): void {
    const { grid, past } = this;
    const { from, to } = grid.range;
    const { row: height } = grid.layout;
    const first = Math.max(from, from + Math.floor(past / height) - BESIDE);
    const last = Math.min(to, from + Math.ceil((past + this.view) / height) + BESIDE);
    grid.control.want(first, last);
    for (const [row, element] of this.rows) {
      if ((row >= first && row < last) || (row === grid.active.row && row < to)) continue;
      element.remove();
      this.rows.delete(row);
    }
    for (let row = first; row < last; row++) if (!this.rows.has(row)) this.add(row);
    if (grid.active.row >= from && grid.active.row < to && !this.rows.has(grid.active.row)) this.add(grid.active.row);
    const shift = this.scroller.scrollTop - past;
    for (const [row, element] of this.rows) element.style.top = `${(row - from) * height + shift}px`;
  }

  private add(row: number): void {
    const { grid } = this;
    const cells = grid.control.columns.map((column, i) => {
      const made = cell("gridcell", { row, column: i }, grid);
      set(made, { "data-align": column.align, ...(isWrapped(column) ? { "data-wrap": "" } : {}) });
      return made;
    });
    const element = html("div", { role: "row", "aria-rowindex": row + 1 + grid.heads, "data-row": row }, ...cells);
    element.style.height = `${grid.layout.row}px`;
    const after = [...this.rows.keys()].filter((other) => other > row);
    this.element.insertBefore(element, after.length ? this.rows.get(Math.min(...after))! : null);
    this.rows.set(row, element);
    this.fill(row);
  }

  private fill(row: number): void {
    const { grid } = this;
    const { control } = grid;
    const element = this.rows.get(row)!;
    const isHere = control.rows.has(row);
    set(element, { "aria-busy": String(!isHere) });
    grid.template(element);
    if (control.choice.mode !== "none") set(element, { "aria-selected": String(control.isChosen(row)) });
    [...element.children].forEach((made, column) => {
      const text = control.text(row, column) ?? "\u2026";
      if (made.textContent !== text) made.textContent = text;
      (made as HTMLElement).tabIndex = grid.tabIndex({ row, column });
    });
  }

  private rowOf(target: Element): number | null {
    const found = target.closest<HTMLElement>("[data-row]");
    return found && Number(found.dataset["row"]);
  }

  private clicked(target: Element): void {
    const row = this.rowOf(target);
    if (row === null || this.isHover) return;
    this.pick(row);
  }

  private hovered(target: Element): void {
    const made = target.closest<HTMLElement>("[data-column]");
    if (made) made.title = made.scrollWidth > made.clientWidth ? (made.textContent ?? "") : "";
    const row = this.rowOf(target);
    if (this.isHover && row !== null && !this.grid.control.isChosen(row)) this.grid.control.pick(row);
  }

  /** Chooses a row, or no longer. */
  pick(row: number): void {
    const { control, say } = this.grid;
    if (control.choice.mode === "none" || !control.rows.has(row)) return;
    control.pick(row);
    const { size } = control.choice;
    const others = size > 1 ? `, ${counted(size, "row")}` : "";
    say(`Row ${count(row + 1)} ${control.isChosen(row) ? "chosen" : "no longer chosen"}${others}`);
  }

  /** The element of a cell, after the scroller has moved it into sight. */
  reveal({ row, column }: Place): HTMLElement {
    const { scroller, grid } = this;
    const { row: height } = grid.layout;
    const top = (row - grid.range.from) * height;
    const { past, view } = this;
    const wanted = top < past ? top : top + height > past + view ? top + height - view : past;
    if (wanted !== past) {
      const share = this.height <= MOST_HEIGHT ? 1 : (MOST_HEIGHT - view) / (this.height - view);
      scroller.scrollTop = wanted * share;
    }
    this.show();
    const made = this.rows.get(row)!.children[column] as HTMLElement;
    this.across(column);
    return made;
  }

  /** Moves a column into sight. */
  across(column: number): void {
    const { scroller, grid } = this;
    const left = grid.widths.slice(0, column).reduce((sum, width) => sum + width, 0);
    const right = left + grid.widths[column];
    if (left < scroller.scrollLeft) scroller.scrollLeft = left;
    else if (right > scroller.scrollLeft + scroller.clientWidth)
      scroller.scrollLeft = Math.min(left, right - scroller.clientWidth);
  }

  /** Rows that a page key moves by. */
  get page(): number {
    return Math.max(1, Math.floor(this.view / this.grid.layout.row) - 1);
  }

  /** Tab stops and chosen rows anew. */
  mark(): void {
    for (const row of this.rows.keys()) this.fill(row);
  }
}
