/** The line below a table: which rows are in sight, and the way to other pages. */
import { button, html, on } from "../../page/dom";
import { pagesLine, rowsLine } from "../../plot/table/words";
import type { Grid } from "./parts";

export class Foot {
  readonly element: HTMLElement;
  private readonly line = html("span");
  private readonly pager: { before: HTMLButtonElement; at: HTMLElement; after: HTMLButtonElement } | null;
  private readonly sizes: HTMLSelectElement | null;

  constructor(private readonly grid: Grid) {
    const { control } = grid;
    this.pager = control.isPaged ? this.pages() : null;
    this.sizes = control.look.pageSizes ? this.choices(control.look.pageSizes) : null;
    const { before, at, after } = this.pager ?? {};
    const shown = [this.line, this.sizes, before, at, after].filter((part) => part !== null && part !== undefined);
    this.element = html("div", { "data-part": "grid-foot" }, ...(shown as HTMLElement[]));
  }

  private pages(): Foot["pager"] {
    const turn = (by: number): void => {
      const { control, say } = this.grid;
      control.turnTo(control.page + by);
      say(pagesLine(control));
    };
    const before = button("\u2039", () => turn(-1), { "aria-label": "Previous page" });
    const after = button("\u203a", () => turn(1), { "aria-label": "Next page" });
    return { before, at: html("span"), after };
  }

  private choices(sizes: readonly number[]): HTMLSelectElement {
    const { control, say } = this.grid;
    const all = [...new Set([control.size, ...sizes])].sort((a, b) => a - b);
    const select = html("select", { "aria-label": "Rows on a page" });
    select.append(...all.map((size) => html("option", { value: size }, `${size} rows`)));
    select.value = String(control.size);
    on(select, "change", () => {
      control.resize(Number(select.value));
      say(`${select.value} rows on a page`);
    });
    return select;
  }

  update(): void {
    const { control, range } = this.grid;
    const { count: found } = control.rows;
    const isAll = !control.isPaged;
    const shown = isAll ? { from: 0, to: found } : range;
    this.line.textContent = rowsLine({ ...shown, count: found, total: control.total });
    if (!this.pager) return;
    const { before, at, after } = this.pager;
    at.textContent = pagesLine(control);
    before.disabled = control.page === 0;
    after.disabled = control.page >= control.pages - 1;
  }
}
