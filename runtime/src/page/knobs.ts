/** Buttons over parts of a picture: one stop for the tab key, arrows lead from one to the next. */
import type { Box } from "../shared/payload";
import { on, set, svg } from "./dom";

/** Smallest sides of what a finger hits, in CSS pixels. */
const TOUCH = 24;

export interface Knob {
  /** Tells it from the others as they change. */
  key: string;
  label: string;
  /** In user units. */
  box: Box;
  /** Null for what is no switch. */
  isPressed: boolean | null;
  act(event: MouseEvent | KeyboardEvent): void;
}

interface Made {
  element: SVGElement;
  rect: SVGElement;
  title: SVGElement;
  knob: Knob;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Room beside what a knob lies over, in user units. */
const PAD = 3;

/** The box, with sides of so many CSS pixels at least; `scale` is their number in a user unit. */
function grown({ x, y, width, height }: Box, least: number, scale: number): Box {
  const [more, taller] = [Math.max(PAD, (least / scale - width) / 2), Math.max(0, (least / scale - height) / 2)];
  return { x: x - more, y: y - taller, width: width + 2 * more, height: height + 2 * taller };
}

export class Knobs {
  readonly element: SVGElement;
  #made = new Map<string, Made>();
  /** The one that the tab key reaches. */
  #current = "";

  /** `least`: smallest sides in CSS pixels, less than what a finger hits only where knobs lie close to each other. */
  constructor(
    label: string,
    private readonly least = TOUCH,
  ) {
    this.element = svg("g", { role: "toolbar", "aria-label": label });
    on(this.element, "keydown", (event) => this.#press(event));
  }

  /** Shows these, of which those that there were keep the focus. */
  show(knobs: readonly Knob[], scale: number): void {
    const before = this.#made;
    set(this.element, { display: knobs.length ? "inline" : "none" });
    this.#made = new Map(knobs.map((knob) => [knob.key, before.get(knob.key) ?? this.#make(knob)]));
    for (const [key, { element }] of before) if (!this.#made.has(key)) element.remove();
    for (const knob of knobs) this.#update(this.#made.get(knob.key)!, knob, scale);
    if (!this.#made.has(this.#current)) this.#enter(knobs[0]?.key ?? "");
  }

  #make(knob: Knob): Made {
    const title = svg("title");
    const rect = svg("rect", { rx: 4 });
    const element = svg("g", { role: "button", tabindex: -1 }, title, rect);
    const made = { element, rect, title, knob };
    on(element, "click", (event) => made.knob.act(event));
    on(element, "focus", () => this.#enter(made.knob.key));
    this.element.append(element);
    return made;
  }

  #update(made: Made, knob: Knob, scale: number): void {
    const { element, rect, title } = made;
    made.knob = knob;
    if (title.textContent !== knob.label) title.textContent = knob.label;
    set(element, { "aria-label": knob.label });
    if (knob.isPressed !== null) set(element, { "aria-pressed": String(knob.isPressed) });
    set(rect, { ...grown(knob.box, this.least, scale) });
  }

  /** The knob that the tab key reaches gets the focus. */
  focus(): void {
    this.#made.get(this.#current)?.element.focus({ preventScroll: true });
  }

  #enter(key: string): void {
    const [before, next] = [this.#made.get(this.#current), this.#made.get(key)];
    if (before) set(before.element, { tabindex: -1 });
    if (next) set(next.element, { tabindex: 0 });
    this.#current = key;
  }

  #press(event: KeyboardEvent): void {
    const made = this.#made.get(this.#current);
    const keys = [...this.#made.keys()];
    const at = keys.indexOf(this.#current) + (STEPS[event.key] ?? 0);
    const isStep = Object.hasOwn(STEPS, event.key);
    if (!made || !(isStep || event.key === "Enter" || event.key === " ")) return;
    event.preventDefault();
    if (!isStep) made.knob.act(event);
    else this.#made.get(keys[(at + keys.length) % keys.length])!.element.focus({ preventScroll: true });
  }
}
