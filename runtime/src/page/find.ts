/** Finding samples and models, or whatever things are named by, by a part of their name. */
import { naturalOrder } from "../shared/natural";
import { oneLine } from "../shared/ticks";
import { count } from "../shared/format";
import { freeId, html, on, set } from "./dom";
import type { Plot } from "./plot";

/** Suggestions shown at once. */
const MOST = 50;

/** What can be found. */
interface Name {
  text: string;
  isModel: boolean;
}

type Order = (a: Name, b: Name) => number;

/** The first `MOST` names in an order, without sorting them all. */
function first(names: readonly Name[], order: Order): Name[] {
  const out: Name[] = [];
  for (const name of names) {
    if (out.length === MOST && order(out[MOST - 1], name) < 0) continue;
    const at = out.findIndex((other) => order(name, other) < 0);
    out.splice(at < 0 ? out.length : at, 0, name);
    out.length = Math.min(out.length, MOST);
  }
  return out;
}

/** The names of all things, and those of models that are no sample's. */
function namesIn(plots: readonly Plot[]): Name[] {
  const marks = plots.flatMap((plot) => plot.marks);
  const samples = new Set(marks.flatMap(({ names }) => [...names]));
  const models = new Set(marks.flatMap((things) => things.models?.axis.labels ?? []));
  return [
    ...[...models].filter((text) => !samples.has(text)).map((text) => ({ text, isModel: true })),
    ...Array.from(samples, (text) => ({ text, isModel: false })),
  ];
}

export interface Found {
  /** The plot that shows it. */
  choose(name: string): Plot | undefined;
  clear(): void;
  say(text: string): void;
}

/** The field with its suggestions. */
export class Find {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #list: HTMLUListElement;
  #found: Name[] = [];
  #active = -1;
  /** What is framed, and where. */
  #chosen = "";
  #plot: Plot | undefined;
  #names: Name[];
  /** Looks for the names that there are now. */
  declare renew: () => void;
  /** What a name stands for. */
  readonly #noun: string;

  /** `noun` is what a name stands for. */
  constructor(
    private readonly plots: readonly Plot[],
    noun: string,
    private readonly act: Found,
  ) {
    this.#names = namesIn(plots);
    const hasModels = this.#names[0]?.isModel === true;
    this.#noun = hasModels ? `${noun} or model` : noun;
    this.#list = html("ul", {
      id: freeId("inspect-viz-found"),
      role: "listbox",
      "aria-label": `Matching ${noun}s${hasModels ? " and models" : ""}`,
      "data-part": "suggestions",
    });
    this.#list.hidden = true;
    this.input = html("input", {
      type: "text",
      role: "combobox",
      placeholder: `Find a ${this.#noun}`,
      "aria-label": `Find a ${this.#noun}`,
      autocomplete: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.#list.id,
    });
    this.element = html("span", { "data-part": "find" }, this.input, this.#list);
    this.element.hidden = !this.#names.length;
    if (LIVING)
      this.renew = () => {
        this.#names = namesIn(plots);
        this.element.hidden = !this.#names.length;
      };
    on(this.input, "input", () => this.#suggest());
    on(this.input, "keydown", (event) => this.#press(event));
    on(this.input, "blur", () => this.#close());
    on(this.#list, "pointerdown", (event) => this.#pick(event));
  }

  /** Lists the names that contain the text, whatever the case: an equal one first, then models, in natural order. */
  #suggest(): void {
    const text = this.input.value.trim();
    const wanted = text.toLowerCase();
    const rank = ({ text, isModel }: Name): number => (text.toLowerCase() === wanted ? 0 : isModel ? 1 : 2);
    const all = text ? this.#names.filter((name) => name.text.toLowerCase().includes(wanted)) : [];
    this.#found = first(all, (a, b) => rank(a) - rank(b) || naturalOrder(a.text, b.text));
    this.#active = -1;
    if (!text) {
      this.#chosen = "";
      this.act.clear();
      return this.#close();
    }
    this.#fill();
    this.act.say(all.length ? `${count(all.length)} found` : `No ${this.#noun} contains \u201c${text}\u201d`);
  }

  #fill(): void {
    const options = this.#found.map(({ text, isModel }, i) =>
      html(
        "li",
        { role: "option", id: `${this.#list.id}-${i}`, "aria-selected": "false" },
        oneLine(text) || "\u00a0",
        ...(isModel ? [" ", html("small", {}, "model")] : []),
      ),
    );
    this.#list.replaceChildren(...options);
    this.#list.hidden = !options.length;
    set(this.input, { "aria-expanded": String(options.length > 0) });
    this.input.removeAttribute("aria-activedescendant");
  }

  #close(): void {
    this.#list.hidden = true;
    set(this.input, { "aria-expanded": "false" });
    this.input.removeAttribute("aria-activedescendant");
  }

  #step(by: number): void {
    const n = this.#list.children.length;
    if (!n) return;
    if (this.#list.hidden) this.#fill();
    const before = this.#list.children[this.#active];
    if (before) set(before, { "aria-selected": "false" });
    this.#active = (this.#active + by + (this.#active < 0 && by < 0 ? 1 : 0) + n) % n;
    const option = this.#list.children[this.#active];
    set(option, { "aria-selected": "true" });
    option.scrollIntoView({ block: "nearest" });
    set(this.input, { "aria-activedescendant": option.id });
  }

  #pick(event: Event): void {
    event.preventDefault();
    const option = (event.target as Element).closest("li");
    if (option) this.#choose(this.#found[[...this.#list.children].indexOf(option)]);
  }

  #choose(name: Name | undefined): void {
    if (name === undefined) return;
    this.input.value = oneLine(name.text);
    this.#chosen = this.input.value;
    this.#close();
    this.#plot = this.act.choose(name.text);
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") this.#choose(this.#found[Math.max(0, this.#active)]);
    else if (event.key === "Escape") this.#escape(event);
  }

  #escape(event: KeyboardEvent): void {
    event.stopPropagation();
    if (!this.#list.hidden) return this.#close();
    this.input.value = this.#chosen;
    (this.#plot ?? this.plots[0])?.hit.focus({ preventScroll: true });
  }

  /** Nothing is framed any more. */
  clear(): void {
    this.input.value = this.#chosen = "";
    this.#suggest();
  }
}
