/** The rows in sight, however many there are: as they are scrolled, others take their places. */
import { html, on, set } from "../../page/dom";
import { tabbed } from "../../plot/table/copy";
import { HeldRows } from "../../plot/table/rows";
import { isWrapped } from "../../plot/table/layout";
import { count, counted } from "../../shared/format";
import { cell, type Grid, type Place } from "./parts";

/** Browsers have no longer elements: of more rows each pixel stands for several. */
const MOST_HEIGHT = 15_000_000;
/** Without its style sheet a table is as high as its rows: no more of them count as seen than in so many heights. */
const MOST_STRETCHED = 2;
/** Rows that are there above and below those in sight. */
const BESIDE = 4;
/** Each row that is chosen is a condition. */
const MOST_CHOSEN = 1000;

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
    const { row: active } = grid.active;
    const staysBesides = active >= from && active < to && (active < first || active >= last);
    grid.control.want(first, last, staysBesides ? active : null);
    for (const [row, element] of this.rows) {
      if ((row >= first && row < last) || (row === active && row < to)) continue;
      element.remove();
      this.rows.delete(row);
    }
    for (let row = first; row < last; row++) if (!this.rows.has(row)) this.add(row);
    if (staysBesides && !this.rows.has(active)) this.add(active);
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
      const address = text && isHere ? control.link(row, column) : null;
      if (address) this.lead(made as HTMLElement, address, text);
      else if (made.textContent !== text || made.childElementCount) made.textContent = text;
      (made as HTMLElement).tabIndex = grid.tabIndex({ row, column });
    });
  }

  /** A text that leads to an address. */
  private lead(made: HTMLElement, address: string, text: string): void {
    const link = html("a", { href: address, target: "_blank", rel: "noopener noreferrer", tabindex: -1 }, text);
    if (made.firstElementChild?.outerHTML !== link.outerHTML) made.replaceChildren(link);
  }

  /** Follows the link of a cell, if it has one. */
  follow({ row, column }: Place): boolean {
    const link = this.rows.get(row)?.children[column]?.querySelector("a");
    link?.click();
    return link !== undefined && link !== null;
  }

  private rowOf(target: Element): number | null {
    const found = target.closest<HTMLElement>("[data-row]");
    return found && Number(found.dataset["row"]);
  }

  private clicked(target: Element): void {
    const row = this.rowOf(target);
    if (row === null || this.isHover || target.closest("a")) return;
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

  /** Chooses all rows, where more than one can be chosen and they are at hand. */
  pickAll(): void {
    const { control, say } = this.grid;
    if (control.choice.mode !== "multiple_row") return;
    const { count: all } = control.rows;
    if (!(control.rows instanceof HeldRows) || all > MOST_CHOSEN)
      return say(`More than ${count(MOST_CHOSEN)} rows are not chosen at once`);
    control.choose(Array.from({ length: all }, (_, row) => control.known(row)));
    say(`${counted(all, "row")} chosen`);
  }

  /** Copies the rows that are chosen, or that with the focus, with tabs between values. */
  copy(event: ClipboardEvent): void {
    const { control, active, say } = this.grid;
    if (!event.clipboardData || !document.getSelection()?.isCollapsed) return;
    const chosen = Array.from({ length: control.rows.count }, (_, row) => row).filter((row) => control.isChosen(row));
    const rows = chosen.length ? chosen : control.rows.has(active.row) ? [active.row] : [];
    if (!rows.length) return;
    event.clipboardData.setData("text/plain", tabbed(control, rows));
    event.preventDefault();
    event.stopPropagation();
    say(`${counted(rows.length, "row")} copied`);
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
