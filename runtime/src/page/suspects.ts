/** The list of suspects: each with the reason why, in steps. */
import type { Suspect } from "../shared/analysis/suspects";
import { count } from "../shared/format";
import type { CellPlot } from "../shared/payload";
import { oneLine } from "../shared/ticks";
import { drawDiamonds } from "./diamonds";
import { button, html, on, set } from "./dom";
import { onMove } from "./following";
import type { Plot } from "./plot";
import { suspectsIn } from "./suspected";

export interface SuspectActions {
  /** Goes to a sample. */
  choose(id: string): void;
  say(text: string): void;
}

/** Keys that move in the list, and by how much. */
const KEYS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

const sentence = (words: string): string => `${words[0].toUpperCase()}${words.slice(1)}.`;

/** Scrolls a list, and nothing else, until an entry is in sight. */
function bring(list: HTMLElement, { offsetTop: top, offsetHeight: height }: HTMLElement): void {
  list.scrollTop = Math.min(Math.max(list.scrollTop, top + height - list.clientHeight), top);
}

interface Entry {
  id: string;
  reason: string;
  button: HTMLButtonElement;
}

export class Suspects {
  /** Opens and closes the list. */
  readonly button: HTMLButtonElement;
  readonly element = html("div", { role: "group", "aria-label": "Suspects", "data-part": "suspect-list" });
  readonly #list = html("ol");
  /** The plot whose suspects are listed. */
  #listed: CellPlot | null = null;
  #entries: Entry[] = [];
  /** Where the reader is. */
  #id: string | null = null;

  constructor(
    private readonly svg: Element,
    private readonly plot: Plot,
    private readonly act: SuspectActions,
  ) {
    this.element.hidden = true;
    this.button = button("Suspects", () => this.#toggle(), {
      title: "Samples that strong models fail and weak ones pass",
      "aria-expanded": "false",
    });
    on(this.#list, "keydown", (event) => this.#press(event));
    on(this.element, "keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.#toggle();
      this.button.focus();
    });
    onMove(svg, () => this.#draw());
    this.#draw();
  }

  get #isOpen(): boolean {
    return !this.element.hidden;
  }

  #toggle(): void {
    this.element.hidden = this.#isOpen;
    set(this.button, { "aria-expanded": String(this.#isOpen) });
    this.#draw();
    this.act.say(this.#isOpen ? sentence(suspectsIn(this.plot.cells[0].plot).words) : "");
  }

  /** The list is that of what is shown, where that has changed. */
  #draw(): void {
    drawDiamonds(this.svg, this.plot, this.#isOpen);
    const { plot } = this.plot.cells[0];
    if (this.#isOpen && plot.values !== this.#listed?.values) this.#fill(plot);
  }

  #fill(plot: CellPlot): void {
    const { suspects, isTelling, words } = suspectsIn(plot);
    this.#listed = plot;
    this.#entries = suspects.map((suspect) => this.#entry(suspect, plot[plot.sampleAxis].labels[suspect.sample]));
    this.#list.replaceChildren(...this.#entries.map((entry) => html("li", {}, entry.button)));
    this.#mark(this.#id);
    this.element.toggleAttribute("data-faint", !isTelling);
    const step = (by: number, text: string): HTMLElement => button(text, () => this.#step(by));
    const steps = suspects.length ? [step(-1, "Previous"), step(1, "Next")] : [];
    const head = html("p", {}, html("span", {}, sentence(words)), ...steps);
    this.element.replaceChildren(head, ...(suspects.length ? [this.#list] : []));
  }

  #entry({ reason }: Suspect, id: string): Entry {
    const told = html("span", {}, html("b", {}, oneLine(id)), ` ${reason}`);
    return { id, reason, button: button(told, () => this.#go(id)) };
  }

  /** On to the next one, and from the last to the first. */
  #step(by: number): void {
    const [n, at] = [this.#entries.length, this.#entries.findIndex(({ id }) => id === this.#id)];
    this.#go(this.#entries[at < 0 ? (by > 0 ? 0 : n - 1) : (at + by + n) % n].id);
  }

  #go(id: string): void {
    const at = this.#entries.findIndex((entry) => entry.id === id);
    this.#mark(id);
    bring(this.#list, this.#entries[at].button);
    this.act.choose(id);
    const place = `Suspect ${count(at + 1)} of ${count(this.#entries.length)}`;
    this.act.say(`${place}, ${oneLine(id)}: ${this.#entries[at].reason}`);
  }

  /** Marks the entry where the reader is, which the tab key reaches, or else the first. */
  #mark(id: string | null): void {
    this.#id = id;
    for (const entry of this.#entries) entry.button.removeAttribute("aria-current");
    const here = this.#entries.find((entry) => entry.id === id);
    if (here) set(here.button, { "aria-current": "true" });
    this.#reach(here ?? this.#entries[0]);
  }

  /** Makes an entry the one that the tab key reaches. */
  #reach(to: Entry | undefined): void {
    for (const entry of this.#entries) entry.button.tabIndex = entry === to ? 0 : -1;
  }

  #press(event: KeyboardEvent): void {
    const by = KEYS[event.key];
    const from = this.#entries.findIndex((entry) => entry.button === document.activeElement);
    if (by === undefined || from < 0) return;
    event.preventDefault();
    const to = this.#entries[Math.min(Math.max(from + by, 0), this.#entries.length - 1)];
    this.#reach(to);
    to.button.focus();
  }
}

/** Offers the list of the first plot, where that is one of samples and models; diamonds of others follow them. */
export function offerSuspects(svg: Element, plots: readonly Plot[], tools: Element, act: SuspectActions): void {
  const [first, ...others] = plots;
  for (const plot of others) if (plot.cells[0]?.plot.suspects) onMove(svg, () => drawDiamonds(svg, plot, false));
  if (!first?.cells[0]?.plot.view) return;
  const { button, element } = new Suspects(svg, first, act);
  tools.lastElementChild!.before(button);
  svg.before(element);
}
