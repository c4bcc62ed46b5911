/** Samples that a reader selects: where they come from, how they are shown, and what can be taken along. */
import { count } from "../shared/format";
import { OK, type CellPlot, type Payload } from "../shared/payload";
import { asPart, part } from "../shared/protocol";
import type { Row } from "../shared/rows";
import { oneLine } from "../shared/ticks";
import { Brush, brushCells } from "./brush";
import { csv } from "./csv";
import { download, html, on } from "./dom";
import { onMove } from "./following";
import type { Point } from "./geometry";
import { Handles } from "./handles";
import { hear } from "./hearing";
import { Outline } from "./outline";
import { pickByKeys, type Guide } from "./pick";
import type { Plot } from "./plot";
import { fileName } from "./save";
import { areGroups, blockName, blocksIn, selectMenu, selections, type Quick } from "./select";
import { Selection, type How } from "./selection";
import { cellLines } from "./sheet";
import { Steps, type Walker } from "./steps";
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
  cursor: Guide & Walker;
}

/** Shares so little apart are one. */
const EQUAL = 1e-9;

/** Menus that Escape closes. */
const OPEN = '[data-part="tools"] details[open]';

export class Selecting {
  readonly menu: HTMLDetailsElement;
  /** What stands below the picture. */
  readonly element: HTMLElement;
  readonly tray: Tray;
  readonly steps: Steps;
  /** The plot as it came. */
  readonly #first: CellPlot;
  readonly #outline: Outline;
  readonly #handles: Handles;
  readonly #brush: Brush;
  #selection = Selection.none;
  readonly #hear: (() => void)[] = [];
  #pressed: { band: number; how: How } = { band: 0, how: "replace" };
  /** The document is heard only while something is selected or stepped through. */
  #deafen: (() => void) | null = null;

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
    this.tray = new Tray(areGroups(this.#first) ? null : axis.name, axis.labels, {
      ...act,
      csv: (ids) => download(fileName(payload, "csv"), this.#csv(ids)),
      clear: () => this.clear(),
    });
    this.#brush = new Brush(plot, this);
    this.steps = new Steps(svg, plot, ground.cursor, {
      say: (text) => act.say(text),
      choose: (ids, name, how) => this.choose(ids, name, how),
      changed: () => this.#listen(),
    });
    this.element = html("div", asPart("dock"), this.steps.element, this.tray.element);
    this.#handles = new Handles(
      svg,
      plot,
      {
        block: (block, how) => {
          const { labels } = this.#brush.axis;
          this.choose(labels.slice(block.from, block.to), blockName(block, labels), how);
        },
        begin: (client, how) => this.#begin(client, how),
        drag: (client) => this.#brush.to(this.#brush.bandAt(client)),
        end: (isDrag) => (isDrag ? this.#brush.end() : this.#alike(this.#pressed.band, this.#pressed.how)),
      },
      this.steps.knobs.element,
    );
    brushCells(svg, plot, this.#brush);
    pickByKeys(svg, plot, ground.cursor, this.#brush, {
      toggle: (band) => this.#toggle(band),
      alike: (band) => this.#alike(band, "replace"),
    });
    on(ground.root, "mousedown", (event) => this.#hold(event));
    onMove(svg, () => this.#draw());
    this.#draw();
  }

  /** All samples, in the order of the picture. */
  get ids(): readonly string[] {
    return this.#first[this.#first.sampleAxis].labels;
  }

  get selection(): Selection {
    return this.#selection;
  }

  /** The ids that are selected, in the order of the picture as it came. */
  get selected(): readonly string[] {
    return this.#selection.among(this.ids);
  }

  /** Calls when a selection is made. */
  watch(hear: () => void): void {
    this.#hear.push(hear);
  }

  /** Selects samples; where no key says how they join what is selected, the tray does. */
  choose(ids: readonly string[], name: string, how: How): void {
    this.select(this.#selection.combined(ids, name, this.how(how)));
  }

  /** What a choice does. */
  how(how: How): How {
    return how === "replace" ? this.tray.mode : how;
  }

  /** Shows a selection; the last of a gesture is told. */
  select(selection: Selection, isLast = true): void {
    this.#selection = selection;
    this.tray.show(selection);
    this.#draw();
    if (isLast) this.act.say(selection.size ? `Selected ${count(selection.size)}` : "Nothing is selected");
    this.#listen();
    if (isLast) for (const hear of this.#hear) hear();
  }

  #draw(): void {
    this.#outline.draw(this.#selection);
    this.#handles.draw(this.#selection);
    this.steps.draw();
  }

  /** Clicks with Shift select samples, no text. */
  #hold(event: MouseEvent): void {
    const isControl = (event.target as Element).closest('button, [data-part="handles"]') !== null;
    if (event.shiftKey && isControl) event.preventDefault();
  }

  #begin(client: Point, how: How): void {
    const band = this.#brush.bandAt(client);
    this.#pressed = { band, how };
    this.#brush.begin(band, how);
  }

  #toggle(band: number): void {
    const id = this.#brush.axis.labels[band];
    this.select(this.#selection.combined([id], oneLine(id), this.#selection.has(id) ? "remove" : "add"));
  }

  /** Selects the samples whose bar in the strip is like that of a band. */
  #alike(band: number, how: How): void {
    const { beside } = this.ground.plot.cells[0].plot;
    const { labels } = this.#brush.axis;
    const shares = beside?.shares;
    const isAlike = (_: string, i: number): boolean => i === band || Math.abs(shares![i] - shares![band]) < EQUAL;
    const ids = shares ? labels.filter(isAlike) : [labels[band]];
    this.choose(ids, `like ${oneLine(labels[band])}`, how);
  }

  clear(): void {
    const hadFocus = this.tray.element.contains(document.activeElement);
    this.select(Selection.none);
    if (hadFocus) this.menu.querySelector("summary")!.focus();
  }

  #listen(): void {
    if (!this.#selection.size && !this.steps.isOpen) {
      this.#deafen?.();
      this.#deafen = null;
    } else this.#deafen ??= hear(this.ground.root, "keydown", (event) => this.#press(event), true);
  }

  /** Escape ends steps, then takes the selection back, when there is nothing else that it would close. */
  #press(event: KeyboardEvent): void {
    const { root } = this.ground;
    const target = event.target as Node;
    const isHere = target === document.body || root.contains(target);
    const isListed = target instanceof Element && target.closest(`[${part("suspect-list")}]`) !== null;
    const isElse = isListed || root.querySelector(OPEN) !== null || this.act.isBusy();
    if (event.key !== "Escape" || !isHere || isElse) return;
    event.stopPropagation();
    if (this.steps.isOpen) this.steps.close();
    else this.clear();
  }

  /** Of all samples, as the picture came; of those that are kept where it shows less; and of two models' comparison. */
  #quick(): Quick[] {
    const [cells] = this.ground.plot.cells;
    const { plot } = cells;
    const isWhole = plot.values.length === this.#first.values.length;
    const of = isWhole ? this.#first : plot;
    const rowsAt = (at: number): Row[] => cells.rowsAt(isWhole ? at : cells.sourceOf(at));
    const one = of.states.findIndex((state) => state === OK);
    const isTold = !cells.isPacked && one >= 0 && rowsAt(one).length > 0;
    const parts = of === plot ? [] : blocksIn(plot).filter(({ kind }) => kind === "part");
    return [...parts, ...selections(of, isTold ? rowsAt : null)];
  }

  #csv(ids: readonly string[]): Blob {
    const chosen = new Set(ids);
    return new Blob([csv(cellLines(this.#first, (id) => chosen.has(id)))], { type: "text/csv" });
  }
}
