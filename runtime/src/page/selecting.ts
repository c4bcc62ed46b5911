/** Samples that a reader selects: where they come from, how they are shown, and what can be taken along. */
import { count } from "../shared/format";
import { OK, type CellPlot, type Payload } from "../shared/payload";
import type { Row } from "../shared/rows";
import { csv } from "./csv";
import { download, on } from "./dom";
import { onMove } from "./following";
import { Outline } from "./outline";
import type { Plot } from "./plot";
import { fileName } from "./save";
import { selectMenu, selections, type Quick } from "./select";
import { Selection, type How } from "./selection";
import { cellLines } from "./sheet";
import { Tray } from "./tray";

export interface SelectActions {
  /** Copies a text, and says so. */
  copy(text: string, said: string): void;
  say(text: string): void;
  /** Whether Escape closes something else. */
  isBusy(): boolean;
  /** Shows these samples only; absent where the picture cannot do that. */
  keep?(ids: readonly string[]): void;
}

/** A picture of samples and models as it is selected from. */
export interface Ground {
  root: HTMLElement;
  svg: SVGSVGElement;
  payload: Payload;
  plot: Plot;
}

export class Selecting {
  readonly menu: HTMLDetailsElement;
  readonly tray: Tray;
  /** The plot as it came. */
  readonly #first: CellPlot;
  readonly #outline: Outline;
  #selection = Selection.none;
  /** The document is heard only while something is selected. */
  #watch: AbortController | null = null;

  constructor(
    private readonly ground: Ground,
    private readonly act: SelectActions,
  ) {
    const { svg, plot, payload } = ground;
    const [cells] = plot.cells;
    this.#first = cells.plot;
    const axis = this.#first[this.#first.sampleAxis];
    this.#outline = new Outline(svg, plot);
    this.menu = selectMenu(
      () => this.#quick(),
      () => cells.unpack(),
      ({ ids, name }, how) => this.choose(ids, name, how),
    );
    this.tray = new Tray(axis.name, axis.labels, {
      ...act,
      csv: (ids) => download(fileName(payload, "csv"), this.#csv(ids)),
      clear: () => this.clear(),
    });
    onMove(svg, () => this.#outline.draw(this.#selection));
  }

  get selection(): Selection {
    return this.#selection;
  }

  /** Selects samples; where no key says how they join what is selected, the tray does. */
  choose(ids: readonly string[], name: string, how: How): void {
    this.select(this.#selection.combined(ids, name, how === "replace" ? this.tray.mode : how));
  }

  select(selection: Selection): void {
    this.#selection = selection;
    this.tray.show(selection);
    this.#outline.draw(selection);
    this.act.say(selection.size ? `Selected ${count(selection.size)}` : "Nothing is selected");
    this.#listen();
  }

  clear(): void {
    const hadFocus = this.tray.element.contains(document.activeElement);
    this.select(Selection.none);
    if (hadFocus) this.menu.querySelector("summary")!.focus();
  }

  #listen(): void {
    if (!this.#selection.size) {
      this.#watch?.abort();
      this.#watch = null;
    } else if (!this.#watch) {
      this.#watch = new AbortController();
      on(document, "keydown", (event) => this.#press(event), { signal: this.#watch.signal, capture: true });
    }
  }

  /** Escape takes the selection back when there is nothing else that it would close. */
  #press(event: KeyboardEvent): void {
    const { root } = this.ground;
    const target = event.target as Node;
    if (!root.isConnected) return this.#watch?.abort();
    const isHere = target === document.body || root.contains(target);
    if (event.key !== "Escape" || !isHere || this.menu.open || this.act.isBusy()) return;
    event.stopPropagation();
    this.clear();
  }

  #quick(): Quick[] {
    const [cells] = this.ground.plot.cells;
    const one = this.#first.states.findIndex((state) => state === OK);
    const isTold = !cells.isPacked && cells.rowsAt(one).length > 0;
    return selections(this.#first, isTold ? (at): Row[] => cells.rowsAt(at) : null);
  }

  #csv(ids: readonly string[]): Blob {
    const chosen = new Set(ids);
    return new Blob([csv(cellLines(this.#first, (id) => chosen.has(id)))], { type: "text/csv" });
  }
}
