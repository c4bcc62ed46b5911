/** The things of a mark as a table, a page at a time. */
import { count } from "../shared/format";
import type { Payload } from "../shared/payload";
import { csv } from "./csv";
import { button, download, html } from "./dom";
import type { TableFacts, Things } from "./plot";
import { fileName } from "./save";

const ROWS = 50;
const COLUMNS = 41;

const kind = ({ isText }: TableFacts, column: number): { "data-text"?: string } =>
  isText(column) ? { "data-text": "" } : {};

function row(table: TableFacts, i: number, columns: number): HTMLElement {
  const [head, ...texts] = table.row(i, columns);
  const cells = texts.map((text, j) => html("td", { ...kind(table, j + 1) }, text));
  return html("tr", {}, html("th", { scope: "row" }, head), ...cells);
}

function head(table: TableFacts, columns: number): HTMLElement {
  const names = table.head.slice(0, columns).map((name, j) => html("th", { scope: "col", ...kind(table, j) }, name));
  return html("thead", {}, html("tr", {}, ...names));
}

/** The table of one mark. */
export class ValueTable {
  readonly element: HTMLElement;
  readonly #table: TableFacts;
  readonly #columns: number;
  readonly #body = html("tbody");
  readonly #status = html("span", { role: "status" });
  readonly #back = button("Previous", () => this.#turn(-ROWS));
  readonly #next = button("Next", () => this.#turn(ROWS));
  #first = 0;

  constructor(things: Things, payload: Payload) {
    const { name } = (this.#table = things.table);
    this.#columns = Math.min(COLUMNS, this.#table.head.length);
    const table = html("table", {}, html("caption", {}, name), head(this.#table, this.#columns), this.#body);
    const scroller = html("div", { "data-part": "scroller", tabindex: 0, role: "region", "aria-label": name }, table);
    const save = button("Download CSV", () =>
      download(fileName(payload, "csv"), new Blob([csv(things.csv())], { type: "text/csv" })),
    );
    this.element = html(
      "div",
      {},
      scroller,
      html("p", { "data-part": "pager" }, this.#back, this.#next, this.#status, save),
    );
    this.#turn(0);
  }

  #turn(by: number): void {
    const n = this.#table.size;
    this.#first += by;
    const last = Math.min(n, this.#first + ROWS);
    this.#body.replaceChildren(
      ...Array.from({ length: last - this.#first }, (_, k) => row(this.#table, this.#first + k, this.#columns)),
    );
    this.#back.disabled = this.#first === 0;
    this.#next.disabled = last === n;
    const [shown, all] = [this.#columns - 1, this.#table.head.length - 1];
    const cut = shown < all ? `, ${count(shown)} of ${count(all)} columns` : "";
    this.#status.textContent = `${count(this.#first + 1)}\u2013${count(last)} of ${count(n)}${cut}`;
  }
}
