/** The things of a mark as a table that can be sorted and filtered, a page at a time. */
import { count, counted } from "../shared/format";
import type { Payload } from "../shared/payload";
import { asPart } from "../shared/protocol";
import { csv } from "./csv";
import { button, download, html, on, set } from "./dom";
import type { TableFacts, Things } from "./plot";
import { shownRows, type Sort } from "./rows";
import { fileName } from "./save";

const ROWS = 50;
/** Columns that are no values of their own, such as names, come in addition. */
const COLUMNS = 40;

/** "1-7 of 7 that match, of 120 samples". */
function sizeOf(first: number, last: number, found: number, { size, noun }: TableFacts): string {
  if (!found) return `No ${noun[0]} matches`;
  const matching = found < size ? ` that match, of ${counted(size, noun[0])}` : "";
  return `${count(first + 1)}\u2013${count(last)} of ${count(found)}${matching}`;
}

/** How many columns are not in sight at the right. */
function beyond(scroller: HTMLElement): number {
  const edge = scroller.getBoundingClientRect().right;
  return [...scroller.querySelectorAll("thead th")].filter((th) => th.getBoundingClientRect().right > edge + 1).length;
}

/** The table of one mark. */
class ValueTable {
  readonly element: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #table: TableFacts;
  readonly #columns: number;
  readonly #heads: HTMLElement[];
  readonly #body = html("tbody");
  readonly #status = html("span", { role: "status" });
  readonly #back = button("Previous", () => this.#turn(-ROWS));
  readonly #next = button("Next", () => this.#turn(ROWS));
  readonly #more = button("", () => this.#scroll(), asPart("more"));
  readonly #filter: HTMLInputElement;
  #rows: number[] = [];
  #sort: Sort | null = null;
  #first = 0;

  constructor(things: Things, payload: Payload) {
    this.#table = things.table;
    const { name, noun, fixed, head } = this.#table;
    this.#columns = Math.min(fixed + COLUMNS, head.length);
    this.#heads = head.slice(0, this.#columns).map((text, j) => this.#head(text, j));
    this.#filter = this.#filterField();
    const heads = html("thead", {}, html("tr", {}, ...this.#heads));
    const table = html("table", {}, html("caption", {}, name), heads, this.#body);
    this.#scroller = html("div", { ...asPart("scroller"), tabindex: 0, role: "region", "aria-label": name }, table);
    const save = button("Download CSV", () =>
      download(fileName(payload, "csv"), new Blob([csv(things.csv())], { type: "text/csv" })),
    );
    this.element = html(
      "div",
      {},
      html("p", asPart("table-head"), this.#filter, this.#more),
      this.#scroller,
      html("p", asPart("pager"), this.#back, this.#next, this.#status, save),
      ...this.#cut(noun[1], head.length - fixed, this.#columns - fixed),
    );
    on(this.#scroller, "scroll", () => this.#tellMore(), { passive: true });
    new ResizeObserver(() => this.#tellMore()).observe(this.#scroller);
    this.#arrange();
  }

  #cut(noun: string, all: number, shown: number): HTMLElement[] {
    const text = `The first ${counted(shown, noun)} of ${count(all)}; the file has all.`;
    return shown < all ? [html("p", asPart("cut"), text)] : [];
  }

  #kind(column: number): Record<string, string> {
    return this.#table.isText(column) ? { "data-text": "" } : {};
  }

  #head(text: string, column: number): HTMLElement {
    const sort = button(text, () => this.#sortBy(column), { ...asPart("sort"), title: text });
    return html("th", { scope: "col", ...this.#kind(column) }, sort);
  }

  #filterField(): HTMLInputElement {
    const label = `Filter ${this.#table.noun[0]}s`;
    const field = html("input", {
      type: "search",
      placeholder: label,
      "aria-label": label,
      autocomplete: "off",
      spellcheck: "false",
    });
    on(field, "input", () => this.#arrange());
    return field;
  }

  /** In rising order, then in falling order, then in that of the picture. */
  #sortBy(column: number): void {
    const was = this.#sort?.column === column ? this.#sort.direction : null;
    this.#sort = was === "descending" ? null : { column, direction: was ? "descending" : "ascending" };
    this.#heads.forEach((head, j) => {
      head.removeAttribute("aria-sort");
      if (j === this.#sort?.column) set(head, { "aria-sort": this.#sort.direction });
    });
    this.#arrange();
  }

  #arrange(): void {
    this.#rows = shownRows(this.#table, this.#filter.value, this.#sort);
    this.#first = 0;
    this.#turn(0);
    this.#scroller.scrollTop = 0;
  }

  #row(i: number): HTMLElement {
    const { text, key } = this.#table;
    const cells = Array.from({ length: this.#columns - 1 }, (_, k) => {
      const isNone = Number.isNaN(key(i, k + 1));
      return html("td", { ...this.#kind(k + 1), ...(isNone ? { "data-none": "" } : {}) }, text(i, k + 1));
    });
    return html("tr", {}, html("th", { scope: "row" }, text(i, 0)), ...cells);
  }

  #turn(by: number): void {
    this.#first += by;
    const found = this.#rows.length;
    const last = Math.min(found, this.#first + ROWS);
    this.#body.replaceChildren(...this.#rows.slice(this.#first, last).map((i) => this.#row(i)));
    this.#back.disabled = this.#first === 0;
    this.#next.disabled = last === found;
    this.#status.textContent = sizeOf(this.#first, last, found, this.#table);
    this.#tellMore();
  }

  #tellMore(): void {
    const n = beyond(this.#scroller);
    this.#more.hidden = n === 0;
    this.#more.textContent = `${count(n)} more ${n === 1 ? "column" : "columns"} to the right \u2192`;
  }

  #scroll(): void {
    this.#scroller.scrollBy({ left: this.#scroller.clientWidth / 2 });
  }
}

/** The tables of several marks. */
export const valueTables = (marks: readonly Things[], payload: Payload): HTMLElement =>
  html("div", asPart("tables"), ...marks.map((things) => new ValueTable(things, payload).element));
