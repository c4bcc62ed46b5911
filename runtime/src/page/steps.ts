/** The key steps through the cells that it counts, one after another, and tells how they fall on models. */
import { count, counted } from "../shared/format";
import { STATE_NAMES, type CellPlot, type StateName } from "../shared/payload";
import { oneLine } from "../shared/ticks";
import { button, html, on, part } from "./dom";
import { toUser } from "./geometry";
import { rowsIn } from "./having";
import { Knobs, type Knob } from "./knobs";
import type { Plot, Thing } from "./plot";
import { howOf, type How } from "./selection";

/** The reader's place, which steps move. */
export interface Walker {
  readonly pinned: boolean;
  move(to: { plot: Plot; thing: Thing; client: null }): void;
  pin(enter: boolean): Promise<void>;
  leave(evenPinned: boolean): void;
}

export interface StepActions {
  say(text: string): void;
  /** Selects samples under a name. */
  choose(ids: readonly string[], name: string, how: How): void;
  /** Called when steps begin and end. */
  changed(): void;
}

/** Models that are told by name. */
const MOST = 6;

interface Walk {
  of: CellPlot;
  state: number;
  /** Cells, sample by sample. */
  cells: number[];
  /** "errors" */
  noun: string;
  at: number;
}

/** Cells of a plot that hold, sample by sample. */
function cellsWith({ x, y, sampleAxis }: CellPlot, holds: (at: number) => boolean): number[] {
  const [nx, ny] = [x.labels.length, y.labels.length];
  const found: number[] = [];
  const [samples, models] = sampleAxis === "x" ? [nx, ny] : [ny, nx];
  for (let i = 0; i < samples; i++)
    for (let j = 0; j < models; j++) {
      const at = sampleAxis === "x" ? j * nx + i : i * nx + j;
      if (holds(at)) found.push(at);
    }
  return found;
}

/** Whether cells of two plots are of one sample and one model. */
function areAlike(a: CellPlot, i: number, b: CellPlot, j: number): boolean {
  const [na, nb] = [a.x.labels.length, b.x.labels.length];
  const isSame = (way: "x" | "y", p: number, q: number): boolean => a[way].labels[p] === b[way].labels[q];
  return isSame("x", i % na, j % nb) && isSame("y", Math.floor(i / na), Math.floor(j / nb));
}

/** "bob 3, ann 1, none in 2 others" */
function byModel({ of, state, cells }: Walk): string {
  const rows = rowsIn(of, state);
  const nx = of.x.labels.length;
  const { labels } = of.sampleAxis === "x" ? of.y : of.x;
  const sums = new Float64Array(labels.length);
  for (const at of cells) sums[of.sampleAxis === "x" ? Math.floor(at / nx) : at % nx] += rows(at);
  const some = labels.map((name, j) => ({ name, n: sums[j] })).filter(({ n }) => n);
  some.sort((a, b) => b.n - a.n);
  const told = some.slice(0, MOST).map(({ name, n }) => `${oneLine(name)} ${count(n)}`);
  const [more, none] = [some.length - told.length, labels.length - some.length];
  if (more) told.push(`and ${count(more)} more`);
  if (none) told.push(`none in ${none === 1 ? "the other" : `${count(none)} others`}`);
  return told.join(", ");
}

export class Steps {
  readonly knobs = new Knobs("Key: steps through cells");
  readonly element: HTMLElement;
  readonly #said = html("span");
  readonly #models = html("span", { "data-part": "rank" });
  readonly #select: HTMLButtonElement;
  #walk: Walk | null = null;
  #key: Element | null = null;

  constructor(
    private readonly root: SVGSVGElement,
    private readonly plot: Plot,
    private readonly walker: Walker,
    private readonly act: StepActions,
  ) {
    this.#select = button("", () => {});
    on(this.#select, "click", (event) => this.#choose(howOf(event)));
    const ways = html(
      "span",
      { role: "group", "aria-label": "Step" },
      button("Previous", () => this.#move(-1)),
      button("Next", () => this.#move(1)),
    );
    const close = button("Close", () => this.close());
    this.element = html(
      "div",
      { role: "group", "aria-label": "Cells of the key", "data-part": "steps" },
      this.#said,
      this.#models,
      ways,
      this.#select,
      close,
    );
    this.element.hidden = true;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  close(): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.#walk = null;
    this.act.changed();
  }

  /** Lies over the entries of the key, where there is one. */
  draw(): void {
    const key = this.root.querySelectorAll("[data-plot]").length === 1 ? part(this.root, "legend-key") : null;
    if (key === this.#key || key?.getBoundingClientRect().width === 0) return;
    this.#key = key;
    const entries = [...(key?.querySelectorAll<SVGGElement>("[data-state]") ?? [])];
    this.knobs.show(
      entries.map((entry) => this.#knob(entry)),
      this.root.getScreenCTM()!.a,
    );
  }

  #knob(entry: SVGGElement): Knob {
    const { x, y, width, height } = entry.getBoundingClientRect();
    const [from, to] = [
      { x, y },
      { x: x + width, y: y + height },
    ].map((place) => toUser(this.root, place));
    const told = entry.textContent!;
    const state = STATE_NAMES.indexOf(entry.dataset["state"] as StateName);
    return {
      key: told,
      label: `Step through ${told}`,
      box: { ...from, width: to.x - from.x, height: to.y - from.y },
      isPressed: null,
      act: (event) => this.#step(state, told.replace(/^[\d,]+ /, ""), event),
    };
  }

  #step(state: number, noun: string, event: MouseEvent | KeyboardEvent): void {
    const by = event.shiftKey ? -1 : 1;
    if (this.#walk?.state !== state) this.#walk = this.#begin(state, noun, by > 0 ? -1 : 0);
    this.#move(by, "pointerType" in event && event.pointerType === "touch");
  }

  #begin(state: number, noun: string, at: number): Walk {
    const of = this.plot.cells[0].plot;
    const rows = rowsIn(of, state);
    return { of, state, noun, cells: cellsWith(of, (cell) => rows(cell) > 0), at };
  }

  /** The walk over what is shown now, which goes on where the reader was. */
  #current(): Walk | null {
    const before = this.#walk;
    if (!before || before.of.values === this.plot.cells[0].plot.values) return before;
    const walk = (this.#walk = this.#begin(before.state, before.noun, -1));
    const here = before.cells[before.at];
    const isHere = (cell: number): boolean => here !== undefined && areAlike(before.of, here, walk.of, cell);
    walk.at = walk.cells.findIndex(isHere);
    return walk;
  }

  #move(by: number, isTouch = false): void {
    const walk = this.#current();
    if (!walk) return;
    const n = walk.cells.length;
    if (!n) {
      this.act.say(`No cell with ${walk.noun} is shown`);
      return this.close();
    }
    if (walk.at < 0 && by < 0) walk.at = 0;
    walk.at = (walk.at + by + n) % n;
    this.#tell(walk);
    this.#show({ of: this.plot.cells[0], i: walk.cells[walk.at] }, isTouch);
    this.act.changed();
  }

  #show(thing: Thing, isTouch: boolean): void {
    const { plot, walker } = this;
    const isPinned = walker.pinned || isTouch;
    walker.leave(true);
    plot.reveal(thing);
    plot.here = thing;
    walker.move({ plot, thing, client: null });
    if (isPinned) void walker.pin(false);
  }

  #tell(walk: Walk): void {
    const { of, state, cells, noun, at } = walk;
    const total = of.counts[STATE_NAMES[state] as Exclude<StateName, "ok">];
    const place = `${count(at + 1)} of ${count(cells.length)}`;
    const told = total === cells.length ? `${place} ${noun}` : `cell ${place} with ${noun} (${count(total)})`;
    this.#said.textContent = told;
    this.#models.textContent = `by model: ${byModel(walk)}`;
    this.#select.textContent = `Select their ${counted(this.#samples(walk).length, "sample")}`;
    this.element.hidden = false;
    this.act.say(told);
  }

  #samples({ of, cells }: Walk): string[] {
    const nx = of.x.labels.length;
    const { labels } = of[of.sampleAxis];
    const numbers = cells.map((at) => (of.sampleAxis === "x" ? at % nx : Math.floor(at / nx)));
    return [...new Set(numbers)].map((i) => labels[i]);
  }

  #choose(how: How): void {
    const walk = this.#current();
    if (walk) this.act.choose(this.#samples(walk), walk.noun, how);
  }
}
