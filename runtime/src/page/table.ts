/** The values behind a picture as a table: samples down, models across, a page at a time. */
import { count, counted, exact } from "../shared/format";
import { OK, STATE_NAMES, type CellPlot, type Payload } from "../shared/payload";
import { csv } from "./csv";
import { button, download, html } from "./dom";
import { indexOf, sampleWay, type Way } from "./geometry";
import { fileName } from "./save";

const ROWS = 50;
const COLUMNS = 40;
const OPEN = 5;

const other = (way: Way): Way => (way === "x" ? "y" : "x");

function valueText(plot: CellPlot, at: number): string {
  const value = plot.values[at];
  const state = plot.states[at] === OK ? "" : STATE_NAMES[plot.states[at]];
  return [Number.isFinite(value) ? exact(value) : "", state].filter(Boolean).join(" \u00b7 ");
}

function row(plot: CellPlot, down: Way, i: number, columns: number): HTMLElement {
  const cells = Array.from({ length: columns }, (_, j) =>
    html("td", {}, valueText(plot, indexOf(plot, { x: 0, y: 0, [down]: i, [other(down)]: j }))),
  );
  return html("tr", {}, html("th", { scope: "row" }, plot[down].labels[i]), ...cells);
}

function head(plot: CellPlot, down: Way, columns: number): HTMLElement {
  const names = plot[other(down)].labels.slice(0, columns).map((label) => html("th", { scope: "col" }, label));
  return html("thead", {}, html("tr", {}, html("th", { scope: "col" }, plot[down].name || "sample"), ...names));
}

/** All problems of the logs, of which the picture tells as many as it has room for; many leave the table in sight. */
export function problemList({ problems }: Payload): HTMLElement[] {
  if (!problems) return [];
  const summary = html("summary", {}, `${counted(problems.length, "problem")} in the logs`);
  const list = html(
    "details",
    { "data-part": "problem-list" },
    summary,
    html("ul", {}, ...problems.map((text) => html("li", {}, text))),
  );
  list.open = problems.length <= OPEN;
  return [list];
}

/** The table of one plot. */
export class ValueTable {
  readonly #plot: CellPlot;
  readonly element: HTMLElement;
  readonly #down: Way;
  readonly #columns: number;
  readonly #body = html("tbody");
  readonly #status = html("span", { role: "status" });
  readonly #back = button("Previous", () => this.#turn(-ROWS));
  readonly #next = button("Next", () => this.#turn(ROWS));
  #first = 0;

  constructor(plot: CellPlot, payload: Payload) {
    this.#plot = plot;
    this.#down = sampleWay(plot);
    this.#columns = Math.min(COLUMNS, plot[other(this.#down)].labels.length);
    const table = html(
      "table",
      {},
      html("caption", {}, plot.valueName),
      head(plot, this.#down, this.#columns),
      this.#body,
    );
    const scroller = html(
      "div",
      { "data-part": "scroller", tabindex: 0, role: "region", "aria-label": plot.valueName },
      table,
    );
    const save = button("Download CSV", () =>
      download(fileName(payload, "csv"), new Blob([csv(plot)], { type: "text/csv" })),
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
    const [plot, down, columns] = [this.#plot, this.#down, this.#columns];
    const n = plot[down].labels.length;
    this.#first += by;
    const last = Math.min(n, this.#first + ROWS);
    this.#body.replaceChildren(
      ...Array.from({ length: last - this.#first }, (_, k) => row(plot, down, this.#first + k, columns)),
    );
    this.#back.disabled = this.#first === 0;
    this.#next.disabled = last === n;
    const all = plot[other(down)].labels.length;
    const cut = columns < all ? `, ${count(columns)} of ${count(all)} columns` : "";
    this.#status.textContent = `${count(this.#first + 1)}\u2013${count(last)} of ${count(n)}${cut}`;
  }
}
