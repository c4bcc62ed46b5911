/** The list of suspects: each with the reason why, in steps. */
import { count } from "../shared/format";
import type { CellPlot } from "../shared/payload";
import { oneLine } from "../shared/ticks";
import { Diamonds } from "./diamonds";
import { button, html, on, set } from "./dom";
import type { Plot } from "./plot";
import { suspectedOf } from "./suspected";

export interface SuspectActions {
  /** Goes to a sample; whether it is drawn. */
  choose(id: string): boolean;
  say(text: string): void;
}

/** Keys that move in the list, and by how much. */
const KEYS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

const sentence = (words: string): string => `${words[0].toUpperCase()}${words.slice(1)}.`;

/** Scrolls a list, and nothing else, until an entry is in sight. */
function bring(list: HTMLElement, { offsetTop: top, offsetHeight: height }: HTMLElement): void {
  list.scrollTop = Math.min(Math.max(list.scrollTop, top + height - list.clientHeight), top);
}

export class Suspects {
  /** Opens and closes the list. */
  readonly button: HTMLButtonElement;
  readonly element = html("div", { role: "group", "aria-label": "Suspects", "data-part": "suspect-list" });
  readonly #list = html("ol");
  readonly #diamonds: Diamonds;
  /** The plot as it came. */
  readonly #first: CellPlot;
  #entries: HTMLButtonElement[] = [];
  #at = -1;

  constructor(
    svg: Element,
    plot: Plot,
    private readonly act: SuspectActions,
  ) {
    this.#diamonds = new Diamonds(svg, plot);
    this.#first = plot.cells[0].plot;
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
  }

  #toggle(): void {
    const isOpen = this.element.hidden;
    if (isOpen && !this.element.firstChild) this.#fill();
    this.element.hidden = !isOpen;
    set(this.button, { "aria-expanded": String(isOpen) });
    const { suspects, isTelling, words } = suspectedOf(this.#first);
    this.#diamonds.show(isOpen ? { samples: suspects.map(({ sample }) => sample), isTelling } : null);
    this.act.say(isOpen ? sentence(words) : "");
  }

  #fill(): void {
    const { suspects, isTelling, words } = suspectedOf(this.#first);
    const { labels } = this.#first[this.#first.sampleAxis];
    this.#entries = suspects.map(({ sample, reason }, i) => {
      const name = html("b", {}, oneLine(labels[sample]));
      return button(html("span", {}, name, ` ${reason}`), () => this.#go(i), { tabindex: i ? -1 : 0 });
    });
    this.#list.append(...this.#entries.map((entry) => html("li", {}, entry)));
    if (!isTelling) set(this.element, { "data-faint": "" });
    const step = (by: number, text: string): HTMLElement => button(text, () => this.#step(by));
    const steps = suspects.length ? [step(-1, "Previous"), step(1, "Next")] : [];
    this.element.append(html("p", {}, html("span", {}, sentence(words)), ...steps));
    if (suspects.length) this.element.append(this.#list);
  }

  /** On to the next one, and from the last to the first. */
  #step(by: number): void {
    const n = this.#entries.length;
    this.#go(this.#at < 0 ? (by > 0 ? 0 : n - 1) : (this.#at + by + n) % n);
  }

  #go(at: number): void {
    const { sample, reason } = suspectedOf(this.#first).suspects[at];
    const id = this.#first[this.#first.sampleAxis].labels[sample];
    this.#entries[this.#at]?.removeAttribute("aria-current");
    this.#at = at;
    set(this.#entries[at], { "aria-current": "true" });
    this.#reach(at);
    bring(this.#list, this.#entries[at]);
    const isDrawn = this.act.choose(id);
    const place = `Suspect ${count(at + 1)} of ${count(this.#entries.length)}, ${oneLine(id)}`;
    this.act.say(isDrawn ? `${place}: ${reason}` : `${place}, is not drawn`);
  }

  /** Makes an entry the one that the tab key reaches. */
  #reach(at: number): void {
    this.#entries.forEach((entry, i) => set(entry, { tabindex: i === at ? 0 : -1 }));
  }

  #press(event: KeyboardEvent): void {
    const by = KEYS[event.key];
    const from = this.#entries.indexOf(document.activeElement as HTMLButtonElement);
    if (by === undefined || from < 0) return;
    event.preventDefault();
    const at = Math.min(Math.max(from + by, 0), this.#entries.length - 1);
    this.#reach(at);
    this.#entries[at].focus();
  }
}

/** The list of the first plot, where that is one of samples and models; diamonds of others follow them. */
export function suspectList(svg: Element, plots: readonly Plot[], act: SuspectActions): Suspects | null {
  const [list] = plots.flatMap((plot, i) => {
    const own = plot.cells[0]?.plot;
    if (!own?.areModels) return [];
    if (i === 0) return [new Suspects(svg, plot, act)];
    if (own.suspects) new Diamonds(svg, plot);
    return [];
  });
  return list ?? null;
}
